import Assembly

/// Which runs are not as drivers and leaders were told.
struct RunChanges {
  /// Of the new plan: in another vehicle or with another driver, at other times, between other places or with other riders.
  let changed: Set<VehicleRun>
  /// Of the earlier plan, in its order: no run of the new one leaves under their number then and there.
  let cancelled: [VehicleRun]
  /// The numbers that vehicles showed.
  let numbersBefore: [Int: Int]
  /// The tables of the earlier plan of vehicles, and those of now.
  let tables: TableChange

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
    guard let plan, let earlier else {
      (changed, cancelled, numbersBefore) = ([], [], [:])
      return
    }
    let (before, now) = (earlier.numbers(in: tables.earlier), plan.numbers(in: tables.event))
    let known = Set(
      earlier.runs.compactMap { run in
        ShownRun(run, number: before[run.vehicle], in: tables.earlier) { tables.people[$0] }
      })
    changed = Set(
      plan.runs.filter { run in
        ShownRun(run, number: now[run.vehicle], in: tables.event) { $0 }.map { !known.contains($0) } ?? false
      })
    let places = Set(plan.runs.map { PrintedPlace.ride($0, showing: now[$0.vehicle] ?? 0) })
    cancelled = earlier.runs.filter { !places.contains(.ride($0, showing: before[$0.vehicle] ?? 0)) }
    numbersBefore = before
  }
}
