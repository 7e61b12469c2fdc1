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
  private let isFixed: [Bool]
  private let prices: RoomPrices
  private let options: SolverOptions
  private var random: SplitMix64
  /// Units without a room.
  private var missing: [Int] = []

  init(_ problem: RoomProblem, _ options: SolverOptions) {
    self.problem = problem
    self.options = options
    random = SplitMix64(stream: 4, seed: options.seed)
    arrangement = RoomArrangement(problem)
    prices = RoomPrices(problem)
    units = RoomUnit.units(of: problem)
    unitsOfGroup = Array(repeating: [], count: problem.event.groups.count)
    isFixed = units.map { unit in unit.members.contains { problem.lodgers[$0].room != nil } }
    for (index, unit) in units.enumerated() where !isFixed[index] { unitsOfGroup[unit.group].append(index) }
  }

  /// The objective of the arrangement.
  var objective: Int {
    arrangement.cost
      + problem.lodgers.indices.reduce(0) {
        arrangement.roomOfLodger[$1] < 0 ? $0 + problem.lodgers[$1].costWithout : $0
      }
  }

  /// Lays everybody by hotels and floors, then betters the arrangement until the bound is met or the rounds are used up.
  mutating func run(to bound: Int) {
    guard !problem.chambers.isEmpty else { return }
    for unit in units.indices where isFixed[unit] { insertAnywhere(unit) }
    var layout = RoomLayout(problem, units, arrangement, options)
    // Who needs a room of which there are few comes first, and then decides on a floor of the group.
    let (common, rare) = (units.indices.filter { !needsRareRoom($0) }, units.indices.filter(needsRareRoom))
    for unit in rare where !arrangement.isPlaced(units[unit]) {
      let floors = prices.floorsOfHotel[layout.hotelOfUnit[unit]]
      if !insert(unit, on: floors, level: units[unit].level) { insertAnywhere(unit) }
    }
    layout.chooseFloors(arrangement)
    for unit in common where layout.floorOfUnit[unit] >= 0 {
      _ = insertInLevel(unit, onFloor: layout.floorOfUnit[unit])
    }
    for hotel in prices.floorsOfHotel.indices {
      layPairsOfStrangers(common.filter { layout.hotelOfUnit[$0] == hotel && isLoose($0) }, in: hotel)
    }
    for unit in common where layout.hotelOfUnit[unit] >= 0 && !arrangement.isPlaced(units[unit]) {
      let elsewhere = problem.weight(.hotel) + problem.weight(.floor) + 1
      insert(unit, on: prices.floorsOfHotel[layout.hotelOfUnit[unit]], below: elsewhere + nightsCost(unit))
    }
    splitWhoFoundNoRoom()
    insertMissing()
    better(to: bound)
  }

  /// What a room of its level costs for the nights of a unit, on average.
  private func nightsCost(_ unit: Int) -> Int {
    Int(prices.reference(units[unit].level - 1)) * units[unit].nights
  }

  /// Whether somebody is entitled to a twin and has no room-mate yet.
  private func isLoose(_ unit: Int) -> Bool {
    units[unit].members.count == 1 && units[unit].level == 1
  }

  /// Puts people without a room-mate two by two into rooms of a hotel; who stays alone waits.
  private mutating func layPairsOfStrangers(_ loose: [Int], in hotel: Int) {
    let mates = RoomMates(problem)
    let floors = prices.floorsOfHotel[hotel]
    for gender in [Gender.female, .male] {
      let people = loose.filter { !arrangement.isPlaced(units[$0]) }.map { units[$0].members[0] }
        .filter { problem.lodgers[$0].gender == gender }
      let pairs = mates.pairedAcrossGroups(people) { person in
        Set(floors.filter { arrangement.has(problem.lodgers[person].group, onFloor: $0) })
      }
      for pair in pairs where pair.count == 2 { insert(RoomUnit(pair, problem), on: floors) }
    }
  }

  /// Whether only accessible rooms will do, only those of more than two beds, or only those of a hotel that was wished for.
  private func needsRareRoom(_ unit: Int) -> Bool {
    units[unit].load.contains { $0 > 2 }
      || units[unit].members.contains {
        let lodger = problem.lodgers[$0]
        return lodger.needsAccessibleRoom || problem.event.people[lodger.person].roomWish != nil
      }
  }

  // MARK: Ruin and recreate

  /// Twice as many better 3,000 people by less than chance does.
  private static let mostRounds = 100_000

  private mutating func better(to bound: Int) {
    let groups = unitsOfGroup.indices.filter { !unitsOfGroup[$0].isEmpty }
    guard !groups.isEmpty else { return }
    let loose = groups.flatMap { unitsOfGroup[$0] }.filter(isLoose)
    var best = arrangement
    var bestObjective = objective
    var current = bestObjective
    options.watch?.found(bestObjective)
    let hottest = Double(problem.weight(.floor)) + 1
    let limit = min(units.count * (units.count + 40), RoomSearch.mostRounds)
    while rounds < limit, bestObjective > bound, !(options.interruption?.isInterrupted ?? false) {
      let heat = hottest * pow(0.01, Double(rounds) / Double(limit))
      rounds += 1
      let chance = random.unit()
      let chosen =
        chance < 0.6 ? someLoose(loose) : chance < 0.97 ? someFloors(groups) : someGroups(groups)
      let taken = takeOut(chosen)
      layAnew(taken.map(\.unit), isWide: chance >= 0.97)
      let found = objectiveNow
      if Double(found - current) <= -heat * log(1 - random.unit()) {
        current = found
        if found < bestObjective {
          bestObjective = found
          best = arrangement
          options.watch?.found(found)
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

  /// Some people without a room-mate, of one gender and in one hotel.
  private mutating func someLoose(_ loose: [Int]) -> [Int] {
    guard let first = random.choice(of: loose) else { return [] }
    let (hotel, gender) = (hotel(of: first), gender(of: first))
    var chosen = [first]
    for _ in 0..<24 where chosen.count < 5 {
      let other = loose[random.below(loose.count)]
      if self.hotel(of: other) == hotel, self.gender(of: other) == gender { chosen.append(other) }
    }
    return chosen
  }

  /// What one or two groups have on a floor each of one hotel.
  private mutating func someFloors(_ groups: [Int]) -> [Int] {
    let first = groups[random.below(groups.count)]
    guard let unit = random.choice(of: unitsOfGroup[first]), let hotel = hotel(of: unit) else { return [] }
    var chosen = unitsOfGroup[first].filter { floor(of: $0) == floor(of: unit) }
    let others = groups.filter { $0 != first && arrangement.has($0, inHotel: hotel) }
    for _ in 0..<random.below(3) {
      guard let other = random.choice(of: others) else { break }
      let floors = prices.floorsOfHotel[hotel].filter { arrangement.has(other, onFloor: $0) }
      guard let floor = random.choice(of: floors) else { break }
      chosen += unitsOfGroup[other].filter { self.floor(of: $0) == floor }
    }
    return chosen
  }

  /// Some groups that share a hotel, and perhaps one of elsewhere.
  private mutating func someGroups(_ groups: [Int]) -> [Int] {
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
    return some.sorted().flatMap { unitsOfGroup[$0] }
  }

  private func floor(of unit: Int) -> Int? {
    let room = arrangement.roomOfLodger[units[unit].members[0]]
    return room < 0 ? nil : problem.chambers[room].floor
  }

  private func hotel(of unit: Int) -> Int? {
    floor(of: unit).map { problem.roomStock.floors[$0].hotel }
  }

  private func gender(of unit: Int) -> Gender? {
    problem.lodgers[units[unit].members[0]].gender
  }

  /// Takes units, and who has no room, out of their rooms.
  private mutating func takeOut(_ chosen: [Int]) -> [(unit: Int, room: Int)] {
    Set(chosen).union(missing).sorted().map { unit in
      let room = arrangement.roomOfLodger[units[unit].members[0]]
      if room >= 0 { arrangement.remove(units[unit]) }
      return (unit, room)
    }
  }

  /// - Parameter isWide: whether groups may change their hotels.
  private mutating func layAnew(_ taken: [Int], isWide: Bool) {
    missing = []
    let boldness = random.unit()
    var ofGroup: [Int: [Int]] = [:]
    for unit in taken { ofGroup[units[unit].group, default: []].append(unit) }
    var order = ofGroup.keys.sorted()
    order.shuffle(using: &random)
    if random.unit() < 0.5 { order.sort { ofGroup[$0]!.count > ofGroup[$1]!.count } }
    for group in order {
      var rest = ofGroup[group]!
      if !isWide {
        for hotel in prices.floorsOfHotel.indices where arrangement.has(group, inHotel: hotel) {
          if rest.count > 1 { layIn(hotel, &rest, of: group, boldness) }
          rest = rest.filter { !insert($0, on: prices.floorsOfHotel[hotel], below: problem.weight(.hotel)) }
        }
      }
      if !rest.isEmpty { lay(rest, of: group, boldness: boldness) }
    }
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
    for hotel in problem.roomStock.hotels.indices where choice[hotel] && !tried.contains(hotel) {
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
    insert(unit, on: problem.roomStock.floors.indices)
  }

  /// Puts a unit into the cheapest room of some floors.
  ///
  /// - Parameter limit: only rooms cheaper than this are wanted.
  @discardableResult
  private mutating func insert(
    _ unit: Int, on floors: some Sequence<Int>, level: Int? = nil, below limit: Int = .max
  ) -> Bool {
    insert(
      units[unit], on: floors, level: level, below: limit,
      mustSleep: isFixed.indices.contains(unit) && isFixed[unit])
  }

  @discardableResult
  private mutating func insert(
    _ unit: RoomUnit, on floors: some Sequence<Int>, level: Int? = nil, below limit: Int = .max,
    mustSleep: Bool = false
  ) -> Bool {
    var best: (room: Int, cost: Int)?
    for floor in floors {
      guard
        let found = arrangement.bestRoom(for: unit, onFloor: floor, level: level, below: best?.cost ?? limit)
      else { continue }
      best = found
    }
    guard let best, best.cost <= unit.costWithout || mustSleep else { return false }
    arrangement.place(unit, in: best.room, cost: best.cost)
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
