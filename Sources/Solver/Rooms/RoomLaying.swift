import Assembly
import IntegerProgramming
import SolverShared

/// Lays units into rooms: at first everybody by hotels and floors, later some of them anew.
struct RoomLaying {
  let problem: RoomProblem
  /// Who has which room.
  private(set) var arrangement: RoomArrangement
  private(set) var units: [RoomUnit]
  /// Units of each group; who has a room by name is not among them.
  private(set) var unitsOfGroup: [[Int]] = []
  /// Units without a room.
  private(set) var missing: [Int] = []
  let prices: RoomPrices
  var random: SplitMix64
  private let options: SolverOptions
  private var isFixed: [Bool] = []

  init(_ problem: RoomProblem, _ options: SolverOptions) {
    self.problem = problem
    self.options = options
    random = SplitMix64(stream: 4, seed: options.seed)
    arrangement = RoomArrangement(problem)
    prices = RoomPrices(problem)
    units = RoomUnit.units(of: problem)
    findGroups()
  }

  private mutating func findGroups() {
    isFixed = units.map { unit in unit.members.contains { problem.lodgers[$0].room != nil } }
    unitsOfGroup = Array(repeating: [], count: problem.event.groups.count)
    for (index, unit) in units.enumerated() where !isFixed[index] { unitsOfGroup[unit.group].append(index) }
  }

  /// The objective of the arrangement.
  var objective: Int {
    arrangement.cost + missing.reduce(0) { $0 + units[$1].costWithout }
  }

  /// Lays everybody by hotels and floors.
  mutating func layEverybody() {
    defer { missing = units.indices.filter { !arrangement.isPlaced(units[$0]) } }
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
      let elsewhere = problem.weight(.roomsHotel) + problem.weight(.roomsFloor) + 1
      insert(unit, on: prices.floorsOfHotel[layout.hotelOfUnit[unit]], below: elsewhere + nightsCost(unit))
    }
    // Two who found no room are looked after one by one, and so are two who do not come and go together: others may suit
    // them better.
    splitPairs { unit, arrangement in !arrangement.isPlaced(unit) || !unit.isOneStay }
    for unit in units.indices where !arrangement.isPlaced(units[unit]) { insertAnywhere(unit) }
  }

  /// What a room of its level costs for the nights of a unit, on average.
  private func nightsCost(_ unit: Int) -> Int {
    Int(prices.reference(units[unit].level - 1)) * units[unit].nights
  }

  /// Whether somebody is entitled to a twin and has no room-mate yet.
  func isLoose(_ unit: Int) -> Bool {
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

  // MARK: Who is where

  func floor(of unit: Int) -> Int? {
    let room = arrangement.roomOfLodger[units[unit].members[0]]
    return room < 0 ? nil : problem.chambers[room].floor
  }

  func hotel(of unit: Int) -> Int? {
    floor(of: unit).map { problem.roomStock.floors[$0].hotel }
  }

  func gender(of unit: Int) -> Gender? {
    problem.lodgers[units[unit].members[0]].gender
  }

  /// Takes an earlier arrangement of the same units.
  mutating func restore(_ earlier: RoomArrangement) {
    arrangement = earlier
    missing = units.indices.filter { !arrangement.isPlaced(units[$0]) }
  }

  // MARK: Laying anew

  /// Takes units, and some who have no room, out of their rooms.
  mutating func takeOut(_ chosen: [Int]) -> [(unit: Int, room: Int)] {
    var returning = missing
    if missing.count > RoomLaying.fewMissing {
      // Where many have no bed, few rounds give one of them another chance.
      returning = random.below(8) == 0 ? [missing[random.below(missing.count)]] : []
    }
    let taken = Set(chosen).union(returning)
    missing.removeAll(where: taken.contains)
    return taken.sorted().map { unit in
      let room = arrangement.roomOfLodger[units[unit].members[0]]
      if room >= 0 { arrangement.remove(units[unit]) }
      return (unit, room)
    }
  }

  private static let fewMissing = 4

  /// Lays units that were taken out, group after group.
  ///
  /// - Parameter isWide: whether groups may change their hotels.
  mutating func layAnew(_ taken: [Int], isWide: Bool) {
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
          rest = rest.filter {
            !insert($0, on: prices.floorsOfHotel[hotel], below: problem.weight(.roomsHotel))
          }
        }
      }
      if !rest.isEmpty { lay(rest, of: group, boldness: boldness) }
    }
    missing += taken.filter { !arrangement.isPlaced(units[$0]) }
  }

  /// Puts units that were taken out into their old rooms.
  mutating func putBack(_ taken: [(unit: Int, room: Int)]) {
    for (unit, _) in taken where arrangement.isPlaced(units[unit]) { arrangement.remove(units[unit]) }
    let returning = Set(taken.map(\.unit))
    missing.removeAll(where: returning.contains)
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
      if !arrangement.has(group, inHotel: hotel) { score += Double(problem.weight(.roomsHotel)) }
      if fit < wanted {
        score += Double(problem.weight(.roomsHotel)) * (1 + Double(wanted - fit) / Double(wanted))
      }
      score += boldness * Double(problem.weight(.roomsHotel)) * random.unit()
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
      mustSleep: isFixed[unit])
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

  private mutating func splitPairs(where isToSplit: (RoomUnit, RoomArrangement) -> Bool) {
    for index in units.indices where units[index].isPair && isToSplit(units[index], arrangement) {
      let second = RoomUnit([units[index].members[1]], problem)
      units[index] = RoomUnit([units[index].members[0]], problem)
      units.append(second)
      isFixed.append(false)
      unitsOfGroup[second.group].append(units.count - 1)
    }
  }

  // MARK: Beds for everybody

  /// How many people have no bed, those with a rank counted twice.
  var weightWithout: Int {
    missing.reduce(0) { $0 + units[$1].costWithout } / max(1, problem.weight(.roomsWithout))
  }

  /// Looks for beds for those who have none, whatever the rooms cost; what is found is taken where it is better.
  ///
  /// - Parameters:
  ///   - roomOfLodger: what the search begins with, −1 for no room.
  ///   - least: nobody can lodge so many people that fewer than this stay out.
  ///   - attempt: each draws other random numbers.
  mutating func findBeds(from roomOfLodger: [Int], least: Int, work: Int, attempt: Int) {
    var search = BedSearch(problem, roomOfLodger, seed: options.seed &+ attempt)
    search.run(to: least, work: work, interruption: options.interruption)
    takeWhereBetter(search.roomOfLodger)
    splitPartiesWithoutRoom()
  }

  /// Gives everybody these rooms if that costs less.
  mutating func takeWhereBetter(_ roomOfLodger: [Int]) {
    var other = self
    other.take(roomOfLodger)
    if other.objective < objective { self = other }
  }

  /// Exchanges what whole rooms hold, where that costs less.
  mutating func exchangeRooms() {
    var exchange = RoomExchange(problem, arrangement.roomOfLodger, seed: options.seed)
    exchange.run(
      steps: min(RoomLaying.exchangesOfUnit * units.count, RoomLaying.mostExchanges),
      heat: Double(problem.weight(.roomsFloor)) + 1, interruption: options.interruption)
    var other = self
    other.takeWhole(exchange.roomOfLodger)
    if other.objective < objective { self = other }
  }

  /// Chains of exchanges for each unit, and at most: twice as many better 3,000 people by less than chance does.
  private static let exchangesOfUnit = 150
  private static let mostExchanges = 100_000

  /// Gives every unit another room; a family has its room before others do.
  private mutating func takeWhole(_ roomOfLodger: [Int]) {
    let families = units.indices.filter { units[$0].isFamily }
    let others = units.indices.filter { !units[$0].isFamily }
    place(families + others, in: roomOfLodger, familiesShare: arrangement.familiesShare)
  }

  /// Gives all units, in this order, the room of their first member, where no rule forbids it.
  private mutating func place(_ order: [Int], in roomOfLodger: [Int], familiesShare: Bool) {
    arrangement = RoomArrangement(problem, familiesShare: familiesShare)
    missing = []
    for index in order {
      let room = roomOfLodger[units[index].members[0]]
      if room >= 0, let cost = arrangement.cost(of: units[index], in: room) {
        arrangement.place(units[index], in: room, cost: cost)
      } else {
        missing.append(index)
      }
    }
    missing.sort()
  }

  /// Where there is no room for all who are to share one, there may be one for some of them.
  private mutating func splitPartiesWithoutRoom() {
    for index in missing where units[index].members.count > 1 && !isFixed[index] {
      let members = units[index].members
      units[index] = RoomUnit([members[0]], problem)
      for member in members.dropFirst() {
        let unit = RoomUnit([member], problem)
        units.append(unit)
        isFixed.append(false)
        unitsOfGroup[unit.group].append(units.count - 1)
      }
    }
    for unit in units.indices where !arrangement.isPlaced(units[unit]) { insertAnywhere(unit) }
    missing = units.indices.filter { !arrangement.isPlaced(units[$0]) }
  }

  /// Gives everybody these rooms.
  private mutating func take(_ roomOfLodger: [Int]) {
    splitPairs { unit, _ in
      roomOfLodger[unit.members[0]] < 0 || roomOfLodger[unit.members[0]] != roomOfLodger[unit.members[1]]
    }
    place(Array(units.indices), in: roomOfLodger, familiesShare: true)
  }
}
