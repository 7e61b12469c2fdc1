extension VehiclePlan {
  /// The number that each vehicle in use shows, 1, 2, 3 …, by its index in ``Fleet/vehicles``.
  ///
  /// A number that the table gives stays, and no other vehicle shows it; so does one that is shown since an earlier plan.
  /// The others follow protocol: the highest rank that rides in the vehicle's first run, then the order of groups among
  /// those of that rank, then the earlier first run, then the vehicle's id.
  ///
  /// - Complexity: O(riders + vehicles log vehicles).
  public func numbers(in event: Event) -> [Int: Int] {
    guard let fleet = event.fleet else { return [:] }
    var firstRuns: [Int: VehicleRun] = [:]
    for run in runs {
      if let known = firstRuns[run.vehicle], known.depart <= run.depart { continue }
      firstRuns[run.vehicle] = run
    }
    func precedence(_ run: VehicleRun) -> (rank: Double, group: Int) {
      run.riders.map { (event.people[$0].rank ?? .infinity, event.people[$0].group) }.min { $0 < $1 }
        ?? (.infinity, .max)
    }
    let inOrder = firstRuns.values.map { run in
      (run: run, precedence: precedence(run), id: fleet.vehicles[run.vehicle].id)
    }.sorted { left, right in
      (left.precedence.rank, left.precedence.group, left.run.depart, left.id)
        < (right.precedence.rank, right.precedence.group, right.run.depart, right.id)
    }
    let given = Set(fleet.vehicles.compactMap(\.number)).union(numbersShown.values)
    var numbers: [Int: Int] = [:]
    var next = 1
    for entry in inOrder {
      if let number = fleet.vehicles[entry.run.vehicle].number ?? numbersShown[entry.run.vehicle] {
        numbers[entry.run.vehicle] = number
        continue
      }
      while given.contains(next) { next += 1 }
      numbers[entry.run.vehicle] = next
      next += 1
    }
    return numbers
  }
}

extension VehicleRun {
  /// Who counts heads before the vehicle leaves: by the plan of the staff or the table of vehicles; else of the staff riding
  /// the highest, else a contact of a group, else the first rider without a rank, else whoever ranks last.
  public func leader(in event: Event) -> Int? {
    if let postedLeader { return postedLeader }
    if let named = event.leaderOfVehicle[vehicle] { return named }
    if let keptLeader, riders.contains(keptLeader) { return keptLeader }
    return event.inProtocolOrder(riders.filter { event.people[$0].role == .staff }).first
      ?? riders.first(where: event.contacts.contains)
      ?? riders.first { event.people[$0].rank == nil } ?? event.inProtocolOrder(riders).last
  }
}
