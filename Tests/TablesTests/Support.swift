import Foundation
import Localization
import Tables

/// What reading told, whether a table came of it or not.
struct Reading {
  let table: Table?
  let diagnostics: [Diagnostic]

  init(_ data: Data, source: String = "people.csv", limits: TableReader.Limits = .default) {
    do {
      let (table, diagnostics) = try TableReader.read(data, source: source, limits: limits)
      (self.table, self.diagnostics) = (table, diagnostics)
    } catch {
      (table, diagnostics) = (nil, error.diagnostics)
    }
  }

  init(_ text: String, limits: TableReader.Limits = .default) {
    self.init(Data(text.utf8), limits: limits)
  }

  init(_ bytes: [UInt8]) {
    self.init(Data(bytes))
  }

  var header: [String]? { table?.header }
  var cells: [[String]]? { table?.rows.map(\.cells) }
  var rowNumbers: [Int]? { table?.rows.map(\.number) }
  var english: [String] { diagnostics.map { $0.text(in: .english) } }
  var chinese: [String] { diagnostics.map { $0.text(in: .chinese) } }
}
