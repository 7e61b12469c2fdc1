import Assembly
import IntegerProgramming

/// Rooms for several where all are there in one period, so that no bed serves two: who shares with whom is known by their stays.
extension SharingProgram {
  /// Adds what people who may share do in rooms for several.
  mutating func addSharers(
    _ supply: [Sharer: [(variable: Variable, number: Int)]], _ families: [[Sleepers]],
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
        occupy(kind, alone, rooms: 1, group: data.group, touched: 1, in: data.periods)
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
          occupy(kind, beside, rooms: share, group: data.group, touched: share, in: data.periods)
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
        touch(Place(group: each.data.group, hotel: hotel, level: 1), 1 * guest, in: each.data.periods)
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
        if let number = each.data.single {
          for term in inHotel[sharer * hotels + hotel] { stay(number, hotel, term) }
        } else {
          links.append((each.data.group, hotel, count, inHotel[sharer * hotels + hotel]))
        }
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
        occupy(kind, pair, rooms: 1, group: one.data.group, touched: 1, in: one.data.periods)
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
        self.use(kind, 1 * mixed, in: nights)
        var inMixed = [-beds * mixed]
        for group in Set(fitting.map(\.data.group)).sorted() {
          let own = variable("own", price(kind, nights: self.nights(nights)))
          occupy(kind, own, rooms: 1, group: group, touched: 1, in: nights)
          var inOwn = [-beds * own]
          for (number, data) in fitting where data.group == group {
            let inside = variable("inside", 0)
            use(number, room.hotel, 1 * inside)
            inOwn.append(1 * inside)
            let guest = variable("guest", Double(problem.weight(.roomsStrangers)) / 2)
            use(number, room.hotel, 1 * guest)
            inMixed.append(1 * guest)
            occupy(kind, guest, rooms: 0, group: group, touched: 1 / (beds - 1), in: nights)
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
          use(kind, 1 * match, in: first.periods)
          matched[one].append(-1 * match)
          matched[other].append(-1 * match)
        }
      }
    }
    for (number, terms) in matched.enumerated() {
      model.addConstraint("strangers[\(number)]", terms, .equal(0))
    }
  }
}
