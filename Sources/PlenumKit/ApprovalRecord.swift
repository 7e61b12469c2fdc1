import Assembly
import Documents
import EventFiles
import Foundation
import Printing

/// What OUT keeps of an approval: who gave it, when, and to which files.
///
/// A digest over the files of the plan and its tables tells whether the plan in OUT is still the one that was approved.
struct ApprovalRecord: Codable, Equatable {
  /// Who approved the plan.
  let by: String
  /// The day, `YYYY-MM-DD`.
  let date: String
  /// The version of the plan, under which it lies in `versions` once another replaces it.
  let version: Int
  /// SHA-256 in hexadecimal digits.
  let digest: String

  /// Its file in OUT.
  static let file = "approval.json"

  /// An approval of the plan in a folder.
  init(by name: String, on date: Day, of folder: PlanFolder, _ files: [String: Data]) {
    by = name
    self.date = date.description
    version = folder.nextVersion
    digest = Self.digest(of: folder, files)
  }

  /// The record in a folder; nothing where nothing was ever approved.
  init?(in folder: PlanFolder) {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + Self.file)),
      let record = try? JSONDecoder().decode(ApprovalRecord.self, from: data)
    else { return nil }
    self = record
  }

  /// The bytes of the file.
  var data: Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    // Strings and a number: nothing of it can fail to be encoded.
    return ((try? encoder.encode(self)) ?? Data()) + Data("\n".utf8)
  }

  /// Whether the plan in a folder is the one that was approved.
  func holds(of folder: PlanFolder, _ files: [String: Data]) -> Bool {
    digest == Self.digest(of: folder, files)
  }

  /// What documents say of it; nothing where the date is no day.
  var approval: Approval? {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, let day = Day(year: parts[0], month: parts[1], day: parts[2]) else { return nil }
    return Approval(by: by, on: day)
  }

  /// A digest over names, lengths and bytes, so that no two sets of files are told alike.
  private static func digest(of folder: PlanFolder, _ files: [String: Data]) -> String {
    let tables = KeptTables.event(of: folder).map(KeptTables.files) ?? [:]
    var bytes = Data()
    for (name, data) in files.merging(tables, uniquingKeysWith: { first, _ in first }).sorted(by: {
      $0.key < $1.key
    }) {
      bytes += Data("\(name)\n\(data.count)\n".utf8) + data
    }
    return Signature.digest(of: bytes)
  }
}

extension Approval? {
  /// The approval of the plan in a folder, where it still is the one that was approved.
  static func given(to folder: PlanFolder, _ files: [String: Data]) -> Approval? {
    ApprovalRecord(in: folder).flatMap { $0.holds(of: folder, files) ? $0.approval : nil }
  }
}
