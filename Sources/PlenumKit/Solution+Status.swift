import Assembly
import EventFiles
import IntegerProgramming

extension Solution {
  /// The status of the command once the plan is written: the highest of all modules.
  func status(_ interruption: Interruption) -> ExitStatus {
    if interruption.reason == .signal { return .interrupted }
    return ends.map { module, end in
      switch end.result {
      case .conflict: .conflict
      case .plan(let figures) where figures.isBoundWithdrawn: .fault
      case .plan(let figures):
        (plan[module]?.servesEverybody ?? true) && figures.status != .stopped ? .complete : .incomplete
      }
    }.max() ?? .complete
  }
}
