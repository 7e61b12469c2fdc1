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
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder) else { return .missing }
    let name = place.lastPathComponent
    guard isFolder.boolValue else {
      guard case .success(let data) = read(place) else {
        return .noEvent(unreadable(name))
      }
      return open(data, named: name)
    }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: place.path) else {
      return .noEvent(unreadable(name))
    }
    return .tables(EventTables(names: names.sorted()) { read(place.appendingPathComponent($0)) })
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
    for (index, sheet) in file.sheets.enumerated() where sheet.state != .programs {
      guard let table = TableName(called: sheet.name) else {
        unknown.append(sheet.name)
        continue
      }
      add(table, from: sheet.name) { _ in Place(file: file, sheet: index) }
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
    for name in names {
      guard let stem = tableStem(of: name) else { continue }
      guard let table = TableName(called: stem) else {
        unknown.append(name)
        continue
      }
      add(table, from: name) { diagnostics in Self.place(of: table, in: name, read, &diagnostics) }
    }
    reportMissingTables()
  }

  /// Keeps where a table lies, unless it lies elsewhere too.
  private mutating func add(
    _ table: TableName, from source: String, _ open: (inout [Diagnostic]) -> Place?
  ) {
    if let first = sources[table] {
      diagnostics.append(Diagnostic(source: source, message: Wording.twoSources(first), code: "two-sources"))
      return
    }
    sources[table] = source
    guard table.isRead else {
      diagnostics.append(
        Diagnostic(.note, source: source, message: Wording.tableComesLater, code: "table-comes-later"))
      return
    }
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
        sheets.firstIndex { TableName(called: $0.name) == table }
        ?? sheets.firstIndex { $0.state == .visible } ?? 0
      return Place(file: file, sheet: sheet)
    } catch {
      diagnostics += error.diagnostics
      return nil
    }
  }

  private mutating func reportMissingTables() {
    let stems = Dictionary(unknown.map { (($0 as NSString).deletingPathExtension, $0) }) { first, _ in first }
    for table in TableName.allCases where table.isRequired && sources[table] == nil {
      let close = [table.rawValue, table.chinese].lazy.compactMap {
        suggestion(for: $0, among: stems.keys.sorted())
      }
      .first.flatMap { stems[$0] }
      diagnostics.append(
        Diagnostic(
          source: isWorkbook ? table.chinese : table.rawValue + ".csv",
          message: isWorkbook ? Wording.missingSheet(table) : Wording.missingTable(table),
          hint: close.map(isWorkbook ? Wording.renameSheet : Wording.renameFile), code: "missing-table"))
    }
  }

  // MARK: - Reading

  /// Reads a table; nothing where there is none.
  func read(_ name: TableName) throws(UnreadableTable) -> (table: Table, diagnostics: [Diagnostic])? {
    guard let place = places[name], let source = sources[name] else { return nil }
    return try place.file.read(sheet: place.sheet, source: source, layout: name.layout)
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

extension TableName {
  /// The table of this name, English or Chinese.
  fileprivate init?(called name: String) {
    let folded = foldHeader(name)
    guard
      let table = TableName.allCases.first(where: { table in
        foldHeader(table.rawValue) == folded || foldHeader(table.chinese) == folded
      })
    else { return nil }
    self = table
  }
}

/// The name of a file that could hold a table, without its ending; nothing for other files. `~$` begins the names of
/// Excel's lock files, `.` and `._` those of hidden ones.
private func tableStem(of name: String) -> String? {
  let parts = name as NSString
  let endings = TableFormat.allCases.flatMap(\.fileExtensions)
  guard endings.contains(parts.pathExtension.lowercased()), !name.hasPrefix("~$"), !name.hasPrefix(".") else {
    return nil
  }
  return parts.deletingPathExtension
}
