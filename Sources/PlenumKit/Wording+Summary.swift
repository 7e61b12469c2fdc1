import Assembly
import EventFiles
import Foundation
import Localization

// What the summary says of each module.
extension Wording {
  /// One line of the summary: whom the plan serves, what it costs, what is proven.
  static func result(of module: Module, _ plan: (any ModulePlan)?, _ figures: Figures) -> Phrase {
    let parts = (plan as? any SummarizedPlan)?.summary(figures) ?? PlanSummary(served: Phrase(""))
    let proof = proof(figures, in: module, parts.payment)
    let moves = moves(figures.moves)
    return Phrase(
      "\(module.name.chinese)：\(parts.served.chinese)\(parts.shortfall.map { "，" + $0.chinese }.joined())；"
        + proof.chinese + moves.chinese,
      "\(module.name.english): \(parts.served.english)\(parts.shortfall.map { ", " + $0.english }.joined()); "
        + proof.english + moves.english)
  }

  /// How many people a late change moves, and how many it must.
  private static func moves(_ moves: Moves?) -> Phrase {
    guard let moves else { return Phrase("") }
    if moves.count == moves.least {
      return Phrase("；变动 \(moves.count) 人次，已证明最少", "; \(moves.count) moved, proven least")
    }
    return Phrase(
      "；变动 \(moves.count) 人次，至少须变动 \(moves.least) 人次", "; \(moves.count) moved, at least \(moves.least) must")
  }

  /// That a plan moves more people than may be; nothing where it does not.
  static func tooManyMoves(in solution: Solution, most: Int) -> Phrase? {
    let moves = Module.allCases.compactMap { module in solution.figures[module]?.moves.map { (module, $0) } }
    let (count, least) = moves.reduce((0, 0)) { ($0.0 + $1.1.count, $0.1 + $1.1.least) }
    guard count > most else { return nil }
    let parts = moves.filter { $0.1.count > 0 }
    let (chinese, english) = (
      parts.map { "\($0.0.name.chinese) \($0.1.count)" }.joined(separator: "、"),
      parts.map { "\($0.0.name.english) \($0.1.count)" }.joined(separator: ", ")
    )
    return least > most
      ? Phrase(
        "要安排同样多的人，至少须变动 \(least) 人次，超过 --moves \(most)：没有写出方案（找到的方案：\(chinese)）",
        "at least \(least) must move to place as many people, more than --moves \(most): no plan was written "
          + "(the best found: \(english))")
      : Phrase(
        "找到的方案变动 \(count) 人次（\(chinese)；已证明至少 \(least)），超过 --moves \(most)：没有写出方案",
        "the best plan found moves \(count) (\(english); \(least) are proven to be needed), more than --moves \(most): "
          + "no plan was written")
  }

  /// What it costs that few people moved.
  static func price(of module: Module, _ figures: Figures, _ anew: PlanReport.Anew) -> Phrase {
    let cost = figures.objective - (figures.terms[module.moved] ?? 0)
    let (now, other) = (module.amount(cost), module.amount(anew.objective))
    let difference = module.amount(cost - anew.objective)
    guard cost > anew.objective else {
      return Phrase(
        "\(module.name.chinese)：不动没有代价，全部重排也是 \(now.chinese)",
        "\(module.name.english): staying costs nothing, planned anew it is \(now.english) as well")
    }
    return Phrase(
      "\(module.name.chinese)：不动的代价 \(difference.chinese)（现在 \(now.chinese)；全部重排 \(other.chinese)，变动 \(anew.moves) 人次）",
      "\(module.name.english): staying costs \(difference.english) (now \(now.english); anew \(other.english), with "
        + "\(anew.moves) moved)")
  }

  private static func proof(_ figures: Figures, in module: Module, _ payment: Phrase?) -> Phrase {
    let cost = module.amount(figures.objective)
    let share = payment.map { Phrase("（\($0.chinese)）", " (\($0.english))") } ?? Phrase("")
    let chinese = "目标值 \(cost.chinese)\(share.chinese)"
    let english = "objective \(cost.english)\(share.english)"
    if figures.status == .optimal {
      return Phrase("\(chinese)，已证明最优", "\(english), proven optimal")
    }
    guard let bound = figures.provenBound else {
      return Phrase("\(chinese)，没有可靠的下界", "\(english), no bound is proven")
    }
    let least = module.amount(bound)
    let gap = String(format: "%.2f", figures.gap * 100)
    let stopped = figures.status == .stopped
    return Phrase(
      "\(chinese)，任何安排不低于 \(least.chinese)（差距 \(gap)%）\(stopped ? "，计算中途停止" : "")",
      "\(english), no plan below \(least.english) (gap \(gap) %)\(stopped ? ", stopped early" : "")")
  }

  // MARK: Changes

  /// Whom the new plan gives something else than the earlier one.
  static func changes(_ changes: PlanChanges) -> Phrase {
    // Rostrum and hall give seats alike: the first of the modules speaks for both.
    let compared = PlaceUse.Kind.allCases.compactMap { kind in
      changes.counts[kind].flatMap { count in
        Module.allCases.first { $0.plan.gives == kind }
          .flatMap { $0.plan as? any SummarizedPlan.Type }.map { (plan: $0, count: count) }
      }
    }
    let changed = compared.filter { !$0.count.isNone }.map { plan, count in
      plan.changed(elsewhere: count.elsewhere, added: count.added, removed: count.removed)
    }
    guard changed.isEmpty else {
      return Phrase(
        "与上次相比：" + changed.map(\.chinese).joined(separator: "；"),
        "since the earlier plan: " + changed.map(\.english).joined(separator: "; "))
    }
    let same = compared.map { $0.plan.asBefore }
    return Phrase(
      "与上次相比：\(same.map(\.chinese).joined(separator: "、"))没有变化",
      "since the earlier plan: everybody \(same.map(\.english).joined(separator: " and ")) as before")
  }
}
