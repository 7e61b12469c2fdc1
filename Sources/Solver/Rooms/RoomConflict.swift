import Assembly
import IntegerProgramming
import SolverShared

extension RoomProblem {
  /// An irreducible set of rows whose wishes cannot hold together however much room there were, if there is one.
  ///
  /// Every wish speaks of a room, a floor or a hotel, so what can clash is seen in the empty hotels: a party that no room
  /// admits, people given one room by name, staff and those beside whom they sleep without a common floor. Who finds
  /// no room alone is a shortage and takes part in none of it.
  func conflict() -> Conflict? {
    irreducibleSubset(of: rowsWithWishes()) { rows in
      let active = Set(rows)
      return RoomProblem(event, roomStock, keeping: active.contains).cannotHold
    }.map { Conflict(rows: $0) }
  }

  private func rowsWithWishes() -> [TableRow] {
    let people = event.people.filter { person in
      person.stay != nil
        && (person.roomWish != nil || !person.roommates.isEmpty || !person.apart.isEmpty
          || person.role == .staff && !person.beside.isEmpty || person.needs.contains(.wheelchair))
    }
    return people.map { TableRow(.people, $0.row) }
      + event.groups.filter { !$0.hotels.isEmpty }.compactMap(\.row).map { TableRow(.groups, $0) }
  }

  /// Whether the wishes cannot hold together in the empty hotels.
  var cannotHold: Bool {
    var isBound = lodgers.map { $0.room != nil }
    for party in parties where party.count > 1 {
      for member in party { isBound[member] = true }
    }
    for lodger in lodgers.indices where !besideOnFloor[lodger].isEmpty { isBound[lodger] = true }
    let rooms = lodgers.indices.map { lodger in
      isBound[lodger] ? Set(chambers.indices.filter { admits(lodgers[lodger], $0) }) : []
    }
    for (lodger, rooms) in zip(lodgers, rooms) where lodger.room != nil && rooms.isEmpty { return true }
    let due = parties.map { $0.filter { !rooms[$0].isEmpty } }
    for party in due where party.count > 1 {
      guard chambers.indices.contains(where: { holds(party, $0, rooms) }) else { return true }
    }
    return pinnedClash(rooms) || floorsClash(due, rooms)
  }

  /// Whether a room may hold these people together, nobody else considered.
  func holds(_ party: [Int], _ room: Int, _ rooms: [Set<Int>]) -> Bool {
    party.allSatisfy { rooms[$0].contains(room) } && areCompatible(party, room)
  }

  /// Whether people may sleep in one room: pair by pair, and as many as its beds on every night.
  private func areCompatible(_ people: [Int], _ room: Int) -> Bool {
    for (place, one) in people.enumerated() {
      for other in people[(place + 1)...] where meet(one, other) {
        guard mayShare(one, other, room) else { return false }
      }
      let first = lodgers[one].periods.lowerBound
      guard people.count(where: { lodgers[$0].periods.contains(first) }) <= chambers[room].beds else {
        return false
      }
    }
    return true
  }

  /// Whether the people given one room by name, with their parties, cannot all sleep there.
  private func pinnedClash(_ rooms: [Set<Int>]) -> Bool {
    var pinned: [Int: [Int]] = [:]
    for party in parties {
      guard let room = party.lazy.compactMap({ lodgers[$0].room }).first else { continue }
      pinned[room, default: []] += party.filter { !rooms[$0].isEmpty }
    }
    return pinned.contains { !areCompatible($0.value, $0.key) }
  }

  /// Whether people who must sleep on one floor have none in common.
  private func floorsClash(_ parties: [[Int]], _ rooms: [Set<Int>]) -> Bool {
    var together = DisjointSets(count: lodgers.count)
    for party in parties {
      for member in party { together.join(party[0], member) }
    }
    for (lodger, others) in besideOnFloor.enumerated() where !rooms[lodger].isEmpty {
      for other in others where !rooms[other].isEmpty { together.join(lodger, other) }
    }
    let partyOfLodger = Dictionary(
      uniqueKeysWithValues: parties.enumerated().flatMap { party, members in members.map { ($0, party) } })
    for people in together.sets where people.count > 1 {
      let numbers = Set(people.compactMap { partyOfLodger[$0] }).sorted()
      guard numbers.count > 1 else { continue }
      var common = Set(roomStock.floors.indices)
      for number in numbers {
        common.formIntersection(
          chambers.indices.filter { holds(parties[number], $0, rooms) }.map { chambers[$0].floor })
      }
      if common.isEmpty { return true }
    }
    return false
  }
}
