import Assembly
import Verification

/// An event with a hall of these lines and groups of these sizes, named A, B, C …
func hallEvent(
  _ lines: [HallLine], groups sizes: [Int], change: (inout EventDraft) -> Void = { _ in }
) throws -> Event {
  var draft = EventDraft(settings: Settings(name: "会议"))
  draft.hall = lines
  for (group, size) in sizes.enumerated() {
    for _ in 0..<size {
      let number = draft.people.count
      var person = PersonEntry(row: number + 2, id: "p\(number)", name: "人\(number)")
      person.groupName = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(group)))
      draft.people.append(person)
    }
  }
  change(&draft)
  return try Event(draft)
}

/// A line of one section.
func line(_ row: Int, _ first: Int, _ last: Int, section: String = "中", x: Double? = nil) -> HallLine {
  var line = HallLine(tableRow: row &+ 1, section: section, row: .number(row), first: first, last: last)
  line.x = x
  return line
}

/// Person i sits on seat `seats[i]`; who has no seat is told to be without one.
func hallPlan(_ seats: [Int?], withoutAisle: [Int] = []) -> HallPlan {
  HallPlan(
    assignments: seats.enumerated().compactMap { person, seat in
      seat.map { HallAssignment(person: person, seat: $0) }
    },
    unplaced: seats.indices.filter { seats[$0] == nil }.map { person in
      Unplaced(person: person, module: .hall, reason: .told("full"))
    },
    withoutAisle: withoutAisle)
}

/// An event with this rostrum and people ranked 1, 2, 3 …
func rostrumEvent(
  _ rows: [Int], people: Int, change: (inout EventDraft) -> Void = { _ in }
) throws -> Event {
  var draft = EventDraft(settings: Settings(name: "会议"))
  draft.rostrum = rows.enumerated().map { RostrumRow(tableRow: $0 + 2, number: $0 + 1, seats: $1) }
  draft.people = (0..<people).map { number in
    var person = PersonEntry(row: number + 2, id: "p\(number)", name: "人\(number)")
    person.role = .rostrum
    person.rank = Double(number + 1)
    return person
  }
  change(&draft)
  return try Event(draft)
}

/// Person i sits on seat `seats[i]` of row 1, told to be of place `places[i]`.
func rostrumPlan(_ seats: [Int?], places: [Int]) -> RostrumPlan {
  RostrumPlan(
    assignments: seats.enumerated().compactMap { person, seat in
      seat.map {
        RostrumAssignment(person: person, seat: RostrumSeat(row: 1, seat: $0), place: places[person])
      }
    },
    unplaced: seats.indices.filter { seats[$0] == nil }.map { person in
      Unplaced(person: person, module: .rostrum, reason: .told("full"))
    })
}

func violations(_ plan: HallPlan, _ event: Event, _ figures: Figures? = nil) -> [Violation] {
  Verification(of: event, names: event.nameOrdering().order).violations(
    of: plan, figures: figures)
}

func violations(_ plan: RostrumPlan, _ event: Event, _ figures: Figures? = nil) -> [Violation] {
  Verification(of: event, names: event.nameOrdering().order).violations(
    of: plan, figures: figures)
}

/// An event of three nights with these rooms and a delegate of the same unit for each gender, all entitled to a twin.
func roomsEvent(
  _ rooms: [Room], _ genders: [Gender], change: (inout EventDraft) -> Void = { _ in }
) throws -> Event {
  var draft = EventDraft(settings: Settings(name: "会议"))
  draft.settings.start = Day(number: 20_000)
  draft.settings.end = Day(number: 20_002)
  draft.rooms = rooms
  draft.people = genders.enumerated().map { number, gender in
    var person = PersonEntry(row: number + 2, id: "p\(number)", name: "人\(number)")
    person.groupName = "A"
    person.gender = gender
    person.entitlement = .twin
    return person
  }
  change(&draft)
  return try Event(draft)
}

/// A room in row `number + 1` of the table.
func room(
  _ number: Int, _ type: RoomType = .twin, beds: Int? = nil, price: Int = 100, hotel: String = "东楼",
  floor: String = "1"
) -> Room {
  let usual = type == .twin ? 2 : 1
  return Room(
    row: number + 1, hotel: hotel, floor: floor, number: String(number), type: type, beds: beds ?? usual,
    price: price)
}

/// Person i sleeps in room `rooms[i]`; who has none is told to be without one.
func roomPlan(_ rooms: [Int?]) -> RoomPlan {
  RoomPlan(
    assignments: rooms.enumerated().compactMap { person, room in
      room.map { RoomAssignment(person: person, room: $0) }
    },
    unplaced: rooms.indices.filter { rooms[$0] == nil }.map { person in
      Unplaced(person: person, module: .rooms, reason: .told("full"))
    })
}

func violations(_ plan: RoomPlan, _ event: Event, _ figures: Figures? = nil) -> [Violation] {
  Verification(of: event, names: event.nameOrdering().order).violations(
    of: plan, figures: figures)
}
