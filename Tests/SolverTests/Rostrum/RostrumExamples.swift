import Assembly
import RostrumSolver
import SolverShared
import Testing

/// An event with a rostrum of these rows and people 1, 2, 3 … in protocol order; their ids are their numbers, their
/// rows in the table one more.
func rostrumEvent(
  rows: [Int], people count: Int, settings change: (inout Settings) -> Void = { _ in },
  wishes: (inout RostrumList) -> Void = { _ in }
) throws -> Event {
  var settings = Settings(name: "会议")
  change(&settings)
  var list = RostrumList(count)
  wishes(&list)
  var draft = EventDraft(settings: settings, people: list.entries)
  draft.rostrum = rows.enumerated().map { RostrumRow(tableRow: $0 + 2, number: $0 + 1, seats: $1) }
  return try Event(draft)
}

/// A list of people in the making; people are called by their numbers from 1.
struct RostrumList {
  fileprivate(set) var entries: [PersonEntry]

  init(_ count: Int) {
    entries = (1...max(1, count)).map { number in
      var entry = PersonEntry(row: number + 1, id: "\(number)", name: "\(number)")
      entry.role = .rostrum
      return entry
    }
  }

  subscript(person: Int) -> PersonEntry {
    get { entries[person - 1] }
    set { entries[person - 1] = newValue }
  }

  mutating func pin(_ person: Int, row: Int = 1, seat: Int) {
    self[person].seat = .rostrum(RostrumSeat(row: row, seat: seat))
  }

  mutating func seat(_ person: Int, beside others: Int...) {
    self[person].besideNames += others.map(String.init)
  }

  mutating func keep(_ person: Int, apartFrom others: Int...) {
    self[person].apartNames += others.map(String.init)
  }
}

/// The rows of a plan as the audience sees them, the front row first; an empty seat is `_`.
func audienceView(_ plan: RostrumPlan, of event: Event) -> [String] {
  let personOfSeat = Dictionary(uniqueKeysWithValues: plan.assignments.map { ($0.seat, $0.person) })
  return event.rostrum!.rows.map { row in
    (1...row.seats).map { number in
      personOfSeat[RostrumSeat(row: row.number, seat: number)].map { event.people[$0].id } ?? "_"
    }.joined(separator: " ")
  }
}

/// The seating of an event that has a rostrum.
func seating(_ event: Event) throws -> RostrumPlanner {
  try #require(RostrumPlanner(event))
}

/// The plan and figures of an event whose wishes hold together; every plan is examined on the way.
func rostrumPlan(_ event: Event) throws -> (plan: RostrumPlan, figures: Figures) {
  guard case .plan(let plan, let figures) = try seating(event).solve() else {
    throw UnexpectedConflict()
  }
  examine(plan, figures, of: event)
  return (plan, figures)
}

struct UnexpectedConflict: Error {}

/// The people whose rows conflict, by number; empty when there is a plan.
func conflictingPeople(_ event: Event) throws -> [Int] {
  guard case .conflict(let conflict) = try seating(event).solve() else { return [] }
  #expect(conflict.rows.allSatisfy { $0.table == .people })
  return conflict.rows.map { $0.row - 1 }
}

/// What every plan must keep, read from the event and not from the solver. Every plan of these tests comes here, so
/// this is where an independent verification is to be called.
func examine(_ plan: RostrumPlan, _ figures: Figures, of event: Event) {
  let seats = Dictionary(uniqueKeysWithValues: plan.assignments.map { ($0.person, $0.seat) })
  #expect(Set(seats.values).count == plan.assignments.count, "a seat is given twice")
  #expect(Set(seats.keys).union(plan.unplaced.map(\.person)) == Set(event.dueOnRostrum))
  for (person, seat) in seats {
    #expect(event.rostrum!.contains(seat))
    if case .rostrum(let pin) = event.people[person].seat { #expect(seat == pin) }
    for other in event.people[person].beside.compactMap({ seats[$0] }) { #expect(areNeighbours(seat, other)) }
    for other in event.people[person].apart.compactMap({ seats[$0] }) { #expect(!areNeighbours(seat, other)) }
  }
  let numberOfPerson = Dictionary(uniqueKeysWithValues: event.dueOnRostrum.enumerated().map { ($1, $0 + 1) })
  let displacement = plan.assignments.reduce(0) { sum, assignment in
    let distance = assignment.place - numberOfPerson[assignment.person]!
    return sum + distance * distance
  }
  #expect(
    figures.terms == [.rostrumDisplacement: displacement * event.settings.weights[.rostrumDisplacement]])
  #expect(figures.bound <= figures.objective)
  #expect((figures.status == .optimal) == (figures.bound == figures.objective))
}

func areNeighbours(_ one: RostrumSeat, _ other: RostrumSeat) -> Bool {
  one.row == other.row && abs(one.seat - other.seat) == 1
}
