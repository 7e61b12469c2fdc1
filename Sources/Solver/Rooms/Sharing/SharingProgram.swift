import Assembly
import IntegerProgramming

/// The integer program of ``SharingBound``: who shares with whom.
///
/// People alike have one variable for each kind of room; strangers are matched by stay within a hotel; floors are counted by
/// group. Labels: `lodged[c]`, `sharers[s]`, `strangers[t]`, `rooms[k]`, `usable[h]`, `there[g,h]`, `floors[g,h,l]`, `free[k]`,
/// `own[k,g]`, `mixed[k]`.
struct SharingProgram {
  private(set) var model = Model(name: "sharing")
  private let problem: RoomProblem
  private let market: RoomMarket
  /// Kinds of room that differ in something that matters here, and how many rooms there are of each.
  private var kindsOfHotel: [[Int]]
  private var kinds: [Int] { kindsOfHotel.flatMap(\.self) }
  private var roomsOfKind: [Int]
  private var classes: [(group: Int, people: RoomMarket.Class, count: Int)] = []

  /// People who are alike when they share a room for several: of one group and gender, with equal stays and needs.
  private struct Sharer: Hashable {
    let group: Int
    let gender: Gender
    let periods: Range<Int>
    let choice: Int
    let needsAccessibleRoom: Bool
    let room: Int?
  }

  private struct Strangers: Hashable {
    let hotel: Int
    let gender: Gender
    let periods: Range<Int>
  }

  /// Rooms of a level, or people, of a group in a hotel.
  private struct Place: Hashable {
    let group, hotel, level: Int
  }

  private var ofKind: [[LinearTerm]]
  private var onFloors: [Place: [LinearTerm]] = [:]
  private var inHotel: [[LinearTerm]] = []
  /// What people of a group, so many, have in a hotel.
  private var links: [(group: Int, hotel: Int, count: Int, people: [LinearTerm])] = []
  private var variableCount = 0
  /// Floors of each group in each hotel.
  private var floorsInUse: [LinearTerm] = []
  /// People who have no bed, or sleep below their entitlement.
  private var lowered: [LinearTerm] = []

  /// The program of all groups and floors, with what hotels and floors cost.
  ///
  /// - Returns: nothing where people do not meet, or the program has more variables than wanted.
  init?(_ problem: RoomProblem, atMost limit: Int) {
    self.init(problem, problem.lodgers, Array(problem.chambers.indices), atMost: limit)
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
    guard let first = stays.map(\.lowerBound).max(), let last = stays.map(\.upperBound).min(),
      first < last
    else { return nil }
    market = RoomMarket(problem)
    roomsOfKind = Array(repeating: 0, count: market.kinds.count)
    ofKind = Array(repeating: [], count: market.kinds.count)
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
    }
    var numbers: [Key: Int] = [:]
    for lodger in lodgers {
      let key = Key(group: lodger.group, people: market.classOf(lodger))
      if let number = numbers[key] {
        classes[number].count += 1
      } else {
        numbers[key] = classes.count
        classes.append((key.group, key.people, 1))
      }
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

  private mutating func variable(_ name: String, _ cost: Double, atMost: Double = .infinity) -> Variable {
    variableCount += 1
    return model.addVariable(
      name, in: atMost < .infinity ? .between(0...atMost) : .atLeast(0), kind: .integer, objective: cost
    )
  }

  private func price(_ kind: Int, nights: Int) -> Double {
    Double(problem.weight(.roomsPrice) * market.kinds[kind].price * nights)
  }

  private func nights(_ periods: Range<Int>) -> Int { problem.nights(of: periods) }

  /// Notes that somebody of a class who has one of some variables is in rooms of a kind.
  private mutating func occupy(
    _ kind: Int, _ variable: Variable, rooms: Double, group: Int, touched: Double
  ) {
    if rooms > 0 { ofKind[kind].append(rooms * variable) }
    let place = Place(
      group: group, hotel: market.kinds[kind].hotel, level: market.kinds[kind].level)
    onFloors[place, default: []].append(touched * variable)
  }

  // MARK: People

  private mutating func addPeople(atMost limit: Int) -> Bool {
    var supply: [Sharer: [(variable: Variable, number: Int)]] = [:]
    var families: [[LinearTerm]] = Array(repeating: [], count: market.kinds.count)
    for (number, each) in classes.enumerated() {
      let people = each.people
      let count = Double(each.count)
      let out = variable("out", Double(people.costWithout), atMost: count)
      lowered.append(1 * out)
      var lodged = [1 * out]
      for kind in kinds where market.admits(people, kind) {
        let room = market.kinds[kind]
        // Who may share with somebody is a sharer in rooms for several, however few are there.
        guard people.family || people.isSolitary || room.level > 1 else { continue }
        let below =
          problem.weight(.roomsBelow) * nights(people.periods) * max(0, people.level - room.level)
        let share = people.family ? 1 / Double(max(room.beds, room.bedsForFamily)) : 1
        let alone = variable(
          "alone", price(kind, nights: nights(people.periods)) * share + Double(below),
          atMost: count)
        if people.level > room.level { lowered.append(1 * alone) }
        if people.family { families[kind].append(1 * alone) }
        occupy(kind, alone, rooms: share, group: each.group, touched: share)
        inHotel[number * problem.roomStock.hotels.count + room.hotel].append(1 * alone)
        lodged.append(1 * alone)
      }
      if !people.family, let gender = people.gender {
        let below = problem.weight(.roomsBelow) * nights(people.periods) * (people.level - 1)
        let sharing = variable("sharing", Double(below), atMost: count)
        if people.level > 1 { lowered.append(1 * sharing) }
        lodged.append(1 * sharing)
        let sharer = Sharer(
          group: each.group, gender: gender, periods: people.periods, choice: people.choice,
          needsAccessibleRoom: people.needsAccessibleRoom, room: people.room)
        supply[sharer, default: []].append((sharing, number))
      }
      model.addConstraint("lodged[\(number)]", lodged, .equal(count))
      if variableCount > limit { return false }
    }
    return addSharers(supply, families, atMost: limit)
  }

  /// Adds what people who may share do in rooms for several.
  private mutating func addSharers(
    _ supply: [Sharer: [(variable: Variable, number: Int)]], _ families: [[LinearTerm]],
    atMost limit: Int
  ) -> Bool {
    let sharers = supply.sorted { $0.value[0].number < $1.value[0].number }
      .map { (data: $0.key, supply: $0.value, example: classes[$0.value[0].number].people) }
    let hotels = problem.roomStock.hotels.count
    var uses = [[LinearTerm]](repeating: [], count: sharers.count)
    var inHotel = [[LinearTerm]](repeating: [], count: sharers.count * hotels)
    func use(_ sharer: Int, _ hotel: Int, _ term: LinearTerm) {
      uses[sharer].append(term)
      inHotel[sharer * hotels + hotel].append(term)
    }
    var guests: [Strangers: [LinearTerm]] = [:]
    for kind in kinds where market.kinds[kind].level == 1 {
      let room = market.kinds[kind]
      let fitting = sharers.indices.filter { market.admits(sharers[$0].example, kind) }
      for sharer in fitting {
        let data = sharers[sharer].data
        let alone = variable("alone", price(kind, nights: nights(data.periods)))
        use(sharer, room.hotel, 1 * alone)
        occupy(kind, alone, rooms: 1, group: data.group, touched: 1)
      }
      if room.beds == 2 { addPairs(kind, fitting.map { ($0, sharers[$0].data) }, use) }
      if room.beds > 2 { addCrowds(kind, fitting.map { ($0, sharers[$0].data) }, use) }
      if room.beds > 1, !families[kind].isEmpty {
        // Somebody may have a bed that a family leaves free.
        var free = families[kind].map { Double(room.beds - 1) * $0.variable }
        for sharer in fitting {
          let data = sharers[sharer].data
          let share = 1 / Double(room.beds)
          let beside = variable("beside", price(kind, nights: nights(data.periods)) * share)
          use(sharer, room.hotel, 1 * beside)
          occupy(kind, beside, rooms: share, group: data.group, touched: share)
          free.append(-1 * beside)
        }
        model.addConstraint("free[\(kind)]", free, .atLeast(0))
      }
      if variableCount > limit { return false }
    }
    for hotel in 0..<hotels {
      for (sharer, each) in sharers.enumerated()
      where kindsOfHotel[hotel].contains(where: {
        market.kinds[$0].isTwin && market.admits(each.example, $0)
      }) {
        let guest = variable("guest", Double(problem.weight(.roomsStrangers)) / 2)
        use(sharer, hotel, 1 * guest)
        onFloors[Place(group: each.data.group, hotel: hotel, level: 1), default: []].append(
          1 * guest)
        let strangers = Strangers(
          hotel: hotel, gender: each.data.gender, periods: each.data.periods)
        guests[strangers, default: []].append(1 * guest)
      }
    }
    addStrangers(guests)
    for (sharer, each) in sharers.enumerated() {
      let supply = each.supply.map { -1 * $0.variable }
      model.addConstraint("sharers[\(sharer)]", uses[sharer] + supply, .equal(0))
      let count = each.supply.reduce(0) { $0 + classes[$1.number].count }
      for hotel in 0..<hotels where !inHotel[sharer * hotels + hotel].isEmpty {
        links.append((each.data.group, hotel, count, inHotel[sharer * hotels + hotel]))
      }
    }
    return variableCount <= limit
  }

  /// Two of one group in a room of two beds.
  private mutating func addPairs(
    _ kind: Int, _ sharers: [(number: Int, data: Sharer)], _ use: (Int, Int, LinearTerm) -> Void
  ) {
    for (place, one) in sharers.enumerated() {
      for other in sharers[place...]
      where other.data.group == one.data.group && other.data.gender == one.data.gender {
        let pair = variable(
          "pair", price(kind, nights: nights(hull(one.data.periods, other.data.periods))))
        use(one.number, market.kinds[kind].hotel, 1 * pair)
        use(other.number, market.kinds[kind].hotel, 1 * pair)
        occupy(kind, pair, rooms: 1, group: one.data.group, touched: 1)
      }
    }
  }

  /// All who are there in the core, so that the periods of both are those from the first to the last.
  private func hull(_ one: Range<Int>, _ other: Range<Int>) -> Range<Int> {
    min(one.lowerBound, other.lowerBound)..<max(one.upperBound, other.upperBound)
  }

  /// People in rooms of three beds and more: of one group, or not, where each has a stranger in the room on average at least.
  private mutating func addCrowds(
    _ kind: Int, _ sharers: [(number: Int, data: Sharer)], _ use: (Int, Int, LinearTerm) -> Void
  ) {
    let room = market.kinds[kind]
    let beds = Double(room.beds)
    for gender in [Gender.female, .male] {
      let some = sharers.filter { $0.data.gender == gender }
      for nights in hulls(some.map(\.data.periods)) {
        let fitting = some.filter { nights.contains($0.data.periods) }
        let mixed = variable("mixed", price(kind, nights: self.nights(nights)))
        ofKind[kind].append(1 * mixed)
        var inMixed = [-beds * mixed]
        for group in Set(fitting.map(\.data.group)).sorted() {
          let own = variable("own", price(kind, nights: self.nights(nights)))
          occupy(kind, own, rooms: 1, group: group, touched: 1)
          var inOwn = [-beds * own]
          for (number, data) in fitting where data.group == group {
            let inside = variable("inside", 0)
            use(number, room.hotel, 1 * inside)
            inOwn.append(1 * inside)
            let guest = variable("guest", Double(problem.weight(.roomsStrangers)) / 2)
            use(number, room.hotel, 1 * guest)
            inMixed.append(1 * guest)
            occupy(kind, guest, rooms: 0, group: group, touched: 1 / (beds - 1))
          }
          model.addConstraint("own[\(kind),\(group)]", inOwn, .atMost(0))
        }
        model.addConstraint("mixed[\(kind)]", inMixed, .atMost(0))
      }
    }
  }

  /// The periods in which a room may be in use that is in use for some of these stays.
  private func hulls(_ stays: [Range<Int>]) -> [Range<Int>] {
    let distinct = Set(stays)
    return Set(distinct.flatMap { one in distinct.map { hull(one, $0) } })
      .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }

  /// Strangers of one gender in rooms of two beds of a hotel, matched by stay.
  private mutating func addStrangers(_ guests: [Strangers: [LinearTerm]]) {
    let stays = guests.keys.sorted {
      ($0.hotel, $0.gender == .male ? 1 : 0, $0.periods.lowerBound, $0.periods.upperBound)
        < ($1.hotel, $1.gender == .male ? 1 : 0, $1.periods.lowerBound, $1.periods.upperBound)
    }
    var matched = stays.map { guests[$0]! }
    for (one, first) in stays.enumerated() {
      for (other, second) in stays.enumerated()
      where one <= other && first.hotel == second.hotel && first.gender == second.gender {
        for kind in kindsOfHotel[first.hotel] where market.kinds[kind].isTwin {
          let match = variable(
            "match", price(kind, nights: nights(hull(first.periods, second.periods))))
          ofKind[kind].append(1 * match)
          matched[one].append(-1 * match)
          matched[other].append(-1 * match)
        }
      }
    }
    for (number, terms) in matched.enumerated() {
      model.addConstraint("strangers[\(number)]", terms, .equal(0))
    }
  }

  // MARK: Rooms and places

  private mutating func addRooms() {
    for (kind, terms) in ofKind.enumerated() where !terms.isEmpty {
      model.addConstraint("rooms[\(kind)]", terms, .atMost(Double(roomsOfKind[kind])))
    }
    guard problem.event.settings.roomSpare > 0 else { return }
    for (hotel, kinds) in kindsOfHotel.enumerated() {
      model.addConstraint(
        "usable[\(hotel)]", kinds.flatMap { ofKind[$0] },
        .atMost(Double(problem.usableRooms(ofHotel: hotel))))
    }
  }

  private mutating func addPlaces() {
    let hotels = problem.roomStock.hotels.count
    for (number, each) in classes.enumerated() {
      for hotel in 0..<hotels where !inHotel[number * hotels + hotel].isEmpty {
        links.append((each.group, hotel, each.count, inHotel[number * hotels + hotel]))
      }
    }
    var roomsOnFloor = [Int](repeating: 0, count: hotels * 4)
    for floor in problem.roomStock.floors {
      for level in 1...3 {
        let count = floor.rooms.count { problem.chambers[$0].level == level }
        roomsOnFloor[floor.hotel * 4 + level] = max(roomsOnFloor[floor.hotel * 4 + level], count)
      }
    }
    var there: [Place: Variable] = [:]
    var floors: [Place: Variable] = [:]
    for (group, hotel, count, people) in links {
      let place = Place(group: group, hotel: hotel, level: 0)
      if there[place] == nil {
        let isThere = variable("there", Double(problem.weight(.roomsHotel)), atMost: 1)
        let onFloors = variable("floors", Double(problem.weight(.roomsFloor)))
        model.addConstraint(
          "floors[\(group),\(hotel)]", [1 * onFloors, -1 * isThere], .atLeast(0))
        (there[place], floors[place]) = (isThere, onFloors)
        floorsInUse.append(1 * onFloors)
      }
      model.addConstraint(
        "there[\(group),\(hotel)]", people + [-Double(count) * there[place]!], .atMost(0))
    }
    for (place, touched) in onFloors.sorted(by: {
      ($0.key.group, $0.key.hotel, $0.key.level) < ($1.key.group, $1.key.hotel, $1.key.level)
    }) {
      let floor = floors[Place(group: place.group, hotel: place.hotel, level: 0)]!
      let rooms = Double(roomsOnFloor[place.hotel * 4 + place.level])
      model.addConstraint(
        "floors[\(place.group),\(place.hotel),\(place.level)]", touched + [-rooms * floor],
        .atMost(0))
    }
  }
}
