import Assembly
import IntegerProgramming

/// The integer program of ``SharingBound``: who shares with whom.
///
/// People alike have one variable for each kind of room. Where all meet in one period, strangers are matched by stay within a hotel;
/// elsewhere rooms for several are counted period by period. Floors are counted by group. Labels: `lodged[c]`, `sharers[s]`,
/// `strangers[t]`, `beds[k,p]`, `rooms[k,p]`, `usable[h,p]`, `there[g,h]`, `floors[g,h,l,p]`, `together[q,c,c,h]`, `free[k]`, `own[k,g]`,
/// `mixed[k]`.
struct SharingProgram {
  var model = Model(name: "sharing")
  let problem: RoomProblem
  let market: RoomMarket
  /// The periods in which rooms and floors are counted: one in which all are there, or else all of them.
  let periods: [Int]
  /// Whether all are there in one period.
  let hasCore: Bool
  /// Kinds of room that differ in something that matters here, and how many rooms there are of each.
  private(set) var kindsOfHotel: [[Int]]
  var kinds: [Int] { kindsOfHotel.flatMap(\.self) }
  private(set) var roomsOfKind: [Int]
  private(set) var classes: [People] = []

  /// People of a group who are alike.
  struct People {
    let group: Int
    let people: RoomMarket.Class
    var count = 0
    /// Their party, where its people are not alike; they have one room, and so one hotel.
    let party: Int?
    /// How many have no bed.
    var out: Variable?
  }

  /// People who are alike when they share a room for several: of one group and gender, with equal stays and needs.
  struct Sharer: Hashable {
    /// One of a party whose people are not alike.
    let single: Int?
    let group: Int
    let gender: Gender
    let periods: Range<Int>
    let choice: Int
    let needsAccessibleRoom: Bool
    let room: Int?
  }

  struct Strangers: Hashable {
    let hotel: Int
    let gender: Gender
    let periods: Range<Int>
  }

  /// Rooms of a level, or people, of a group in a hotel.
  struct Place: Hashable {
    let group, hotel, level: Int
  }

  struct PlaceInPeriod: Hashable {
    let place: Place
    let period: Int
  }

  /// A kind of room in one of the periods that are counted.
  struct KindInPeriod: Hashable {
    let kind, period: Int
  }

  /// People of a class in rooms of a kind.
  typealias Sleepers = (number: Int, variable: Variable)

  private var rooms: [KindInPeriod: [LinearTerm]] = [:]
  private(set) var onFloors: [PlaceInPeriod: [LinearTerm]] = [:]
  private(set) var inHotel: [[LinearTerm]] = []
  /// What people of a group, so many, have in a hotel.
  var links: [(group: Int, hotel: Int, count: Int, people: [LinearTerm])] = []
  private(set) var variableCount = 0
  /// Floors of each group in each hotel.
  var floorsInUse: [LinearTerm] = []
  /// People who have no bed, or sleep below their entitlement.
  var lowered: [LinearTerm] = []

  /// The program of all groups and floors, with what hotels and floors cost.
  ///
  /// - Returns: nothing where the program has more variables than wanted.
  init?(_ problem: RoomProblem, atMost limit: Int) {
    self.init(problem, problem.lodgers, Array(problem.chambers.indices), atMost: limit)
    addParties()
    addPlaces()
  }

  /// The program of some groups on some floors, where everybody has a bed and nobody sleeps below the entitlement; hotels and
  /// floors cost nothing.
  init?(_ problem: RoomProblem, groups: Set<Int>, floors: Set<Int>, atMost limit: Int) {
    self.init(
      problem, problem.lodgers.filter { groups.contains($0.group) },
      problem.chambers.indices.filter { floors.contains(problem.chambers[$0].floor) }, atMost: limit
    )
    for term in lowered { model.setBounds(of: term.variable, to: .equal(0)) }
  }

  private init?(
    _ problem: RoomProblem, _ lodgers: [RoomProblem.Lodger], _ rooms: [Int],
    atMost limit: Int
  ) {
    self.problem = problem
    let stays = problem.lodgers.map(\.periods)
    guard let first = stays.map(\.lowerBound).max(), let last = stays.map(\.upperBound).min() else {
      return nil
    }
    hasCore = first < last
    periods = hasCore ? [first] : Array(problem.nightsOfPeriod.indices)
    market = RoomMarket(problem)
    roomsOfKind = Array(repeating: 0, count: market.kinds.count)
    let hotels = problem.roomStock.hotels.count
    kindsOfHotel = Array(repeating: [], count: hotels)
    classifyPeople(lodgers)
    classifyRooms(rooms)
    inHotel = Array(repeating: [], count: classes.count * hotels)
    guard addPeople(atMost: limit) else { return nil }
    addRooms()
  }

  /// Demands so many (group, floor) pairs, unless somebody has no bed or sleeps below the entitlement.
  mutating func require(pairs: Int) {
    let isStrict = model.addBinary("strict")
    model.addConstraint("pairs", floorsInUse + [-Double(pairs) * isStrict], .atLeast(0))
    model.addConstraint("lowered", lowered + [1 * isStrict], .atLeast(1))
  }

  private mutating func classifyPeople(_ lodgers: [RoomProblem.Lodger]) {
    struct Key: Hashable {
      let group: Int
      let people: RoomMarket.Class
      var party: Int?
    }
    func key(_ lodger: RoomProblem.Lodger) -> Key { Key(group: lodger.group, people: market.classOf(lodger)) }
    var partyOfPerson: [Int: Int] = [:]
    for (party, members) in problem.parties.enumerated()
    where Set(members.map { key(problem.lodgers[$0]) }).count > 1 {
      for member in members { partyOfPerson[problem.lodgers[member].person] = party }
    }
    var numbers: [Key: Int] = [:]
    for lodger in lodgers {
      var key = key(lodger)
      key.party = partyOfPerson[lodger.person]
      let number = numbers[key] ?? classes.count
      if number == classes.count {
        numbers[key] = number
        classes.append(People(group: key.group, people: key.people, party: key.party))
      }
      classes[number].count += 1
    }
  }

  /// Rooms that the same people may have at the same cost are one kind, lest the search tries them in turn.
  private mutating func classifyRooms(_ rooms: [Int]) {
    struct Likeness: Hashable {
      let hotel, level, beds, bedsForFamily, price: Int
      let admitted: [Bool]
    }
    var counts = [Int](repeating: 0, count: market.kinds.count)
    for room in rooms { counts[market.kindOfRoom[room]] += 1 }
    var first: [Likeness: Int] = [:]
    for (kind, room) in market.kinds.enumerated() where counts[kind] > 0 {
      let likeness = Likeness(
        hotel: room.hotel, level: room.level, beds: room.beds, bedsForFamily: room.bedsForFamily,
        price: room.price, admitted: classes.map { market.admits($0.people, kind) })
      if first[likeness] == nil {
        first[likeness] = kind
        kindsOfHotel[room.hotel].append(kind)
      }
      roomsOfKind[first[likeness]!] += counts[kind]
    }
  }

  mutating func variable(_ name: String, _ cost: Double, atMost: Double = .infinity) -> Variable {
    variableCount += 1
    return model.addVariable(
      name, in: atMost < .infinity ? .between(0...atMost) : .atLeast(0), kind: .integer, objective: cost
    )
  }

  func price(_ kind: Int, nights: Int) -> Double {
    Double(problem.weight(.roomsPrice) * market.kinds[kind].price * nights)
  }

  func nights(_ periods: Range<Int>) -> Int { problem.nights(of: periods) }

  /// What it costs that somebody sleeps in a room of a level, where that is below the entitlement.
  func costBelow(_ people: RoomMarket.Class, in level: Int) -> Double {
    Double(problem.weight(.roomsBelow) * nights(people.periods) * max(0, people.level - level))
  }

  /// Notes that so many rooms of a kind are in use in some periods for each of a variable.
  mutating func use(_ kind: Int, _ term: LinearTerm, in stay: Range<Int>) {
    for period in periods where stay.contains(period) {
      rooms[KindInPeriod(kind: kind, period: period), default: []].append(term)
    }
  }

  /// Notes that people of a group have so many rooms of a level in a hotel in some periods for each of a variable.
  mutating func touch(_ place: Place, _ term: LinearTerm, in stay: Range<Int>) {
    for period in periods where stay.contains(period) {
      onFloors[PlaceInPeriod(place: place, period: period), default: []].append(term)
    }
  }

  /// Notes that somebody of a class who has one of some variables is in rooms of a kind.
  mutating func occupy(
    _ kind: Int, _ variable: Variable, rooms: Double, group: Int, touched: Double, in stay: Range<Int>
  ) {
    if rooms > 0 { use(kind, rooms * variable, in: stay) }
    let place = Place(
      group: group, hotel: market.kinds[kind].hotel, level: market.kinds[kind].level)
    touch(place, touched * variable, in: stay)
  }

  /// Notes that people of a class are in a hotel.
  mutating func stay(_ number: Int, _ hotel: Int, _ term: LinearTerm) {
    inHotel[number * problem.roomStock.hotels.count + hotel].append(term)
  }

  // MARK: People

  private mutating func addPeople(atMost limit: Int) -> Bool {
    var supply: [Sharer: [(variable: Variable, number: Int)]] = [:]
    var families: [[Sleepers]] = Array(repeating: [], count: market.kinds.count)
    var inBeds = families
    for (number, each) in classes.enumerated() {
      let people = each.people
      let count = Double(each.count)
      let out = variable("out", Double(people.costWithout), atMost: count)
      classes[number].out = out
      lowered.append(1 * out)
      var lodged = [1 * out]
      for kind in kinds where market.admits(people, kind) {
        let room = market.kinds[kind]
        // Who may share with somebody is a sharer in rooms for several, however few are there.
        guard people.family || people.isSolitary || room.level > 1 else { continue }
        let share = people.family ? 1 / Double(max(room.beds, room.bedsForFamily)) : 1
        let alone = variable(
          "alone",
          price(kind, nights: nights(people.periods)) * share + costBelow(people, in: room.level),
          atMost: count)
        if people.level > room.level { lowered.append(1 * alone) }
        if people.family { families[kind].append((number, alone)) }
        occupy(kind, alone, rooms: share, group: each.group, touched: share, in: people.periods)
        stay(number, room.hotel, 1 * alone)
        lodged.append(1 * alone)
      }
      if !hasCore, !people.family, people.gender != nil {
        lodged += addBeds(number, to: &inBeds)
      } else if !people.family, let gender = people.gender {
        let sharing = variable("sharing", costBelow(people, in: 1), atMost: count)
        if people.level > 1 { lowered.append(1 * sharing) }
        lodged.append(1 * sharing)
        let sharer = Sharer(
          single: each.party == nil ? nil : number, group: each.group, gender: gender,
          periods: people.periods, choice: people.choice, needsAccessibleRoom: people.needsAccessibleRoom,
          room: people.room)
        supply[sharer, default: []].append((sharing, number))
      }
      model.addConstraint("lodged[\(number)]", lodged, .equal(count))
      if variableCount > limit { return false }
    }
    guard hasCore else {
      addNights(inBeds, families)
      return variableCount <= limit
    }
    return addSharers(supply, families, atMost: limit)
  }

  // MARK: Rooms

  private mutating func addRooms() {
    for kind in market.kinds.indices {
      for period in periods {
        guard let terms = rooms[KindInPeriod(kind: kind, period: period)] else { continue }
        model.addConstraint("rooms[\(kind),\(period)]", terms, .atMost(Double(roomsOfKind[kind])))
      }
    }
    guard problem.event.settings.roomSpare > 0 else { return }
    for (hotel, kinds) in kindsOfHotel.enumerated() {
      for period in periods {
        let terms = kinds.flatMap { rooms[KindInPeriod(kind: $0, period: period)] ?? [] }
        model.addConstraint(
          "usable[\(hotel),\(period)]", terms, .atMost(Double(problem.usableRooms(ofHotel: hotel))))
      }
    }
  }
}
