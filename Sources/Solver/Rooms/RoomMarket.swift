import Assembly

/// People and rooms that are alike, and what the bound knows of how scarce rooms are.
///
/// Stock: in each period the beds of a kind of room, and the rooms of a hotel less those to be kept spare. Periods in which
/// only people are there who are all there in another one say nothing new, and have no stock.
struct RoomMarket {
  /// People of one group who are alike.
  struct Class: Hashable {
    let level: Int
    let gender: Gender?
    let periods: Range<Int>
    let choice: Int
    let needsAccessibleRoom: Bool
    let family: Bool
    let room: Int?
    let costWithout: Int

    /// Whether none of them ever shares a room.
    var isSolitary: Bool { gender == nil && !family }
  }

  /// Rooms that are alike.
  struct Kind: Hashable {
    let hotel, level, beds, bedsForFamily, price: Int
    let isAccessible: Bool
    let periods: Range<Int>

    init(_ chamber: RoomProblem.Chamber) {
      (hotel, level, price) = (chamber.hotel, chamber.level, chamber.price)
      (beds, bedsForFamily) = (chamber.beds, chamber.bedsForFamily)
      (isAccessible, periods) = (chamber.isAccessible, chamber.periods)
    }

    /// Rooms for two who share: where somebody without a room-mate leaves a bed empty.
    var isTwin: Bool { level == 1 && beds == 2 }
  }

  /// Beds of a kind (`kind` given), or rooms of a hotel, in a period.
  struct Stock {
    let hotel: Int
    let kind: Int?
    let period: Int
    let amount: Double
  }

  let problem: RoomProblem
  let kinds: [Kind]
  /// Kinds of each hotel.
  let kindsOfHotel: [[Int]]
  let stocks: [Stock]
  /// Index in ``kinds`` of each room.
  let kindOfRoom: [Int]

  init(_ problem: RoomProblem) {
    self.problem = problem
    var numbers: [Kind: Int] = [:]
    var kinds: [Kind] = []
    var counts: [Int] = []
    kindOfRoom = problem.chambers.map { chamber in
      let kind = Kind(chamber)
      let number = numbers[kind] ?? kinds.count
      if number == kinds.count {
        numbers[kind] = number
        kinds.append(kind)
        counts.append(0)
      }
      counts[number] += 1
      return number
    }
    self.kinds = kinds
    kindsOfHotel = problem.roomStock.hotels.indices.map { hotel in
      kinds.indices.filter { kinds[$0].hotel == hotel }
    }
    let busy = RoomMarket.undominatedPeriods(problem)
    var stocks = kinds.indices.flatMap { kind in
      busy.filter(kinds[kind].periods.contains).map { period in
        Stock(
          hotel: kinds[kind].hotel, kind: kind, period: period,
          amount: Double(counts[kind] * kinds[kind].beds))
      }
    }
    if problem.event.settings.roomSpare > 0 {
      stocks += problem.roomStock.hotels.indices.flatMap { hotel in
        busy.map {
          Stock(hotel: hotel, kind: nil, period: $0, amount: Double(problem.usableRooms(ofHotel: hotel)))
        }
      }
    }
    self.stocks = stocks
  }

  /// Periods in which somebody is there who is not there in some other one.
  private static func undominatedPeriods(_ problem: RoomProblem) -> [Int] {
    let stays = Set(problem.lodgers.map(\.periods))
    let present = problem.nightsOfPeriod.indices.map { period in stays.filter { $0.contains(period) } }
    return present.indices.filter { period in
      !present[period].isEmpty
        && !present.indices.contains { other in
          present[period].isSubset(of: present[other])
            && (present[period].count < present[other].count || other < period)
        }
    }
  }

  /// The class of somebody.
  func classOf(_ lodger: RoomProblem.Lodger) -> Class {
    Class(
      level: lodger.level, gender: lodger.gender, periods: lodger.periods, choice: lodger.choice,
      needsAccessibleRoom: lodger.needsAccessibleRoom, family: lodger.family != nil, room: lodger.room,
      costWithout: lodger.costWithout)
  }

  /// Whether a room of a kind will do for somebody, nobody else considered.
  func admits(_ people: Class, _ kind: Int) -> Bool {
    let room = kinds[kind]
    if let pinned = people.room, kindOfRoom[pinned] != kind { return false }
    return problem.choices[people.choice][room.hotel] && (!people.needsAccessibleRoom || room.isAccessible)
      && room.periods.lowerBound <= people.periods.lowerBound
      && people.periods.upperBound <= room.periods.upperBound
  }

  /// How many beds somebody takes at least: those of others too where nobody may share, a part of a double bed in a family.
  func load(_ people: Class, _ kind: Int) -> Double {
    let (beds, bedsForFamily) = (Double(kinds[kind].beds), Double(kinds[kind].bedsForFamily))
    if people.family { return beds / bedsForFamily }
    return people.isSolitary || kinds[kind].level > 1 ? beds : 1
  }
}

/// What beds cost, by kind of room and period: the price of the room shared out among its beds, and what the bound asks
/// for scarce stock beside it.
struct BedPrices {
  /// Sums over the periods before each: kind × (periods + 1) + period.
  private var sums: [Double]
  private let width: Int

  /// - Parameter scarcity: of each stock, 0 or more.
  init(_ market: RoomMarket, scarcity: [Double]) {
    let problem = market.problem
    width = problem.nightsOfPeriod.count + 1
    var prices = [Double](repeating: 0, count: market.kinds.count * width)
    for (number, kind) in market.kinds.enumerated() {
      for (period, nights) in problem.nightsOfPeriod.enumerated() {
        prices[number * width + period + 1] =
          Double(problem.weight(.roomsPrice) * kind.price * nights) / Double(max(1, kind.beds))
      }
    }
    for (stock, price) in zip(market.stocks, scarcity) where price > 0 {
      if let kind = stock.kind {
        prices[kind * width + stock.period + 1] += price
      } else {
        for kind in market.kindsOfHotel[stock.hotel] {
          prices[kind * width + stock.period + 1] += price / Double(max(1, market.kinds[kind].beds))
        }
      }
    }
    sums = prices
    for index in sums.indices where index % width > 0 { sums[index] += sums[index - 1] }
  }

  /// What a bed of a kind costs over some periods.
  func price(_ kind: Int, _ periods: Range<Int>) -> Double {
    sums[kind * width + periods.upperBound] - sums[kind * width + periods.lowerBound]
  }
}
