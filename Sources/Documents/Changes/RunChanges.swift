import Assembly
import Localization

/// Which runs are not as drivers and leaders were told.
struct RunChanges {
  /// Of the new plan: in another vehicle or with another driver, at other times, between other places or with other riders.
  let changed: Set<VehicleRun>
  /// Of the earlier plan, in its order: no run of the new one leaves under their number then and there.
  let cancelled: [VehicleRun]
  /// The numbers that vehicles showed.
  let numbersBefore: [Int: Int]
  /// Numbers that another vehicle shows now, or none since theirs is gone, in order.
  let successions: [Succession]
  /// By the number of the vehicle.
  let relieved: [Relieved]
  /// Numbers of vehicles whose drivers have another list of drives.
  let numbersOfSlips: Set<Int>
  /// Numbers of vehicles with another sign on the windscreen.
  let numbersOfSigns: Set<Int>
  /// The tables of the earlier plan of vehicles, and those of now.
  let tables: TableChange

  /// That a number is no longer shown by the vehicle that showed it.
  struct Succession {
    let number: Int
    /// Index in the earlier fleet.
    let old: Int
    /// Index in the fleet of now; nothing where no vehicle shows the number.
    let new: Int?
  }

  /// A driver by whom runs are no longer driven that leave all the same: of a vehicle that is gone, most of all.
  struct Relieved {
    /// Of the earlier plan, as they were to leave.
    let runs: [VehicleRun]
    /// Whether another vehicle is driven, or the same one by somebody else.
    let isOtherVehicle: Bool
  }

  /// What the list of a run shows, as far as it can be compared with that of other tables.
  private struct ShownRun: Hashable {
    let place: PrintedPlace
    let to: String
    let arrive: Moment
    let vehicle: [String]
    let riders: Set<Int>

    /// - Parameter person: the person of now; nothing for who is gone.
    init?(_ run: VehicleRun, number: Int?, in event: Event, person: (Int) -> Int?) {
      guard let vehicle = event.fleet?.vehicles[run.vehicle] else { return nil }
      place = .ride(run, showing: number ?? 0)
      (to, arrive) = (run.to, run.arrive)
      self.vehicle = [vehicle.id, vehicle.plate, vehicle.driver, vehicle.phone, "\(vehicle.seats)"]
      let riders = run.riders.map(person)
      // A name that is no longer on the list makes the list void, as somebody who is nobody now.
      self.riders = Set(riders.map { $0 ?? -1 })
    }
  }

  /// Compares two plans; nothing changes where one of them has no vehicles.
  ///
  /// - Complexity: O(runs + rides).
  init(from earlier: VehiclePlan?, to plan: VehiclePlan?, since tables: TableChange) {
    self.tables = tables
    guard let plan, let earlier, let oldFleet = tables.earlier.fleet, let fleet = tables.event.fleet else {
      (changed, cancelled, numbersBefore, successions, relieved) = ([], [], [:], [], [])
      (numbersOfSlips, numbersOfSigns) = ([], [])
      return
    }
    let (before, now) = (earlier.numbers(in: tables.earlier), plan.numbers(in: tables.event))
    let known = Set(
      earlier.runs.compactMap { run in
        ShownRun(run, number: before[run.vehicle], in: tables.earlier) { tables.people[$0] }
      })
    let changed = Set(
      plan.runs.filter { run in
        ShownRun(run, number: now[run.vehicle], in: tables.event) { $0 }.map { !known.contains($0) } ?? false
      })
    let runNow = Dictionary(
      plan.runs.map { (PrintedPlace.ride($0, showing: now[$0.vehicle] ?? 0), $0) },
      uniquingKeysWith: { first, _ in first })
    func successor(_ run: VehicleRun) -> Vehicle? {
      runNow[.ride(run, showing: before[run.vehicle] ?? 0)].map { fleet.vehicles[$0.vehicle] }
    }
    let cancelled = earlier.runs.filter { successor($0) == nil }
    relieved = Dictionary(grouping: earlier.runs, by: \.vehicle).sorted {
      (before[$0.key] ?? 0, $0.key) < (before[$1.key] ?? 0, $1.key)
    }.compactMap { index, runs in
      let vehicle = oldFleet.vehicles[index]
      let lost = runs.filter { run in
        successor(run).map { ($0.driver, $0.phone) != (vehicle.driver, vehicle.phone) } ?? false
      }
      guard let first = lost.first, !vehicle.contact.isEmpty else { return nil }
      return Relieved(runs: lost, isOtherVehicle: successor(first)?.id != vehicle.id)
    }
    self.changed = changed
    self.cancelled = cancelled
    numbersBefore = before
    successions = Self.successions(before, oldFleet, now, fleet)
    numbersOfSlips = Set(changed.compactMap { now[$0.vehicle] })
      .union(cancelled.compactMap { before[$0.vehicle] }).intersection(now.values)
    func signs(_ plan: VehiclePlan, _ fleet: Fleet, _ numbers: [Int: Int]) -> Set<[String]> {
      let departures = FixedDepartures(plan, fleet)
      return Set(
        numbers.map { vehicle, number in
          ["\(number)", fleet.vehicles[vehicle].plate] + departures.times(ofVehicle: vehicle).map(\.english)
        })
    }
    numbersOfSigns = Set(
      signs(plan, fleet, now).subtracting(signs(earlier, oldFleet, before)).compactMap { Int($0[0]) })
  }

  private static func successions(
    _ before: [Int: Int], _ oldFleet: Fleet, _ now: [Int: Int], _ fleet: Fleet
  ) -> [Succession] {
    let vehicleNow = Dictionary(now.map { ($0.value, $0.key) }) { first, _ in first }
    let ids = Set(fleet.vehicles.map(\.id))
    return before.sorted { $0.value < $1.value }.compactMap { old, number in
      let new = vehicleNow[number]
      let isSame = new.map { fleet.vehicles[$0].id == oldFleet.vehicles[old].id } ?? false
      // A vehicle that is there and shows no number any more is only not needed.
      guard !isSame, new != nil || !ids.contains(oldFleet.vehicles[old].id) else { return nil }
      return Succession(number: number, old: old, new: new)
    }
  }
}
