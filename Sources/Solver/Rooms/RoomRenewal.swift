import Assembly
import Foundation
import IntegerProgramming
import SolverShared

/// Betters an arrangement: a few units are taken out and laid anew, over and over, and changes for the worse are kept ever
/// more rarely.
///
/// Ruin and recreate after G. Schrimpf, J. Schneider, H. Stamm-Wilbrandt, G. Dueck: Record breaking optimization results
/// using the ruin and recreate principle. Journal of Computational Physics 159 (2000), doi:10.1006/jcph.1999.6413.
struct RoomRenewal {
  /// Ends with the arrangement of least cost.
  private(set) var laying: RoomLaying
  /// Rounds of taking out and laying anew.
  private(set) var rounds = 0

  /// Twice as many better 3,000 people by less than chance does.
  private static let mostRounds = 100_000

  /// - Parameters:
  ///   - bound: no arrangement costs less; it ends when one costs no more.
  ///   - share: how much of all rounds is done.
  ///   - heat: what a change for the worse may cost at first, as a part of a floor's weight.
  init(_ laying: RoomLaying, to bound: Int, share: Double, heat: Double, _ options: SolverOptions) {
    self.laying = laying
    better(to: bound, share: share, heat: heat, options)
  }

  private mutating func better(to bound: Int, share: Double, heat: Double, _ options: SolverOptions) {
    let groups = laying.unitsOfGroup.indices.filter { !laying.unitsOfGroup[$0].isEmpty }
    guard !groups.isEmpty else { return }
    let loose = groups.flatMap { laying.unitsOfGroup[$0] }.filter(laying.isLoose)
    var best = laying.arrangement
    var bestObjective = laying.objective
    var current = bestObjective
    options.watch?.found(bestObjective)
    let hottest = (Double(laying.problem.weight(.roomsFloor)) + 1) * heat
    let limit = Int(
      share * Double(min(laying.units.count * (laying.units.count + 40), RoomRenewal.mostRounds)))
    while rounds < limit, bestObjective > bound, !(options.interruption?.isInterrupted ?? false) {
      let heat = hottest * pow(0.01, Double(rounds) / Double(limit))
      rounds += 1
      let chance = laying.random.unit()
      let chosen =
        chance < 0.6
        ? someLoose(loose)
        : chance < 0.85
          ? someFloors(groups)
          : chance < 0.9 ? someRest(groups) : chance < 0.97 ? wholeFloors(groups) : someGroups(groups)
      let taken = laying.takeOut(chosen)
      laying.layAnew(taken.map(\.unit), isWide: chance >= 0.97)
      let found = laying.objective
      if Double(found - current) <= -heat * log(1 - laying.random.unit()) {
        current = found
        if found < bestObjective {
          bestObjective = found
          best = laying.arrangement
          options.watch?.found(found)
        }
      } else {
        laying.putBack(taken)
      }
    }
    laying.restore(best)
  }

  /// Some people without a room-mate, of one gender and in one hotel.
  private mutating func someLoose(_ loose: [Int]) -> [Int] {
    guard let first = laying.random.choice(of: loose) else { return [] }
    let (hotel, gender) = (laying.hotel(of: first), laying.gender(of: first))
    var chosen = [first]
    for _ in 0..<24 where chosen.count < 5 {
      let other = loose[laying.random.below(loose.count)]
      if laying.hotel(of: other) == hotel, laying.gender(of: other) == gender { chosen.append(other) }
    }
    return chosen
  }

  /// What one or two groups have on a floor each of one hotel.
  private mutating func someFloors(_ groups: [Int]) -> [Int] {
    let first = groups[laying.random.below(groups.count)]
    guard let unit = laying.random.choice(of: laying.unitsOfGroup[first]), let hotel = laying.hotel(of: unit)
    else { return [] }
    var chosen = laying.unitsOfGroup[first].filter { laying.floor(of: $0) == laying.floor(of: unit) }
    let others = groups.filter { $0 != first && laying.arrangement.has($0, inHotel: hotel) }
    for _ in 0..<laying.random.below(3) {
      guard let other = laying.random.choice(of: others) else { break }
      let floors = laying.prices.floorsOfHotel[hotel].filter { laying.arrangement.has(other, onFloor: $0) }
      guard let floor = laying.random.choice(of: floors) else { break }
      chosen += laying.unitsOfGroup[other].filter { laying.floor(of: $0) == floor }
    }
    return chosen
  }

  /// All that two floors of a hotel hold, where at least one group is; its floors may so become another's.
  private mutating func wholeFloors(_ groups: [Int]) -> [Int] {
    let group = groups[laying.random.below(groups.count)]
    guard let unit = laying.random.choice(of: laying.unitsOfGroup[group]), let hotel = laying.hotel(of: unit),
      let first = laying.floor(of: unit),
      let second = laying.random.choice(of: laying.prices.floorsOfHotel[hotel])
    else { return [] }
    return groups.filter {
      laying.arrangement.has($0, onFloor: first) || laying.arrangement.has($0, onFloor: second)
    }
    .flatMap { laying.unitsOfGroup[$0] }
    .filter { laying.floor(of: $0) == first || laying.floor(of: $0) == second }
  }

  /// The little that a group has in a hotel beside its others, and as much of another group in one of these that need not
  /// stay there.
  private mutating func someRest(_ groups: [Int]) -> [Int] {
    func hotels(_ group: Int) -> [Int] {
      laying.prices.floorsOfHotel.indices.filter { laying.arrangement.has(group, inHotel: $0) }
    }
    let parted = groups.filter { hotels($0).count > 1 }
    guard let group = laying.random.choice(of: parted) else { return someGroups(groups) }
    let own = hotels(group).map { hotel in
      laying.unitsOfGroup[group].filter { laying.hotel(of: $0) == hotel }
    }.sorted { $0.count < $1.count }
    guard let rest = own.first, rest.count <= RoomRenewal.fewRest,
      let place = own.last?.first.flatMap(laying.hotel(of:))
    else { return someGroups(groups) }
    let others = parted.filter { $0 != group && laying.arrangement.has($0, inHotel: place) }
    guard let other = laying.random.choice(of: others) else { return rest }
    let theirs = laying.unitsOfGroup[other].filter { laying.hotel(of: $0) == place }
    let first = laying.random.below(max(1, theirs.count))
    return rest + (theirs[first...] + theirs[..<first]).prefix(rest.count + laying.random.below(3))
  }

  /// Units that a group has beside its others at most when they are to join them.
  private static let fewRest = 12

  /// Some groups that share a hotel, and perhaps one of elsewhere.
  private mutating func someGroups(_ groups: [Int]) -> [Int] {
    let first = groups[laying.random.below(groups.count)]
    var some: Set = [first]
    let hotels = laying.prices.floorsOfHotel.indices.filter { laying.arrangement.has(first, inHotel: $0) }
    let neighbours = groups.filter { group in
      group != first && hotels.contains { laying.arrangement.has(group, inHotel: $0) }
    }
    for _ in 0..<laying.random.below(4) where !neighbours.isEmpty {
      some.insert(neighbours[laying.random.below(neighbours.count)])
    }
    if laying.random.unit() < 0.5 { some.insert(groups[laying.random.below(groups.count)]) }
    return some.sorted().flatMap { laying.unitsOfGroup[$0] }
  }
}
