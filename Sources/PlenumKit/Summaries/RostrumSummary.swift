import Assembly
import Localization

extension RostrumPlan: SummarizedPlan {
  static func offer(of event: Event) -> Phrase? {
    event.rostrum.map { rostrum in
      Wording.overview(rostrumRows: rostrum.rows.count, seats: rostrum.rows.reduce(0) { $0 + $1.seats })
    }
  }

  func summary(_ figures: Figures) -> PlanSummary {
    PlanSummary(served: seated(assignments.count), shortfall: missing("without a seat"))
  }

  static var asBefore: Phrase { Phrase("座位", "sits") }

  static func changed(elsewhere: Int, added: Int, removed: Int) -> Phrase {
    Phrase(
      "\(elsewhere) 人换座，\(added) 人新就座，\(removed) 人不再就座",
      "\(elsewhere) sit elsewhere, \(added) newly seated, \(removed) no longer seated")
  }
}

extension Wording {
  fileprivate static func overview(rostrumRows rows: Int, seats: Int) -> Phrase {
    Phrase("主席台：\(rows) 排 \(seats) 座", "rostrum: \(counted(seats, "seat")) in \(counted(rows, "row"))")
  }
}
