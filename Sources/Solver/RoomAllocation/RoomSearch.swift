import Assembly
import Foundation
import IntegerProgramming
import SolverShared

/// Looks for a cheap arrangement: groups are laid into hotels and floors one after another, then a few of them are taken
/// out and laid anew, over and over, and changes for the worse are kept ever more rarely.
///
/// Ruin and recreate after G. Schrimpf, J. Schneider, H. Stamm-Wilbrandt, G. Dueck: Record breaking optimization results
/// using the ruin and recreate principle. Journal of Computational Physics 159 (2000), doi:10.1006/jcph.1999.6413.
struct RoomSearch {
  let problem: RoomProblem
  /// The arrangement of least cost so far.
  private(set) var arrangement: RoomArrangement
  /// Rounds of taking out and laying anew.
  private(set) var rounds = 0
  private var units: [RoomUnit]
  /// Units of each group; who has a room by name is not among them.
  private var unitsOfGroup: [[Int]]
  private let fixedUnits: [Int]
  private let prices: RoomPrices
  private var random = SplitMix64(seed: 4)
  private let interruption: Interruption?
  /// Units without a room.
  private var missing: [Int] = []

  init(_ problem: RoomProblem, interruption: Interruption?) {
    self.problem = problem
    self.interruption = interruption
    arrangement = RoomArrangement(problem)
    prices = RoomPrices(problem)
    units = RoomUnit.units(of: problem)
    unitsOfGroup = Array(repeating: [], count: problem.event.groups.count)
    var fixed: [Int] = []
    for (index, unit) in units.enumerated() {
      if unit.members.contains(where: { problem.lodgers[$0].room != nil }) {
        fixed.append(index)
      } else {
        unitsOfGroup[unit.group].append(index)
      }
    }
    fixedUnits = fixed
  }

  /// The objective of the arrangement.
  var objective: Int {
    arrangement.cost
      + problem.lodgers.indices.reduce(0) {
        arrangement.roomOfLodger[$1] < 0 ? $0 + problem.lodgers[$1].costWithout : $0
      }
  }

  /// Lays everybody, then betters the arrangement until the bound is met or the rounds are used up.
  mutating func run(to bound: Int) {
    for unit in fixedUnits { insertAnywhere(unit) }
    let order = unitsOfGroup.indices.sorted { unitsOfGroup[$0].count > unitsOfGroup[$1].count }
    for group in order where !unitsOfGroup[group].isEmpty { lay(unitsOfGroup[group], of: group, boldness: 0) }
    splitWhoFoundNoRoom()
    insertMissing()
    better(to: bound)
  }

  // MARK: Ruin and recreate

  /// Rounds for each unit, and at most so many units laid anew in all.
  private static let roundsPerUnit = 60
  private static let work = 6_000_000

  private mutating func better(to bound: Int) {
    let groups = unitsOfGroup.indices.filter { !unitsOfGroup[$0].isEmpty }
    guard !groups.isEmpty else { return }
    var best = arrangement
    var bestObjective = objective
    var current = bestObjective
    let hottest = Double(problem.weight(.hotel) + problem.weight(.floor)) / 3 + 1
    let limit = min(RoomSearch.roundsPerUnit * units.count, 60_000)
    while rounds < limit, bestObjective > bound, !(interruption?.isInterrupted ?? false) {
      let heat = hottest * pow(0.005, Double(rounds) / Double(limit))
      rounds += 1
      let taken = takeOut(groups)
      layAnew(taken.map(\.unit))
      let found = objectiveNow
      if Double(found - current) <= -heat * log(1 - random.unit()) {
        current = found
        if found < bestObjective {
          bestObjective = found
          best = arrangement
        }
      } else {
        putBack(taken)
      }
    }
    arrangement = best
  }

  private var objectiveNow: Int {
    arrangement.cost + missing.reduce(0) { $0 + units[$1].costWithout }
  }

  /// Takes some groups that share a hotel, or a few single people, out of their rooms.
  private mutating func takeOut(_ groups: [Int]) -> [(unit: Int, room: Int)] {
    var chosen: [Int] = []
    if random.unit() < 0.3 {
      for _ in 0..<6 {
        let group = groups[random.below(groups.count)]
        let loose = unitsOfGroup[group].filter { units[$0].members.count == 1 && units[$0].level == 1 }
        if !loose.isEmpty { chosen.append(loose[random.below(loose.count)]) }
      }
    } else {
      let first = groups[random.below(groups.count)]
      var some: Set = [first]
      let hotels = prices.floorsOfHotel.indices.filter { arrangement.has(first, inHotel: $0) }
      let neighbours = groups.filter { group in
        group != first && hotels.contains { arrangement.has(group, inHotel: $0) }
      }
      for _ in 0..<random.below(4) where !neighbours.isEmpty {
        some.insert(neighbours[random.below(neighbours.count)])
      }
      if random.unit() < 0.5 { some.insert(groups[random.below(groups.count)]) }
      chosen = some.sorted().flatMap { unitsOfGroup[$0] }
    }
    return Set(chosen).union(missing).sorted().map { unit in
      let room = arrangement.roomOfLodger[units[unit].members[0]]
      if room >= 0 { arrangement.remove(units[unit]) }
      return (unit, room)
    }
  }

  private mutating func layAnew(_ taken: [Int]) {
    missing = []
    let boldness = random.unit()
    var ofGroup: [Int: [Int]] = [:]
    for unit in taken { ofGroup[units[unit].group, default: []].append(unit) }
    var order = ofGroup.keys.sorted()
    order.shuffle(using: &random)
    if random.unit() < 0.5 { order.sort { ofGroup[$0]!.count > ofGroup[$1]!.count } }
    for group in order { lay(ofGroup[group]!, of: group, boldness: boldness) }
    missing = taken.filter { !arrangement.isPlaced(units[$0]) }
  }

  private mutating func putBack(_ taken: [(unit: Int, room: Int)]) {
    for (unit, _) in taken where arrangement.isPlaced(units[unit]) { arrangement.remove(units[unit]) }
    missing = []
    for (unit, room) in taken {
      guard room >= 0, let cost = arrangement.cost(of: units[unit], in: room) else {
        missing.append(unit)
        continue
      }
      arrangement.place(units[unit], in: room, cost: cost)
    }
  }

  // MARK: Laying

  /// Lays units of a group: hotel after hotel, floor after floor, in rooms of their own level; what is left anywhere.
  private mutating func lay(_ wanted: [Int], of group: Int, boldness: Double) {
    var rest = wanted
    var tried: Set<Int> = []
    while !rest.isEmpty, let hotel = bestHotel(for: rest, of: group, tried, boldness) {
      tried.insert(hotel)
      layIn(hotel, &rest, of: group, boldness)
    }
    for unit in rest { insertAnywhere(unit) }
  }

  /// Rooms of each level that units need: two single people who may share count as one.
  private func need(of rest: [Int]) -> [Int] {
    var need = [0, 0, 0]
    var halves = 0
    for unit in rest {
      if units[unit].level == 1, units[unit].members.count == 1 {
        halves += 1
      } else {
        need[units[unit].level - 1] += 1
      }
    }
    need[0] += (halves + 1) / 2
    return need
  }

  private mutating func bestHotel(for rest: [Int], of group: Int, _ tried: Set<Int>, _ boldness: Double)
    -> Int?
  {
    let need = need(of: rest)
    let wanted = need.reduce(0, +)
    let nights = Double(rest.reduce(0) { $0 + units[$1].nights }) / Double(rest.count)
    let choice = problem.choices[problem.lodgers[units[rest[0]].members[0]].choice]
    var best: (hotel: Int, score: Double)?
    for hotel in problem.lodging.hotels.indices where choice[hotel] && !tried.contains(hotel) {
      var fit = 0
      var score = 0.0
      for level in 0..<3 where need[level] > 0 {
        let placed = min(need[level], arrangement.vacantInHotel[hotel * 3 + level])
        fit += placed
        score += Double(placed) * nights * (prices.average(hotel, level) - prices.reference(level))
      }
      guard fit > 0 else { continue }
      if !arrangement.has(group, inHotel: hotel) { score += Double(problem.weight(.hotel)) }
      if fit < wanted {
        score += Double(problem.weight(.hotel)) * (1 + Double(wanted - fit) / Double(wanted))
      }
      score += boldness * Double(problem.weight(.hotel)) * random.unit()
      if best.map({ score < $0.score }) ?? true { best = (hotel, score) }
    }
    return best?.hotel
  }

  private mutating func layIn(_ hotel: Int, _ rest: inout [Int], of group: Int, _ boldness: Double) {
    let floors = prices.floorsOfHotel[hotel]
    var tried: Set<Int> = []
    while !rest.isEmpty, let floor = bestFloor(for: rest, of: group, floors, tried, boldness) {
      tried.insert(floor)
      rest = rest.filter { !insertInLevel($0, onFloor: floor) }
    }
  }

  private mutating func bestFloor(
    for rest: [Int], of group: Int, _ floors: [Int], _ tried: Set<Int>, _ boldness: Double
  ) -> Int? {
    let need = need(of: rest)
    let wanted = need.reduce(0, +)
    var best: (floor: Int, score: Int)?
    for floor in floors where !tried.contains(floor) {
      var fit = 0
      var vacant = 0
      for level in 0..<3 {
        let free = arrangement.vacant[floor * 3 + level]
        fit += min(need[level], free)
        vacant += free
      }
      let isPresent = arrangement.has(group, onFloor: floor)
      guard fit > 0 || isPresent else { continue }
      if boldness > 0, random.unit() < 0.1 { continue }
      // A floor where the group is already; one that takes all, with the fewest rooms left over; one that takes most.
      let score =
        isPresent ? -2_000_000 - fit : fit == wanted ? -1_000_000 + vacant - fit : -1_000 * fit + vacant
      if best.map({ score < $0.score }) ?? true { best = (floor, score) }
    }
    return best?.floor
  }

  /// Puts a unit into a room of its level on a floor, or on a free bed there.
  private mutating func insertInLevel(_ unit: Int, onFloor floor: Int) -> Bool {
    guard let best = arrangement.bestRoom(for: units[unit], onFloor: floor, level: units[unit].level) else {
      return false
    }
    arrangement.place(units[unit], in: best.room, cost: best.cost)
    return true
  }

  /// Puts a unit into the cheapest room that there is.
  @discardableResult
  private mutating func insertAnywhere(_ unit: Int) -> Bool {
    var best: (room: Int, cost: Int)?
    for floor in problem.lodging.floors.indices {
      guard let found = arrangement.bestRoom(for: units[unit], onFloor: floor, below: best?.cost ?? .max)
      else { continue }
      best = found
    }
    guard let best, best.cost <= units[unit].costWithout || fixedUnits.contains(unit) else { return false }
    arrangement.place(units[unit], in: best.room, cost: best.cost)
    return true
  }

  /// Two who share a twin and found none are looked after one by one.
  private mutating func splitWhoFoundNoRoom() {
    for index in units.indices where units[index].isPair && !arrangement.isPlaced(units[index]) {
      let second = RoomUnit([units[index].members[1]], problem)
      units[index] = RoomUnit([units[index].members[0]], problem)
      units.append(second)
      unitsOfGroup[second.group].append(units.count - 1)
    }
  }

  private mutating func insertMissing() {
    for unit in units.indices where !arrangement.isPlaced(units[unit]) { insertAnywhere(unit) }
    missing = units.indices.filter { !arrangement.isPlaced(units[$0]) }
  }
}
