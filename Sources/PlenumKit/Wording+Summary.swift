import Assembly
import EventFiles
import Foundation
import Localization

// What the summary says of each module.
extension Wording {
  /// One line of the summary: whom the plan serves, what it costs, what is proven.
  static func result(of module: Module, _ plan: EventPlan, _ figures: Figures) -> Phrase {
    let (name, served) = (name(of: module), served(by: plan, in: module))
    let (short, proof) = (shortfall(of: plan, in: module), proof(figures, in: module))
    return Phrase(
      "\(name.chinese)：\(served.chinese)\(short.chinese)；\(proof.chinese)",
      "\(name.english): \(served.english)\(short.english); \(proof.english)")
  }

  private static func served(by plan: EventPlan, in module: Module) -> Phrase {
    switch module {
    case .rooms:
      let assignments = plan.rooms?.assignments ?? []
      let (people, rooms) = (assignments.count, Set(assignments.map(\.room)).count)
      return Phrase(
        "\(people) 人入住 \(rooms) 间房", "\(counted(people, "person", "people")) in \(counted(rooms, "room"))")
    case .vehicles:
      let runs = plan.vehicles?.runs ?? []
      let (rides, vehicles) = (runs.reduce(0) { $0 + $1.riders.count }, Set(runs.map(\.vehicle)).count)
      return Phrase(
        "\(vehicles) 辆车开 \(runs.count) 趟，载 \(rides) 人次",
        "\(counted(rides, "ride")) in \(counted(runs.count, "run")) of \(counted(vehicles, "vehicle"))")
    case .rostrum, .hall, .tables, .discussion:
      let seated = module == .rostrum ? plan.rostrum?.assignments.count : plan.hall?.assignments.count
      return Phrase("\(seated ?? 0) 人就座", "\(seated ?? 0) seated")
    }
  }

  private static func shortfall(of plan: EventPlan, in module: Module) -> Phrase {
    var chinese = ""
    var english = ""
    let unplaced = plan.unplaced(in: module).count
    if unplaced > 0 {
      chinese += "，\(unplaced) \(module == .vehicles ? "人次" : "人")未能安排（见 unplaced.csv）"
      english += ", \(missing(unplaced, in: module)) (see unplaced.csv)"
    }
    let withoutAisle = module == .hall ? plan.hall?.withoutAisle.count ?? 0 : 0
    if withoutAisle > 0 {
      chinese += "，\(withoutAisle) 人未能靠走道（见 report.json）"
      english += ", \(withoutAisle) without an aisle seat (see report.json)"
    }
    return Phrase(chinese, english)
  }

  private static func missing(_ count: Int, in module: Module) -> String {
    switch module {
    case .rooms: "\(count) without a bed"
    case .vehicles: "\(count) not carried"
    case .rostrum, .hall, .tables, .discussion: "\(count) without a seat"
    }
  }

  private static func proof(_ figures: Figures, in module: Module) -> Phrase {
    let (cost, least) = (amount(figures.objective, in: module), amount(figures.bound, in: module))
    let share = money(figures, in: module)
    let chinese = "目标值 \(cost.chinese)\(share.chinese)"
    let english = "objective \(cost.english)\(share.english)"
    if figures.status == .optimal {
      return Phrase("\(chinese)，已证明最优", "\(english), proven optimal")
    }
    let gap = String(format: "%.2f", figures.gap * 100)
    let stopped = figures.status == .stopped
    return Phrase(
      "\(chinese)，任何安排不低于 \(least.chinese)（差距 \(gap)%）\(stopped ? "，计算中途停止" : "")",
      "\(english), no plan below \(least.english) (gap \(gap) %)\(stopped ? ", stopped early" : "")")
  }

  /// What of the objective is to be paid to hotels, to the owners of vehicles.
  private static func money(_ figures: Figures, in module: Module) -> Phrase {
    func sum(_ terms: Term...) -> Phrase {
      amount(terms.reduce(0) { $0 + (figures.terms[$1] ?? 0) }, in: module)
    }
    switch module {
    case .rooms:
      let price = sum(.price)
      return Phrase("（房费 \(price.chinese)）", " (rooms \(price.english))")
    case .vehicles:
      let price = sum(.fixed, .minutes)
      return Phrase("（用车 \(price.chinese)）", " (vehicles \(price.english))")
    case .rostrum, .hall, .tables, .discussion: return Phrase("")
    }
  }

  /// A figure in the unit of the module.
  private static func amount(_ figure: Int, in module: Module) -> Phrase {
    let isYuan = module == .rooms || module == .vehicles
    return Phrase(figure.inThrees + (isYuan ? " 元" : ""), figure.inThrees + (isYuan ? " yuan" : ""))
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
