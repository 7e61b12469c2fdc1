public import Assembly

/// Judges plans of an event from what they say alone: every rule is read anew from the event's values, by other means
/// than those that made the plan, and every figure is computed again.
public struct Verification: Sendable {
  /// The event whose plans are judged.
  public let event: Event
  let names: any NameOrder
  /// The plan from which the plans are to move few people; nothing for plans made anew.
  let earlier: EarlierPlan?

  /// Judges plans of `event`.
  ///
  /// - Parameters:
  ///   - event: the event whose plans are judged.
  ///   - names: the order of names that its `member_order` asks for, as `Event.nameOrdering()` gives it.
  ///   - earlier: the plan from which the plans are to move few people; nothing for plans made anew.
  public init(of event: Event, names: any NameOrder, earlier: EarlierPlan? = nil) {
    self.event = event
    self.names = names
    self.earlier = earlier
  }

  /// What is wrong with the figures of a plan that has these terms.
  func violations(of figures: Figures, module: Module, terms: [Term: Int]) -> [Violation] {
    var violations = Term.allCases.compactMap { term -> Violation? in
      let (told, actual) = (figures.terms[term] ?? 0, terms[term] ?? 0)
      return told == actual ? nil : .termDiffers(term, told: told, actual: actual)
    }
    // The sum is taken so that terms of a hostile file cannot overflow it.
    let objective = figures.terms.values.reduce(0) { $0.addingReportingOverflow($1).partialValue }
    if figures.status == .infeasible { violations.append(.planDespiteConflict(module)) }
    // A bound that was withdrawn claims nothing.
    guard let bound = figures.provenBound else { return violations }
    if bound > objective {
      violations.append(.boundAboveObjective(module, bound: bound, objective: objective))
    }
    switch figures.status {
    case .optimal where bound < objective:
      violations.append(.optimalWithGap(module, bound: bound, objective: objective))
    case .feasible where bound == objective, .stopped where bound == objective:
      violations.append(.gapClosedButNotOptimal(module, figures.status))
    case .optimal, .feasible, .stopped, .infeasible:
      break
    }
    return violations
  }
}

/// A weight times a count, held inside a range in which the terms of a module still have a sum.
func weighted(_ weight: Int, _ count: Int) -> Int {
  let (product, overflow) = weight.multipliedReportingOverflow(by: count)
  return overflow ? largestTerm : min(product, largestTerm)
}

/// No term is larger.
let largestTerm = 1 << 60
