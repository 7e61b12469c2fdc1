/// All that is planned of an event: a plan of each module that has one.
public struct EventPlan: Sendable {
  private var parts: [Module: any ModulePlan] = [:]

  /// A plan of no module.
  public init() {}

  /// A plan of these modules.
  public init(
    rostrum: RostrumPlan? = nil, hall: HallPlan? = nil, rooms: RoomPlan? = nil, vehicles: VehiclePlan? = nil
  ) {
    self.rostrum = rostrum
    self.hall = hall
    self.rooms = rooms
    self.vehicles = vehicles
  }

  /// The plan of a module by its kind.
  public subscript<Plan: ModulePlan>(kind: Plan.Type) -> Plan? {
    get { parts[Plan.module] as? Plan }
    set { parts[Plan.module] = newValue }
  }

  /// The plan of a module.
  public subscript(module: Module) -> (any ModulePlan)? { parts[module] }

  /// The plans in the order of modules.
  public var all: [any ModulePlan] { Module.allCases.compactMap { parts[$0] } }

  /// Keeps the plan of a module in place of any that there is.
  public mutating func keep(_ part: some ModulePlan) {
    self[type(of: part)] = part
  }

  /// This plan, and of other modules what `other` has of them.
  public func merging(_ other: EventPlan) -> EventPlan {
    var plan = other
    plan.parts.merge(parts) { _, own in own }
    return plan
  }

  /// The plans of some modules alone.
  public func only(_ modules: Set<Module>) -> EventPlan {
    var plan = self
    plan.parts = parts.filter { modules.contains($0.key) }
    return plan
  }

  /// Whether no module has a plan.
  public var isEmpty: Bool { parts.isEmpty }

  /// Whom a module leaves without a place; in the order of people.
  public func unplaced(in module: Module) -> [Unplaced] {
    parts[module]?.unplaced ?? []
  }
}

extension EventPlan {
  /// Who sits where on the rostrum.
  public var rostrum: RostrumPlan? {
    get { self[RostrumPlan.self] }
    set { self[RostrumPlan.self] = newValue }
  }

  /// Who sits where in the hall.
  public var hall: HallPlan? {
    get { self[HallPlan.self] }
    set { self[HallPlan.self] = newValue }
  }

  /// Who sleeps where.
  public var rooms: RoomPlan? {
    get { self[RoomPlan.self] }
    set { self[RoomPlan.self] = newValue }
  }

  /// Who rides when in which vehicle.
  public var vehicles: VehiclePlan? {
    get { self[VehiclePlan.self] }
    set { self[VehiclePlan.self] = newValue }
  }
}

extension EventPlan: Hashable {
  /// Whether both have the same plans of the same modules.
  public static func == (left: EventPlan, right: EventPlan) -> Bool {
    left.parts.count == right.parts.count
      && left.parts.allSatisfy { module, part in right.parts[module].map(part.isEqual) ?? false }
  }

  /// Takes in every plan.
  public func hash(into hasher: inout Hasher) {
    for part in all { hasher.combine(AnyHashable(part)) }
  }
}
