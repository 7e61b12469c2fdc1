import Assembly

/// How many must leave the room that they had, whatever is done with the others.
///
/// Everybody whose room is gone or no longer suits them; of each room as many more as are too many for its beds, or one of
/// each pair that may not share it, the greater number; of people who are to have one room or floor and had two, one of
/// each pair without anybody in common.
struct RoomLeastMoves {
  /// How many.
  private(set) var count = 0
  /// What their moves weigh at least.
  private(set) var weight = 0

  /// - Parameter keepsPins: whether only plans count in which everybody has the room that is given by name.
  /// - Complexity: O(people · nights + Σ pairs of people of each room).
  init(_ problem: RoomProblem, from earlier: EarlierRooms, keepsPins: Bool = false) {
    var given: [Int: [Int]] = [:]
    for (lodger, data) in problem.lodgers.enumerated() where keepsPins {
      if let room = data.room, earlier.room(of: lodger) != room { given[room, default: []].append(lodger) }
    }
    var guests = [[Int]](repeating: [], count: problem.chambers.count)
    for (lodger, data) in problem.lodgers.enumerated() where earlier.had(lodger) {
      if let room = earlier.room(of: lodger), problem.admits(data, room) {
        guests[room].append(lodger)
      } else {
        add([earlier.weightOfMove(lodger)])
      }
    }
    var counted: Set<Int> = []
    for (room, people) in guests.enumerated() where people.count + (given[room]?.count ?? 0) > 1 {
      let leaving = Self.leaving(people, room, beside: given[room] ?? [], problem)
      guard leaving > 0 else { continue }
      counted.formUnion(people)
      add(people.map(earlier.weightOfMove).sorted().prefix(leaving))
    }
    for (one, lodger) in problem.lodgers.enumerated() where earlier.had(one) && !counted.contains(one) {
      guard let room = earlier.room(of: one), problem.admits(lodger, room) else { continue }
      let mates = problem.event.people[lodger.person].roommates.compactMap { problem.lodgerOfPerson[$0] }
      let parted = (mates + problem.besideOnFloor[one]).first { other in
        guard other != one, !counted.contains(other), let another = earlier.room(of: other),
          problem.admits(problem.lodgers[other], another)
        else { return false }
        return mates.contains(other)
          ? another != room : problem.chambers[another].floor != problem.chambers[room].floor
      }
      guard let parted else { continue }
      counted.formUnion([one, parted])
      add([min(earlier.weightOfMove(one), earlier.weightOfMove(parted))])
    }
  }

  /// So many people are left out, and do not move.
  mutating func leave(out people: Int) { count = max(0, count - people) }

  /// It is known that so many move at least.
  mutating func atLeast(_ moves: Int) { count = max(count, moves) }

  private mutating func add(_ weights: some Collection<Int>) {
    count += weights.count
    weight += weights.reduce(0, +)
  }

  /// How many of those who had a room cannot stay in it, beside others to whom it is given.
  private static func leaving(
    _ people: [Int], _ room: Int, beside given: [Int], _ problem: RoomProblem
  ) -> Int {
    let chamber = problem.chambers[room]
    var most = 0
    for period in problem.nightsOfPeriod.indices {
      let there = (people + given).filter { problem.lodgers[$0].periods.contains(period) }
      let beds = problem.areFamily(there) ? chamber.bedsForFamily : chamber.beds
      most = max(most, min(people.count, there.count - max(beds, 1)))
    }
    func clash(_ one: Int, _ other: Int) -> Bool {
      problem.meet(one, other) && !problem.mayShare(one, other, room)
    }
    var paired = Set(people.filter { guest in given.contains { clash(guest, $0) } })
    var pairs = paired.count
    for (place, one) in people.enumerated() where !paired.contains(one) {
      let other = people[(place + 1)...].first {
        !paired.contains($0) && clash(one, $0)
      }
      guard let other else { continue }
      paired.formUnion([one, other])
      pairs += 1
    }
    return max(most, pairs)
  }
}
