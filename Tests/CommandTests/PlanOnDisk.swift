import Foundation
import Testing

/// The plan in a folder, read with nothing of the product's own code.
struct PlanOnDisk {
  let folder: String

  init(_ folder: String) {
    self.folder = folder
  }

  /// The rows of a table, each by the header's names. The tables read here have no cell in quotes.
  func table(_ name: String) throws -> [[String: String]] {
    let lines = try text(name).dropFirst().components(separatedBy: "\r\n").dropLast().map {
      $0.components(separatedBy: ",")
    }
    let header = try #require(lines.first)
    return lines.dropFirst().map { cells in Dictionary(uniqueKeysWithValues: zip(header, cells)) }
  }

  /// A file's text, its byte order mark included.
  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)), as: UTF8.self)
  }

  /// Writes a file anew.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
  }

  /// Two people of a file change what the columns say of them, as somebody edits it by hand.
  func exchange(_ one: String, _ other: String, _ columns: [String], in name: String) throws {
    try edit(name) { rows in
      let (first, second) = (
        try #require(rows.firstIndex { $0["person"] == one }),
        try #require(rows.firstIndex { $0["person"] == other })
      )
      for column in columns {
        (rows[first][column], rows[second][column]) = (rows[second][column], rows[first][column])
      }
    }
  }

  /// Changes the rows of a table.
  func edit(_ name: String, _ change: (inout [[String: String]]) throws -> Void) throws {
    let header = try text(name).dropFirst().components(separatedBy: "\r\n")[0].components(separatedBy: ",")
    var rows = try table(name)
    try change(&rows)
    let lines = [header] + rows.map { row in header.map { row[$0] ?? "" } }
    try write("\u{FEFF}" + lines.map { $0.joined(separator: ",") + "\r\n" }.joined(), to: name)
  }

  func report() throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(try text("report.json").utf8))
  }

  /// What report.json is promised to hold.
  struct Report: Decodable {
    struct Entry: Decodable, Equatable {
      let status: String
      let objective: Int?
      let bound: Int?
      let gap: Double?
      let terms: [String: Int]?
      let seconds: Double
      let seed: Int
    }

    let event: String
    let modules: [String: Entry]
    struct Note: Decodable {
      let file: String?
      let row: Int?
      let code: String
      let text: String
    }

    let schema: Int
    let tool: String
    let notes: [Note]
  }
}

/// A small event in English: people by their lines, a hall of `hall`.
func smallEvent(people: String, hall: String? = nil, rostrum: String? = nil, settings: String = "")
  -> [String: String]
{
  var tables = [
    "event.csv": "key,value\nname,Annual Assembly\nlanguage,en\n" + settings, "people.csv": people,
  ]
  tables["hall.csv"] = hall
  tables["rostrum.csv"] = rostrum
  return tables
}
