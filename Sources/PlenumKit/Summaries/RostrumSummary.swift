import Assembly
import Localization

extension RostrumPlan: SummarizedPlan {
  static func offer(of event: Event) -> Phrase? {
    event.rostrum.map { rostrum in
      let seats = rostrum.rows.reduce(0) { $0 + $1.seats }
      var short = ShortOffer()
      short.compare(event.people.count { $0.isDueOnRostrum }, with: seats) { Wording.seatsShort($0) }
      return Wording.overview(rostrumRows: rostrum.rows.count, seats: seats).lacking(short)
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

extension RostrumPlan {
  /// Rows that are no longer in the middle, as few people were to move: one side has two people more than the other. Whoever
  /// has a seat by name may have to sit so.
  func rowsOffCentre(in event: Event) -> [Wording.RowOffCentre] {
    (event.rostrum?.rows ?? []).compactMap { row in
      let taken = assignments.filter { $0.seat.row == row.number }
      let left = taken.count { 2 * $0.seat.seat < row.seats + 1 }
      let right = taken.count { 2 * $0.seat.seat > row.seats + 1 }
      guard abs(left - right) > 1, taken.allSatisfy({ event.people[$0.person].seat == nil }) else {
        return nil
      }
      return (row.number, left, right)
    }
  }
}

extension Wording {
  /// A row of the rostrum, and how many sit on each side of its middle as the audience sees it.
  typealias RowOffCentre = (row: Int, left: Int, right: Int)

  /// That late changes left rows of the rostrum off the middle; nothing where there are none.
  static func offCentre(_ rows: [RowOffCentre]) -> Phrase? {
    guard !rows.isEmpty else { return nil }
    let chinese = rows.map { "第 \($0.row) 排中央左侧 \($0.left) 人、右侧 \($0.right) 人" }
    let english = rows.map { "row \($0.row) has \($0.left) left of its middle and \($0.right) right of it" }
    return Phrase(
      "主席台\(chinese.joined(separator: "，"))，未居中；--free rostrum 可重新居中",
      "the rostrum is off the middle: \(english.joined(separator: ", ")); --free rostrum centres it")
  }

  fileprivate static func overview(rostrumRows rows: Int, seats: Int) -> Phrase {
    Phrase("主席台：\(rows) 排 \(seats) 座", "rostrum: \(counted(seats, "seat")) in \(counted(rows, "row"))")
  }
}
