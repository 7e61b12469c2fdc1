/// All that is planned of an event: a plan of each module that has one.
public struct EventPlan: Sendable, Hashable {
  /// Who sits where on the rostrum.
  public var rostrum: RostrumPlan?
  /// Who sits where in the hall.
  public var hall: HallPlan?
  /// Who sleeps where.
  public var rooms: RoomPlan?
  /// Who rides when in which vehicle.
  public var vehicles: VehiclePlan?

  /// A plan of these modules.
  public init(
    rostrum: RostrumPlan? = nil, hall: HallPlan? = nil, rooms: RoomPlan? = nil, vehicles: VehiclePlan? = nil
  ) {
    self.rostrum = rostrum
    self.hall = hall
    self.rooms = rooms
    self.vehicles = vehicles
  }

  /// Whether no module has a plan.
  public var isEmpty: Bool { self == EventPlan() }

  /// Whom a module leaves without a place; in the order of people.
  public func unplaced(in module: Module) -> [Unplaced] {
    switch module {
    case .rostrum: rostrum?.unplaced ?? []
    case .hall: hall?.unplaced ?? []
    case .rooms: rooms?.unplaced ?? []
    case .vehicles: vehicles?.unplaced ?? []
    case .tables, .discussion: []
    }
  }
}
