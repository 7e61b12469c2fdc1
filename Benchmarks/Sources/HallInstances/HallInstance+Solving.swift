public import Assembly
import Foundation
public import Solver

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

extension HallProblem {
  /// The figures of the plan that the solver finds.
  public func solve() throws -> Figures {
    switch HallSeating(self, names: event.nameOrdering().order).solve() {
    case .plan(_, let figures): return figures
    case .conflict(let conflict): throw UnexpectedConflict(conflict: conflict)
    }
  }
}
