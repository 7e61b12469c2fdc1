import Assembly
import SolverShared
import Testing

@testable import VehiclesSolver

@Suite struct `Runs of vehicles` {
  /// rules.md V5: flights of 3, 2, 8 and 4 people, coaches at 1,000 and 4 a minute, half an hour of drive.
  private func arrivals(maxWait: Int, wayBack: Int) throws -> [String] {
    let coaches = (1...4).map { VehicleExamples.coach("C\($0)", row: $0 + 1) }
    var draft = VehicleExamples.draft(vehicles: coaches, routes: [("机场", "酒店", 30), ("酒店", "机场", wayBack)])
    draft.settings.place = "机场"
    draft.settings.maxWait = maxWait
    draft.meet(3, at: VehicleExamples.at(9, 10), "机场", to: "酒店")
    draft.meet(2, at: VehicleExamples.at(9, 25), "机场", to: "酒店")
    draft.meet(8, at: VehicleExamples.at(9, 50), "机场", to: "酒店")
    draft.meet(4, at: VehicleExamples.at(10, 40), "机场", to: "酒店")
    return try solve(draft).plan.runs.map { "\($0.depart) \($0.riders.count)" }
  }

  @Test func `are as few as the longest wait allows`() throws {
    #expect(
      try arrivals(maxWait: 45, wayBack: 600) == ["2026-03-05 10:20 13", "2026-03-05 11:10 4"])
    #expect(
      try arrivals(maxWait: 30, wayBack: 600)
        == ["2026-03-05 09:55 5", "2026-03-05 10:20 8", "2026-03-05 11:10 4"])
  }

  @Test func `wait for a coach that comes back, where that is cheaper than another one`() throws {
    #expect(try arrivals(maxWait: 45, wayBack: 30) == ["2026-03-05 10:20 13", "2026-03-05 11:30 4"])
  }

  @Test func `leave for a flight as late as its lead allows`() throws {
    var draft = VehicleExamples.draft(
      vehicles: [VehicleExamples.coach("C")], routes: [("酒店", "机场", 50), ("会场", "酒店", 10), ("会场", "机场", 60)])
    draft.addPerson(hotel: "酒店") {
      $0.departure = Journey(time: VehicleExamples.at(14, 30), place: "机场", service: "MU2", isCarried: true)
    }
    let run = try #require(try solve(draft).plan.runs.first)
    #expect(run.depart == VehicleExamples.at(11, 40))
    #expect(run.arrive == VehicleExamples.at(12, 30))
  }

  @Test func `carry who has a vehicle of their own without strangers`() throws {
    var draft = VehicleExamples.draft(
      vehicles: (1...3).map { VehicleExamples.coach("C\($0)", row: $0 + 1) },
      routes: [("会场", "酒店", 20)])
    draft.meet(4, at: VehicleExamples.at(9), "会场", to: "酒店")
    draft.people[0].vehicle = "own"
    draft.people[1].besideNames = ["P1"]
    draft.people[1].role = .staff
    let plan = try solve(draft).plan
    #expect(plan.unplaced.isEmpty)
    let alone = try #require(plan.runs.first { $0.riders.contains(0) })
    #expect(Set(alone.riders).isSubset(of: [0, 1]))
  }

  @Test func `keep a share of the seats free, rounded up`() throws {
    let sizes = [(30, 0.1, 27), (45, 0.1, 40), (100, 0.07, 93), (4, 0, 4)]
    for (seats, share, expected) in sizes {
      var settings = Settings(name: "spare")
      settings.vehicleSpare = share
      let vehicle = FleetVehicle(
        Vehicle(row: 2, id: "V", seats: seats), base: 0, settings: settings, weights: settings.weights,
        namedAs: nil)
      #expect(vehicle.capacity == expected, "\(seats) seats, \(share)")
    }
  }

  @Test func `keep to the shifts of a vehicle, and leave who comes between them`() throws {
    var coach = VehicleExamples.coach("C", fixed: 700, perMinute: 1)
    coach.shifts = [
      Shift(from: VehicleExamples.at(8), to: VehicleExamples.at(10, 15)),
      Shift(from: VehicleExamples.at(12), to: VehicleExamples.at(14)),
    ]
    var draft = VehicleExamples.draft(vehicles: [coach], routes: [("会场", "酒店", 40)])
    for hour in [9, 10, 11, 12] {
      draft.meet(1, at: VehicleExamples.at(hour, hour == 11 ? 50 : 0), "会场", to: "酒店")
    }
    let (plan, figures) = try solve(draft)
    // From 12:00 on the coach comes back from the hotel, 40 minutes, and is loaded.
    #expect(plan.runs.map { "\($0.depart)" } == ["2026-03-05 09:30", "2026-03-05 12:45"])
    #expect(plan.unplaced.map(\.person) == [1])
    #expect(figures.terms[.vehiclesFixed] == 700)
    #expect(figures.terms[.vehiclesMinutes] == 120)
  }

  @Test func `carry from each hotel only those who sleep there`() throws {
    var draft = VehicleExamples.draft(
      vehicles: (1...2).map { VehicleExamples.coach("C\($0)", row: $0 + 1) },
      routes: [("甲店", "会场", 20), ("乙店", "会场", 20), ("甲店", "乙店", 10)])
    for hotel in ["甲店", "乙店", "乙店"] { draft.addPerson(hotel: hotel) { _ in } }
    draft.addPerson { _ in }
    draft.transfers = ["甲店", "乙店"].enumerated().map {
      Transfer(
        row: $0 + 2, id: "T\($0)", from: $1, to: "会场", earliest: VehicleExamples.at(8),
        latest: VehicleExamples.at(9), who: [.all])
    }
    let plan = try solve(draft).plan
    #expect(plan.runs.sorted { $0.from < $1.from }.map(\.riders).sorted { $0[0] < $1[0] } == [[0], [1, 2]])
    #expect(plan.unplaced.isEmpty)
  }

  /// So many people who land together and are back at the venue before they can be there; only the first is to go there.
  private func twoPlacesAtOnce(_ people: Int, vehicles: [(base: String, from: Moment?)]) -> EventDraft {
    var draft = VehicleExamples.draft(
      vehicles: vehicles.enumerated().map { index, vehicle in
        var coach = VehicleExamples.coach("C\(index)", row: index + 2, seats: 1)
        coach.base = vehicle.base
        coach.shifts = [Shift(from: vehicle.from, to: nil)]
        return coach
      }, routes: [("机场", "酒店", 40), ("会场", "机场", 30), ("酒店", "会场", 10)])
    draft.settings.maxWait = 10
    // Ready at 9:30, 40 minutes from the hotel.
    for person in 0..<people {
      draft.meet(1, of: "g\(person)", at: VehicleExamples.at(9), "机场", to: "酒店")
    }
    draft.transfers = [
      Transfer(
        row: 2, id: "T", from: "酒店", to: "会场", earliest: VehicleExamples.at(9, 40),
        latest: VehicleExamples.at(9, 45), who: [.groups(["g0"])])
    ]
    return draft
  }

  @Test func `carry who is to be on two runs at once in the one that can be made`() throws {
    // At the airport at 9:50 at the earliest, at the hotel at 9:30.
    let (plan, _) = try solve(twoPlacesAtOnce(1, vehicles: [("会场", VehicleExamples.at(9, 20))]))
    #expect(plan.runs.map(\.to) == ["会场"])
    #expect(plan.unplaced.map(\.reason) == [.ridesElsewhere])
  }

  @Test func `give up a seat to somebody else where there is another trip to make`() throws {
    let (plan, _) = try solve(
      twoPlacesAtOnce(2, vehicles: [("机场", nil), ("酒店", VehicleExamples.at(9, 20))]))
    #expect(plan.runs.sorted { $0.from < $1.from }.map(\.riders) == [[1], [0]])
    #expect(plan.unplaced.map(\.person) == [0])
  }

  @Test func `let nobody be on two runs at once, and tell who would have to be`() throws {
    func plan(latest: Moment) throws -> (VehiclePlan, Figures) {
      var draft = VehicleExamples.draft(
        vehicles: (1...2).map { VehicleExamples.coach("C\($0)", row: $0 + 1) },
        routes: [("机场", "酒店", 40), ("机场", "会场", 30), ("酒店", "会场", 10)])
      draft.meet(2, at: VehicleExamples.at(9), "机场", to: "酒店")
      draft.transfers = [
        Transfer(
          row: 2, id: "T", from: "酒店", to: "会场", earliest: VehicleExamples.at(9, 55), latest: latest,
          who: [.all])
      ]
      return try solve(draft)
    }
    let (both, _) = try plan(latest: VehicleExamples.at(10, 20))
    #expect(both.unplaced.isEmpty)
    #expect(both.runs.map(\.arrive).min()! <= both.runs.map(\.depart).max()!)
    let (one, figures) = try plan(latest: VehicleExamples.at(10, 5))
    #expect(one.unplaced.map(\.reason) == [.ridesElsewhere, .ridesElsewhere])
    #expect(figures.bound >= 2_000_000)
  }

  @Test func `tell what would be enough for who is not carried`() throws {
    var draft = VehicleExamples.draft(
      vehicles: [VehicleExamples.coach("C", seats: 3)],
      routes: [("机场", "酒店", 40), ("会场", "机场", 1), ("会场", "酒店", 9)])
    draft.meet(5, at: VehicleExamples.at(13, 45), "机场", to: "酒店")
    let plan = try solve(draft).plan
    #expect(plan.runs.map(\.riders.count) == [3])
    #expect(
      plan.unplaced.map(\.reason)
        == Array(
          repeating: .vehiclesShort(
            missing: 1, kind: "coach", seats: 3, from: VehicleExamples.at(14, 10),
            until: VehicleExamples.at(15, 0), place: "机场"), count: 2))
  }

  @Test func `ask no vehicle to be in two places: those rows conflict`() throws {
    var draft = VehicleExamples.draft(
      vehicles: [VehicleExamples.coach("C"), VehicleExamples.coach("D", row: 3)],
      routes: [
        ("机场", "酒店", 40), ("车站", "酒店", 30), ("机场", "车站", 60), ("会场", "机场", 1), ("会场", "酒店", 9),
        ("会场", "车站", 9),
      ])
    draft.meet(2, at: VehicleExamples.at(9), "机场", to: "酒店")
    draft.meet(1, at: VehicleExamples.at(9), "车站", to: "酒店")
    draft.people[1].vehicle = "C"
    let free = try Event(draft)
    guard case .plan = VehiclesPlanner(try #require(VehicleProblem(free, rooms: nil))).solve() else {
      Issue.record("one place at a time is no conflict")
      return
    }
    draft.people[2].vehicle = "C"
    let problem = try #require(VehicleProblem(try Event(draft), rooms: nil))
    #expect(
      VehiclesPlanner(problem).solve()
        == .conflict(Conflict(rows: [TableRow(.people, 3), TableRow(.people, 4)])))
  }
}

/// The plan of a draft, after every rule and figure has been checked.
func solve(_ draft: EventDraft) throws -> (plan: VehiclePlan, figures: Figures) {
  let event = try Event(draft)
  let problem = try #require(VehicleProblem(event, rooms: nil))
  guard case .plan(let plan, let figures) = VehiclesPlanner(problem).solve() else {
    throw UnexpectedConflict()
  }
  #expect(figures.bound <= figures.objective)
  return (plan, figures)
}
