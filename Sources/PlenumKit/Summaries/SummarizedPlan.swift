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

  /// That nobody has another place than by the earlier plan: what everybody does as before.
  static var asBefore: Phrase { get }

  /// How many have another place than by the earlier plan, a new one and none any more.
  static func changed(elsewhere: Int, added: Int, removed: Int) -> Phrase

  /// The parts of the line.
  func summary(_ figures: Figures) -> PlanSummary
}

extension SummarizedPlan {
  /// That some have no place.
  func missing(_ what: String, of unit: String = "人") -> [Phrase] {
    let count = unplaced.count
    return count == 0
      ? []
      : [Phrase("\(count) \(unit)未能安排（见 unplaced.csv）", "\(count) \(what) (see unplaced.csv)")]
  }

  func sum(_ terms: Term..., of figures: Figures) -> Phrase {
    Self.module.amount(terms.reduce(0) { $0 + (figures.terms[$1] ?? 0) })
  }

  func seated(_ count: Int) -> Phrase {
    Phrase("\(count) 人就座", "\(count) seated")
  }
}
