import Assembly
import SeededRandomness
import SolverShared
import Testing
import Verification

@testable import StaffSolver

struct StaffPlannerTests {
  private static func at(_ hour: Int, _ minute: Int = 0) -> Moment { StaffExamples.at(hour, minute) }

  @Test func `Posts at the same time are for different people, and loads are even`() throws {
    let posts = [
      (Self.at(8), Self.at(10)), (Self.at(9), Self.at(11)), (Self.at(11), Self.at(13)),
      (Self.at(13), Self.at(15)),
    ]
    let (_, plan, figures) = try StaffExamples.plan(StaffExamples.draft(staff: 2, posts: posts))
    #expect(plan.missing == 0)
    // Four posts of two hours, two for each: (4 + 4)² for both.
    #expect(figures.objective == 128 && figures.status == .optimal)
  }

  @Test func `Who has a post longer than what the others share has that alone, and it is proven`() throws {
    let hours = (0..<36).map { (Self.at(8 + $0 % 9), Self.at(9 + $0 % 9)) }
    var draft = StaffExamples.draft(staff: 30, posts: [(Self.at(8), Self.at(18))] + hours)
    draft.duties![0].people = 12
    let (_, plan, figures) = try StaffExamples.plan(draft)
    #expect(plan.missing == 0)
    // Twelve of ten hours, and eighteen of two hours each.
    #expect(figures.objective == 12 * 20 * 20 + 18 * 4 * 4 && figures.status == .optimal)
    // The first prices say so: no linear program is needed.
    #expect(figures.work["columns"] == 0)
  }

  @Test func `A post at a time at which everybody is elsewhere lacks somebody`() throws {
    let posts = [(Self.at(8), Self.at(10)), (Self.at(9), Self.at(11)), (Self.at(9, 30), Self.at(12))]
    let (_, plan, figures) = try StaffExamples.plan(StaffExamples.draft(staff: 2, posts: posts))
    #expect(plan.missing == 1 && !plan.servesEverybody)
    #expect(figures.terms[.staffWithout] == 1_000_000)
    #expect(figures.status == .optimal)
  }

  @Test func `Nobody is at two places between which the drive is too long`() throws {
    var draft = StaffExamples.draft(
      staff: 1, posts: [(Self.at(8), Self.at(10)), (Self.at(10, 15), Self.at(11))])
    draft.vehicles = [Vehicle(row: 2, id: "V", seats: 3)]
    draft.routes = [Route(row: 2, from: "机场", to: "会场", minutes: 20)]
    draft.duties![0].place = "机场"
    draft.duties![1].place = "会场"
    #expect(try StaffExamples.plan(draft).plan.missing == 1)
    draft.routes[0].minutes = 15
    #expect(try StaffExamples.plan(draft).plan.missing == 0)
  }

  @Test func `Whoever is named has the post, and the others share the rest`() throws {
    var draft = StaffExamples.draft(
      staff: 3, posts: [(Self.at(8), Self.at(18)), (Self.at(9), Self.at(10)), (Self.at(11), Self.at(12))])
    draft.duties![0].people = 2
    draft.duties![0].names = ["P2"]
    let plan = try StaffExamples.plan(draft).plan
    #expect(plan.assignments[0].people.contains(2) && plan.assignments[0].people.count == 2)
    // Of more than a post needs only some are there, and nobody else.
    draft.duties![0].people = 1
    draft.duties![0].names = ["P1", "P2"]
    let first = try StaffExamples.plan(draft).plan.assignments[0].people
    #expect(first == [1] || first == [2])
    // Whoever is absent gives way to others.
    draft.duties!.removeLast(2)
    draft.people[1].isAbsent = true
    draft.people[2].isAbsent = true
    #expect(try StaffExamples.plan(draft).plan.assignments.first { $0.post.id.title == "D0" }?.people == [0])
  }

  @Test func `Arrivals soon after one another are one batch, and later ones another`() throws {
    var draft = StaffExamples.draft(staff: 2, posts: [])
    for (index, time) in [Self.at(8), Self.at(8, 40), Self.at(12)].enumerated() {
      var guest = PersonEntry(row: index + 10, id: "G\(index)", name: "客\(index)")
      guest.arrival = Journey(time: time, place: "机场", service: "CA1", isCarried: true)
      guest.room = "酒店"
      draft.people.append(guest)
    }
    draft.vehicles = [Vehicle(row: 2, id: "V", seats: 3)]
    draft.routes = [
      Route(row: 2, from: "机场", to: "酒店", minutes: 20), Route(row: 3, from: "会场", to: "酒店", minutes: 20),
      Route(row: 4, from: "会场", to: "机场", minutes: 20),
    ]
    draft.duties = [DutyRule(row: 2, kind: .arrival)]
    let plan = try StaffExamples.plan(draft).plan
    #expect(
      plan.assignments.map(\.post.shifts) == [
        [StaffShift(from: Self.at(7, 30), to: Self.at(9, 10), place: "机场")],
        [StaffShift(from: Self.at(11, 30), to: Self.at(12, 30), place: "机场")],
      ])
    #expect(Set(plan.assignments.flatMap(\.people)).count == 2)
  }

  @Test func `A vehicle is led by who rides in it, or by somebody for whom it has a seat`() throws {
    var draft = StaffExamples.draft(staff: 2, posts: [])
    draft.vehicles = [Vehicle(row: 2, id: "V", seats: 2), Vehicle(row: 3, id: "W", seats: 2)]
    draft.routes = [Route(row: 2, from: "酒店", to: "会场", minutes: 30)]
    draft.duties = [DutyRule(row: 2, kind: .vehicle)]
    for index in 2..<5 {
      draft.people.append(PersonEntry(row: index + 2, id: "G\(index)", name: "客\(index)"))
    }
    var plans = EventPlan()
    func run(_ vehicle: Int, _ riders: [Int]) -> VehicleRun {
      VehicleRun(
        vehicle: vehicle, purpose: .transfer(0), from: "酒店", to: "会场", depart: Self.at(8),
        arrive: Self.at(8, 30),
        riders: riders)
    }
    plans.vehicles = VehiclePlan(runs: [run(0, [0, 2]), run(1, [3])])
    let (event, plan, figures) = try StaffExamples.plan(draft, beside: plans)
    #expect(plan.assignments.map(\.people) == [[0], [1]])
    #expect(figures.terms[.staffForeign] == 30)
    let led = try #require(plans.vehicles).led(by: plan, in: event)
    #expect(led.runs.map { $0.leader(in: event) } == [0, 1])
    // A full vehicle in which nobody of the staff rides has no leader of theirs.
    plans.vehicles = VehiclePlan(runs: [run(0, [0, 2]), run(1, [3, 4])])
    #expect(try StaffExamples.plan(draft, beside: plans).plan.missing == 1)
  }

  @Test func `Two floors of one evening are for two people, and for one where nobody else can be had`() throws
  {
    var draft = StaffExamples.draft(staff: 2, posts: [(Self.at(19), Self.at(22))])
    draft.duties!.append(DutyRule(row: 3, kind: .floor))
    var plans = EventPlan()
    plans.rooms = RoomPlan(assignments: [])
    var rooms: [Room] = []
    for floor in 1...2 {
      rooms.append(
        Room(row: floor + 1, hotel: "宾馆", floor: "\(floor)", number: "\(floor)01", type: .single, beds: 1))
      var guest = PersonEntry(row: floor + 3, id: "G\(floor)", name: "客\(floor)")
      guest.gender = .male
      guest.checkIn = Day(year: 2026, month: 3, day: 5)
      guest.checkOut = Day(year: 2026, month: 3, day: 7)
      draft.people.append(guest)
      plans.rooms!.assignments.append(RoomAssignment(person: floor + 1, room: floor - 1))
    }
    draft.rooms = rooms
    let heaped = try StaffExamples.plan(draft, beside: plans)
    #expect(heaped.plan.missing == 0 && heaped.figures.terms[.staffFloors] == 300_000)
    draft.rooms![0].contacts = ["P0"]
    draft.rooms![1].contacts = ["P0"]
    #expect(try StaffExamples.plan(draft, beside: plans).figures.terms[.staffFloors] == 0)
    draft.duties!.removeFirst()
    draft.rooms = rooms
    #expect(try StaffExamples.plan(draft, beside: plans).figures.terms[.staffFloors] == 0)
  }

  @Test(arguments: 0..<cases(60, full: 400))
  func `A small plan counts the least, and no bound is above it`(seed: Int) throws {
    let draft = StaffExamples.random(seed: seed, people: 1 + seed % 4, posts: 1 + seed % 5)
    guard let event = try? Event(draft), let least = StaffExamples.least(event) else { return }
    let (_, _, figures) = try StaffExamples.plan(draft)
    #expect(figures.bound <= least && figures.objective == least)
  }

  @Test(arguments: 0..<cases(60, full: 400))
  func `Floors, of which one person may have several, are seen at all of their hours`(seed: Int) throws {
    let (draft, plans) = StaffExamples.randomWithFloors(seed: seed, people: 1 + seed % 4, posts: seed % 4)
    guard let event = try? Event(draft), let least = StaffExamples.least(event, beside: plans) else { return }
    let (_, _, figures) = try StaffExamples.plan(draft, beside: plans)
    #expect(figures.bound <= least && figures.objective == least)
  }

  @Test(arguments: 0..<cases(40, full: 200))
  func `A plan of unchanged tables moves nobody, and one of changed tables as few as can be`(seed: Int) throws
  {
    var draft = StaffExamples.random(seed: seed + 1_000, people: 2 + seed % 4, posts: 2 + seed % 4)
    guard (try? Event(draft)) != nil else { return }
    draft.settings.weights = Weights()
    let (event, plan, _) = try StaffExamples.plan(draft)
    let same = try StaffExamples.plan(draft, from: (event, plan))
    #expect(same.plan == plan && same.figures.moves == Moves(count: 0, least: 0))
    draft.people[0].isAbsent.toggle()
    let late = try StaffExamples.plan(draft, from: (event, plan))
    let before = plan.earlier(since: TableChange(from: event, to: late.event))
    let least = try #require(StaffExamples.least(late.event, from: before))
    #expect(late.figures.bound <= least && least <= late.figures.objective)
  }
}
