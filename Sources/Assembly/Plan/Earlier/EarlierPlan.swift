/// Where the people of an event are by the plan that is out, as far as that still means anything in the event as it is
/// now: people are those of the event, and so are places.
public struct EarlierPlan: Sendable {
  private var parts: [Module: any Sendable] = [:]

  /// A plan that speaks of no module.
  public init() {}

  /// What a plan of earlier tables says of the event as it is now.
  ///
  /// - Complexity: O(people + places).
  public init(_ plan: EventPlan, since change: TableChange) {
    func keep<Plan: ComparedPlan>(_ part: Plan) { self[Plan.self] = part.earlier(since: change) }
    for case let part as any ComparedPlan in plan.all { keep(part) }
  }

  /// What it says of a module; nothing where it has no plan of it, so that the module is planned anew.
  public subscript<Plan: ComparedPlan>(kind: Plan.Type) -> Plan.Earlier? {
    get { parts[Plan.module] as? Plan.Earlier }
    set { parts[Plan.module] = newValue }
  }

  /// Whether it says anything of a module.
  public func speaks(of module: Module) -> Bool { parts[module] != nil }

  /// The plan without some modules.
  public func without(_ modules: Set<Module>) -> EarlierPlan {
    var plan = self
    for module in modules { plan.parts[module] = nil }
    return plan
  }

  /// This plan, and of other modules what `other` says of them.
  public func merging(_ other: EarlierPlan) -> EarlierPlan {
    var plan = other
    plan.parts.merge(parts) { _, own in own }
    return plan
  }
}

extension EarlierPlan {
  /// Seats of the rostrum.
  public var rostrum: EarlierPlaces<RostrumSeat>? {
    get { self[RostrumPlan.self] }
    set { self[RostrumPlan.self] = newValue }
  }

  /// Indices of ``Hall/seats``.
  public var hall: EarlierPlaces<Int>? {
    get { self[HallPlan.self] }
    set { self[HallPlan.self] = newValue }
  }

  /// Indices of ``RoomStock/rooms``.
  public var rooms: EarlierPlaces<Int>? {
    get { self[RoomPlan.self] }
    set { self[RoomPlan.self] = newValue }
  }

  /// The runs of the vehicles.
  public var vehicles: EarlierRides? {
    get { self[VehiclePlan.self] }
    set { self[VehiclePlan.self] = newValue }
  }
}
