import Assembly
import Localization

extension HallPlan: SummarizedPlan {
  static func offer(of event: Event) -> Phrase? {
    event.hall.map { hall in
      var seats = hall.sections.map { _ in 0 }
      for seat in hall.seats { seats[seat.section] += 1 }
      let parts = zip(hall.sections, seats).prefix(12).map { Phrase("\($0) \($1)") }
      var short = ShortOffer()
      short.compare(event.people.count { $0.isDueInHall }, with: hall.seats.count) { Wording.seatsShort($0) }
      return Wording.overview(seats: hall.seats.count, parts: parts, sections: hall.sections.count)
        .lacking(short)
    }
  }

  func summary(_ figures: Figures) -> PlanSummary {
    let count = withoutAisle.count
    let aisle = Phrase(
      "\(count) 人未能靠走道（见 report.json）", "\(count) without an aisle seat (see report.json)")
    return PlanSummary(
      served: seated(assignments.count), shortfall: missing("without a seat") + (count == 0 ? [] : [aisle]))
  }

  static var asBefore: Phrase { RostrumPlan.asBefore }

  static func changed(elsewhere: Int, added: Int, removed: Int) -> Phrase {
    RostrumPlan.changed(elsewhere: elsewhere, added: added, removed: removed)
  }
}

extension Wording {
  fileprivate static func overview(seats: Int, parts: [Phrase], sections: Int) -> Phrase {
    let more = sections > parts.count
    return Phrase(
      "会场：\(seats) 座（\(joined(parts).chinese)\(more ? "等 \(sections) 区" : "")）",
      "hall: \(counted(seats, "seat")) (\(joined(parts).english)\(more ? " and more" : ""))")
  }
}
