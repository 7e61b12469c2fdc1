extension VehiclePlan {
  /// Runs of fixed transfers by vehicle, as they leave; indices in ``runs``.
  public func fixedRuns(in fleet: Fleet) -> [Int: [Int]] {
    Dictionary(grouping: runs.indices.filter { fleet.isFixed(runs[$0].purpose) }) { runs[$0].vehicle }
  }

  /// Vehicles that go more than once for one fixed transfer: of these the number alone does not tell their people when they
  /// leave.
  public func vehiclesThatGoAgain(in fleet: Fleet) -> Set<Int> {
    Set(
      fixedRuns(in: fleet).filter { _, indices in
        Set(indices.map { runs[$0].purpose }).count < indices.count
      }.keys)
  }
}

extension Fleet {
  /// Whether a purpose is a transfer that people ride in a vehicle of their own.
  public func isFixed(_ purpose: RunPurpose) -> Bool {
    guard case .transfer(let transfer) = purpose else { return false }
    return transfers[transfer].isFixed
  }
}
