import Assembly

/// The duties of all vehicles and the riders whom nobody carries: a plan while it is searched for.
struct Roster<Load: RunLoad>: Sendable {
  let demand: Load.Demand
  /// One a vehicle, in the order of vehicles.
  private(set) var duties: [Duty<Load>]
  /// Loads that no vehicle carries.
  private(set) var waiting: [Load] = []
  /// Weighted objective.
  private(set) var cost = 0

  /// A roster in which no vehicle moves.
  init(of demand: Load.Demand) {
    self.demand = demand
    duties = demand.problem.vehicles.indices.map(Duty.init(vehicle:))
  }

  var problem: VehicleProblem { demand.problem }

  /// Where a load may go: vehicles in use, and an unused one of each class.
  var candidates: [Int] { demand.problem.candidates { !duties[$0].loads.isEmpty } }

  /// Replaces a duty.
  mutating func set(_ duty: Duty<Load>) {
    cost += duty.cost - duties[duty.vehicle].cost
    duties[duty.vehicle] = duty
  }

  /// Leaves a load without a vehicle.
  mutating func leave(_ load: Load) {
    waiting.append(load)
    cost += load.penalty(demand)
  }

  /// Takes back the loads without a vehicle.
  mutating func takeWaiting() -> [Load] {
    let loads = waiting
    for load in loads { cost -= load.penalty(demand) }
    waiting = []
    return loads
  }

  /// What the vehicle and its minutes cost more with a run more at a place of its duty.
  func drivingIncrease(of load: Load, at place: Int, in duty: Duty<Load>) -> Int {
    let vehicle = demand.problem.vehicles[duty.vehicle]
    let (from, to) = (demand.problem.streams[load.stream].from, demand.problem.streams[load.stream].to)
    let origin = place == 0 ? vehicle.base : demand.problem.streams[duty.loads[place - 1].stream].to
    var minutes = demand.problem.drive(origin, from) + demand.problem.drive(from, to)
    if place < duty.loads.count {
      let next = demand.problem.streams[duty.loads[place].stream].from
      minutes += demand.problem.drive(to, next) - demand.problem.drive(origin, next)
    }
    return vehicle.perMinute * minutes + (duty.loads.isEmpty ? vehicle.fixed : 0)
  }
}
