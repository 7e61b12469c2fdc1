public import Assembly
import Foundation
import Localization

// Rostrum and hall are drawn and listed together.

extension RostrumPlan: DocumentedPlan {
  /// The seat map and the lists of seats.
  public static var documents: [DocumentKind] { DocumentKind.seats }
}

extension HallPlan: DocumentedPlan {
  /// The seat map and the lists of seats.
  public static var documents: [DocumentKind] { DocumentKind.seats }
}

extension DocumentKind {
  fileprivate static let seats = [
    DocumentKind(Phrase("座位图", "seat-map"), Phrase("座位图", "seat map"), [.html, .svg]) {
      plan, event, edition in
      let (page, drawing) = SeatMap(event: event, plan, edition: edition).files
      return [page, drawing]
    },
    .list(Phrase("座位表", "seat-list"), Phrase("座位表", "list of seats")) { plan, event in
      SeatList(event: event, rostrum: plan.rostrum, hall: plan.hall).csv()
    },
  ]
}
