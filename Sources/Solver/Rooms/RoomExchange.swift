import Assembly
import Foundation
import IntegerProgramming
import SolverShared

/// Exchanges what whole rooms hold, so that groups are on fewer floors and in fewer hotels: who shares a room stays together.
///
/// What a group has on a floor, or in a hotel, moves room by room to another one, and what was there comes back in exchange; of
/// this chain the best beginning is kept, changes for the worse ever more rarely. Groups that share floors in a circle, each
/// paying for one floor too many, are so parted where a search that lays people one by one finds nothing better on the way.
///
/// Invariant: every room holds what may be there.
struct RoomExchange {
  private let problem: RoomProblem
  private let contents: [Content]
  private var contentsOfGroup: [[Int]]
  /// What each content costs in each kind of room; ``forbidden`` where it must not be: content × kinds + kind.
  private var costs: [Int] = []
  private let kindOfRoom: [Int]
  private let kindCount: Int
  /// The content of each room, −1 for none.
  private var contentOfRoom: [Int]
  private var roomOfContent: [Int]
  /// Contents with somebody of a group in each area: group × areas + area.
  private var present: [Int32]
  /// The rooms of each floor, then of each hotel.
  private let areas: [[Int]]
  private let floorCount: Int
  private var usedRooms: [Int]
  private let usableRooms: [Int]
  private let floorFee, hotelFee: Int
  private var random: SplitMix64

  /// The people of one room.
  private struct Content {
    let members: [Int]
    let groups: [Int]
  }

  private static let forbidden = Int.max

  /// - Parameter roomOfLodger: −1 for who has none.
  init(_ problem: RoomProblem, _ roomOfLodger: [Int], seed: Int) {
    self.problem = problem
    random = SplitMix64(stream: 15, seed: seed)
    let market = RoomMarket(problem)
    kindOfRoom = market.kindOfRoom
    kindCount = market.kinds.count
    floorFee = problem.weight(.roomsFloor)
    hotelFee = problem.weight(.roomsHotel)
    let stock = problem.roomStock
    floorCount = stock.floors.count
    areas =
      stock.floors.map(\.rooms)
      + stock.hotels.indices.map { hotel in
        stock.floors.filter { $0.hotel == hotel }.flatMap(\.rooms)
      }
    usableRooms = stock.hotels.indices.map(problem.usableRooms(ofHotel:))
    usedRooms = Array(repeating: 0, count: stock.hotels.count)
    contentOfRoom = Array(repeating: -1, count: problem.chambers.count)
    present = Array(repeating: 0, count: problem.event.groups.count * areas.count)
    var members = [[Int]](repeating: [], count: problem.chambers.count)
    for (lodger, room) in roomOfLodger.enumerated() where room >= 0 { members[room].append(lodger) }
    roomOfContent = members.indices.filter { !members[$0].isEmpty }
    contents = roomOfContent.map { room in
      Content(members: members[room], groups: Set(members[room].map { problem.lodgers[$0].group }).sorted())
    }
    contentsOfGroup = Array(repeating: [], count: problem.event.groups.count)
    for (content, data) in contents.enumerated() {
      for group in data.groups { contentsOfGroup[group].append(content) }
    }
    var examples = [Int](repeating: 0, count: kindCount)
    for (room, kind) in kindOfRoom.enumerated() { examples[kind] = room }
    for (content, room) in roomOfContent.enumerated() {
      costs += costsOfKinds(contents[content].members, in: room, examples)
      contentOfRoom[room] = content
      usedRooms[problem.chambers[room].hotel] += 1
      _ = count(content, in: room, by: 1)
    }
  }

  /// What people of one room cost in each kind of room, groups apart.
  private func costsOfKinds(_ members: [Int], in own: Int, _ examples: [Int]) -> [Int] {
    let lodgers = members.map { problem.lodgers[$0] }
    let periods = Set(lodgers.flatMap(\.periods))
    let most = periods.map { period in lodgers.count { $0.periods.contains(period) } }.max() ?? 0
    let nights = problem.nights(of: periods)
    let (isBound, isFamily) = (
      lodgers.contains { $0.room != nil } || members.contains { !problem.besideOnFloor[$0].isEmpty },
      lodgers.contains { $0.family != nil }
    )
    return examples.enumerated().map { kind, room in
      let (chamber, mine) = (problem.chambers[room], problem.chambers[own])
      let mayHold =
        kind == kindOfRoom[own]
        || !isBound && most <= chamber.beds && (most == 1 || chamber.level == 1 || isFamily)
          && (!isFamily
            || chamber.level == mine.level && chamber.beds == mine.beds
              && chamber.bedsForFamily == mine.bedsForFamily)
          && lodgers.allSatisfy { problem.admits($0, room) }
      guard mayHold else { return RoomExchange.forbidden }
      return problem.weight(.roomsPrice) * chamber.price * nights
        + lodgers.reduce(0) {
          $0 + problem.weight(.roomsBelow) * $1.nights * max(0, $1.level - chamber.level)
        }
    }
  }

  /// The room of each lodger, −1 for none.
  var roomOfLodger: [Int] {
    var rooms = [Int](repeating: -1, count: problem.lodgers.count)
    for (content, room) in zip(contents, roomOfContent) {
      for member in content.members { rooms[member] = room }
    }
    return rooms
  }

  // MARK: Annealing

  /// Exchanges rooms at a heat that falls to a little.
  ///
  /// - Parameters:
  ///   - steps: chains that are tried.
  ///   - heat: what a change for the worse may cost at first.
  /// - Complexity: O(steps × rooms of a hotel).
  mutating func run(steps: Int, heat: Double, interruption: Interruption?) {
    guard contents.count > 1 else { return }
    var sum = 0
    var best = (sum: 0, rooms: roomOfContent)
    let coldest = min(heat, RoomExchange.coldest)
    for step in 0..<steps {
      if step % 1_024 == 0, interruption?.isInterrupted == true { break }
      let now = heat * pow(coldest / heat, Double(step) / Double(steps))
      let chain = random.below(4) == 0 ? exchangeInGroup() : chain()
      guard let last = chain.indices.min(by: { chain[$0].sum < chain[$1].sum }) else { continue }
      let isKept = Double(chain[last].sum) <= -now * log(1 - random.unit())
      for exchange in chain[(isKept ? last + 1 : 0)...].reversed() {
        exchangeContents(exchange.one, exchange.other)
      }
      guard isKept else { continue }
      sum += chain[last].sum
      if sum < best.sum { best = (sum, roomOfContent) }
    }
    roomOfContent = best.rooms
  }

  private static let coldest = 10.0
  /// Rooms that one chain exchanges at most.
  private static let longest = 48

  /// A chain of exchanges, done, each with what the objective has grown by since the first.
  private mutating func chain() -> [(one: Int, other: Int, sum: Int)] {
    let start = roomOfContent[random.below(contents.count)]
    let group = random.choice(of: contents[contentOfRoom[start]].groups)!
    let chamber = problem.chambers[start]
    let isWide = areas.count > floorCount + 1 && random.below(4) == 0
    let from = isWide ? floorCount + chamber.hotel : chamber.floor
    guard present[group * areas.count + from] <= RoomExchange.longest,
      let to = area(for: group, from: from, in: chamber.hotel, isWide: isWide)
    else { return [] }
    let mine = rotated(areas[from].filter { holds($0, group) })
    let theirs = rotated(areas[to].filter { !holds($0, group) })
    guard let partner = theirs.first.map({ contentOfRoom[$0] }) else { return [] }
    let partners = partner < 0 ? -1 : random.choice(of: contents[partner].groups)!
    // Rooms of one other group, or empty ones, come first.
    var candidates =
      theirs.filter { contentOfRoom[$0] < 0 || holds($0, partners) }
      + theirs.filter { contentOfRoom[$0] >= 0 && !holds($0, partners) }
    var chain: [(one: Int, other: Int, sum: Int)] = []
    var sum = 0
    for room in mine {
      let level = problem.chambers[room].level
      guard
        let place = candidates.firstIndex(where: {
          problem.chambers[$0].level == level && mayExchange(room, $0)
        })
      else { continue }
      let other = candidates.remove(at: place)
      sum += exchangeContents(room, other)
      chain.append((room, other, sum))
    }
    return chain
  }

  /// Two rooms of one group exchange what they hold: the longest stays belong into the cheapest rooms.
  private mutating func exchangeInGroup() -> [(one: Int, other: Int, sum: Int)] {
    let one = random.below(contents.count)
    let group = contents[one].groups[0]
    let (room, other) = (roomOfContent[one], roomOfContent[random.choice(of: contentsOfGroup[group])!])
    guard kindOfRoom[room] != kindOfRoom[other], mayExchange(room, other) else { return [] }
    return [(room, other, exchangeContents(room, other))]
  }

  /// Mostly a floor, or a hotel, where the group is besides; else any other.
  private mutating func area(for group: Int, from: Int, in hotel: Int, isWide: Bool) -> Int? {
    if random.below(4) > 0 {
      let others = (isWide ? floorCount..<areas.count : 0..<floorCount).filter {
        $0 != from && present[group * areas.count + $0] > 0
      }
      if let other = random.choice(of: others) { return other }
    }
    if isWide { return random.choice(of: (floorCount..<areas.count).filter { $0 != from }) }
    let floors = problem.roomStock.floors
    return random.choice(of: (0..<floorCount).filter { $0 != from && floors[$0].hotel == hotel })
  }

  private mutating func rotated(_ rooms: [Int]) -> [Int] {
    guard rooms.count > 1 else { return rooms }
    let first = random.below(rooms.count)
    return Array(rooms[first...] + rooms[..<first])
  }

  private func holds(_ room: Int, _ group: Int) -> Bool {
    contentOfRoom[room] >= 0 && contents[contentOfRoom[room]].groups.contains(group)
  }

  // MARK: Exchange

  private func mayExchange(_ one: Int, _ other: Int) -> Bool {
    let (mine, theirs) = (contentOfRoom[one], contentOfRoom[other])
    if mine >= 0, costs[mine * kindCount + kindOfRoom[other]] == RoomExchange.forbidden { return false }
    if theirs >= 0 { return costs[theirs * kindCount + kindOfRoom[one]] != RoomExchange.forbidden }
    let hotel = problem.chambers[other].hotel
    return problem.chambers[one].hotel == hotel || usedRooms[hotel] < usableRooms[hotel]
  }

  /// - Returns: what the objective grows by.
  @discardableResult
  private mutating func exchangeContents(_ one: Int, _ other: Int) -> Int {
    let (mine, theirs) = (contentOfRoom[one], contentOfRoom[other])
    var sum = 0
    if mine >= 0 { sum -= count(mine, in: one, by: -1) }
    if theirs >= 0 { sum -= count(theirs, in: other, by: -1) }
    if mine >= 0 { sum += count(mine, in: other, by: 1) }
    if theirs >= 0 { sum += count(theirs, in: one, by: 1) }
    (contentOfRoom[one], contentOfRoom[other]) = (theirs, mine)
    if mine >= 0 { roomOfContent[mine] = other }
    if theirs >= 0 { roomOfContent[theirs] = one }
    if theirs < 0 || mine < 0 {
      let change = theirs < 0 ? 1 : -1
      usedRooms[problem.chambers[other].hotel] += change
      usedRooms[problem.chambers[one].hotel] -= change
    }
    return sum
  }

  /// Counts a content in a room in, or out with a `change` of −1.
  ///
  /// - Returns: what it costs there beside all others: the room, and floors and hotels where its groups have no other one.
  private mutating func count(_ content: Int, in room: Int, by change: Int32) -> Int {
    let (floor, hotel) = (problem.chambers[room].floor, floorCount + problem.chambers[room].hotel)
    let alone = max(0, change)
    var sum = costs[content * kindCount + kindOfRoom[room]]
    for group in contents[content].groups {
      let first = group * areas.count
      present[first + floor] += change
      present[first + hotel] += change
      if present[first + floor] == alone { sum += floorFee }
      if present[first + hotel] == alone { sum += hotelFee }
    }
    return sum
  }
}
