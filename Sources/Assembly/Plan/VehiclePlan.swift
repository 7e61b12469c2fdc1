/// What a run is for.
public enum RunPurpose: Sendable, Hashable {
  /// A transfer; index in ``Fleet/transfers``.
  case transfer(Int)
  /// From where people arrive to their hotels.
  case pickup
  /// From the hotels to where people depart.
  case dropoff
}

/// One loaded trip of a vehicle.
public struct VehicleRun: Sendable, Hashable {
  /// Index in ``Fleet/vehicles``.
  public let vehicle: Int
  /// What it is for.
  public let purpose: RunPurpose
  /// Origin.
  public let from: String
  /// Destination.
  public let to: String
  /// When it leaves.
  public let depart: Moment
  /// When it is there.
  public let arrive: Moment
  /// In the order of people; indices in ``Event/people``.
  public let riders: [Int]
  /// What the run is called since an earlier plan; nothing: by its place among the runs.
  public var id: Int?
  /// Who counts heads since an earlier plan; nothing: whoever ``leader(in:)`` finds.
  public var keptLeader: Int?
  /// Who leads it by the plan of the staff; nothing: whoever ``leader(in:)`` finds.
  public var postedLeader: Int?

  /// A run of `riders`, which are put into the order of people.
  public init(
    vehicle: Int, purpose: RunPurpose, from: String, to: String, depart: Moment, arrive: Moment, riders: [Int]
  ) {
    self.vehicle = vehicle
    self.purpose = purpose
    self.from = from
    self.to = to
    self.depart = depart
    self.arrive = arrive
    self.riders = riders.sorted()
  }
}

/// Who rides when in which vehicle.
public struct VehiclePlan: Sendable, Hashable {
  /// By departure, then by vehicle.
  public var runs: [VehicleRun]
  /// A line for each trip that is not carried; in the order of people.
  public var unplaced: [Unplaced]
  /// Numbers that vehicles show since an earlier plan; others are given by ``numbers(in:)``.
  public var numbersShown: [Int: Int] = [:]

  /// What a run is called.
  public func name(ofRun index: Int) -> String { String(runs[index].id ?? index + 1) }

  /// A plan; runs are put into order.
  public init(runs: [VehicleRun], unplaced: [Unplaced] = []) {
    self.runs = runs.sorted { ($0.depart, $0.vehicle) < ($1.depart, $1.vehicle) }
    self.unplaced = unplaced.sorted { $0.person < $1.person }
  }
}
