import Assembly
import Localization

extension BadgePlan: SummarizedPlan {
  func summary(_ figures: Figures) -> PlanSummary {
    PlanSummary(served: Phrase("\(numbers.count) 个胸牌", counted(numbers.count, "badge")))
  }
}
