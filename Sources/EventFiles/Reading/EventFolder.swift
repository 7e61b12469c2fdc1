import Assembly
import Foundation
import Localization
import Tables

/// The tables of a folder: the file of each, and the bytes of those that are read.
struct EventFolder {
  /// What stands where an event was looked for.
  enum Opening {
    case missing
    case noFolder(Diagnostic)
    case folder(EventFolder)
  }

  private(set) var tables: [TableName: String] = [:]
  private(set) var data: [TableName: Data] = [:]
  private(set) var diagnostics: [Diagnostic] = []

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
      let isWorkbook = place.pathExtension.lowercased() == "xlsx"
      return .noFolder(Diagnostic(source: name, message: isWorkbook ? Wording.workbook : Wording.noFolder))
    }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: place.path) else {
      return .noFolder(Diagnostic(source: name, message: Wording.unreadableFile))
    }
    return .folder(EventFolder(names: names.sorted()) { read(place.appendingPathComponent($0)) })
  }

  private init(names: [String], read: (String) -> Result<Data, UnreadableFile>) {
    var unknown: [String] = []
    for name in names {
      guard let file = TableFile(name) else { continue }
      guard let table = file.table else {
        unknown.append(name)
        continue
      }
      if let first = tables[table] {
        diagnostics.append(Diagnostic(source: name, message: Wording.twoSources(first)))
        continue
      }
      tables[table] = name
      if file.isWorkbook {
        diagnostics.append(Diagnostic(source: name, message: Wording.workbook))
      } else if !table.isRead {
        diagnostics.append(Diagnostic(.note, source: name, message: Wording.tableComesLater))
      } else {
        switch read(name) {
        case .success(let bytes): data[table] = bytes
        case .failure: diagnostics.append(Diagnostic(source: name, message: Wording.unreadableFile))
        }
      }
    }
    reportMissingTables(unknown)
  }

  private mutating func reportMissingTables(_ unknown: [String]) {
    let stems = Dictionary(unknown.map { (($0 as NSString).deletingPathExtension, $0) }) { first, _ in first }
    for table in TableName.allCases where table.isRequired && tables[table] == nil {
      let close = [table.rawValue, table.chinese].lazy.compactMap {
        suggestion(for: $0, among: stems.keys.sorted())
      }
      .first.flatMap { stems[$0] }
      diagnostics.append(
        Diagnostic(
          source: table.rawValue + ".csv", message: Wording.missingTable(table),
          hint: close.map(Wording.renameFile)))
    }
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

/// The name of a file that could hold a table.
private struct TableFile {
  /// The table that the file is named after, in English or Chinese.
  let table: TableName?
  let isWorkbook: Bool

  /// Nothing when no table is kept in such a file. `~$` begins the names of Excel's lock files, `.` and `._` those
  /// of hidden ones.
  init?(_ name: String) {
    let parts = name as NSString
    let kind = parts.pathExtension.lowercased()
    guard kind == "csv" || kind == "xlsx", !name.hasPrefix("~$"), !name.hasPrefix(".") else { return nil }
    let stem = foldHeader(parts.deletingPathExtension)
    isWorkbook = kind == "xlsx"
    table = TableName.allCases.first { foldHeader($0.rawValue) == stem || foldHeader($0.chinese) == stem }
  }
}
