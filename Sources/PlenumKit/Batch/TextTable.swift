/// Rows of text in columns, for a terminal.
struct TextTable {
  private var rows: [[String]] = []

  mutating func append(_ row: [String]) {
    rows.append(row)
  }

  /// The rows with their cells below one another, two blanks between columns.
  ///
  /// - Parameter numbersLast: whether the last column is set to the right.
  func lines(numbersLast: Bool) -> [String] {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].terminalWidth }.max() ?? 0
    }
    return rows.map { row in
      row.indices.map { column in
        let blanks = String(repeating: " ", count: widths[column] - row[column].terminalWidth)
        guard column == row.count - 1 else { return row[column] + blanks }
        return numbersLast ? blanks + row[column] : row[column]
      }.joined(separator: "  ")
    }
  }
}

extension String {
  /// Columns that the text takes in a terminal: two for a Chinese character, none for a mark on another character.
  var terminalWidth: Int {
    unicodeScalars.reduce(0) { $0 + $1.terminalWidth }
  }
}

extension Unicode.Scalar {
  fileprivate var terminalWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    return switch value {
    // The wide and full-width blocks of Unicode's East Asian Width (UAX #11), and emoji.
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
      0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
