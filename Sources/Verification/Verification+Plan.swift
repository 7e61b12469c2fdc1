public import Assembly

extension Verification {
  /// What is wrong with any of the plans of the event, and with their figures.
  ///
  /// - Parameter figures: of each module that has a plan; a module without them is judged by its rules alone.
  /// - Returns: violations by module, in the order of modules.
  public func violations(of plan: EventPlan, figures: [Module: Figures]) -> [Violation] {
    var violations: [Violation] = []
    if let rostrum = plan.rostrum { violations += self.violations(of: rostrum, figures: figures[.rostrum]) }
    if let hall = plan.hall { violations += self.violations(of: hall, figures: figures[.hall]) }
    if let rooms = plan.rooms { violations += self.violations(of: rooms, figures: figures[.rooms]) }
    return violations
  }
}
