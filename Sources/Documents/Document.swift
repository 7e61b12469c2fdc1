public import Assembly
public import Foundation
public import Localization

/// A document of a plan, ready to be kept or sent.
public struct Document: Sendable, Hashable {
  /// How its bytes are to be read.
  public enum Format: String, Sendable, Hashable {
    case html, svg, csv
  }

  /// Its name without the ending, in the event's language.
  public let name: String
  /// What it shows.
  public let title: Phrase
  /// How its bytes are to be read.
  public let format: Format
  /// The document itself.
  public let bytes: Data

  /// `座位图.html`.
  public var fileName: String { "\(name).\(format.rawValue)" }
}

/// A document that there can be of a plan.
public struct DocumentKind: Sendable {
  /// The name of the document without the ending: 座位图, `seat-map`.
  public let name: Phrase
  /// What it shows.
  public let title: Phrase
  /// How its bytes are to be read.
  public let format: Document.Format
  private let bytes: @Sendable (EventPlan, Event, Edition?) -> Data

  init(
    _ name: Phrase, _ title: Phrase, _ format: Document.Format,
    _ bytes: @escaping @Sendable (EventPlan, Event, Edition?) -> Data
  ) {
    self.name = name
    self.title = title
    self.format = format
    self.bytes = bytes
  }

  /// Its files: `座位图.html`, `seat-map.html`.
  public var fileNames: [String] { Language.allCases.map { "\(name[$0]).\(format.rawValue)" } }

  /// Makes the document of a plan that has a module which it shows.
  public func document(of plan: EventPlan, of event: Event, _ edition: Edition?) -> Document {
    Document(
      name: name[event.settings.language], title: title, format: format, bytes: bytes(plan, event, edition))
  }
}

/// A plan of which there are documents.
public protocol DocumentedPlan: ModulePlan {
  /// The documents that show it; several modules may be shown by one.
  static var documents: [DocumentKind] { get }
}

extension Module {
  /// The documents that show it.
  public var documents: [DocumentKind] {
    (plan as? any DocumentedPlan.Type)?.documents ?? []
  }
}

extension Sequence<Module> {
  /// The documents that show any of these modules, each once, in the order of modules.
  public var documents: [DocumentKind] {
    var known: Set<String> = []
    return flatMap(\.documents).filter { known.insert($0.fileNames[0]).inserted }
  }
}

extension EventPlan {
  /// The documents of all that is planned.
  ///
  /// - Parameters:
  ///   - event: the event that is planned.
  ///   - edition: what pages tell of the version.
  /// - Complexity: O(n log n) for n people, seats, rooms and rides.
  public func documents(of event: Event, _ edition: Edition? = nil) -> [Document] {
    all.map { type(of: $0).module }.documents.map { $0.document(of: self, of: event, edition) }
  }
}

extension RostrumPlan: DocumentedPlan {
  /// The seat map and the lists of seats.
  public static var documents: [DocumentKind] { DocumentKind.seats }
}

extension HallPlan: DocumentedPlan {
  /// The seat map and the lists of seats.
  public static var documents: [DocumentKind] { DocumentKind.seats }
}

extension RoomPlan: DocumentedPlan {
  /// The hotels by floor, and the list of rooms.
  public static var documents: [DocumentKind] {
    [
      DocumentKind(Phrase("住宿", "rooms"), Phrase("住宿安排", "rooms"), .html) { plan, event, edition in
        plan.rooms.map { Data(RoomPages(event: event, plan: $0, edition: edition).html().utf8) } ?? Data()
      },
      DocumentKind(Phrase("房号表", "room-list"), Phrase("房号表", "list of rooms"), .csv) { plan, event, _ in
        plan.rooms.map { RoomList(event: event, plan: $0).csv() } ?? Data()
      },
    ]
  }
}

extension VehiclePlan: DocumentedPlan {
  /// The fleet, the boards and the drivers' sheets.
  public static var documents: [DocumentKind] {
    [
      DocumentKind(Phrase("用车", "vehicles"), Phrase("用车安排", "vehicles"), .html) { plan, event, edition in
        plan.vehicles.map { Data(VehiclePages(event: event, plan: $0, edition: edition).html().utf8) }
          ?? Data()
      }
    ]
  }
}

extension TablePlan: DocumentedPlan {
  /// The tables with their people, and the list of who eats where.
  public static var documents: [DocumentKind] {
    [
      DocumentKind(Phrase("餐桌", "tables"), Phrase("餐桌安排", "tables"), .html) { plan, event, edition in
        plan.tables.map { Data(TablePages(event: event, plan: $0, edition: edition).html().utf8) } ?? Data()
      },
      DocumentKind(Phrase("就餐名单", "dining-list"), Phrase("就餐名单", "list of tables"), .csv) { plan, event, _ in
        plan.tables.map { TableList(event: event, plan: $0).csv() } ?? Data()
      },
    ]
  }
}

extension DiscussionPlan: DocumentedPlan {
  /// The groups with their rooms, and the list of their people.
  public static var documents: [DocumentKind] {
    [
      DocumentKind(Phrase("讨论", "discussions"), Phrase("讨论安排", "discussions"), .html) {
        plan, event, edition in
        plan.discussion.map { Data(DiscussionPages(event: event, plan: $0, edition: edition).html().utf8) }
          ?? Data()
      },
      DocumentKind(Phrase("讨论分组", "discussion-groups"), Phrase("讨论分组名单", "list of discussion groups"), .csv) {
        plan, event, _ in
        plan.discussion.map { DiscussionList(event: event, plan: $0).csv() } ?? Data()
      },
    ]
  }
}

extension StaffPlan: DocumentedPlan {
  /// Who does what by person and by place, and the list of it.
  public static var documents: [DocumentKind] {
    [
      DocumentKind(Phrase("工作分工", "duties"), Phrase("工作分工", "duties"), .html) { plan, event, edition in
        plan.staff.map { Data(StaffPages(event: event, plan: $0, edition: edition).html().utf8) } ?? Data()
      },
      DocumentKind(Phrase("分工名单", "duty-list"), Phrase("分工名单", "list of duties"), .csv) { plan, event, _ in
        plan.staff.map { StaffList(event: event, plan: $0).csv() } ?? Data()
      },
    ]
  }
}

extension DocumentKind {
  /// Rostrum and hall are drawn and listed together.
  fileprivate static let seats = [
    DocumentKind(Phrase("座位图", "seat-map"), Phrase("座位图", "seat map"), .html) { plan, event, edition in
      Data(SeatMap(event: event, plan, edition: edition).html().utf8)
    },
    DocumentKind(Phrase("座位图", "seat-map"), Phrase("座位图", "seat map"), .svg) { plan, event, edition in
      Data(SeatMap(event: event, plan, edition: edition).svg().utf8)
    },
    DocumentKind(Phrase("座位表", "seat-list"), Phrase("座位表", "list of seats"), .csv) { plan, event, _ in
      SeatList(event: event, rostrum: plan.rostrum, hall: plan.hall).csv()
    },
  ]
}
