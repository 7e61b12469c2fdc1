public import Assembly
public import Foundation
public import Localization
public import Tables

/// What a folder of tables says.
public struct EventReading: Sendable {
  /// The event; nothing when at least one diagnostic is an error.
  public let event: Event?
  /// Everything there is to tell, in the order of files, rows and columns.
  public let diagnostics: [Diagnostic]
  /// The event's language; where its table could not be read, the language that was given in its place.
  public let language: Language
  /// The file of each table that was found.
  public let tables: [TableName: String]
  let sources: EventSources
}

extension EventReading {
  /// What can be told of an event that is none.
  fileprivate init(refused diagnostic: Diagnostic, fallback: Language) {
    self.init(
      event: nil, diagnostics: [diagnostic], language: diagnostic.source.hasHan ? .chinese : fallback,
      tables: [:], sources: EventSources())
  }
}

/// EVENT itself does not exist.
public struct MissingEvent: Error, Sendable, Hashable {
  /// The path that leads nowhere.
  public let path: String

  /// What to tell the user.
  public var message: Phrase { Wording.missingEvent(path) }
}

/// Reads an event from an organizer's tables and tells every problem at once.
public enum EventReader {
  /// Reads the event of a folder.
  ///
  /// A problem of the tables is no error of this function but a diagnostic.
  ///
  /// - Parameters:
  ///   - event: a folder of tables.
  ///   - fallback: the language of messages when the event cannot tell its own.
  /// - Throws: `MissingEvent` when there is nothing at `event`.
  /// - Complexity: O(*n* log *n*) in the size of the tables.
  public static func read(
    _ event: URL, fallback: Language = .ofEnvironment()
  ) throws(MissingEvent) -> EventReading {
    switch EventTables.open(event) {
    case .missing: throw MissingEvent(path: event.path)
    case .noEvent(let diagnostic): return EventReading(refused: diagnostic, fallback: fallback)
    case .tables(let tables): return read(tables, fallback: fallback)
    }
  }

  /// Reads the event of files that are already in memory, by file name.
  public static func read(files: [String: Data], fallback: Language = .ofEnvironment()) -> EventReading {
    read(EventTables(files: files), fallback: fallback)
  }

  /// Reads the event of a workbook that is already in memory.
  public static func read(
    workbook data: Data, named name: String, fallback: Language = .ofEnvironment()
  ) -> EventReading {
    switch EventTables.open(data, named: name) {
    case .missing:
      EventReading(refused: Diagnostic(source: name, message: Wording.noFolder), fallback: fallback)
    case .noEvent(let diagnostic): EventReading(refused: diagnostic, fallback: fallback)
    case .tables(let tables): read(tables, fallback: fallback)
    }
  }

  private static func read(_ tables: EventTables, fallback: Language) -> EventReading {
    var assembling = EventAssembling(tables)
    assembling.readSettings()
    assembling.readPeople()
    assembling.readOthers()
    tables.close()
    let event = assembling.makeEvent()
    return EventReading(
      event: event, diagnostics: assembling.sources.pointed(assembling.diagnostics.tidied()),
      language: assembling.language ?? (assembling.isChinese ? .chinese : fallback),
      tables: tables.sources, sources: assembling.sources)
  }
}

/// An event while its tables are read one after another.
private struct EventAssembling {
  let tables: EventTables
  var diagnostics: [Diagnostic]
  var sources = EventSources()
  var language: Language?
  private var draft = EventDraft(settings: Settings(name: ""))
  /// Whether somebody's id or name could not be read: a name that nobody seems to have may be theirs.
  private var hidesSomebody = false

  init(_ tables: EventTables) {
    self.tables = tables
    diagnostics = tables.diagnostics
  }

  mutating func readSettings() {
    guard let sheet = sheet(.event), sheet.isComplete else { return }
    let reader = SettingsReader(sheet)
    draft.settings = reader.settings
    language = reader.language
    sources.settingRows = reader.rows
    diagnostics += reader.diagnostics
  }

  mutating func readPeople() {
    guard let sheet = sheet(.people) else { return }
    let reader = PeopleReader(sheet)
    draft.people = reader.people
    draft.extraColumns = sheet.unknown.map { sheet.table.header[$0] }
    diagnostics += reader.diagnostics
    hidesSomebody = !sheet.isComplete || isRefused("id", of: sheet) || isRefused("name", of: sheet)
  }

  mutating func readOthers() {
    for contract in TableContract.all {
      guard let read = contract.read, let sheet = filledSheet(contract.table) else { continue }
      diagnostics += read(sheet, &draft)
    }
  }

  /// Makes the event, or reports what its tables say against one another.
  mutating func makeEvent() -> Event? {
    for note in DraftSpelling.unify(&draft) {
      guard let sheet = sources.sheets[note.table], let row = sheet.row(numbered: note.row) else { continue }
      diagnostics.append(
        sheet.diagnostic(.note, row: row, column: note.column, Wording.otherSpelling, code: "other-spelling"))
    }
    noteGroupsThatLookAlike()
    if draft.settings.memberOrder == .stroke {
      draft.strokeCodes = .installed(for: draft.people.map(\.name))
    }
    let isReadable = diagnostics.allSatisfy { $0.severity == .note }
    let event: Event?
    let defects: [Defect]
    do {
      let valid = try Event(draft)
      event = isReadable ? valid : nil
      defects = valid.notes
    } catch {
      event = nil
      defects = error.defects
    }
    let followUps = FollowUps(
      brokenTables: brokenTables, brokenPeople: brokenRows(of: .people), hidesSomebody: hidesSomebody,
      draft: draft, defects: defects)
    let hints = DefectHints(draft, sources)
    // Who asks for what is known once every cell is read.
    let told = sources.missingColumns(
      of: defects.filter { !followUps.include($0) && (event != nil || !$0.isAboutModules) })
    diagnostics += told.diagnostics
    diagnostics += told.others.map { sources.diagnostic(of: $0, hint: hints.hint(for: $0)) }
    return event
  }

  /// 城关 beside 城关镇: one of the two may be short for the other.
  private mutating func noteGroupsThatLookAlike() {
    guard let sheet = sources.sheets[.people] else { return }
    for pair in GroupNames.lookalikes(draft.people) {
      guard let row = sheet.row(numbered: pair.row) else { continue }
      diagnostics.append(
        sheet.diagnostic(
          .note, row: row, column: "group", Wording.groupLooksLike(row: pair.other), code: "group-looks-alike"
        ))
    }
  }

  /// Whether files, sheets or headers are written in Chinese: an event whose own table cannot be read is then told of
  /// in Chinese.
  var isChinese: Bool {
    tables.sources.values.contains(where: \.hasHan)
      || sources.sheets.values.contains { $0.table.header.contains(where: \.hasHan) }
  }

  /// Whether a cell of the column has been refused.
  private func isRefused(_ column: String, of sheet: Sheet) -> Bool {
    guard let position = sheet.positions[column] else { return false }
    return diagnostics.contains {
      $0.severity == .error && $0.source == sheet.table.source && $0.column == position + 1
    }
  }

  /// Rows of a table in which a cell has been refused.
  private func brokenRows(of name: TableName) -> Set<Int> {
    let source = tables.sources[name]
    return Set(diagnostics.lazy.filter { $0.severity == .error && $0.source == source }.compactMap(\.row))
  }

  /// Tables of which something could not be read.
  private var brokenTables: Set<TableName> {
    let files = Set(diagnostics.lazy.filter { $0.severity == .error }.map(\.source))
    return Set(
      TableName.allCases.filter { name in tables.sources[name].map(files.contains) ?? name.contract.isRequired
      })
  }

  private mutating func sheet(_ name: TableName) -> Sheet? {
    do {
      guard let (table, tableDiagnostics) = try tables.read(name) else { return nil }
      var (sheet, headerDiagnostics) = Sheet.make(
        table, name.columns, keepsUnknown: name == .people)
      sheet.near = draft.settings.start ?? draft.settings.end
      diagnostics += tableDiagnostics + headerDiagnostics
      diagnostics += EventTemplate.examples(in: sheet, of: name).map { row in
        Diagnostic(
          .note, source: table.source, row: row.number, message: Wording.exampleRow, code: "example-row")
      }
      sources.sheets[name] = sheet
      return sheet
    } catch {
      diagnostics += error.diagnostics
      return nil
    }
  }

  /// The sheet of a table that may be missing: without a row it is as good as missing, as in a template that was
  /// not filled in.
  private mutating func filledSheet(_ name: TableName) -> Sheet? {
    guard let sheet = sheet(name), sheet.isComplete else { return nil }
    if sheet.table.rows.isEmpty {
      diagnostics.append(
        Diagnostic(.note, source: sheet.table.source, message: Wording.emptyTable, code: "empty-table"))
      return nil
    }
    return sheet
  }
}
