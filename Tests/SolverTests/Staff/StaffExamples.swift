import Assembly
import Localization
import SeededRandomness
import SolverShared
import Testing
import Verification

@testable import StaffSolver

/// Small events with duties, written down in a line.
enum StaffExamples {
  static func at(_ hour: Int, _ minute: Int = 0, day: Int = 5) -> Moment {
    Moment(day: Day(year: 2026, month: 3, day: day)!, hour: hour, minute: minute)!
  }

  /// So many of the staff, and posts of their own by hours of one day.
  static func draft(staff: Int, posts: [(from: Moment, to: Moment)]) -> EventDraft {
    var draft = EventDraft(settings: Settings(name: "example"))
    for person in 0..<staff {
      var entry = PersonEntry(row: person + 2, id: "P\(person)", name: "人\(person)")
      entry.role = .staff
      draft.people.append(entry)
    }
    draft.duties = posts.enumerated().map { index, hours in
      var rule = DutyRule(row: index + 2, kind: .other)
      rule.post = "D\(index)"
      (rule.from, rule.to) = (hours.from, hours.to)
      return rule
    }
    return draft
  }

  /// Any event of so many people and posts: of hours that touch, of places with ways between them, for some alone, named.
  static func random(seed: Int, people: Int, posts: Int) -> EventDraft {
    var random = SeededGenerator(seed: seed)
    func often(_ share: Int) -> Bool { Int.random(in: 0..<100, using: &random) < share }
    var draft = draft(
      staff: people,
      posts: (0..<posts).map { _ in
        let from = at(8).minutesSince1970 + 30 * Int.random(in: 0...12, using: &random)
        return (
          Moment(minutesSince1970: from),
          Moment(minutesSince1970: from + 30 * Int.random(in: 1...6, using: &random))
        )
      })
    draft.vehicles = [Vehicle(row: 2, id: "V", seats: 3)]
    draft.routes = [Route(row: 2, from: "甲", to: "乙", minutes: 30 * Int.random(in: 0...2, using: &random))]
    for index in draft.people.indices {
      draft.people[index].gender = often(50) ? .male : .female
      if often(8) { draft.people[index].isAbsent = true }
      if often(15) { draft.people[index].arrival.time = at(10) }
      if often(10) { draft.people[index].departure.time = at(14) }
      if often(10) { draft.people[index].rank = Double(index + 1) }
    }
    for index in draft.duties!.indices {
      draft.duties![index].people = often(30) ? 2 : 1
      draft.duties![index].place = often(50) ? "甲" : "乙"
      if often(15) { draft.duties![index].gender = .male }
      if often(25) {
        draft.duties![index].names = draft.people.filter { _ in often(40) }.map(\.id)
      }
    }
    if often(20) { draft.settings.weights[.staffWithout] = Int.random(in: 0...40, using: &random) }
    if often(20) { draft.settings.weights[.staffFloors] = Int.random(in: 0...60, using: &random) }
    if often(20) { draft.settings.weights[.staffLoad] = Int.random(in: 0...3, using: &random) }
    return draft
  }

  /// Such an event with floors of two hotels, looked after at an hour at which others have posts, and who sleeps where.
  static func randomWithFloors(seed: Int, people: Int, posts: Int) -> (draft: EventDraft, plans: EventPlan) {
    var draft = random(seed: seed, people: people, posts: posts)
    var random = SeededGenerator(seed: seed + 1)
    draft.rooms = (0..<4).map { room in
      Room(
        row: room + 2, hotel: room < 2 ? "甲" : "乙", floor: "\(room % 2 + 1)", number: "\(room)",
        type: .single, beds: 1)
    }
    var plans = EventPlan()
    plans.rooms = RoomPlan(assignments: [])
    for room in 0..<4 where Int.random(in: 0..<4, using: &random) > 0 {
      var guest = PersonEntry(row: 20 + room, id: "G\(room)", name: "客\(room)")
      guest.entitlement = .single
      let first = Int.random(in: 3...5, using: &random)
      guest.checkIn = Day(year: 2026, month: 3, day: first)
      guest.checkOut = Day(year: 2026, month: 3, day: Int.random(in: first + 1...7, using: &random))
      plans.rooms!.assignments.append(RoomAssignment(person: draft.people.count, room: room))
      draft.people.append(guest)
    }
    var floors = DutyRule(row: 40, kind: .floor)
    floors.hours = DailyHours(from: 60 * Int.random(in: 8...14, using: &random), to: 16 * 60)
    if Bool.random(using: &random) { floors.place = "甲" }
    if Int.random(in: 0..<3, using: &random) == 0, let named = draft.people.first {
      floors.names = [named.id]
    }
    draft.duties!.append(floors)
    return (draft, plans)
  }

  static func plan(
    _ draft: EventDraft, beside plans: EventPlan = EventPlan(), from earlier: (Event, StaffPlan)? = nil
  ) throws -> (event: Event, plan: StaffPlan, figures: Figures) {
    let event = try Event(draft)
    let context = PlanningContext(names: PlainOrder(), decided: plans)
    let planner = try #require(StaffPlanner(event, beside: context))
    var before: EarlierPlan?
    if let (old, plan) = earlier {
      before = EarlierPlan()
      before?.staff = plan.earlier(since: TableChange(from: old, to: event))
    }
    guard case .plan(let plan, let figures) = planner.solve(SolverOptions(), from: before) else {
      throw TableExamples.Unsolved()
    }
    let verification = Verification(of: event, names: PlainOrder(), earlier: before)
    let broken = verification.violations(of: plan, beside: plans, figures: figures).map {
      $0.phrase(in: event).english
    }
    #expect(broken == [])
    return (event, plan, figures)
  }

  /// The least objective of all plans, tried one by one.
  static func least(
    _ event: Event, beside plans: EventPlan = EventPlan(), from earlier: EarlierStaff? = nil
  ) -> Int? {
    guard let problem = StaffProblem(event, beside: plans, from: earlier) else { return nil }
    var least = Int.max
    var roster = StaffRoster(problem)
    /// Lets each of the candidates behind `place` take the slot or not.
    func search(_ slot: Int, _ place: Int) {
      guard slot < problem.slots.count else {
        least = min(least, roster.objective)
        return
      }
      let candidates = problem.slots[slot].candidates
      guard place < candidates.count, roster.missing[slot] > 0 else { return search(slot + 1, 0) }
      if roster.fits(slot, candidates[place]) {
        roster.add(slot, to: candidates[place])
        search(slot, place + 1)
        roster.remove(slot, from: candidates[place])
      }
      search(slot, place + 1)
    }
    search(0, 0)
    return least
  }
}
