import Assembly
import IntegerProgramming
import SolverShared

/// Looks for beds for everybody, whatever they cost: who finds none takes the place of those who are found one most
/// easily, and who lost a bed looks for another.
///
/// Parties that failed to find a room weigh more each time, so that those whom many rooms will do make way for those
/// whom few will. Between two insertions rooms exchange some of their guests at random.
///
/// The ejection pool of Y. Nagata, O. Bräysy: A powerful route minimization heuristic for the vehicle routing problem with
/// time windows. Operations Research Letters 37 (2009), doi:10.1016/j.orl.2009.04.006; a room through the nights is a route.
///
/// Invariant: the guests of all rooms keep every hard rule.
struct BedSearch {
  private let problem: RoomProblem
  private let parties: [Party]
  private let partyOfLodger: [Int]
  /// Rooms in which a party could sleep if it were alone in the hotels.
  private let roomsOfParty: [[Int]]
  private let usableRooms: [Int]
  /// Parties of each room.
  private var guests: [[Int]]
  /// People in each room in each period: room × periods + period.
  private var present: [Int16]
  private var usedRooms: [Int]
  /// Room of each party, −1 for none.
  private var roomOfParty: [Int]
  /// How often each party failed to find a room.
  private var failures: [Int]
  /// Parties without a room that some room would take.
  private var waiting: [Int] = []
  private var random: SplitMix64
  /// How often a party was tried in a room.
  private(set) var trials = 0

  private struct Party {
    let members: [Int]
    let periods: Range<Int>
    let load: [Int16]
    let isBoundToRoom: Bool
    /// How many people it counts for when it has no bed: twice for somebody with a rank.
    let weight: Int
    /// Gender of one person whom no other wish binds; nothing for others.
    let plainGender: Gender?
    let isBeside: Bool
    let isFamily: Bool
  }

  /// Begins with the rooms that people have, or should have as far as the rules allow it.
  init(_ problem: RoomProblem, _ roomOfLodger: [Int], seed: Int) {
    self.problem = problem
    random = SplitMix64(stream: 14, seed: seed)
    let unit = max(1, problem.weight(.roomsWithout))
    parties = problem.parties.map { members in
      let lodgers = members.map { problem.lodgers[$0] }
      let periods = lodgers.map(\.periods.lowerBound).min()!..<lodgers.map(\.periods.upperBound).max()!
      let isPlain = members.count == 1 && problem.apart[members[0]].isEmpty && lodgers[0].family == nil
      return Party(
        members: members, periods: periods,
        load: periods.map { period in Int16(lodgers.count { $0.periods.contains(period) }) },
        isBoundToRoom: lodgers.contains { $0.room != nil },
        weight: lodgers.reduce(0) { $0 + $1.costWithout / unit },
        plainGender: isPlain ? lodgers[0].gender : nil,
        isBeside: members.contains { !problem.besideOnFloor[$0].isEmpty },
        isFamily: problem.areFamily(members))
    }
    var partyOfLodger = [Int](repeating: 0, count: problem.lodgers.count)
    for (party, members) in problem.parties.enumerated() {
      for member in members { partyOfLodger[member] = party }
    }
    self.partyOfLodger = partyOfLodger
    roomsOfParty = problem.roomsForParties()
    usableRooms = problem.roomStock.hotels.indices.map(problem.usableRooms(ofHotel:))
    guests = Array(repeating: [], count: problem.chambers.count)
    present = Array(repeating: 0, count: problem.chambers.count * problem.nightsOfPeriod.count)
    usedRooms = Array(repeating: 0, count: usableRooms.count)
    roomOfParty = Array(repeating: -1, count: parties.count)
    failures = parties.map { BedSearch.share * max(1, $0.weight) }
    // Whoever has a room by name has it before others.
    let isBound = parties.map(\.isBoundToRoom)
    for party in parties.indices.filter({ isBound[$0] }) + parties.indices.filter({ !isBound[$0] }) {
      let room = roomOfLodger[problem.parties[party][0]]
      if room >= 0, problem.parties[party].allSatisfy({ roomOfLodger[$0] == room }), fits(party, room) {
        put(party, in: room)
      } else if !roomsOfParty[party].isEmpty {
        waiting.append(party)
      }
    }
    trials = 0
  }

  /// The room of each lodger, −1 for none.
  var roomOfLodger: [Int] {
    partyOfLodger.map { roomOfParty[$0] }
  }

  /// How many people wait for a bed that there could be, those with a rank counted twice.
  private var weightWithout: Int {
    waiting.reduce(0) { $0 + parties[$1].weight }
  }

  /// Looks until no more than some people are without a bed, or the work is used up.
  ///
  /// - Parameters:
  ///   - least: how many stay out at least, those with a rank counted twice, beside those whom no room takes.
  ///   - work: how often parties are tried in rooms.
  mutating func run(to least: Int, work: Int, interruption: Interruption?) {
    var best = (weight: weightWithout, rooms: roomOfParty)
    func isOver(_ end: Int) -> Bool {
      best.weight <= least || trials >= end || waiting.isEmpty || interruption?.isInterrupted == true
    }
    func note() {
      let weight = weightWithout
      if weight < best.weight { best = (weight, roomOfParty) }
    }
    // Where some must stay out, who they are is sought first, then a bed for everybody else.
    let (middle, end) = (trials + work / 2, trials + work)
    while !isOver(middle) {
      admit()
      note()
      for _ in 0..<BedSearch.exchanges { exchange() }
    }
    restore(best.rooms)
    failures = parties.map { max(1, $0.weight) }
    while !isOver(end) {
      insert()
      note()
      for _ in 0..<BedSearch.exchanges { exchange() }
    }
    restore(best.rooms)
  }

  /// Of so many admissions one may leave more people out than before.
  private static let patience = 30
  /// One of the weights by which a party counts in ``failures`` while those who stay out are chosen; the rest is chance.
  private static let share = 64

  /// Somebody without a bed takes the room of those who count no more, seldom of those who count for one more; of rooms
  /// where as many must leave, any.
  private mutating func admit() {
    let party = waiting.remove(at: random.below(waiting.count))
    guard let place = place(for: party),
      place.ejected.reduce(0, { $0 + parties[$1].weight })
        <= parties[party].weight + (random.below(BedSearch.patience) == 0 ? 1 : 0)
    else { return waiting.append(party) }
    for guest in place.ejected {
      take(guest)
      waiting.append(guest)
      failures[guest] = BedSearch.share * parties[guest].weight + random.below(BedSearch.share / 2)
    }
    put(party, in: place.room)
  }

  /// A party takes a room from those who are found another one most easily.
  private mutating func insert() {
    let party = next()
    guard let place = place(for: party) else { return waiting.insert(party, at: 0) }
    if !place.ejected.isEmpty { failures[party] += parties[party].weight }
    for guest in random.shuffled(place.ejected) {
      take(guest)
      waiting.append(guest)
    }
    put(party, in: place.room)
  }

  /// Of those who count most the last who lost a bed, seldom anybody: of hard events, that solved twice as many as an order
  /// that is drawn more often.
  private mutating func next() -> Int {
    if random.below(300) == 0 { return waiting.remove(at: random.below(waiting.count)) }
    let most = waiting.reduce(0) { max($0, parties[$1].weight) }
    return waiting.remove(at: waiting.lastIndex { parties[$0].weight == most }!)
  }

  /// Exchanges that are tried between two insertions.
  private static let exchanges = 30
  /// Rooms that are looked at for one party.
  private static let mostRooms = 300

  private mutating func restore(_ rooms: [Int]) {
    for party in parties.indices where roomOfParty[party] >= 0 { take(party) }
    for party in parties.indices where rooms[party] >= 0 { put(party, in: rooms[party]) }
    waiting = parties.indices.filter { rooms[$0] < 0 && !roomsOfParty[$0].isEmpty }
  }

  // MARK: Insertion

  /// The room where those who must leave for a party are found other rooms most easily.
  private mutating func place(for party: Int) -> (room: Int, ejected: [Int])? {
    let rooms = roomsOfParty[party]
    let count = min(rooms.count, BedSearch.mostRooms)
    let first = random.below(rooms.count)
    var best: (room: Int, ejected: [Int], sum: Int)?
    var emptiest: [Int: (ejected: [Int], sum: Int)] = [:]
    for offset in 0..<count {
      let room = rooms[(first + offset) % rooms.count]
      guard var found = ejection(for: party, in: room, below: best?.sum ?? .max) else { continue }
      let hotel = problem.chambers[room].hotel
      if guests[room].isEmpty, usedRooms[hotel] >= usableRooms[hotel] {
        let closed = emptiest[hotel] ?? cheapestToClose(hotel)
        emptiest[hotel] = closed
        found.ejected += closed.ejected
        if closed.sum >= (best?.sum ?? .max) - found.sum { continue }
        found.sum += closed.sum
      }
      if found.sum < best?.sum ?? .max { best = (room, found.ejected, found.sum) }
      if found.ejected.isEmpty { break }
    }
    return best.map { ($0.room, Array(Set($0.ejected)).sorted()) }
  }

  /// The used room of a hotel whose guests find others most easily.
  private func cheapestToClose(_ hotel: Int) -> (ejected: [Int], sum: Int) {
    var best: (ejected: [Int], sum: Int) = ([], .max)
    for room in guests.indices where problem.chambers[room].hotel == hotel && !guests[room].isEmpty {
      guard !guests[room].contains(where: { parties[$0].isBoundToRoom }) else { continue }
      let sum = guests[room].reduce(0) { $0 + failures[$1] }
      if sum < best.sum { best = (guests[room], sum) }
    }
    return best
  }

  /// The parties that must leave if another one is to sleep in a room: those of least weight together.
  ///
  /// - Returns: nothing when some of them may not leave, or their weight is not below the limit.
  private mutating func ejection(
    for party: Int, in room: Int, below limit: Int
  ) -> (ejected: [Int], sum: Int)? {
    trials += 1
    var ejected: [Int] = []
    var sum = 0
    for guest in guests[room] where mayNotShare(party, guest, room) {
      guard !parties[guest].isBoundToRoom else { return nil }
      ejected.append(guest)
      sum += failures[guest]
    }
    if parties[party].isBeside {
      for guest in elsewhere(party, than: problem.chambers[room].floor) where !ejected.contains(guest) {
        guard !parties[guest].isBoundToRoom else { return nil }
        ejected.append(guest)
        sum += failures[guest]
      }
    }
    guard sum < limit else { return nil }
    var best: (ejected: [Int], sum: Int)?
    makeRoom(for: party, in: room, &ejected, sum, limit, &best)
    return best
  }

  /// Of those present in the first period with too many, each is thought to leave.
  private func makeRoom(
    for party: Int, in room: Int, _ ejected: inout [Int], _ sum: Int, _ limit: Int,
    _ best: inout (ejected: [Int], sum: Int)?
  ) {
    guard sum < best?.sum ?? limit else { return }
    let width = problem.nightsOfPeriod.count
    let beds = problem.chambers[room].beds
    for (offset, period) in parties[party].periods.enumerated() {
      var others = Int(present[room * width + period])
      let mine = Int(parties[party].load[offset])
      if others + mine <= beds { continue }
      for guest in ejected where roomOfParty[guest] == room { others -= load(of: guest, in: period) }
      if others + mine <= beds { continue }
      if others == 0, parties[party].isFamily, mine <= problem.chambers[room].bedsForFamily { continue }
      for guest in guests[room]
      where load(of: guest, in: period) > 0 && !parties[guest].isBoundToRoom && !ejected.contains(guest) {
        ejected.append(guest)
        makeRoom(for: party, in: room, &ejected, sum + failures[guest], limit, &best)
        ejected.removeLast()
      }
      return
    }
    best = (ejected, sum)
  }

  private func load(of party: Int, in period: Int) -> Int {
    let data = parties[party]
    return data.periods.contains(period) ? Int(data.load[period - data.periods.lowerBound]) : 0
  }

  /// Whether two parties must not sleep in one room although there are beds.
  private func mayNotShare(_ party: Int, _ guest: Int, _ room: Int) -> Bool {
    let (one, other) = (parties[party], parties[guest])
    guard one.periods.overlaps(other.periods) else { return false }
    if let gender = one.plainGender, let another = other.plainGender {
      return problem.chambers[room].level > 1 || gender != another
    }
    return one.members.contains { member in
      other.members.contains { problem.meet(member, $0) && !problem.mayShare(member, $0, room) }
    }
  }

  /// Parties that must sleep on the floor of another and are on some other floor.
  private func elsewhere(_ party: Int, than floor: Int) -> [Int] {
    let others = parties[party].members.flatMap { problem.besideOnFloor[$0] }.map { partyOfLodger[$0] }
    return Set(others).sorted().filter { other in
      other != party && roomOfParty[other] >= 0 && problem.chambers[roomOfParty[other]].floor != floor
    }
  }

  // MARK: Exchange

  /// A party moves to another room, and who must leave that one for it takes its place; or two rooms exchange the stays
  /// of some periods. Nothing changes when that cannot be.
  private mutating func exchange() {
    trials += 1
    let party = random.below(parties.count)
    let from = roomOfParty[party]
    guard from >= 0, !parties[party].isBoundToRoom, let to = random.choice(of: roomsOfParty[party]),
      to != from
    else { return }
    if random.below(3) == 0 { return exchangeStays(from, to, since: parties[party].periods.lowerBound) }
    guard let leaving = ejection(for: party, in: to, below: .max)?.ejected,
      leaving.allSatisfy({ roomOfParty[$0] == to })
    else { return }
    move([party], from: from, leaving, from: to)
  }

  /// Two rooms exchange whoever comes and goes in some periods, or comes in any later one.
  private mutating func exchangeStays(_ one: Int, _ other: Int, since first: Int) {
    let last = random.below(2) == 0 ? Int.max : first + 1 + random.below(8)
    func stays(_ room: Int) -> [Int] {
      guests[room].filter {
        parties[$0].periods.lowerBound >= first && parties[$0].periods.upperBound <= last
      }
    }
    let (mine, theirs) = (stays(one), stays(other))
    guard !(mine + theirs).contains(where: { parties[$0].isBoundToRoom }) else { return }
    move(mine, from: one, theirs, from: other)
  }

  /// Exchanges guests of two rooms, unless a rule forbids it.
  private mutating func move(_ mine: [Int], from one: Int, _ theirs: [Int], from other: Int) {
    for party in mine + theirs { take(party) }
    var placed: [Int] = []
    for (party, room) in mine.map({ ($0, other) }) + theirs.map({ ($0, one) }) {
      guard fits(party, room) else {
        for party in placed { take(party) }
        for party in mine { put(party, in: one) }
        for party in theirs { put(party, in: other) }
        return
      }
      put(party, in: room)
      placed.append(party)
    }
  }

  private mutating func fits(_ party: Int, _ room: Int) -> Bool {
    let hotel = problem.chambers[room].hotel
    guard !guests[room].isEmpty || usedRooms[hotel] < usableRooms[hotel],
      roomsOfParty[party].contains(sorted: room)
    else { return false }
    return ejection(for: party, in: room, below: 1) != nil
  }

  // MARK: Rooms

  private mutating func put(_ party: Int, in room: Int) {
    if guests[room].isEmpty { usedRooms[problem.chambers[room].hotel] += 1 }
    guests[room].append(party)
    roomOfParty[party] = room
    add(party, room, 1)
  }

  private mutating func take(_ party: Int) {
    let room = roomOfParty[party]
    guests[room].remove(at: guests[room].firstIndex(of: party)!)
    roomOfParty[party] = -1
    if guests[room].isEmpty { usedRooms[problem.chambers[room].hotel] -= 1 }
    add(party, room, -1)
  }

  private mutating func add(_ party: Int, _ room: Int, _ sign: Int16) {
    let first = room * problem.nightsOfPeriod.count + parties[party].periods.lowerBound
    for (offset, load) in parties[party].load.enumerated() { present[first + offset] += sign * load }
  }
}

extension RoomProblem {
  /// Rooms in which a party may sleep when nobody else is there, in order of their numbers.
  func rooms(for party: [Int]) -> [Int] {
    chambers.indices.filter { room in
      usableRooms(ofHotel: chambers[room].hotel) > 0 && admits(party, room)
    }
  }

  /// Whether a party may sleep in a room when nobody else is there.
  func admits(_ party: [Int], _ room: Int) -> Bool {
    party.allSatisfy { admits(lodgers[$0], room) } && areCompatible(party, room)
  }

  /// ``rooms(for:)`` of all parties; people for whom the same rooms will do have one list in common.
  fileprivate func roomsForParties() -> [[Int]] {
    struct Needs: Hashable {
      let choice: Int
      let room: Int?
      let isAccessible: Bool
      let periods: Range<Int>
    }
    let isAlwaysOpen = chambers.allSatisfy { $0.periods == nightsOfPeriod.indices }
    var known: [Needs: [Int]] = [:]
    return parties.map { party in
      guard party.count == 1 else { return rooms(for: party) }
      let lodger = lodgers[party[0]]
      let needs = Needs(
        choice: lodger.choice, room: lodger.room, isAccessible: lodger.needsAccessibleRoom,
        periods: isAlwaysOpen ? 0..<0 : lodger.periods)
      if let rooms = known[needs] { return rooms }
      let rooms = rooms(for: party)
      known[needs] = rooms
      return rooms
    }
  }
}

extension [Int] {
  /// Whether a number is among these, which are sorted.
  fileprivate func contains(sorted number: Int) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number
  }
}
