import Assembly
import Documents
import EventFiles
public import Foundation
public import Localization
import Printing
import Tables

/// What is to be printed, as it is asked for in words.
public struct PaperOrder: Sendable {
  /// Names of papers; none means all that the plan and the rest of the order have anything for.
  public var papers: [String] = []
  /// Names of groups; none means all.
  public var groups: [String] = []
  /// Ids, or names that nobody else has; none means everybody.
  public var people: [String] = []
  /// `YYYY-MM-DD` or as tables write it; nothing means every day.
  public var day: String?
  /// Numbers that vehicles show; none means all.
  public var vehicles: [Int] = []
  /// The size of cards, `105×148`; nothing for the usual one of each paper.
  public var size: String?
  /// A version that OUT keeps, or a folder with another plan: only what is void since that plan is printed.
  public var changedSince: String?
  /// Whether a sheet with a ruler is printed too, to test the printer.
  public var testsPrinter = false

  /// An order of everything.
  public init() {}
}

/// The papers of a plan, made from its files and written beside them.
public struct PaperRun: Sendable {
  /// A paper that was written.
  struct Written: Sendable {
    let title: Phrase
    let file: String
    /// Nothing for a workbook.
    let pages: Int?
  }

  /// The exit status of the command.
  public let status: ExitStatus
  /// What could not be printed as it should be, a line each.
  public var messages: [String] { remarks.lines }
  /// What was written, a line each.
  public let summary: [String]
  let written: [Written]
  let remarks: Remarks

  /// Prints papers of the plan in `out` of the event of a folder into `out`/documents, all of them or none.
  ///
  /// - Parameters:
  ///   - order: what is to be printed.
  ///   - eventFolder: the tables.
  ///   - out: the folder of the plan.
  ///   - progress: is told what begins, and how far long papers are; several threads call it.
  public init(
    _ order: PaperOrder, of eventFolder: URL, out: URL,
    progress: @escaping @Sendable (Phrase, Language) -> Void = { _, _ in }
  ) {
    let folder = PlanFolder(out)
    let lock = PlanFolderLock.taken(on: folder) {
      progress(Wording.waiting(folder.path), .ofEnvironment())
    }
    defer { lock?.release() }
    do throws(StoredPlan.Refusal) {
      let stored = try StoredPlan(of: eventFolder, out: out)
      let language = stored.language
      guard stored.reading.diagnostics.allSatisfy({ $0.severity == .note }) else {
        throw StoredPlan.Refusal(
          .badInput, "plan-does-not-fit", Wording.unprintablePlan, after: stored.told, in: language)
      }
      let edition = Edition(version: folder.nextVersion, approval: .given(to: folder, stored.files))
      let (selection, papers) = try order.read(stored, folder, edition)
      let key = BadgeKey(in: folder)
      let desk = PaperDesk(
        stored.reading.plan, of: stored.event, selection, edition, key: key.bytes, Typesetter(),
        figures: stored.reading.figures)
      let broken = stored.violations(stored.event.nameOrdering().order).count
      var remarks = stored.told
      if broken > 0 {
        remarks.add("plan-does-not-hold", Wording.printedThoughBroken(broken), in: language)
      }
      let unprintable = desk.charactersWithoutFont().map { person, characters in
        Wording.withoutFont(shown(stored.event.people[person].name), String(characters.prefix(10)))
      }
      for person in unprintable.prefix(Self.listed) { remarks.add("without-font", person, in: language) }
      if unprintable.count > Self.listed {
        remarks.add(
          "without-font", Wording.moreWithoutFont(unprintable.count - Self.listed), in: language)
      }
      if !unprintable.isEmpty { remarks.add("install-fonts", Wording.installFonts, in: language) }

      var prints = papers.map { PrintJob.paper($0.paper, $0.size) }
      if order.wantsWorkbook(selection) { prints.append(.workbook) }
      let press = Press(desk, language, testsPrinter: order.testsPrinter, progress)
      var files: [String: Data] = [:]
      var written: [Written] = []
      for (print, result) in zip(prints, press.print(prints)) {
        guard let (name, pages, data) = try result.get() else {
          if !order.papers.isEmpty {
            remarks.add("empty-paper", Wording.emptyPaper(print.title), in: language)
          }
          continue
        }
        files[Planner.path(of: name)] = data
        written.append(Written(title: print.title, file: Planner.path(of: name), pages: pages))
      }
      let isDone = selection.changes?.isNone ?? false
      if files.isEmpty {
        isDone
          ? remarks.add("nothing-void", Wording.nothingVoid, in: language)
          : remarks.add("nothing-to-print", Wording.nothingToPrint, in: language)
      }
      if key.isNew, !files.isEmpty { files[BadgeKey.file] = key.data }
      if !files.isEmpty { try folder.write(files, language) }
      let isSound = broken == 0 && unprintable.isEmpty
      status = isSound && (isDone || !written.isEmpty) ? .complete : .incomplete
      self.remarks = remarks
      self.written = written
      summary = written.map { paper in
        Wording.printed(paper.title, pages: paper.pages, folder.path + "/" + paper.file)[language]
      }
    } catch {
      (status, remarks, summary, written) = (error.status, error.remarks, [], [])
    }
  }

  /// The names of all papers, as a command takes them.
  public static func names(in language: Language) -> [String] {
    Paper.all.map { language == .chinese ? $0.title.chinese : $0.word } + [
      EventWorkbook.names[language]
    ]
  }

  /// So many people with characters that no font has are told one by one.
  private static let listed = 20
}

extension PlanFolder {
  fileprivate func write(_ files: [String: Data], _ language: Language) throws(StoredPlan.Refusal) {
    do {
      try replace(with: files)
    } catch {
      throw StoredPlan.Refusal(error, in: language)
    }
  }
}

/// What the codes on badges of one plan are signed with: made once and kept beside the plan, never on paper, so that badges
/// printed later are signed alike.
private struct BadgeKey {
  static let file = "badges.key"
  let bytes: [UInt8]
  let isNew: Bool

  init(in folder: PlanFolder) {
    let kept =
      FileManager.default.contents(atPath: folder.path + "/" + Self.file).map { Array($0) } ?? []
    isNew = kept.count < 32
    bytes =
      isNew ? (0..<32).map { _ in "0123456789abcdef".utf8.randomElement()! } : kept
  }

  var data: Data { Data(bytes) }
}

extension PaperOrder {
  /// The workbook is of all of a plan: a part of it is what the spreadsheet's own filters are for.
  fileprivate func wantsWorkbook(_ selection: PaperSelection) -> Bool {
    papers.isEmpty ? selection.isEverything : papers.contains(where: EventWorkbook.isNamed)
  }

  /// The order in terms of a plan.
  fileprivate func read(
    _ stored: StoredPlan, _ folder: PlanFolder, _ edition: Edition
  ) throws(StoredPlan.Refusal) -> (PaperSelection, [(paper: Paper, size: CardSheet?)]) {
    let (event, language) = (stored.event, stored.language)
    var selection = PaperSelection()
    if !groups.isEmpty || !people.isEmpty {
      var selected: Set<Int> = []
      for group in groups { selected.formUnion(try event.members(ofGroup: group, language)) }
      for person in people { selected.insert(try event.person(called: person, language)) }
      selection.people = selected
    }
    if let day {
      let near = event.settings.start.map {
        ($0.components.year, $0.components.month, $0.components.day)
      }
      let date = CellParsing.date(day, near: near).flatMap {
        Day(year: $0.year, month: $0.month, day: $0.day)
      }
      guard let date else {
        throw StoredPlan.Refusal(misuse: "unknown-day", Wording.unknownDay(shown(day)), in: language)
      }
      selection.day = date
    }
    if !vehicles.isEmpty {
      let known = Set((stored.reading.plan.vehicles?.numbers(in: event) ?? [:]).values)
      if let unknown = vehicles.first(where: { !known.contains($0) }) {
        throw StoredPlan.Refusal(misuse: "unknown-vehicle", Wording.unknownVehicle(unknown), in: language)
      }
      selection.vehicles = Set(vehicles)
    }
    if let changedSince {
      let earlier = try self.edition(changedSince, besides: folder, language)
      selection.changes = ChangesSince(earlier, to: event, stored.reading.plan)
        .papers(of: stored.reading.plan, edition)
      if selection.changes?.isNone ?? false { return (selection, []) }
    }
    let chosen = try papers(stored, selection)
    guard let size else { return (selection, chosen.map { (paper: $0, size: nil) }) }
    guard !self.papers.isEmpty else {
      throw StoredPlan.Refusal(
        misuse: "size-of-what", Wording.sizeOfWhat(Paper.all.filter { !$0.sizes.isEmpty }.map(\.title)),
        in: language)
    }
    var sized: [(paper: Paper, size: CardSheet?)] = []
    for paper in chosen {
      guard let sheet = paper.size(named: size) else {
        throw StoredPlan.Refusal(
          misuse: "unknown-size",
          Wording.unknownSize(shown(size), of: paper.title, paper.sizes.map(\.name)), in: language)
      }
      sized.append((paper: paper, size: sheet))
    }
    return (selection, sized)
  }

  /// The plan of a version that OUT keeps, or of another folder.
  private func edition(
    _ earlier: String, besides folder: PlanFolder, _ language: Language
  ) throws(StoredPlan.Refusal) -> PlanEdition {
    let place: PlanFolder
    if let version = Int(earlier) {
      guard folder.versions.contains(version) else {
        throw StoredPlan.Refusal(
          misuse: "unknown-version", Wording.unknownVersion(version, folder.versions), in: language)
      }
      place = folder.version(version)
    } else {
      place = PlanFolder(URL(fileURLWithPath: earlier))
    }
    return try PlanEdition.readable(in: place, in: language)
  }

  private func papers(
    _ stored: StoredPlan, _ selection: PaperSelection
  ) throws(StoredPlan.Refusal) -> [Paper] {
    let (plan, event, language) = (stored.reading.plan, stored.event, stored.language)
    guard !papers.isEmpty else {
      return Paper.all.filter { $0.isMeant(by: selection) && $0.isDue(of: plan, event) }
    }
    var chosen: [Paper] = []
    for name in papers where !EventWorkbook.isNamed(name) {
      guard let paper = Paper(named: name) else {
        let names = PaperRun.names(in: language)
        let meant = suggestion(for: name, among: Language.allCases.flatMap(PaperRun.names))
        throw StoredPlan.Refusal(
          misuse: "unknown-paper", Wording.unknownPaper(shown(name), names, meant: meant), in: language)
      }
      guard !paper.needsChanges || selection.changes != nil else {
        throw StoredPlan.Refusal(
          misuse: "changed-since-what", Wording.changedSinceWhat(paper.title), in: language)
      }
      guard paper.isDue(of: plan, event) else {
        throw StoredPlan.Refusal(misuse: "nothing-to-print", Wording.undue(paper.title), in: language)
      }
      if !chosen.contains(where: { $0.word == paper.word }) { chosen.append(paper) }
    }
    return chosen
  }
}

extension Event {
  fileprivate func members(
    ofGroup name: String, _ language: Language
  ) throws(StoredPlan.Refusal) -> [Int] {
    let names = groups.map { group in
      switch group.kind {
      case .named(let name): Phrase(name)
      case .role(let role): role.name
      }
    }
    func isMeant(_ other: Phrase) -> Bool {
      Language.allCases.contains { other[$0].lowercased() == name.lowercased() }
    }
    let exact = names.firstIndex { $0.chinese == name || $0.english == name }
    guard let group = exact ?? names.firstIndex(where: isMeant) else {
      let meant = suggestion(for: name, among: names.map { $0[language] }).map(shown)
      throw StoredPlan.Refusal(
        misuse: "unknown-group", Wording.unknownGroup(shown(name), meant: meant), in: language)
    }
    return groups[group].members
  }
}
