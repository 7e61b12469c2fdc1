import Assembly

/// What the people of a group need at least, whatever the others do: at given prices of beds, the cheapest set of hotels.
///
/// Formulation.md says why no plan lodges the group for less. A group's people are taken in classes of people alike.
struct GroupRooms {
  /// A way to lodge the group, as one point of the bound's master program: what it costs apart from scarcity, and how much
  /// it takes of each stock.
  struct Column {
    let cost: Double
    let amounts: [(stock: Int, amount: Double)]
  }

  /// What the group costs at least when it is in some hotels and no others.
  struct Choice {
    let hotels: [Int]
    let cost: Double
  }

  /// Rooms that differ in what a group may save there: twins, where an odd one leaves a bed empty; others for several;
  /// singles; suites.
  private static let categories = 4
  static func category(_ kind: RoomMarket.Kind) -> Int {
    kind.level > 1 ? kind.level : kind.isTwin ? 0 : 1
  }
  private static let levelOfCategory = [1, 1, 2, 3]

  let market: RoomMarket
  private let stockOf: [[Int]]
  let classes: [(people: RoomMarket.Class, count: Int)]
  /// Kinds of room that will do for each class, by hotel.
  let kinds: [[[Int]]]
  /// Whether people of each class are there in the busiest period of the group.
  private let isThere: [Bool]
  /// By gender: the stays, as sets of periods, of people entitled to a twin who find nobody with the same stay.
  let loose: [(gender: Gender, stays: [[Int]])]
  /// Beds by level on the largest floor of each hotel.
  private let floorBeds: [[Int]]
  let hotelFee, floorFee, strangerFee: Double

  /// - Parameter stockOf: the stocks of each kind, then of each hotel.
  init(_ market: RoomMarket, lodgers: [Int], floorBeds: [[Int]], stockOf: [[Int]]) {
    let problem = market.problem
    self.market = market
    self.floorBeds = floorBeds
    self.stockOf = stockOf
    var numbers: [RoomMarket.Class: Int] = [:]
    var classes: [(people: RoomMarket.Class, count: Int)] = []
    for lodger in lodgers {
      let people = market.classOf(problem.lodgers[lodger])
      if let number = numbers[people] {
        classes[number].count += 1
      } else {
        numbers[people] = classes.count
        classes.append((people, 1))
      }
    }
    self.classes = classes
    kinds = classes.map { people, _ in market.kindsOfHotel.map { $0.filter { market.admits(people, $0) } } }
    let there = problem.nightsOfPeriod.indices.map { period in
      classes.reduce(0) { $1.people.periods.contains(period) ? $0 + $1.count : $0 }
    }
    let busiest = there.indices.max { (there[$0], $1) < (there[$1], $0) } ?? 0
    isThere = classes.map { $0.people.periods.contains(busiest) }
    loose = GroupRooms.loose(problem, lodgers)
    hotelFee = Double(problem.weight(.roomsHotel))
    floorFee = Double(problem.weight(.roomsFloor))
    strangerFee = Double(problem.weight(.roomsStrangers)) / 2
  }

  /// Where no bed can be used twice, because all are there in one period, an odd one of each stay is left over. Else all
  /// that is known is in which periods an odd number of people is there: as if one stay were left over.
  private static func loose(_ problem: RoomProblem, _ lodgers: [Int]) -> [(gender: Gender, stays: [[Int]])] {
    let lodgers = lodgers.map { problem.lodgers[$0] }
    let families = Set(lodgers.compactMap(\.family))
    // A family whose nights differ may have a bed free for somebody of the group, which costs nothing; so may one of two
    // groups, when those of the other have no bed.
    var example: [Int: RoomProblem.Lodger] = [:]
    for lodger in families.isEmpty ? [] : problem.lodgers {
      guard let family = lodger.family, families.contains(family) else { continue }
      let first = example[family] ?? lodger
      guard lodger.periods == first.periods, lodger.group == first.group else { return [] }
      example[family] = first
    }
    return [Gender.female, .male].map { gender in
      let sharing = lodgers.filter { $0.level == 1 && $0.gender == gender && $0.family == nil }.map(\.periods)
      let odd = Dictionary(grouping: sharing) { $0 }.filter { $1.count % 2 == 1 }.keys
        .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
      let allMeet = sharing.map(\.lowerBound).max() ?? 0 < sharing.map(\.upperBound).min() ?? 0
      if allMeet, odd.count <= mostLoose { return (gender, odd.map(Array.init)) }
      return (
        gender,
        [problem.nightsOfPeriod.indices.filter { period in sharing.count { $0.contains(period) } % 2 == 1 }]
      )
    }
  }

  /// Stays that are matched exactly.
  private static let mostLoose = 10

  /// What it costs that nobody of the group has a bed.
  var costWithout: Double {
    classes.reduce(0) { $0 + Double($1.count * $1.people.costWithout) }
  }

  // MARK: Pricing

  /// The group at some prices.
  struct Priced {
    let group: GroupRooms
    let prices: BedPrices
    /// What somebody of a class pays at least in a category of rooms of a hotel, and in which kind:
    /// (class × hotels + hotel) × categories + category.
    let costs: [Double]
    let kinds: [Int]
    /// The cheapest of a hotel, and of this hotel and all later ones: class × (hotels + 1) + hotel.
    let cheapest: [Double]
    let cheapestLater: [Double]
  }

  func priced(at prices: BedPrices) -> Priced {
    let hotels = market.kindsOfHotel.count
    let width = GroupRooms.categories
    var costs = [Double](repeating: .infinity, count: classes.count * hotels * width)
    var best = [Int](repeating: -1, count: costs.count)
    var cheapest = [Double](repeating: .infinity, count: classes.count * (hotels + 1))
    var cheapestLater = cheapest
    for (number, (people, _)) in classes.enumerated() {
      for hotel in (0..<hotels).reversed() {
        for kind in kinds[number][hotel] {
          let place = (number * hotels + hotel) * width + GroupRooms.category(market.kinds[kind])
          let cost =
            below(people, kind) + market.load(people, kind) * prices.price(kind, people.periods)
          if cost < costs[place] { (costs[place], best[place]) = (cost, kind) }
        }
        let place = number * (hotels + 1) + hotel
        cheapest[place] = costs[(number * hotels + hotel) * width..<(number * hotels + hotel + 1) * width]
          .min()!
        cheapestLater[place] = min(cheapest[place], cheapestLater[place + 1])
      }
    }
    return Priced(
      group: self, prices: prices, costs: costs, kinds: best, cheapest: cheapest, cheapestLater: cheapestLater
    )
  }

  private func below(_ people: RoomMarket.Class, _ kind: Int) -> Double {
    let nights = market.problem.nights(of: people.periods)
    return Double(
      market.problem.weight(.roomsBelow) * nights * max(0, people.level - market.kinds[kind].level))
  }
}

extension GroupRooms.Priced {
  private var hotels: Int { group.market.kindsOfHotel.count }

  /// The cheapest choices of hotels, the best first; at least one, that nobody has a bed.
  ///
  /// Branch and bound over sets of hotels: a set and all hotels that may still join it cost no less than the fees of the
  /// set and what everybody pays at the cheapest of both.
  func choices(_ count: Int) -> [GroupRooms.Choice] {
    var best = [GroupRooms.Choice(hotels: [], cost: group.costWithout)]
    // With the place of each alone the group pays no less than that and the fees; most sets are told by it to be too dear.
    func offer(_ hotels: [Int], _ costs: [Double]) {
      if best.count == count {
        let least = zip(group.classes, costs).reduce(Double(hotels.count) * (group.hotelFee + group.floorFee))
        {
          $0 + Double($1.0.count) * $1.1
        }
        if least > best[count - 1].cost + 1e-9 * abs(least) { return }
      }
      let choice = GroupRooms.Choice(hotels: hotels, cost: points(hotels).cost)
      let place = best.firstIndex { choice.cost < $0.cost } ?? best.count
      best.insert(choice, at: place)
      if best.count > count { best.removeLast() }
    }
    func extend(_ hotels: [Int], _ costs: [Double], from first: Int) {
      for hotel in first..<self.hotels {
        // Whatever joins from here on, the best choice so far is no dearer.
        var limit = Double(hotels.count + 1) * (group.hotelFee + group.floorFee)
        for (number, people) in group.classes.enumerated() {
          limit +=
            Double(people.count) * min(costs[number], cheapestLater[number * (self.hotels + 1) + hotel])
        }
        if limit >= best[0].cost { return }
        let joined = self.joined(costs, hotel)
        if !hotels.isEmpty { offer(hotels + [hotel], joined) }
        extend(hotels + [hotel], joined, from: hotel + 1)
      }
    }
    let nowhere = group.classes.map { Double($0.people.costWithout) }
    for hotel in 0..<hotels where group.kinds.contains(where: { !$0[hotel].isEmpty }) {
      offer([hotel], joined(nowhere, hotel))
    }
    extend([], nowhere, from: 0)
    return best
  }

  /// What each class pays at least where a hotel joins others.
  private func joined(_ costs: [Double], _ hotel: Int) -> [Double] {
    costs.indices.map { min(costs[$0], cheapest[$0 * (hotels + 1) + hotel]) }
  }

  /// A choice as a column of the master program.
  func column(_ hotels: [Int]) -> GroupRooms.Column {
    if hotels.isEmpty { return GroupRooms.Column(cost: group.costWithout, amounts: []) }
    let points = points(hotels)
    let problem = group.market.problem
    var amounts: [Int: Double] = [:]
    var scarcity = 0.0
    func take(_ kind: Int, _ periods: Range<Int>, _ beds: Double) {
      let room = group.market.kinds[kind]
      for stock in group.stockOf[kind] where periods.contains(group.market.stocks[stock].period) {
        amounts[stock, default: 0] += beds
      }
      for stock in group.stockOf[group.market.kinds.count + room.hotel]
      where periods.contains(group.market.stocks[stock].period) {
        amounts[stock, default: 0] += beds / Double(room.beds)
      }
      let price =
        Double(problem.weight(.roomsPrice) * room.price * problem.nights(of: periods)) / Double(room.beds)
      scarcity += beds * (prices.price(kind, periods) - price)
    }
    for move in points.moves where move.kind >= 0 {
      let people = group.classes[move.people].people
      take(move.kind, people.periods, move.count * group.market.load(people, move.kind))
    }
    for (kind, period) in points.emptyBeds { take(kind, period..<period + 1, 1) }
    return GroupRooms.Column(
      cost: points.cost - scarcity,
      amounts: amounts.filter { abs($0.value) > 1e-9 }.sorted { $0.key < $1.key }
        .map { (stock: $0.key, amount: $0.value) })
  }

  /// How a lower bound of a group in some hotels comes about.
  struct Points {
    var cost = 0.0
    /// How many people of a class are in a kind of room (−1: without a bed); less than 0 for people who leave it.
    var moves: [(people: Int, kind: Int, count: Double)] = []
    var emptyBeds: [(kind: Int, period: Int)] = []
  }

  /// Where somebody of a class would sleep: a category of rooms, or nothing for no bed.
  struct Place {
    var cost: Double
    var category: Int?
    var kind: Int
  }

  func place(_ number: Int, _ hotels: [Int], where isWanted: (Int) -> Bool, orNoBed: Bool) -> Place? {
    var best =
      orNoBed
      ? Place(cost: Double(group.classes[number].people.costWithout), category: nil, kind: -1) : nil
    for hotel in hotels {
      for category in 0..<GroupRooms.categories where isWanted(category) {
        let index = (number * self.hotels + hotel) * GroupRooms.categories + category
        if costs[index] < best?.cost ?? .infinity {
          best = Place(cost: costs[index], category: category, kind: kinds[index])
        }
      }
    }
    return best
  }

  private func points(_ hotels: [Int]) -> Points {
    var points = Points()
    let places = group.classes.indices.map { place($0, hotels, where: { _ in true }, orNoBed: true)! }
    for (number, place) in places.enumerated() {
      points.cost += Double(group.classes[number].count) * place.cost
      points.moves.append((number, place.kind, Double(group.classes[number].count)))
    }
    points.cost += group.hotelFee * Double(hotels.count)
    let odd = oddOnes(places, hotels)
    let floors = floors(places, hotels, odd.cost)
    points.cost += floors.cost
    points.moves += floors.isMoved ? floors.moves : odd.moves
    if !floors.isMoved { points.emptyBeds = odd.emptyBeds }
    return points
  }

  // MARK: Floors

  /// The least cost of floors, and of people who sleep in rooms of another level because there are so few floors; who does
  /// may also save the cost of an odd one.
  private func floors(
    _ places: [Place], _ hotels: [Int], _ oddCost: Double
  ) -> (cost: Double, isMoved: Bool, moves: [(people: Int, kind: Int, count: Double)]) {
    var excess: [[(extra: Double, number: Int, other: Place)]] = [[], [], []]
    var need = [0, 0, 0]
    for (number, place) in places.enumerated() where group.isThere[number] {
      guard let category = place.category else { continue }
      let level = GroupRooms.levelOfCategory[category]
      let other = self.place(
        number, hotels, where: { GroupRooms.levelOfCategory[$0] != level }, orNoBed: true)!
      need[level - 1] += group.classes[number].count
      excess[level - 1].append((other.cost - place.cost, number, other))
    }
    for level in 0..<3 { excess[level].sort { ($0.extra, $0.number) < ($1.extra, $1.number) } }
    let beds = (0..<3).map { level in hotels.map { group.floorBeds[$0][level] }.max() ?? 0 }
    var best: (cost: Double, isMoved: Bool, moves: [(people: Int, kind: Int, count: Double)])?
    var count = hotels.count
    while true {
      var extra = 0.0
      var isMoved = false
      var moves: [(people: Int, kind: Int, count: Double)] = []
      for level in 0..<3 {
        var left = need[level] - count * beds[level]
        for (cost, number, other) in excess[level] where left > 0 {
          let moved = min(left, group.classes[number].count)
          extra += Double(moved) * cost
          moves.append((number, places[number].kind, Double(-moved)))
          moves.append((number, other.kind, Double(moved)))
          left -= moved
          isMoved = true
        }
      }
      let cost = group.floorFee * Double(count) + (isMoved ? extra : oddCost)
      // Each floor more saves no more than the one before, so that the cost never falls again once it rose.
      guard cost < best?.cost ?? .infinity else { return best! }
      best = (cost, isMoved, moves)
      if !isMoved { return best! }
      count += 1
    }
  }
}
