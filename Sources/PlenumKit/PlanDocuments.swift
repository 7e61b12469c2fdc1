import Assembly
import Documents
import Foundation
import Localization

/// The documents of a plan, by their paths in OUT.
enum PlanDocuments {
  static let seatMap = "documents/座位图.html"
  static let drawing = "documents/座位图.svg"
  static let seatList = "documents/座位表.csv"
  /// Every path that a document of any plan can have.
  static let all: Set = [seatMap, drawing, seatList]
  /// The pages to begin with, which the summary names.
  static let pages = [(path: seatMap, title: Phrase("座位图", "seat map"))]

  /// The documents of all that is planned.
  static func files(of plan: EventPlan, of event: Event) -> [String: Data] {
    var files: [String: Data] = [:]
    if plan.rostrum != nil || plan.hall != nil {
      let map = SeatMap(event: event, rostrum: plan.rostrum, hall: plan.hall)
      files[seatMap] = Data(map.html().utf8)
      files[drawing] = Data(map.svg().utf8)
      files[seatList] = SeatList(event: event, rostrum: plan.rostrum, hall: plan.hall).csv()
    }
    return files
  }
}
