public import Assembly

/// A plan that can be judged.
public protocol VerifiablePlan: ModulePlan {
  /// What is wrong with the plan and its figures.
  ///
  /// - Parameters:
  ///   - verification: judges by the event.
  ///   - others: the plans of other modules beside which this one was made.
  ///   - figures: what is told of it; without them the plan is judged by its rules alone.
  func violations(by verification: Verification, beside others: EventPlan, figures: Figures?) -> [Violation]

  /// What the plan costs, term by term, nobody having moved.
  func terms(in event: Event, beside others: EventPlan) -> [Term: Int]
}

extension RostrumPlan: VerifiablePlan {
  /// By the rules and terms of the rostrum.
  public func violations(
    by verification: Verification, beside others: EventPlan, figures: Figures?
  ) -> [Violation] {
    verification.violations(of: self, figures: figures)
  }

  /// Computed from who has which place.
  public func terms(in event: Event, beside others: EventPlan) -> [Term: Int] {
    rostrumTerms(of: assignments, in: event)
  }
}

extension HallPlan: VerifiablePlan {
  /// By the rules and terms of the hall.
  public func violations(
    by verification: Verification, beside others: EventPlan, figures: Figures?
  ) -> [Violation] {
    verification.violations(of: self, figures: figures)
  }

  /// Computed from who has which place.
  public func terms(in event: Event, beside others: EventPlan) -> [Term: Int] {
    hallTerms(of: assignments, in: event)
  }
}

extension RoomPlan: VerifiablePlan {
  /// By the rules and terms of rooms.
  public func violations(
    by verification: Verification, beside others: EventPlan, figures: Figures?
  ) -> [Violation] {
    verification.violations(of: self, figures: figures)
  }

  /// Computed from who has which place.
  public func terms(in event: Event, beside others: EventPlan) -> [Term: Int] {
    roomTerms(of: assignments, in: event)
  }
}

extension VehiclePlan: VerifiablePlan {
  /// By the rules and terms of vehicles, which carry people to where the rooms lodge them.
  public func violations(
    by verification: Verification, beside others: EventPlan, figures: Figures?
  ) -> [Violation] {
    verification.violations(of: self, rooms: others.rooms, figures: figures)
  }

  /// Computed from who has which place.
  public func terms(in event: Event, beside others: EventPlan) -> [Term: Int] {
    vehicleTerms(of: self, rooms: others.rooms, in: event)
  }
}

extension Verification {
  /// What is wrong with any of the plans of the event, and with their figures.
  ///
  /// - Parameters:
  ///   - plan: the plans of the modules that have one.
  ///   - kept: plans of other modules beside which these were made; they are not judged.
  ///   - figures: of each module that has a plan; a module without them is judged by its rules alone.
  /// - Returns: violations by module, in the order of modules.
  public func violations(
    of plan: EventPlan, beside kept: EventPlan = EventPlan(), figures: [Module: Figures]
  ) -> [Violation] {
    let whole = plan.merging(kept)
    return plan.all.flatMap { part in
      guard let part = part as? any VerifiablePlan else {
        preconditionFailure("A plan of \(type(of: part).module.rawValue) that nobody can verify.")
      }
      return part.violations(by: self, beside: whole, figures: figures[type(of: part).module])
    }
  }
}
