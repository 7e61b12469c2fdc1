public import Assembly

extension Verification {
  /// What is wrong with any of the plans of the event, and with their figures.
  ///
  /// - Parameters:
  ///   - plan: the plans of the modules that have one.
  ///   - figures: of each module that has a plan; a module without them is judged by its rules alone.
  ///   - rooms: who slept where when the vehicles were planned, unless the plan has rooms itself.
  /// - Returns: violations by module, in the order of modules.
  public func violations(
    of plan: EventPlan, figures: [Module: Figures], lodgedBy rooms: RoomPlan? = nil
  ) -> [Violation] {
    var violations: [Violation] = []
    if let rostrum = plan.rostrum { violations += self.violations(of: rostrum, figures: figures[.rostrum]) }
    if let hall = plan.hall { violations += self.violations(of: hall, figures: figures[.hall]) }
    if let rooms = plan.rooms { violations += self.violations(of: rooms, figures: figures[.rooms]) }
    if let vehicles = plan.vehicles {
      violations += self.violations(of: vehicles, rooms: plan.rooms ?? rooms, figures: figures[.vehicles])
    }
    return violations
  }
}
