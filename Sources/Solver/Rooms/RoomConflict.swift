import Assembly
import IntegerProgramming
import SolverShared

extension RoomProblem {
  /// An irreducible set of rows whose wishes cannot hold together however much room there were, if there is one.
  ///
  /// Every wish speaks of a room, a floor or a hotel, so what can clash is seen in empty hotels that have any room on
  /// any floor: people of one party who may not share, or who are bound to different rooms or hotels; people given one room
  /// by name who may not sleep there together; staff and those beside whom they sleep without a common floor. Where more rooms
  /// would be a cure, it is a shortage.
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

  /// Whether the wishes cannot hold together in hotels that have any room on any floor.
  var cannotHold: Bool {
    var floorsOfHotels: [[Bool]: Set<Int>] = [:]
    let floors = parties.map { floorsWithAnyRoom($0, &floorsOfHotels) }
    return floors.contains(where: \.isEmpty) || pinnedClash || floorsClash(floors)
  }

  /// The floors on which a party could sleep if they had any room: that of its room where one is given by name.
  ///
  /// - Parameter floorsOfHotels: the floors of sets of hotels that were asked for before.
  private func floorsWithAnyRoom(_ party: [Int], _ floorsOfHotels: inout [[Bool]: Set<Int>]) -> Set<Int> {
    if let room = party.lazy.compactMap({ lodgers[$0].room }).first {
      return admits(party, room) ? [chambers[room].floor] : []
    }
    for (place, one) in party.enumerated() {
      for other in party[(place + 1)...] where meet(one, other) && !mayShareSomewhere(one, other) {
        return []
      }
    }
    let hotels = roomStock.hotels.indices.map { hotel in
      party.allSatisfy { choices[lodgers[$0].choice][hotel] }
    }
    if let known = floorsOfHotels[hotels] { return known }
    let floors = Set(roomStock.floors.indices.filter { hotels[roomStock.floors[$0].hotel] })
    floorsOfHotels[hotels] = floors
    return floors
  }

  /// Whether people may sleep in one room: pair by pair, and as many as its beds on every night.
  func areCompatible(_ people: [Int], _ room: Int) -> Bool {
    for (place, one) in people.enumerated() {
      for other in people[(place + 1)...] where meet(one, other) {
        guard mayShare(one, other, room) else { return false }
      }
      let first = lodgers[one].periods.lowerBound
      let present = people.filter { lodgers[$0].periods.contains(first) }
      guard present.count <= (areFamily(present) ? chambers[room].bedsForFamily : chambers[room].beds) else {
        return false
      }
    }
    return true
  }

  /// Whether the people given one room by name, with their parties, cannot all sleep there.
  private var pinnedClash: Bool {
    var pinned: [Int: [Int]] = [:]
    for party in parties {
      guard let room = party.lazy.compactMap({ lodgers[$0].room }).first else { continue }
      pinned[room, default: []] += party
    }
    return pinned.contains { !areCompatible($0.value, $0.key) }
  }

  /// Whether people who must sleep on one floor have none in common.
  private func floorsClash(_ floors: [Set<Int>]) -> Bool {
    var together = DisjointSets(count: lodgers.count)
    for party in parties {
      for member in party { together.join(party[0], member) }
    }
    for (lodger, others) in besideOnFloor.enumerated() {
      for other in others { together.join(lodger, other) }
    }
    var common: [Int: Set<Int>] = [:]
    for (party, floors) in zip(parties, floors) {
      let root = together.root(of: party[0])
      common[root] = common[root].map { $0 == floors ? floors : $0.intersection(floors) } ?? floors
    }
    return common.contains { $0.value.isEmpty }
  }
}
