public import Assembly
import Foundation
public import HallSolver
import SolverShared
public import Verification

extension HallInstance {
  /// The size, the method and the fill, in words.
  public var name: String {
    "\(groups) groups, \(method.rawValue), \(percentage) full"
  }

  /// The fill as a percentage.
  public var percentage: String {
    fill.formatted(.percent.locale(Locale(identifier: "en_US")))
  }

  /// The hall problem of the event.
  public func problem() throws -> HallProblem {
    HallProblem(try event())!
  }
}

/// An instance was declared unsolvable, although nobody in it wishes anything.
public struct UnexpectedConflict: Error {
  /// What the solver blames.
  public let conflict: Conflict
}

/// A plan breaks rules: its figures are worth nothing.
public struct BrokenRules: Error {
  /// What the plan breaks.
  public let violations: [Violation]
}

extension HallProblem {
  /// The plan that the solver finds, with its figures.
  public func solve() throws -> (plan: HallPlan, figures: Figures) {
    switch HallPlanner(self, names: event.nameOrdering().order).solve() {
    case .plan(let plan, let figures): return (plan, figures)
    case .conflict(let conflict): throw UnexpectedConflict(conflict: conflict)
    }
  }

  /// Checks a plan and its figures by other code than the solver's.
  public func verify(_ plan: HallPlan, _ figures: Figures) throws {
    let verification = Verification(of: event, names: event.nameOrdering().order)
    let violations = verification.violations(of: plan, figures: figures)
    guard violations.isEmpty else { throw BrokenRules(violations: violations) }
  }
}
