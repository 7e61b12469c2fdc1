import Assembly
import Documents
import Foundation
import Localization

/// The documents of a plan, by their paths in OUT.
enum PlanDocuments {
  static let seatMap = "documents/座位图.html"
  static let drawing = "documents/座位图.svg"
  static let seatList = "documents/座位表.csv"
  static let hotels = "documents/住宿.html"
  static let roomList = "documents/房号表.csv"
  static let vehicles = "documents/用车.html"
  /// Every path that a document of any plan can have.
  static let all: Set = [seatMap, drawing, seatList, hotels, roomList, vehicles]
  /// The pages to begin with, which the summary names.
  static let pages = [
    (path: seatMap, title: Phrase("座位图", "seat map")), (path: hotels, title: Phrase("住宿安排", "rooms")),
    (path: vehicles, title: Phrase("用车安排", "vehicles")),
  ]

  /// The documents of all that is planned.
  static func files(of plan: EventPlan, of event: Event) -> [String: Data] {
    var files: [String: Data] = [:]
    if plan.rostrum != nil || plan.hall != nil {
      let map = SeatMap(event: event, rostrum: plan.rostrum, hall: plan.hall)
      files[seatMap] = Data(map.html().utf8)
      files[drawing] = Data(map.svg().utf8)
      files[seatList] = SeatList(event: event, rostrum: plan.rostrum, hall: plan.hall).csv()
    }
    if let rooms = plan.rooms {
      files[hotels] = Data(RoomPages(event: event, plan: rooms).html().utf8)
      files[roomList] = RoomList(event: event, plan: rooms).csv()
    }
    if let vehicles = plan.vehicles {
      files[self.vehicles] = Data(VehiclePages(event: event, plan: vehicles).html().utf8)
    }
    return files
  }
}
