import Foundation
import Localization
import Tables

/// What the reader of tables promises of any file and does not keep for this one; nothing when all is well.
public func brokenPromises(ofTable bytes: [UInt8]) -> [String] {
  let (data, source) = (Data(bytes), "people.csv")
  do {
    let (table, diagnostics) = try TableReader.read(data, source: source)
    let isSound = diagnostics.allSatisfy { $0.severity == .note }
    return DiagnosticPromises([source: data]).broken(by: diagnostics) + broken(by: table, isSound: isSound)
  } catch {
    let hasError = error.diagnostics.last?.severity == .error
    return DiagnosticPromises([:]).broken(by: error.diagnostics.dropLast())
      + (hasError ? [] : ["refused without an error"])
  }
}

private func broken(by table: Table, isSound: Bool) -> [String] {
  var broken: [String] = []
  let numbers = [table.headerNumber] + table.rows.map(\.number)
  if zip(numbers, numbers.dropFirst()).contains(where: >=) { broken.append("rows are out of order") }
  if table.header.isEmpty || table.rows.contains(where: \.cells.isEmpty) { broken.append("a row is blank") }
  if isSound, TableReader.rewritten(table) != [table.header] + table.rows.map(\.cells) {
    broken.append("written and read again it differs")
  }
  for cell in table.rows.flatMap(\.cells) { parse(cell) }
  return broken
}

/// Takes a cell for whatever it could be: none of it may crash.
private func parse(_ cell: String) {
  _ = (CellParsing.integer(cell), CellParsing.decimal(cell), CellParsing.boolean(cell))
  _ = (CellParsing.date(cell), CellParsing.dateTime(cell))
  _ = (CellParsing.list(cell), CellParsing.numberRanges(cell), suggestion(for: cell, among: ["编号", "name"]))
}

extension TableReader {
  /// The cells of a table that was written and read again.
  fileprivate static func rewritten(_ table: Table) -> [[String]] {
    var writer = TableWriter(header: table.header)
    for row in table.rows { writer.append(row.cells) }
    guard let again = try? read(writer.data, source: table.source).table else { return [] }
    return [again.header] + again.rows.map(\.cells)
  }
}
