import Assembly
import Localization

/// What the documents of an event share: its language, the names of its units, and the frame and head of a page.
protocol EventPage {
  var event: Event { get }
  /// What is told of the version; nothing where none is known.
  var edition: Edition? { get }
}

extension EventPage {
  /// A phrase in the language of the event, fit to be printed.
  func say(_ phrase: Phrase) -> String {
    phrase[event.settings.language].printable
  }

  /// The name of the event.
  var eventName: String { event.settings.name.printable }

  /// The version and who approved it; blank where none is known.
  var version: String { edition.map { say($0.phrase) } ?? "" }

  /// Between the members of a list: `、`.
  var separator: String { say(Phrase("、", ", ")) }

  /// The name of a unit by its index.
  func groupName(_ group: Int) -> String {
    say(Wording.group(event.groups[group]))
  }

  /// What a run is for: the name of its transfer, or that people are met or seen off.
  func name(of purpose: RunPurpose) -> String { event.fleet.map { say(purpose.name(in: $0)) } ?? "" }

  /// The frame of a page that shows `subject`.
  func frame(of subject: Phrase, scriptDigest: String? = nil) -> PageFrame {
    PageFrame(
      title: "\(eventName) · \(say(subject))", language: event.settings.language, scriptDigest: scriptDigest)
  }

  /// A page that needs nothing but itself, with a search: its frame and head, then the field and what `body` writes.
  ///
  /// - Parameters:
  ///   - subject: what it shows.
  ///   - search: what can be looked up.
  ///   - style: the style of its kind.
  ///   - styles: writes what else of its style depends on the event.
  ///   - body: writes what it shows.
  func searchPage(
    of subject: Phrase, search: Phrase, style: [UInt8], styles: (inout MarkupWriter) -> Void = { _ in },
    body: (inout MarkupWriter) -> Void
  ) -> String {
    var writer = MarkupWriter()
    frame(of: subject, scriptDigest: FindBar.scriptDigest).write(to: &writer) { writer in
      writer.verbatim(PackageResources.Report_css)
      writer.verbatim(style)
      writer.verbatim(PackageResources.Find_css)
      styles(&writer)
    } body: { writer in
      head(of: subject, &writer)
      FindBar(page: self, placeholder: search).write(to: &writer)
      body(&writer)
      FindBar.writeScript(to: &writer)
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The event, what the page shows of it, its days and its version.
  func head(of subject: Phrase, _ writer: inout MarkupWriter) {
    writer.element("header") { writer in
      writer.element("h1", text: eventName)
      let dates = Wording.dates(event.settings.start, event.settings.end)
      writer.element(
        "p", text: [subject, dates, edition?.phrase].compactMap { $0.map(say) }.joined(separator: " · "))
    }
  }

  /// The head of a table.
  func header(_ titles: [Phrase], _ writer: inout MarkupWriter) {
    writer.element("thead") { writer in
      writer.element("tr") { writer in
        for title in titles { writer.element("th", text: say(title)) }
      }
    }
  }
}

extension RunPurpose {
  /// The name of its transfer, or that people are met or seen off.
  func name(in fleet: Fleet) -> Phrase {
    switch self {
    case .pickup: return Wording.pickup
    case .dropoff: return Wording.dropoff
    case .transfer(let index):
      let transfer = fleet.transfers[index]
      return Phrase((transfer.name.isEmpty ? transfer.id : transfer.name).printable)
    }
  }
}
