public import Foundation
import Tables

/// The tables that a plan was made of, kept beside it as they were.
public enum KeptTables {
  /// The folder in OUT.
  static let folder = "tables"

  /// Where a file of the tables lies in OUT.
  public static func place(of file: String) -> String { folder + "/" + file }

  /// Whether a path inside OUT is of the tables.
  public static func contain(_ path: String) -> Bool { path.hasPrefix(folder + "/") }

  /// The files of an event, by their place in OUT: the workbook that it is, or the tables of its folder.
  public static func files(of event: URL) -> [String: Data] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: event.path)
    let files = names.map { $0.filter(isTable).map(event.appendingPathComponent) } ?? [event]
    return Dictionary(
      files.compactMap { file in
        FileSystem.kind(of: file.resolvingSymlinksInPath().path) == .file
          ? (try? Data(contentsOf: file)).map { (place(of: file.lastPathComponent), $0) } : nil
      }
    ) { first, _ in first }
  }

  /// The event of a plan's tables: a folder, or the workbook in it; nothing where the plan has none.
  public static func event(of plan: PlanFolder) -> URL? {
    let place = URL(fileURLWithPath: plan.path + "/" + folder)
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: place.path), !names.isEmpty else {
      return nil
    }
    let isBook = names.count == 1 && !names[0].lowercased().hasSuffix(".csv")
    return isBook ? place.appendingPathComponent(names[0]) : place
  }

  /// Whether the tables of an event are those that a plan was made of, byte by byte.
  public static func areThose(of event: URL, in plan: PlanFolder) -> Bool {
    KeptTables.event(of: plan).map { files(of: $0) == files(of: event) } ?? false
  }

  private static func isTable(_ name: String) -> Bool {
    let ending = (name as NSString).pathExtension.lowercased()
    return TableFormat.allCases.contains { $0.fileExtensions.contains(ending) } && !name.hasPrefix(".")
      && !name.hasPrefix("~$")
  }
}
