import Foundation
import Localization
import Tables

/// What is told of some files, and what is wrong with the telling.
struct DiagnosticPromises {
  /// Longer than any message has reason to be; a cell is quoted with 40 characters.
  private static let longestText = 2_000

  private let tables: [String: Table]

  /// - Parameter files: the files that were read, by name.
  init(_ files: [String: Data]) {
    tables = files.reduce(into: [:]) { tables, file in
      tables[file.key] = try? TableReader.read(file.value, source: file.key).table
    }
  }

  /// The promises that these diagnostics break.
  func broken(by diagnostics: [Diagnostic]) -> [String] {
    let unsorted = diagnostics == diagnostics.sorted() ? [] : ["the diagnostics are not sorted"]
    return unsorted + diagnostics.flatMap { broken(by: $0) }
  }

  private func broken(by diagnostic: Diagnostic) -> [String] {
    var broken: [String] = []
    for language in Language.allCases {
      let text = diagnostic.text(in: language)
      if text.utf8.count > Self.longestText { broken.append("too long: \(text.prefix(Self.longestText))") }
      if text.unicodeScalars.contains(where: isInvisible) {
        broken.append("shows what is invisible: \(text)")
      }
    }
    if let cell = cell(of: diagnostic), let found = diagnostic.found, !cell.hasPrefix(found) {
      broken.append("quotes another cell: \(diagnostic.text(in: .english))")
    }
    return broken
  }

  /// The cell that a diagnostic points at; nothing where its table could not be read, or has left the cell out.
  private func cell(of diagnostic: Diagnostic) -> String? {
    guard let table = tables[diagnostic.source], let row = diagnostic.row, let column = diagnostic.column,
      column >= 1
    else { return nil }
    if row == table.headerNumber { return column <= table.header.count ? table.header[column - 1] : nil }
    return table.rows.first { $0.number == row }?[column - 1]
  }

  private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: false
    }
  }
}
