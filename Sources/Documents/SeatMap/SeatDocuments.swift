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
    .page(Phrase("座位图", "seat-map"), Phrase("座位图", "seat map")) { plan, event, edition in
      SeatMap(event: event, plan, edition: edition).html()
    },
    DocumentKind(Phrase("座位图", "seat-map"), Phrase("座位图", "seat map"), .svg) { plan, event, edition in
      Data(SeatMap(event: event, plan, edition: edition).svg().utf8)
    },
    .list(Phrase("座位表", "seat-list"), Phrase("座位表", "list of seats")) { plan, event in
      SeatList(event: event, rostrum: plan.rostrum, hall: plan.hall).csv()
    },
  ]
}
