import Assembly
import DiscussionSolver
import RostrumSolver
import SeededRandomness
import SolverShared
import StaffSolver
import TablesSolver
import Verification

@testable import HallSolver
@testable import RoomsSolver
@testable import VehiclesSolver

extension SolverUnderTest {
  /// Every solver of the program.
  static let all = [rostrum, hall, rooms, vehicles, tables, discussion, staff]

  private static let rostrum = SolverUnderTest(
    RostrumPlanner.self, of: .rostrum,
    Events(
      random: { try? smallEvent(seed: $0) },
      tiny: { seed in
        guard let event = try? smallEvent(seed: seed),
          let best = RostrumBruteForce(event).best()
        else { return nil }
        return (event, best.displacement * event.settings.weights[.rostrumDisplacement])
      },
      long: sound {
        try rostrumEvent(rows: [21, 20, 20], people: 61) { _ in
        } wishes: { list in
          for person in stride(from: 1, through: 55, by: 6) {
            list.seat(person, beside: 61 - person)
            list.keep(person + 1, apartFrom: person + 2)
          }
        }
      },
      alone: made {
        var draft = HallExamples.draft(groups: [1], hall: [])
        draft.people[0].role = .rostrum
        draft.hall = nil
        draft.rostrum = [RostrumRow(tableRow: 2, number: 1, seats: 1)]
        return draft
      }),
    served: { $0.assignments.count }, violations: { $0.violations(of: $1, figures: $2) })

  private static let hall = SolverUnderTest(
    HallPlanner.self, of: .hall,
    Events(
      random: { try? Event(RandomHalls.draft(seed: $0)) },
      tiny: { seed in
        guard let event = try? Event(tinyHall(seed: seed)), let problem = HallProblem(event) else {
          return nil
        }
        return (event, HallBruteForce(problem).least)
      },
      long: sound {
        let lines = HallExamples.lines([("A", [7, 8, 9, 9, 10]), ("B", [11, 12, 12, 13, 13])])
        return try Event(HallExamples.draft(groups: (0..<12).map { 3 + $0 * 5 % 11 }, hall: lines))
      },
      alone: HallExamples.draft(groups: [1], hall: HallExamples.lines([("A", [1])]))),
    served: { $0.assignments.count }, violations: { $0.violations(of: $1, figures: $2) })

  private static let rooms = SolverUnderTest(
    RoomsPlanner.self, of: .rooms,
    Events(
      random: { seed in
        try? Event(RandomRooms.draft(seed: seed, people: 6 + seed % 20, rooms: 4 + seed % 11, wishes: true))
      },
      tiny: { seed in
        var draft = RandomRooms.draft(
          seed: seed, people: 2 + seed % 3, rooms: 1 + seed / 2 % 3, wishes: seed % 3 > 0)
        if seed % 5 == 0 { RandomRooms.weaken(&draft, seed: seed) }
        guard let event = try? Event(draft) else { return nil }
        return (event, RoomBruteForce(event).least)
      },
      long: sound { try Event(RandomRooms.draft(seed: 1, people: 90, rooms: 50, wishes: false)) },
      alone: made {
        var draft = RandomRooms.draft(seed: 1, people: 1, rooms: 1, wishes: false)
        draft.people[0].entitlement = .twin
        draft.rooms![0].type = .twin
        draft.rooms![0].from = nil
        draft.rooms![0].to = nil
        return draft
      }),
    served: { $0.assignments.count }, violations: { $0.violations(of: $1, figures: $2) })

  private static let vehicles = SolverUnderTest(
    VehiclesPlanner.self, of: .vehicles,
    Events(
      random: { try? Event(RandomVehicles.draft(seed: $0)) },
      tiny: { seed in
        guard let event = try? Event(RandomVehicles.draft(seed: seed)),
          let problem = VehicleProblem(event, rooms: nil), problem.trips.count <= 4
        else { return nil }
        return (event, VehicleBruteForce.least(problem))
      },
      long: sound {
        var draft = VehicleExamples.draft(
          vehicles: (1...6).map { VehicleExamples.coach("C\($0)", row: $0 + 1, seats: 4 + $0) },
          routes: [("机场", "酒店", 30), ("机场", "会场", 20), ("酒店", "会场", 15)])
        for number in 0..<60 {
          draft.meet(
            1, of: "g\(number % 7)", at: VehicleExamples.at(8 + number / 10, number * 7 % 60), "机场", to: "酒店")
        }
        return try Event(draft)
      },
      alone: made {
        var draft = VehicleExamples.draft(
          vehicles: [VehicleExamples.coach("C", seats: 1)],
          routes: [("机场", "酒店", 30), ("机场", "会场", 20), ("酒店", "会场", 15)])
        draft.meet(1, at: VehicleExamples.at(9), "机场", to: "酒店")
        return draft
      }),
    served: { $0.runs.reduce(0) { $0 + $1.riders.count } },
    violations: { $0.violations(of: $1, rooms: nil, figures: $2) })

  private static let tables = SolverUnderTest(
    TablesPlanner.self, of: .tables,
    Events(
      random: { seed in
        try? Event(
          TableExamples.random(
            seed: seed, people: 8 + seed % 25, tables: 3 + seed % 8, meals: 1 + seed % 3 / 2))
      },
      tiny: { seed in
        let draft = TableExamples.random(seed: seed + 10_000, people: 2 + seed % 4, tables: 1 + seed % 3)
        guard let event = try? Event(draft) else { return nil }
        return (event, TableBruteForce(event).least)
      },
      long: sound {
        try Event(
          TableExamples.draft(
            groups: (0..<40).map { 3 + $0 * 5 % 23 }, tables: Array(repeating: 8, count: 80)))
      },
      alone: made { TableExamples.draft(groups: [1], tables: [1]) }),
    served: { $0.assignments.count }, violations: { $0.violations(of: $1, rooms: nil, figures: $2) })

  private static let discussion = SolverUnderTest(
    DiscussionPlanner.self, of: .discussion,
    Events(
      random: { seed in
        try? Event(
          DiscussionExamples.random(
            seed: seed, groups: 3 + seed % 8, sessions: 1 + seed % 4, rooms: 4 + seed % 9))
      },
      tiny: { seed in
        let draft = DiscussionExamples.random(
          seed: seed + 20_000, groups: 1 + seed % 3, sessions: 1 + seed % 2, rooms: 1 + seed % 3)
        guard let event = try? Event(draft), let least = DiscussionExamples.least(event) else { return nil }
        return (event, least)
      },
      long: sound {
        try Event(
          DiscussionExamples.random(seed: 4, groups: 25, sessions: 4, rooms: 30))
      },
      alone: made { DiscussionExamples.draft(groups: [1], sessions: [[("a", 1)]]) }),
    served: { $0.assignments.count }, violations: { $0.violations(of: $1, figures: $2) })

  private static let staff = SolverUnderTest(
    StaffPlanner.self, of: .staff,
    Events(
      random: { try? Event(StaffExamples.random(seed: $0, people: 3 + $0 % 8, posts: 4 + $0 % 14)) },
      tiny: { seed in
        let draft = StaffExamples.random(seed: seed + 30_000, people: 1 + seed % 4, posts: 1 + seed % 5)
        guard let event = try? Event(draft), let least = StaffExamples.least(event) else { return nil }
        return (event, least)
      },
      long: sound { try Event(StaffExamples.random(seed: 5, people: 24, posts: 90)) },
      alone: made {
        // Whoever is named meets people, and be it themself.
        var draft = StaffExamples.draft(staff: 1, posts: [])
        draft.people[0].arrival = Journey(
          time: StaffExamples.at(9), place: "机场", service: "CA1", isCarried: true)
        draft.people[0].room = "酒店"
        draft.vehicles = [Vehicle(row: 2, id: "V", seats: 3)]
        draft.routes = [
          Route(row: 2, from: "机场", to: "酒店", minutes: 20), Route(row: 3, from: "会场", to: "酒店", minutes: 20),
          Route(row: 4, from: "会场", to: "机场", minutes: 20),
        ]
        draft.duties = [DutyRule(row: 2, kind: .arrival)]
        draft.duties![0].names = ["P0"]
        return draft
      }),
    served: { $0.assignments.reduce(0) { $0 + $1.people.count } },
    violations: { $0.violations(of: $1, beside: EventPlan(), figures: $2) })

  private static func made(_ draft: () -> EventDraft) -> EventDraft { draft() }

  /// An event of this file, which is known to be sound.
  private static func sound(_ event: () throws -> Event) -> Event {
    do { return try event() } catch { preconditionFailure("\(error)") }
  }

  /// A hall of at most eight seats and groups that fill it, one person too many now and then.
  private static func tinyHall(seed: Int) throws -> EventDraft {
    var random = SeededGenerator(seed: seed)
    var lines: [HallLine]
    repeat {
      let rows = Int.random(in: 1...3, using: &random)
      lines = HallExamples.lines(
        (0..<Int.random(in: 1...2, using: &random)).map { section in
          ("S\(section)", (0..<rows).map { _ in Int.random(in: 1...3, using: &random) })
        })
    } while lines.reduce(0) { $0 + $1.last } > 8
    let seats = lines.reduce(0) { $0 + $1.last }
    var sizes: [Int] = []
    while sizes.count < 4, sizes.reduce(0, +) < seats + 1 {
      sizes.append(Int.random(in: 1...3, using: &random))
    }
    return HallExamples.draft(
      groups: sizes, hall: lines, method: HallMethod.allCases[seed % 3],
      order: HallOrder.allCases[seed / 3 % 3])
  }
}
