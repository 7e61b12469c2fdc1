import Assembly
import Localization
import Verification

/// Why somebody has their room.
struct RoomReasons {
  private let person: Int
  private let room: Int
  private let stay: Stay
  private let judged: JudgedPlan
  private let plan: RoomPlan
  private let roomStock: RoomStock
  private let evaluation: RoomEvaluation
  private let guests: [[Int]]

  private var event: Event { judged.event }
  private var group: Int { event.people[person].group }

  /// What there is to say; nothing where there is no plan of rooms.
  static func section(of person: Int, _ judged: JudgedPlan) -> Explanation.Section? {
    guard let plan = judged.plan.rooms, let roomStock = judged.event.roomStock,
      let evaluation = RoomEvaluation(judged.event)
    else { return nil }
    let title = Wording.title(.rooms)
    guard let stay = judged.event.people[person].stay else {
      return Explanation.Section(title: title, sentences: [Wording.noRoomWanted])
    }
    guard let room = plan.assignments.first(where: { $0.person == person })?.room else {
      return Explanation.Section(unplaced: plan.unplaced.filter { $0.person == person }, in: .rooms)
    }
    var guests = [[Int]](repeating: [], count: roomStock.rooms.count)
    for assignment in plan.assignments { guests[assignment.room].append(assignment.person) }
    let reasons = RoomReasons(
      person: person, room: room, stay: stay, judged: judged, plan: plan, roomStock: roomStock,
      evaluation: evaluation, guests: guests)
    return Explanation.Section(title: title, sentences: reasons.sentences)
  }

  private var sentences: [Phrase] {
    [
      Wording.sleeps(in: roomStock.rooms[room], stay),
      Wording.entitled(
        event.people[person].entitlement, to: roomStock.rooms[room],
        cost: event.settings.weights[.roomsBelow] * stay.nights.count),
    ] + bindings + [
      roomMates, floorsOfGroup, Wording.price(roomStock.rooms[room], nights: stay.nights.count), nextBest,
    ]
  }

  private var bindings: [Phrase] {
    let entry = event.people[person]
    var sentences: [Phrase] = []
    if let wish = entry.roomWish {
      sentences.append(wish.room == nil ? Wording.hotelGiven : Wording.roomGiven)
    }
    if !event.groups[group].hotels.isEmpty {
      sentences.append(Wording.boundHotels(event.groups[group].hotels))
    }
    if entry.needs.contains(.wheelchair), roomStock.offersAccessibleRooms {
      sentences.append(Wording.accessibleRoom)
    }
    let lodged = { event.people[$0].stay != nil }
    if entry.role == .staff {
      sentences += entry.beside.filter(lodged).map { Wording.sleepsNear(event.people[$0]) }
    }
    sentences += event.companions(of: person, counts: lodged).apart.map {
      Wording.notOneRoom(event.people[$0])
    }
    return sentences
  }

  /// Who else sleeps in a room on a night of the stay.
  private func mates(in room: Int) -> [Int] {
    guests[room].filter { $0 != person && event.people[$0].stay?.overlaps(stay) ?? false }
  }

  private var roomMates: Phrase {
    let mates = mates(in: room)
    guard !mates.isEmpty else { return Wording.alone }
    return Wording.roomMates(
      mates.map { mate in
        let (one, other) = (event.people[person], event.people[mate])
        let isNamed = one.roommates.contains(mate) || other.roommates.contains(person)
        return Wording.roomMate(other, isNamed: isNamed, isOfGroup: other.group == group)
      })
  }

  private var floorsOfGroup: Phrase {
    let rooms = plan.assignments.filter { event.people[$0.person].group == group }.map(\.room)
    let floors = Dictionary(grouping: rooms) { roomStock.floorOfRoom[$0] }.sorted { $0.key < $1.key }
    return Wording.floors(
      floors.map { floor, rooms in
        Wording.floor(
          roomStock.hotels[roomStock.floors[floor].hotel], roomStock.floors[floor].name, people: rooms.count)
      }, people: rooms.count)
  }

  // MARK: The next best

  /// Another room for the person: one with a free bed, or that of somebody who takes theirs.
  private enum Change {
    case move(Int)
    case exchange(Int, in: Int)

    var room: Int {
      switch self {
      case .move(let room), .exchange(_, let room): room
      }
    }
  }

  private var nextBest: Phrase {
    if event.people[person].roomWish?.room != nil { return Wording.pinnedRoom }
    let members = Dictionary(grouping: plan.assignments) { event.people[$0.person].group }
    let others = roomStock.rooms.indices.filter { $0 != room && isOpen($0) }
    let moves = others.filter { holds(mates(in: $0), in: $0) }.map { Change.move($0) }
    let exchanges = others.flatMap { other in
      guests[other].filter { guest in holds(mates(in: other).filter { $0 != guest }, in: other) }
        .map { Change.exchange($0, in: other) }
    }
    let alternatives = (moves + exchanges).map { change in
      let concerned = concerned(change, members)
      return Alternative(
        change, from: evaluation.terms(of: concerned), to: evaluation.terms(of: changed(concerned, change)))
    }
    let best = NextBest(of: alternatives) { change in
      let changed = RoomPlan(assignments: changed(plan.assignments, change), unplaced: plan.unplaced)
      return judged.new(judged.verification.violations(of: changed)).isEmpty
    }
    return Wording.nextBest(best, in: .rooms, judged) { change in
      let other = roomStock.rooms[change.room]
      let partner: Person? = if case .exchange(let guest, _) = change { event.people[guest] } else { nil }
      let isElsewhere = other.hotel != roomStock.rooms[room].hotel && judged.plan.vehicles != nil
      return Wording.change(
        to: other, exchangingWith: partner, mates: mates(in: change.room).map { event.people[$0] },
        outdatesRides: isElsewhere)
    }
  }

  /// Everybody on whom the cost of a change depends: the guests of both rooms and the groups of those who move.
  private func concerned(_ change: Change, _ members: [Int: [RoomAssignment]]) -> [RoomAssignment] {
    var groups: Set = [group]
    if case .exchange(let guest, _) = change { groups.insert(event.people[guest].group) }
    let rooms = [room, change.room]
    return groups.flatMap { members[$0, default: []] }
      + rooms.flatMap { room in
        guests[room].filter { !groups.contains(event.people[$0].group) }
          .map { RoomAssignment(person: $0, room: room) }
      }
  }

  private func changed(_ assignments: [RoomAssignment], _ change: Change) -> [RoomAssignment] {
    assignments.map { assignment in
      if assignment.person == person { return RoomAssignment(person: person, room: change.room) }
      if case .exchange(assignment.person, _) = change {
        return RoomAssignment(person: assignment.person, room: room)
      }
      return assignment
    }
  }

  /// Whether a room can be used on all nights of the stay.
  private func isOpen(_ room: Int) -> Bool {
    let (from, to) = (roomStock.rooms[room].from, roomStock.rooms[room].to)
    return (from ?? stay.checkIn) <= stay.checkIn && stay.checkOut <= (to ?? stay.checkOut)
  }

  /// Whether a room may hold the person beside these guests; what only a look at the whole plan tells is left open.
  private func holds(_ mates: [Int], in room: Int) -> Bool {
    let most =
      stay.nights.map { night in mates.count { event.people[$0].stay!.nights.contains(night) } }.max() ?? 0
    guard most < roomStock.rooms[room].beds else { return false }
    // Only a family may mix genders or share a suite or a single, and everybody of one names somebody.
    return mates.allSatisfy { mate in
      !event.people[mate].roommates.isEmpty && !event.people[person].roommates.isEmpty
        || roomStock.rooms[room].type.level == 1 && event.people[mate].gender == event.people[person].gender
    }
  }
}
