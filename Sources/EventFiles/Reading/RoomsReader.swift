import Assembly
import Foundation
import Tables

/// Reads the table `rooms`. A room with an unreadable cell is left out.
struct RoomsReader {
  private var cells: CellReader
  private(set) var rooms: [Room] = []

  /// Reads the rooms of a sheet.
  init(_ sheet: Sheet) {
    cells = CellReader(sheet)
    rooms.reserveCapacity(sheet.table.rows.count)
    var rowsWithoutPrice: [Table.Row] = []
    for row in sheet.table.rows {
      if let room = room(row) {
        rooms += RoomNumbers.numbers(room.number).map { number in
          var one = room
          one.number = number
          return one
        }
        if cells.text("price", row).isEmpty { rowsWithoutPrice.append(row) }
      }
    }
    if let first = rowsWithoutPrice.first, rooms.contains(where: { $0.price > 0 }) {
      cells.note("price", first, Wording.roomsWithoutPrice(rows: rowsWithoutPrice.map(\.number)))
    }
  }

  /// What is wrong with the table.
  var diagnostics: [Diagnostic] { cells.diagnostics }

  private mutating func room(_ row: Table.Row) -> Room? {
    let problems = cells.diagnostics.count
    let hotel = cells.required("hotel", row)
    let number = cells.required("room", row)
    let type = cells.required("type", row).map { Words.roomType.value(of: $0) ?? .shared($0) }
    let beds = cells.whole("beds", row, in: 1...CellLimits.beds).value
    let price = cells.whole("price", row, in: 0...CellLimits.price).value
    let isAccessible = cells.isYes("accessible", row)
    let from = cells.day("from", row).value
    let to = cells.day("to", row).value
    guard let hotel, let number, let type, cells.diagnostics.count == problems else { return nil }
    var room = Room(
      row: row.number, hotel: hotel, floor: cells.text("floor", row), number: number, type: type,
      beds: beds ?? type.usualBeds, price: price ?? 0, isAccessible: isAccessible, from: from, to: to)
    room.contacts = CellParsing.list(cells.text("contact", row))
    return room
  }
}

extension RoomType {
  /// The beds of a room whose table tells none.
  fileprivate var usualBeds: Int {
    switch self {
    case .suite, .single, .double: 1
    case .triple: 3
    case .shared: 2
    }
  }
}

/// The rooms that a cell stands for: `201-216` is a range of so many rooms; both ends have as many digits, so that
/// `1-201`, a room of the first building, is none.
private enum RoomNumbers {
  private static let most = 1_000

  static func numbers(_ text: String) -> [String] {
    let ends = text.split(omittingEmptySubsequences: false, whereSeparator: "-－‐‑–—−~～至".contains)
      .map { String($0).trimmingCharacters(in: .whitespaces) }
    guard ends.count == 2, let one = parts(ends[0]), let other = parts(ends[1]),
      other.prefix.isEmpty || other.prefix == one.prefix, one.digits.count >= 2,
      one.digits.count == other.digits.count,
      let first = Int(one.digits), let last = Int(other.digits), first < last, last - first < most
    else { return [text] }
    return (first...last).map { number in
      let digits = String(number)
      return one.prefix + String(repeating: "0", count: one.digits.count - digits.count) + digits
    }
  }

  /// What comes before the digits at the end, and these.
  private static func parts(_ text: String) -> (prefix: String, digits: String)? {
    let digits = String(text.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    let prefix = String(text.dropLast(digits.count))
    return digits.isEmpty || digits.count > 9 || !prefix.allSatisfy(\.isLetter) ? nil : (prefix, digits)
  }
}
