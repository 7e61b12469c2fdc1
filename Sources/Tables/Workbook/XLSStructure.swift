import Foundation

/// What the records of an `.xls` workbook say that FreeXL does not: a password, what is hidden, merged cells, the values
/// of formulas and of numbers with a format, and how far the cells of a sheet reach, of which FreeXL takes the file's own
/// word and as much memory.
///
/// Microsoft, [MS-XLS]: Excel Binary File Format.
struct XLSStructure {
  /// A sheet of cells.
  struct Sheet {
    let name: String
    let state: SheetInfo.State
    var merges: [CellRange] = []
    var hiddenRows: Set<Int> = []
    var hiddenColumns: [ClosedRange<Int>] = []
    /// Cells of the rectangle that holds them all.
    var area = 0
    /// What cells show that FreeXL does not tell: the values of formulas, truth, errors, numbers in a format of their
    /// own.
    fileprivate(set) var values: [CellKey: String] = [:]
    /// The formula whose text follows in the next record.
    fileprivate var formulaOfText: CellKey?
  }

  /// A cell of a sheet, counted from 0.
  struct CellKey: Hashable {
    let row: Int
    let column: Int
  }

  private(set) var isLocked = false
  /// Whether days are counted from 1904.
  private(set) var isFrom1904 = false
  private(set) var sheets: [Sheet] = []

  /// Reads the records of the stream `Workbook`.
  init(_ stream: Data) {
    var bounds: [(sheet: Sheet, offset: Int)] = []
    var codes: [Int: String] = [:]
    var formats: [NumberFormat] = []
    for record in XLSRecords(stream, from: 0) {
      switch record.kind {
      case .password: isLocked = true
      case .epoch: isFrom1904 = record.body.number(at: 0, size: 2) == 1
      case .format:
        if let id = record.body.number(at: 0, size: 2) { codes[id] = Self.text(record.body, at: 2) }
      case .style:
        let id = record.body.number(at: 2, size: 2) ?? 0
        formats.append(codes[id].map { NumberFormat(code: $0) } ?? NumberFormat(builtIn: id))
      case .sheet: if let bound = Self.bound(record.body) { bounds.append(bound) }
      default: break
      }
    }
    // Sheets that overlap are a trick: reading each once takes no more than the whole.
    var bytesLeft = stream.count
    let numberFormats = NumberFormats(ofStyles: formats, isFrom1904: isFrom1904)
    sheets = bounds.map { bound in
      var sheet = bound.sheet
      for record in XLSRecords(stream, from: bound.offset) {
        guard bytesLeft > 0 else { break }
        bytesLeft -= record.body.count + 4
        sheet.take(record, numberFormats)
      }
      return sheet
    }
  }

  /// Cells that the sheets span.
  var area: Int { sheets.reduce(0) { $0 + $1.area } }

  /// The sheet of this name.
  func sheet(_ name: String) -> Sheet? { sheets.first { $0.name == name } }

  private static func bound(_ body: Data) -> (Sheet, Int)? {
    guard let offset = body.number(at: 0, size: 4), let state = body.number(at: 4, size: 1),
      body.number(at: 5, size: 1) == 0, body.count > 7
    else { return nil }
    let name = text(body, at: 6, sizeOfLength: 1)
    let states: [SheetInfo.State] = [.visible, .hidden, .programs]
    return (Sheet(name: trimmed(name), state: states[min(state & 3, 2)]), offset)
  }
}

extension XLSStructure {
  /// How numbers are shown, by the style of their cell.
  fileprivate struct NumberFormats {
    let ofStyles: [NumberFormat]
    let isFrom1904: Bool

    subscript(_ style: Int) -> NumberFormat { ofStyles.indices.contains(style) ? ofStyles[style] : .general }

    func text(_ number: Double, style: Int) -> String {
      self[style].text(of: number, written: String(number), isFrom1904: isFrom1904)
    }
  }

  /// A text behind its number of units, of one or two bytes each.
  fileprivate static func text(_ body: Data, at start: Int, sizeOfLength: Int = 2) -> String {
    let length = body.number(at: start, size: sizeOfLength) ?? 0
    let flags = start + sizeOfLength
    let size = (body.number(at: flags, size: 1) ?? 0) & 1 + 1
    let units = (0..<length).compactMap { body.number(at: flags + 1 + size * $0, size: size) }
    return String(decoding: units.map { UInt16($0) }, as: UTF16.self)
  }
}

extension XLSStructure.Sheet {
  fileprivate mutating func take(_ record: XLSRecords.Record, _ formats: XLSStructure.NumberFormats) {
    let body = record.body
    func number(_ offset: Int) -> Int { body.number(at: offset, size: 2) ?? 0 }
    switch record.kind {
    case .number: show(body.double(at: 6), in: XLSStructure.CellKey(body), style: number(4), formats)
    case .shortNumber:
      show(body.shortNumber(at: 6), in: XLSStructure.CellKey(body), style: number(4), formats)
    case .shortNumbers:
      for place in 0..<max(0, (body.count - 6) / 6) {
        let key = XLSStructure.CellKey(row: number(0), column: number(2) + place)
        show(body.shortNumber(at: 6 + 6 * place), in: key, style: number(4 + 6 * place), formats)
      }
    case .truthOrError:
      let code = body.number(at: 6, size: 1) ?? 0
      values[XLSStructure.CellKey(body)] = number(7) & 0xFF == 1 ? errorName(code) : truth(code)
    case .formula: takeFormula(body, formats)
    case .textOfFormula:
      if let key = formulaOfText {
        values[key] = trimmed(withPlainLineBreaks(XLSStructure.text(body, at: 0)))
      }
      formulaOfText = nil
    case .dimensions: reach(body.number(at: 4, size: 4) ?? 0, number(10))
    case .row where number(12) & 0x20 != 0: hiddenRows.insert(number(0) + 1)
    case .columns where number(8) & 1 != 0 && number(0) <= number(2):
      hiddenColumns.append(number(0) + 1...number(2) + 1)
    case .merges:
      for place in 0..<min(number(0), (body.count - 2) / 8) {
        let (first, last) = (number(2 + 8 * place) + 1, number(4 + 8 * place) + 1)
        guard first < last else { continue }
        merges.append(CellRange(rows: first...last, column: number(6 + 8 * place) + 1))
      }
    default: break
    }
  }

  /// Keeps a number whose format makes more of it than FreeXL does.
  private mutating func show(
    _ value: Double?, in key: XLSStructure.CellKey, style: Int, _ formats: XLSStructure.NumberFormats
  ) {
    guard let value, formats[style] != .general else { return }
    values[key] = formats.text(value, style: style)
  }

  /// The value of a formula: a number, or by its first byte a text that follows, truth, an error or nothing.
  private mutating func takeFormula(_ body: Data, _ formats: XLSStructure.NumberFormats) {
    let key = XLSStructure.CellKey(body)
    guard body.number(at: 12, size: 2) == 0xFFFF else {
      values[key] = body.double(at: 6).map { formats.text($0, style: body.number(at: 4, size: 2) ?? 0) }
      return
    }
    let code = body.number(at: 8, size: 1) ?? 0
    switch body.number(at: 6, size: 1) {
    case 0: formulaOfText = key
    case 1: values[key] = truth(code)
    case 2: values[key] = errorName(code)
    default: break
    }
  }

  private mutating func reach(_ rows: Int, _ columns: Int) { area = max(area, rows * columns) }
}

extension XLSStructure.CellKey {
  /// The cell that a record begins with.
  fileprivate init(_ body: Data) {
    self.init(row: body.number(at: 0, size: 2) ?? 0, column: body.number(at: 2, size: 2) ?? 0)
  }
}

extension Data {
  fileprivate func double(at offset: Int) -> Double? {
    number(at: offset, size: 8).map { Double(bitPattern: UInt64(bitPattern: Int64($0))) }
  }

  /// A number in four bytes: the upper ones of a double or a whole number of 30 bits, in hundredths where a bit says so.
  fileprivate func shortNumber(at offset: Int) -> Double? {
    number(at: offset, size: 4).map { bits in
      let isWhole = bits & 2 != 0
      let value =
        isWhole
        ? Double(Int32(truncatingIfNeeded: bits) >> 2) : Double(bitPattern: UInt64(bits & 0xFFFF_FFFC) << 32)
      return bits & 1 == 0 ? value : value / 100
    }
  }
}

private func truth(_ code: Int) -> String { code == 0 ? "FALSE" : "TRUE" }

private func errorName(_ code: Int) -> String {
  let names = [
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!",
    0x2A: "#N/A",
  ]
  return names[code] ?? "#VALUE!"
}

/// The records of a part of the stream `Workbook`, from one that begins it to the one that ends it.
private struct XLSRecords: Sequence, IteratorProtocol {
  enum Kind: Int {
    case formula = 0x06
    case end = 0x0A
    case epoch = 0x22
    case password = 0x2F
    case columns = 0x7D
    case sheet = 0x85
    case shortNumbers = 0xBD
    case style = 0xE0
    case merges = 0xE5
    case dimensions = 0x200
    case number = 0x203
    case truthOrError = 0x205
    case textOfFormula = 0x207
    case row = 0x208
    case shortNumber = 0x27E
    case format = 0x41E
  }

  struct Record {
    let kind: Kind?
    let body: Data
  }

  private let stream: Data
  private var offset: Int

  init(_ stream: Data, from offset: Int) {
    self.stream = stream
    self.offset = offset
  }

  mutating func next() -> Record? {
    guard let kind = stream.number(at: offset, size: 2), let length = stream.number(at: offset + 2, size: 2),
      Kind(rawValue: kind) != .end, offset + 4 + length <= stream.count
    else { return nil }
    let start = stream.startIndex + offset + 4
    offset += 4 + length
    return Record(kind: Kind(rawValue: kind), body: stream[start..<start + length])
  }
}
