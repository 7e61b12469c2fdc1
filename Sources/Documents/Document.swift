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

/// A document that there can be of a plan, in one format or in several that are made together.
public struct DocumentKind: Sendable {
  /// The name of the document without the ending: 座位图, `seat-map`.
  public let name: Phrase
  /// What it shows.
  public let title: Phrase
  /// How the bytes of each of its files are to be read.
  public let formats: [Document.Format]
  private let files: @Sendable (EventPlan, Event, Edition?) -> [Data]

  /// - Parameter files: makes a file of each format, in their order.
  init(
    _ name: Phrase, _ title: Phrase, _ formats: [Document.Format],
    _ files: @escaping @Sendable (EventPlan, Event, Edition?) -> [Data]
  ) {
    self.name = name
    self.title = title
    self.formats = formats
    self.files = files
  }

  init(
    _ name: Phrase, _ title: Phrase, _ format: Document.Format,
    _ bytes: @escaping @Sendable (EventPlan, Event, Edition?) -> Data
  ) {
    self.init(name, title, [format]) { [bytes($0, $1, $2)] }
  }

  /// Its files: `座位图.html`, `seat-map.html`.
  public var fileNames: [String] {
    formats.flatMap { format in Language.allCases.map { "\(name[$0]).\(format.rawValue)" } }
  }

  /// Makes the document of a plan that has a module which it shows, in each format.
  public func documents(of plan: EventPlan, of event: Event, _ edition: Edition?) -> [Document] {
    zip(formats, files(plan, event, edition)).map { format, bytes in
      Document(name: name[event.settings.language], title: title, format: format, bytes: bytes)
    }
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
    all.map { type(of: $0).module }.documents.flatMap { $0.documents(of: self, of: event, edition) }
  }
}

extension DocumentKind {
  /// A page.
  static func page(
    _ name: Phrase, _ title: Phrase, html: @escaping @Sendable (EventPlan, Event, Edition?) -> String?
  ) -> DocumentKind {
    DocumentKind(name, title, .html) { plan, event, edition in
      html(plan, event, edition).map { Data($0.utf8) } ?? Data()
    }
  }

  /// A list for spreadsheets.
  static func list(
    _ name: Phrase, _ title: Phrase, csv: @escaping @Sendable (EventPlan, Event) -> Data?
  ) -> DocumentKind {
    DocumentKind(name, title, .csv) { plan, event, _ in csv(plan, event) ?? Data() }
  }
}
