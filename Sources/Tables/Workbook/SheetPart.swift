import Foundation

/// Takes the rows of a sheet apart into cells as they are written, and hands them on some rows at a time: what a cell
/// means is asked on another thread (see `SheetRows`). Only merges are kept until the end.
final class SheetPart: XMLPart {
  /// The last row and column that a sheet can have: XFD1048576.
  static let lastRow = 1_048_576
  static let lastColumn = 16_384

  private let limits: TableReader.Limits
  /// Takes cells; false where no more are wanted.
  private let take: (WrittenRows) -> Bool
  private(set) var merges: [CellRange] = []
  private(set) var hiddenColumns: [ClosedRange<Int>] = []

  private var rows = WrittenRows()
  private var isInRows = false
  private var row = 0
  private var column = 0
  private var isHidden = false
  private var firstCell = 0
  private var cell = WrittenCell()
  private var inline: WorkbookText
  private var place = Place.elsewhere

  private enum Place {
    case elsewhere, cell, value, formula, inlineString
  }

  init(limits: TableReader.Limits, take: @escaping (WrittenRows) -> Bool) {
    self.limits = limits
    self.take = take
    inline = WorkbookText(limit: limits.cellLength)
  }

  override var endless: LocatedProblem {
    guard place == .value || place == .inlineString else { return LocatedProblem(.endlessMarkup) }
    return LocatedProblem(.cellTooLong(limit: limits.cellLength), row: row, column: column)
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) throws(LocatedProblem) {
    switch name {
    case "c" where isInRows: try startCell(attributes)
    case "v" where place == .cell:
      place = .value
      cell.hasValue = true
    case "f" where place == .cell:
      place = .formula
      cell.hasFormula = true
    case "is" where place == .cell:
      place = .inlineString
      if cell.inline == nil { inline.clear() }
      cell.inline = 0..<0
    case "row" where isInRows: try startRow(attributes)
    case "sheetData": isInRows = true
    case "col" where attributes.isTrue("hidden"): hideColumns(attributes)
    case "mergeCell": try addMerge(attributes)
    default: if place == .inlineString { inline.start(name, attributes) }
    }
  }

  override func end(_ name: XMLName) throws(LocatedProblem) {
    switch name {
    case "c" where isInRows && place == .cell: try endCell()
    case "v" where place == .value, "f" where place == .formula, "is" where place == .inlineString:
      place = .cell
    case "row" where isInRows: try endRow()
    case "sheetData": isInRows = false
    default: if place == .inlineString { inline.end(name) }
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    switch place {
    case .value:
      let count = rows.bytes.count - cell.value.lowerBound
      rows.bytes.append(contentsOf: bytes.prefix(max(0, bytesOfText(units: limits.cellLength) - count)))
    case .inlineString: inline.append(bytes)
    case .elsewhere, .cell, .formula: break
    }
  }

  // MARK: - Rows

  private func startRow(_ attributes: XMLAttributes) throws(LocatedProblem) {
    let number = attributes.bytes("r").map { decimal($0) } ?? row + 1
    guard let number, number > 0 else { throw LocatedProblem(.damagedWorkbook, row: row + 1) }
    guard number > row else { throw LocatedProblem(.rowTwice, row: number) }
    guard number <= Self.lastRow else { throw LocatedProblem(.cellOutsideSheet) }
    row = number
    column = 0
    firstCell = rows.cells.count
    isHidden = attributes.isTrue("hidden")
  }

  private func endRow() throws(LocatedProblem) {
    addRow(isWhole: true)
    if rows.isFull { try handOver() }
  }

  private func addRow(isWhole: Bool) {
    rows.rows.append(
      WrittenRows.Row(
        number: row, isHidden: isHidden, cells: firstCell..<rows.cells.count, isWhole: isWhole))
    firstCell = rows.cells.count
  }

  /// Hands over what has been read since the last time, a row that is not whole yet included: it may have any number of
  /// cells, one in the place of another.
  func handOver() throws(LocatedProblem) {
    if firstCell < rows.cells.count { addRow(isWhole: false) }
    // Nobody hears of this problem: whoever wants no more has one to tell.
    guard take(rows) else { throw LocatedProblem(.damagedWorkbook) }
    rows = WrittenRows()
    firstCell = 0
  }

  // MARK: - Cells

  private func startCell(_ attributes: XMLAttributes) throws(LocatedProblem) {
    place = .cell
    let (reference, type, style) = attributes.ofCell
    if let reference {
      guard let place = CellPlace(reference) else { throw LocatedProblem(.cellOutsideSheet) }
      column = place.column
    } else {
      column += 1
    }
    guard column <= Self.lastColumn else { throw LocatedProblem(.cellOutsideSheet) }
    cell = WrittenCell(
      column: column, kind: WrittenCell.Kind(type), style: style.flatMap { decimal($0) },
      value: rows.bytes.count..<rows.bytes.count)
  }

  private func endCell() throws(LocatedProblem) {
    place = .elsewhere
    cell.value = cell.value.lowerBound..<rows.bytes.count
    if cell.inline != nil {
      rows.bytes += inline.bytes
      cell.inline = cell.value.upperBound..<rows.bytes.count
    }
    rows.cells.append(cell)
    if rows.isFull { try handOver() }
  }

  // MARK: - Around the rows

  private func hideColumns(_ attributes: XMLAttributes) {
    guard let first = attributes.bytes("min").flatMap({ decimal($0) }),
      let last = attributes.bytes("max").flatMap({ decimal($0) }), first >= 1, first <= last
    else { return }
    hiddenColumns.append(first...min(last, Self.lastColumn))
  }

  private func addMerge(_ attributes: XMLAttributes) throws(LocatedProblem) {
    guard let range = attributes["ref"].flatMap({ CellRange($0) }) else { return }
    guard merges.count < limits.merges else {
      throw LocatedProblem(.tooManyMerges(limit: limits.merges))
    }
    if range.rows.count > 1 { merges.append(range) }
  }
}

/// What there is to know of a sheet beside its rows.
struct SheetOutline {
  let merges: [CellRange]
  let hiddenColumns: [ClosedRange<Int>]

  /// Reads the part of this name and hands its rows over.
  init(
    _ name: String, of package: ZipPackage, _ limits: TableReader.Limits, rows take: (WrittenRows) -> Bool
  ) throws(LocatedProblem) {
    (merges, hiddenColumns) = try withoutActuallyEscaping(take) { (take) throws(LocatedProblem) in
      let part = SheetPart(limits: limits, take: take)
      let exists: Bool
      do throws(LocatedProblem) {
        exists = try part.read(name, of: package)
      } catch {
        // What is wrong before the place that ends the reading is told, too.
        try part.handOver()
        throw error
      }
      guard exists else { throw LocatedProblem(.damagedWorkbook) }
      try part.handOver()
      return (part.merges, part.hiddenColumns)
    }
  }
}

/// The place of a cell, `B7`.
struct CellPlace {
  let column: Int
  let row: Int

  /// Nothing for what is no place of a sheet.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var (column, row) = (0, 0)
    for byte in text {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0: column = column * 26 + Int(byte) - 64
      case UInt8(ascii: "a")...UInt8(ascii: "z") where row == 0: column = column * 26 + Int(byte) - 96
      case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte) - 48
      case UInt8(ascii: "$"): continue
      default: return nil
      }
      guard column <= SheetPart.lastColumn, row <= SheetPart.lastRow else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    (self.column, self.row) = (column, row)
  }
}

/// Merged cells, `A2:A5`.
struct CellRange {
  let rows: ClosedRange<Int>
  let column: Int

  init(rows: ClosedRange<Int>, column: Int) {
    (self.rows, self.column) = (rows, column)
  }

  init?(_ text: String) {
    let ends = text.split(separator: ":").map { Array($0.utf8).withUnsafeBufferPointer { CellPlace($0) } }
    guard ends.count == 2, let first = ends[0], let last = ends[1], first.row <= last.row else { return nil }
    self.init(rows: first.row...last.row, column: first.column)
  }
}

/// A small number without a sign.
func decimal(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
  guard !text.isEmpty, text.count <= 12 else { return nil }
  var number = 0
  for byte in text {
    guard CellParsing.isDigit(byte) else { return nil }
    number = number * 10 + Int(byte) - 48
  }
  return number
}
