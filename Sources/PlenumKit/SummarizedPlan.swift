import Assembly
import Localization

/// What the summary says of the plan of a module.
struct PlanSummary {
  /// Whom the plan serves.
  var served: Phrase
  /// Who goes without something, and where to read more.
  var shortfall: [Phrase] = []
  /// What of the objective is to be paid.
  var payment: Phrase?
}

/// A plan that can be summed up in a line, as can what it is made of.
protocol SummarizedPlan: ModulePlan {
  /// What the event has for the module to give: its seats, its beds; nothing without the module's table.
  static func offer(of event: Event) -> Phrase?

  /// The parts of the line.
  func summary(_ figures: Figures) -> PlanSummary
}

extension SummarizedPlan {
  /// That some have no place.
  fileprivate func missing(_ what: String, of unit: String = "人") -> [Phrase] {
    let count = unplaced.count
    return count == 0
      ? []
      : [Phrase("\(count) \(unit)未能安排（见 unplaced.csv）", "\(count) \(what) (see unplaced.csv)")]
  }

  fileprivate func sum(_ terms: Term..., of figures: Figures) -> Phrase {
    Self.module.amount(terms.reduce(0) { $0 + (figures.terms[$1] ?? 0) })
  }

  fileprivate func seated(_ count: Int) -> Phrase {
    Phrase("\(count) 人就座", "\(count) seated")
  }
}

extension RostrumPlan: SummarizedPlan {
  func summary(_ figures: Figures) -> PlanSummary {
    PlanSummary(served: seated(assignments.count), shortfall: missing("without a seat"))
  }
}

extension HallPlan: SummarizedPlan {
  func summary(_ figures: Figures) -> PlanSummary {
    let count = withoutAisle.count
    let aisle = Phrase(
      "\(count) 人未能靠走道（见 report.json）", "\(count) without an aisle seat (see report.json)")
    return PlanSummary(
      served: seated(assignments.count), shortfall: missing("without a seat") + (count == 0 ? [] : [aisle]))
  }
}

extension RoomPlan: SummarizedPlan {
  func summary(_ figures: Figures) -> PlanSummary {
    let (people, rooms) = (assignments.count, Set(assignments.map(\.room)).count)
    let price = sum(.price, of: figures)
    return PlanSummary(
      served: Phrase(
        "\(people) 人入住 \(rooms) 间房", "\(counted(people, "person", "people")) in \(counted(rooms, "room"))"),
      shortfall: missing("without a bed"),
      payment: Phrase("房费 \(price.chinese)", "rooms \(price.english)"))
  }
}

extension VehiclePlan: SummarizedPlan {
  func summary(_ figures: Figures) -> PlanSummary {
    let (rides, vehicles) = (runs.reduce(0) { $0 + $1.riders.count }, Set(runs.map(\.vehicle)).count)
    let price = sum(.fixed, .minutes, of: figures)
    return PlanSummary(
      served: Phrase(
        "\(vehicles) 辆车开 \(runs.count) 趟，载 \(rides) 人次",
        "\(counted(rides, "ride")) in \(counted(runs.count, "run")) of \(counted(vehicles, "vehicle"))"),
      shortfall: missing("not carried", of: "人次"),
      payment: Phrase("用车 \(price.chinese)", "vehicles \(price.english)"))
  }
}

extension TablePlan: SummarizedPlan {
  func summary(_ figures: Figures) -> PlanSummary {
    let (people, tables) = (assignments.count, Set(assignments.map(\.table)).count)
    return PlanSummary(
      served: Phrase("\(people) 人次坐 \(tables) 桌", "\(people) seated at \(counted(tables, "table"))"),
      shortfall: missing("without a seat", of: "人次"))
  }
}

extension DiscussionPlan: SummarizedPlan {
  func summary(_ figures: Figures) -> PlanSummary {
    let (groups, meetings) = (Set(assignments.map(\.group)).count, assignments.count)
    return PlanSummary(
      served: Phrase(
        "\(groups) 组讨论 \(meetings) 组次", "\(counted(meetings, "meeting")) of \(counted(groups, "group"))"),
      shortfall: missing("without a room for discussion"))
  }
}

extension StaffPlan: SummarizedPlan {
  func summary(_ figures: Figures) -> PlanSummary {
    let (posts, people) = (assignments.count, Set(assignments.flatMap(\.people)).count)
    return PlanSummary(
      served: Phrase(
        "\(people) 人承担 \(posts) 个岗位", "\(counted(posts, "post")) by \(counted(people, "person", "people"))"),
      shortfall: missing == 0
        ? []
        : [
          Phrase(
            "岗位缺 \(missing) 人（见 staff.csv）",
            "posts lack \(counted(missing, "person", "people")) (see staff.csv)")
        ])
  }
}
