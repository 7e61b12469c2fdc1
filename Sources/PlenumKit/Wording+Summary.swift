import Assembly
import EventFiles
import Foundation
import Localization

// What the summary says of each module.
extension Wording {
  /// One line of the summary: whom the plan serves, what it costs, what is proven.
  static func result(of module: Module, _ plan: EventPlan, _ figures: Figures) -> Phrase {
    let (name, served, proof) = (name(of: module), served(by: plan, in: module), proof(figures))
    let short = shortfall(of: plan, in: module)
    return Phrase(
      "\(name.chinese)：\(served.chinese)\(short.chinese)；\(proof.chinese)",
      "\(name.english): \(served.english)\(short.english); \(proof.english)")
  }

  private static func served(by plan: EventPlan, in module: Module) -> Phrase {
    let seated = module == .rostrum ? plan.rostrum?.assignments.count : plan.hall?.assignments.count
    return Phrase("\(seated ?? 0) 人就座", "\(seated ?? 0) seated")
  }

  private static func shortfall(of plan: EventPlan, in module: Module) -> Phrase {
    var chinese = ""
    var english = ""
    let unplaced = plan.unplaced(in: module).count
    if unplaced > 0 {
      chinese += "，\(unplaced) 人未能安排（见 unplaced.csv）"
      english += ", \(unplaced) without a seat (see unplaced.csv)"
    }
    let withoutAisle = module == .hall ? plan.hall?.withoutAisle.count ?? 0 : 0
    if withoutAisle > 0 {
      chinese += "，\(withoutAisle) 人未能靠走道（见 report.json）"
      english += ", \(withoutAisle) without an aisle seat (see report.json)"
    }
    return Phrase(chinese, english)
  }

  private static func proof(_ figures: Figures) -> Phrase {
    let (objective, bound) = (grouped(figures.objective), grouped(figures.bound))
    if figures.status == .optimal {
      return Phrase("目标值 \(objective)，已证明最优", "objective \(objective), proven optimal")
    }
    let gap = String(format: "%.2f", figures.gap * 100)
    let stopped = figures.status == .stopped
    return Phrase(
      "目标值 \(objective)，任何安排不低于 \(bound)（差距 \(gap)%）\(stopped ? "，计算中途停止" : "")",
      "objective \(objective), no plan below \(bound) (gap \(gap) %)\(stopped ? ", stopped early" : "")")
  }

  private static func grouped(_ number: Int) -> String {
    number.formatted(.number.locale(Locale(identifier: "en")))
  }

  // MARK: Changes

  /// Whom the new plan gives something else than the earlier one.
  static func changes(_ changes: PlanChanges) -> Phrase {
    let compared = PlanChanges.Kind.allCases.compactMap { kind in changes.counts[kind].map { (kind, $0) } }
    let changed = compared.filter { !$0.1.isNone }.map { self.change($0, $1) }
    guard changed.isEmpty else {
      return Phrase(
        "与上次相比：" + changed.map(\.chinese).joined(separator: "；"),
        "since the earlier plan: " + changed.map(\.english).joined(separator: "; "))
    }
    let same = compared.map { self.unchanged($0.0) }
    return Phrase(
      "与上次相比：\(same.map(\.chinese).joined(separator: "、"))没有变化",
      "since the earlier plan: everybody \(same.map(\.english).joined(separator: " and ")) as before")
  }

  private static func change(_ kind: PlanChanges.Kind, _ count: PlanChanges.Count) -> Phrase {
    let (elsewhere, added, removed) = (count.elsewhere, count.added, count.removed)
    return switch kind {
    case .seat:
      Phrase(
        "\(elsewhere) 人换座，\(added) 人新就座，\(removed) 人不再就座",
        "\(elsewhere) sit elsewhere, \(added) newly seated, \(removed) no longer seated")
    case .room:
      Phrase(
        "\(elsewhere) 人换房，\(added) 人新入住，\(removed) 人不再入住",
        "\(elsewhere) sleep elsewhere, \(added) newly lodged, \(removed) no longer lodged")
    case .rides:
      Phrase(
        "\(elsewhere) 人换乘，\(added) 人新乘车，\(removed) 人不再乘车",
        "\(elsewhere) ride otherwise, \(added) newly carried, \(removed) no longer carried")
    }
  }

  private static func unchanged(_ kind: PlanChanges.Kind) -> Phrase {
    switch kind {
    case .seat: Phrase("座位", "sits")
    case .room: Phrase("房间", "sleeps")
    case .rides: Phrase("乘车", "rides")
    }
  }
}
