import Foundation

/// Writes a table as Excel and every other program reads it: UTF-8 with a byte order mark, commas, CR LF.
public struct TableWriter: Sendable {
  /// Who opens the file.
  public enum Reader: Sendable, Hashable {
    /// Programs: every cell as it is.
    case programs
    /// People, in a spreadsheet: text that would be taken for a formula gets an apostrophe before it.
    case spreadsheets
  }

  private let reader: Reader
  private var bytes: [UInt8]

  /// A table of a header and no rows yet.
  public init(header: [String], for reader: Reader = .programs) {
    self.reader = reader
    bytes = [0xEF, 0xBB, 0xBF]
    append(header)
  }

  /// Adds a row under those written so far.
  public mutating func append(_ row: [String]) {
    for (column, cell) in row.enumerated() {
      if column > 0 { bytes.append(Separator.comma.rawValue) }
      append(reader == .spreadsheets && readsAsFormula(cell) ? "'" + cell : cell)
    }
    bytes.append(contentsOf: "\r\n".utf8)
  }

  /// The file written so far.
  public var data: Data { Data(bytes) }

  private mutating func append(_ cell: String) {
    guard cell.utf8.contains(where: needsQuotes) else {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private func readsAsFormula(_ cell: String) -> Bool {
    switch cell.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
      UInt8(ascii: "\r"):
      true
    default: false
    }
  }

  /// Tabs and semicolons too: a header with one of them bare could be taken for a table separated by them.
  private func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "\""), UInt8(ascii: "\r"),
      UInt8(ascii: "\n"):
      true
    default: false
    }
  }
}
