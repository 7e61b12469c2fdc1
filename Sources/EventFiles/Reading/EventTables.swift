import Assembly
import Foundation
import Localization
import Tables

/// The tables of an event, wherever they lie: in files of a folder, in the sheets of one workbook, in memory.
struct EventTables {
  /// A table that can be read.
  private struct Place {
    let file: TableFile
    let sheet: Int
  }

  /// What stands where an event was looked for.
  enum Opening {
    case missing
    case noEvent(Diagnostic)
    case tables(EventTables)
  }

  /// The name of each table's file or sheet, as messages show it.
  private(set) var sources: [TableName: String] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// What the tables that are missing are missing from.
  private let isWorkbook: Bool
  private var places: [TableName: Place] = [:]
  /// Files and sheets that bear the name of no table.
  private var unknown: [String] = []

  /// The tables among files in memory.
  init(files: [String: Data]) {
    self.init(names: files.keys.sorted()) { .success(files[$0] ?? Data()) }
  }

  /// Looks for an event at a place of the file system.
  static func open(_ place: URL) -> Opening {
    guard FileManager.default.fileExists(atPath: place.path) else { return .missing }
    let name = place.lastPathComponent
    guard isDirectory(place) else {
      guard case .success(let data) = read(place) else {
        return .noEvent(unreadable(name))
      }
      return open(data, named: name)
    }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: place.path) else {
      return .noEvent(unreadable(name))
    }
    let files = names.sorted().filter { isTableFile($0) || !isDirectory(place.appendingPathComponent($0)) }
    return .tables(EventTables(names: files) { read(place.appendingPathComponent($0)) })
  }

  /// Looks for an event in one file, which must be a workbook.
  static func open(_ data: Data, named name: String) -> Opening {
    do {
      let file = try TableFile(data, name: name)
      guard file.format.hasSheets else {
        return .noEvent(Diagnostic(source: name, message: Wording.noFolder, code: "no-event"))
      }
      return .tables(EventTables(workbook: file))
    } catch {
      return .noEvent(error.diagnostics[error.diagnostics.count - 1])
    }
  }

  private init(workbook file: TableFile) {
    isWorkbook = true
    let sheets = file.sheets.enumerated().filter { $0.element.state != .programs }
    for ((index, sheet), match) in zip(sheets, TableMatch.of(sheets.map(\.element.name))) {
      guard let match else {
        unknown.append(sheet.name)
        continue
      }
      add(match, from: sheet.name) { _ in Place(file: file, sheet: index) }
      noteHidden(sheet, in: sheet.name)
    }
    reportMissingTables()
    // A template's own sheets: what to do, and the lists to choose from.
    for name in unknown where !["说明", "readme", "列表"].contains(foldHeader(name)) {
      diagnostics.append(
        Diagnostic(
          .note, source: name, message: Wording.unknownSheet, hint: Wording.tableNameHint(name),
          code: "unknown-sheet"))
    }
  }

  private init(names: [String], read: (String) -> Result<Data, UnreadableFile>) {
    isWorkbook = false
    let seen = names.filter { !isHiddenFile($0) }
    let (files, others) = (seen.filter(isTableFile), seen.filter { !isTableFile($0) })
    for (name, match) in zip(files, TableMatch.of(files.map(stem))) {
      guard let match else {
        unknown.append(name)
        continue
      }
      add(match, from: name) { diagnostics in Self.place(of: match.table, in: name, read, &diagnostics) }
    }
    if sources.isEmpty, unknown.count == 1, !unknown[0].lowercased().hasSuffix(".csv") {
      diagnostics.append(
        Diagnostic(
          source: unknown[0], message: Wording.folderWithoutTables, hint: Wording.giveTheWorkbook,
          code: "missing-table"))
      return
    }
    let asked = reportMissingTables()
    noteUnread(unknown.filter { !asked.contains($0) } + others)
  }

  /// Tells of files that were left aside, with the table that each may have been meant for. Letters, pictures and the like
  /// are nobody's table.
  private mutating func noteUnread(_ files: [String]) {
    for name in files {
      let hint = Wording.meantFile(name, beside: sources)
      guard hint != nil || isTableFile(name) || isForeignTable(name) else { continue }
      diagnostics.append(
        Diagnostic(.note, source: name, message: Wording.unreadFile, hint: hint, code: "unread-file"))
    }
  }

  /// Keeps where a table lies, unless it lies elsewhere too.
  private mutating func add(
    _ match: TableMatch, from source: String, _ open: (inout [Diagnostic]) -> Place?
  ) {
    let table = match.table
    if !match.isExact {
      diagnostics.append(Diagnostic(.note, source: source, message: Wording.readAs(table), code: "read-as"))
    }
    if let first = sources[table] {
      diagnostics.append(Diagnostic(source: source, message: Wording.twoSources(first), code: "two-sources"))
      return
    }
    sources[table] = source
    places[table] = open(&diagnostics)
  }

  private mutating func noteHidden(_ sheet: SheetInfo, in source: String) {
    guard sheet.state == .hidden else { return }
    diagnostics.append(Diagnostic(.note, source: source, message: Wording.hiddenSheet, code: "hidden-sheet"))
  }

  /// The sheet of a table in a file that bears the table's name: the one of that name, else the first that is shown.
  private static func place(
    of table: TableName, in name: String, _ read: (String) -> Result<Data, UnreadableFile>,
    _ diagnostics: inout [Diagnostic]
  ) -> Place? {
    guard case .success(let data) = read(name) else {
      diagnostics.append(unreadable(name))
      return nil
    }
    do {
      let file = try TableFile(data, name: name)
      let sheets = file.sheets
      let sheet =
        TableMatch.of(sheets.map(\.name)).firstIndex { $0?.table == table }
        ?? sheets.firstIndex { $0.state == .visible } ?? 0
      return Place(file: file, sheet: sheet)
    } catch {
      diagnostics += error.diagnostics
      return nil
    }
  }

  /// - Returns: the files and sheets of which it was asked whether they are what is missing.
  @discardableResult
  private mutating func reportMissingTables() -> Set<String> {
    var asked: Set<String> = []
    let stems = Dictionary(unknown.map { (stem(of: $0), $0) }) { first, _ in first }
    for table in TableName.allCases where table.contract.isRequired && sources[table] == nil {
      let close = [table.rawValue, table.chinese].lazy.compactMap {
        suggestion(for: $0, among: stems.keys.sorted())
      }
      .first.flatMap { stems[$0] }
      diagnostics.append(
        Diagnostic(
          source: isWorkbook ? table.chinese : table.rawValue + ".csv",
          message: isWorkbook ? Wording.missingSheet(table) : Wording.missingTable(table),
          hint: close.map(isWorkbook ? Wording.renameSheet : Wording.renameFile), code: "missing-table"))
      if let close { asked.insert(close) }
    }
    return asked
  }

  // MARK: - Reading

  /// Reads a table; nothing where there is none.
  func read(_ name: TableName) throws(UnreadableTable) -> (table: Table, diagnostics: [Diagnostic])? {
    guard let place = places[name], let source = sources[name] else { return nil }
    return try place.file.read(sheet: place.sheet, source: source, layout: name.layout)
  }

  /// Lets go of the files once all tables are read.
  func close() {
    for place in places.values { place.file.close() }
  }

  /// Reads a file. Pipes and devices are left alone: they could wait for ever.
  private static func read(_ file: URL) -> Result<Data, UnreadableFile> {
    let target = file.resolvingSymlinksInPath()
    let type = try? FileManager.default.attributesOfItem(atPath: target.path)[.type] as? FileAttributeType
    guard type == .typeRegular, let data = try? Data(contentsOf: target, options: .mappedIfSafe) else {
      return .failure(UnreadableFile())
    }
    return .success(data)
  }
}

private struct UnreadableFile: Error {}

private func unreadable(_ file: String) -> Diagnostic {
  Diagnostic(source: file, message: Wording.unreadableFile, code: "unreadable-file")
}

/// The table that the name of a file or a sheet tells.
private struct TableMatch {
  let table: TableName
  /// Whether it is the table's own name.
  let isExact: Bool

  /// The table of each name. Where no name is a table's own, the only one that bears another usual name of it counts,
  /// alone or with more behind it: 人员名单, 房间表, 人员名单-最终, 人员 (1).
  static func of(_ names: [String]) -> [TableMatch?] {
    let folded = names.map(foldHeader)
    var matches: [TableMatch?] = folded.map { name in
      TableName.allCases.first { [$0.rawValue, $0.chinese].contains { foldHeader($0) == name } }
        .map { TableMatch(table: $0, isExact: true) }
    }
    let found = Set(matches.compactMap { $0?.table })
    for read in [folded, folded.map(beginning)] {
      for table in TableName.allCases
      where !found.contains(table) && !matches.contains(where: { $0?.table == table }) {
        let names = table.usualNames
        let places = read.indices.filter { matches[$0] == nil && names.contains(read[$0]) }
        if places.count == 1 { matches[places[0]] = TableMatch(table: table, isExact: false) }
      }
    }
    return matches
  }

  /// The name before a number, a date or a remark.
  private static func beginning(of name: String) -> String {
    String(name.prefix { !"-_—–(（【[ +.".contains($0) && !$0.isNumber })
  }
}

extension TableName {
  /// Names that people give to the table's file or sheet, folded.
  fileprivate var usualNames: [String] {
    let others = contract.otherNames
    return [rawValue, chinese, chinese + "表"] + others + others.map { $0 + "表" }
  }
}

/// Whether a file is hidden or a program's own: Excel's lock files begin with `~$`, others with `.`.
private func isHiddenFile(_ name: String) -> Bool {
  name.hasPrefix("~$") || name.hasPrefix(".") || ["thumbs.db", "desktop.ini"].contains(name.lowercased())
}

/// Whether a file could hold a table by the ending of its name.
private func isTableFile(_ name: String) -> Bool {
  isTableEnding((name as NSString).pathExtension)
}

/// Whether the names of files that are read end like that.
func isTableEnding(_ ending: String) -> Bool {
  TableFormat.allCases.contains { $0.fileExtensions.contains(ending.lowercased()) }
}

/// Whether a file is a table of a program whose files are not read.
private func isForeignTable(_ name: String) -> Bool {
  ["ods", "numbers", "xlsb", "tsv"].contains((name as NSString).pathExtension.lowercased())
}

private func stem(of name: String) -> String { (name as NSString).deletingPathExtension }

private func isDirectory(_ place: URL) -> Bool {
  var isFolder: ObjCBool = false
  return FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder) && isFolder.boolValue
}
