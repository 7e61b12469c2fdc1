import Foundation

/// What the records of an `.xls` workbook say that FreeXL does not: a password, what is hidden, merged cells, and how
/// far the cells of a sheet reach, of which FreeXL takes the file's own word and as much memory.
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
  }

  private(set) var isLocked = false
  private(set) var sheets: [Sheet] = []

  /// Reads the records of the stream `Workbook`.
  init(_ stream: Data) {
    var bounds: [(sheet: Sheet, offset: Int)] = []
    for record in XLSRecords(stream, from: 0) {
      switch record.kind {
      case .password: isLocked = true
      case .sheet: if let bound = Self.bound(record.body) { bounds.append(bound) }
      default: break
      }
    }
    // Sheets that overlap are a trick: reading each once takes no more than the whole.
    var bytesLeft = stream.count
    sheets = bounds.map { bound in
      var sheet = bound.sheet
      for record in XLSRecords(stream, from: bound.offset) {
        guard bytesLeft > 0 else { break }
        bytesLeft -= record.body.count + 4
        sheet.take(record)
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
      let type = body.number(at: 5, size: 1), let length = body.number(at: 6, size: 1),
      let isWide = body.number(at: 7, size: 1), type == 0
    else { return nil }
    let units = (0..<length).compactMap {
      isWide & 1 == 1 ? body.number(at: 8 + 2 * $0, size: 2) : body.number(at: 8 + $0, size: 1)
    }
    let name = String(decoding: units.map { UInt16($0) }, as: UTF16.self)
    let states: [SheetInfo.State] = [.visible, .hidden, .programs]
    return (Sheet(name: trimmed(name), state: states[min(state & 3, 2)]), offset)
  }
}

extension XLSStructure.Sheet {
  fileprivate mutating func take(_ record: XLSRecords.Record) {
    let body = record.body
    func number(_ offset: Int) -> Int { body.number(at: offset, size: 2) ?? 0 }
    switch record.kind {
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

  private mutating func reach(_ rows: Int, _ columns: Int) { area = max(area, rows * columns) }
}

/// The records of a part of the stream `Workbook`, from one that begins it to the one that ends it.
private struct XLSRecords: Sequence, IteratorProtocol {
  enum Kind: Int {
    case end = 0x0A
    case password = 0x2F
    case columns = 0x7D
    case sheet = 0x85
    case merges = 0xE5
    case dimensions = 0x200
    case row = 0x208
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
