import Assembly
import Localization
import SeededRandomness
import SolverShared
import Testing
import Verification

@testable import VehiclesSolver

@Suite struct `Fixed transfers` {
  /// So many people of each group at one hotel, driven to the venue at eight and back at noon, and those of some groups to
  /// the museum at three; buses stand at the hotel.
  private func draft(
    groups sizes: [Int], buses: [Int], visitors: [Int] = [], change: (inout EventDraft) -> Void = { _ in }
  ) -> EventDraft {
    var draft = VehicleExamples.draft(
      vehicles: buses.enumerated().map { index, seats in
        var bus = VehicleExamples.coach("B\(index)", row: index + 2, seats: seats)
        bus.base = "酒店"
        return bus
      }, routes: [("酒店", "会场", 20), ("酒店", "博物馆", 20), ("会场", "博物馆", 20)])
    for (group, size) in sizes.enumerated() {
      for _ in 0..<size { draft.addPerson(of: "g\(group)", hotel: "酒店") { _ in } }
    }
    let drives: [(String, String, Int, [RiderCondition])] =
      [("酒店", "会场", 8, [.all]), ("会场", "酒店", 12, [.all])]
      + (visitors.isEmpty ? [] : [("酒店", "博物馆", 15, [.groups(visitors.map { "g\($0)" })])])
    draft.transfers = drives.enumerated().map { index, drive in
      var transfer = Transfer(
        row: index + 2, id: "T\(index)", from: drive.0, to: drive.1, earliest: VehicleExamples.at(drive.2),
        latest: VehicleExamples.at(drive.2, 10), who: drive.3)
      transfer.isFixed = true
      return transfer
    }
    change(&draft)
    return draft
  }

  private func planned(_ draft: EventDraft) throws -> (plan: VehiclePlan, figures: Figures) {
    let event = try Event(draft)
    let problem = try #require(VehicleProblem(event, rooms: nil))
    guard case .plan(let plan, let figures) = VehiclesPlanner(problem).solve() else {
      throw Unexpected.conflict
    }
    let violations = Verification(of: event, names: event.nameOrdering().order)
      .violations(of: plan, rooms: nil, figures: figures)
    #expect(violations.isEmpty, "\(violations.map { $0.phrase(in: event).english })")
    return (plan, figures)
  }

  private enum Unexpected: Error { case conflict }

  @Test func `keep a group of each in a vehicle of its own, there and back`() throws {
    let (plan, figures) = try planned(draft(groups: [4, 4], buses: [4, 4]))
    // Two buses, 20 minutes there and 20 back, four (group, run) pairs.
    #expect(figures.objective == 2 * 1_000 + 2 * 40 * 4 + 4 * 300)
    #expect(figures.status == .optimal)
    #expect(plan.runs.count == 4)
  }

  @Test func `share vehicles so that those who ride on to the visit are in one of them`() throws {
    // One bus for the visit: the visitors, of two groups, ride it there and back too.
    let (_, figures) = try planned(draft(groups: [2, 4, 2], buses: [4, 4], visitors: [0, 2]))
    #expect(figures.objective == 2 * 1_000 + (2 * 40 + 20) * 4 + 2 * (1 + 2) * 300 + 2 * 300)
  }

  @Test func `carry a person in every transfer or in those that the vehicle can make`() throws {
    let (plan, figures) = try planned(
      draft(groups: [2], buses: [2, 3]) {
        $0.vehicles![0].shifts = [Shift(from: nil, to: VehicleExamples.at(10))]
        $0.vehicles![1].shifts = [Shift(from: VehicleExamples.at(10), to: nil)]
      })
    // Neither bus is there in the morning and at noon: each of both misses one trip, and the bound knows.
    #expect(figures.terms[.vehiclesNotCarried] == 2_000_000)
    #expect(figures.bound >= 2_000_000)
    #expect(plan.unplaced.count == 2)
  }

  @Test func `keep twenty-eight groups whole where two of them fill a bus`() throws {
    // 1 and 15, 2 and 14 … No plan has fewer buses than full ones, and none fewer pairs than groups.
    let sizes = (0..<14).flatMap { [1 + $0 % 8, 15 - $0 % 8] }
    let (_, figures) = try planned(draft(groups: sizes, buses: Array(repeating: 16, count: 16)))
    #expect(figures.objective == 14 * (1_000 + 2 * 20 * 4) + 28 * 2 * 300)
    #expect(figures.status == .optimal)
  }

  @Test func `leave as few behind as there are seats`() throws {
    let (plan, figures) = try planned(draft(groups: [3, 4, 2], buses: [4, 3]))
    #expect(plan.unplaced.count == 4)
    #expect(figures.terms[.vehiclesNotCarried] == 4_000_000)
  }

  @Test func `are ridden one after another where a vehicle has time for two runs`() throws {
    let (plan, _) = try planned(
      draft(groups: [4, 4], buses: [4]) { draft in
        for index in draft.transfers.indices {
          draft.transfers[index].latest = VehicleExamples.at(index == 0 ? 9 : 13, 0)
        }
      })
    #expect(plan.unplaced.isEmpty)
    #expect(plan.runs.count == 4)
  }

  @Test func `have the same people leave first each time with a coach that goes again`() throws {
    let (plan, _) = try planned(
      draft(groups: [3, 5, 2, 6, 4, 4], buses: [12], visitors: [0, 1, 2, 3, 4, 5]) { draft in
        for index in draft.transfers.indices {
          draft.transfers[index].latest = VehicleExamples.at([9, 13, 16][index], 30)
        }
      })
    let runs = Dictionary(grouping: plan.runs, by: \.purpose).values.map { $0.map(\.riders) }
    #expect(runs.count == 3 && runs.allSatisfy { $0.count == 2 && $0 == runs[0] }, "\(runs)")
  }

  @Test func `of small events cost no more than any way to ride them, and no less than the bound`() throws {
    var (tried, dearer) = (0, 0)
    for seed in 0..<cases(60, full: 2_000) {
      let draft = RandomFixedTransfers.draft(seed: seed, people: 2 + seed % 2)
      guard let event = try? Event(draft), let problem = VehicleProblem(event, rooms: nil),
        !problem.coupledTrips.isEmpty, problem.trips.count <= 7,
        case .plan(let plan, let figures) = VehiclesPlanner(problem).solve()
      else { continue }
      let violations = Verification(of: event, names: event.nameOrdering().order)
        .violations(of: plan, rooms: nil, figures: figures)
      #expect(violations.isEmpty, "seed \(seed): \(violations.map { $0.phrase(in: event).english })")
      let best = VehicleBruteForce.least(problem)
      #expect(figures.bound <= best, "seed \(seed)")
      #expect(figures.objective >= best, "seed \(seed)")
      #expect(figures.objective < best + 1_000_000, "seed \(seed): somebody is left out")
      tried += 1
      if figures.objective > best { dearer += 1 }
    }
    #expect(tried > 0)
    #expect(dearer * 20 <= tried, "\(dearer) of \(tried) plans are not the best")
  }

  @Test func `are ridden in one vehicle by each person, whatever else is asked for`() throws {
    for seed in 0..<cases(4, full: 300) {
      guard let event = try? Event(RandomFixedTransfers.draft(seed: 5_000 + seed, people: 30)) else {
        continue
      }
      let problem = try #require(VehicleProblem(event, rooms: nil))
      guard case .plan(let plan, let figures) = VehiclesPlanner(problem).solve() else { continue }
      let violations = Verification(of: event, names: event.nameOrdering().order)
        .violations(of: plan, rooms: nil, figures: figures)
      #expect(violations.isEmpty, "seed \(seed): \(violations.map { $0.phrase(in: event).english })")
      #expect(figures.bound <= figures.objective, "seed \(seed)")
      // Counted here once more: the vehicles of everybody's fixed runs.
      var vehicles: [Int: Set<Int>] = [:]
      for run in plan.runs {
        guard case .transfer(let index) = run.purpose, problem.fleet.transfers[index].isFixed else {
          continue
        }
        for rider in run.riders { vehicles[rider, default: []].insert(run.vehicle) }
      }
      #expect(vehicles.values.allSatisfy { $0.count == 1 }, "seed \(seed)")
    }
  }
}
