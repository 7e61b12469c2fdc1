import FuzzedInput

/// The tables of a fuzzed event as cells, to be changed at random. Quotes mean nothing here: a cell with a comma is two.
struct EventTables {
  private typealias Cell = [UInt8]

  private var names: [String] = []
  private var rows: [[[Cell]]] = []

  init(_ text: [UInt8]) {
    for file in EventFilesText(text).files {
      names.append(file.name)
      rows.append(
        file.lines.map { line in
          line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map(Array.init)
        })
    }
  }

  /// The tables as one text.
  var text: [UInt8] {
    var text: [UInt8] = []
    for (name, rows) in zip(names, rows) {
      text += Array("=== \(name)\n".utf8)
      for (index, row) in rows.enumerated() {
        if index > 0 { text.append(UInt8(ascii: "\n")) }
        text += row.joined(separator: CollectionOfOne(UInt8(ascii: ",")))
      }
      if rows.last != [[]] { text.append(UInt8(ascii: "\n")) }
    }
    return text
  }

  /// Changes one cell, row, column or table.
  mutating func change(_ draws: inout Draws) {
    guard let table = draws.index(of: rows), let row = draws.index(of: rows[table]),
      let column = draws.index(of: rows[table][row])
    else { return }
    switch draws.below(12) {
    case 0: rows[table].insert(rows[table][row], at: row)
    case 1: rows[table].remove(at: row)
    case 2: rows[table].swapAt(row, draws.below(rows[table].count))
    case 3: rows[table][row].swapAt(column, draws.below(rows[table][row].count))
    case 4: rows[table][row].insert(rows[table][row][column], at: column)
    case 5: removeColumn(column, of: table)
    case 6 where draws.below(4) == 0:
      names.remove(at: table)
      rows.remove(at: table)
    case 6, 7, 8, 9: rows[table][row][column] = someCell(like: column, of: table, &draws)
    default: rows[table][row][column] = Self.words[draws.below(Self.words.count)]
    }
  }

  private mutating func removeColumn(_ column: Int, of table: Int) {
    for row in rows[table].indices where column < rows[table][row].count && rows[table][row].count > 1 {
      rows[table][row].remove(at: column)
    }
  }

  /// A cell of the same column, or of any table.
  private func someCell(like column: Int, of table: Int, _ draws: inout Draws) -> Cell {
    let place = draws.below(2) == 0 ? table : draws.below(rows.count)
    guard let row = draws.index(of: rows[place]) else { return [] }
    let cells = rows[place][row]
    if place == table { return column < cells.count ? cells[column] : [] }
    return draws.index(of: cells).map { cells[$0] } ?? []
  }

  /// What a cell may mean, and what it may not.
  private static let words = [
    "", "0", "1", "2", "3", "-1", "7.1", "1e308", "1000000", "9223372036854775807", "99999999999999999999",
    "NaN",
    "yes", "no", "rostrum", "delegate", "observer", "guest", "press", "staff", "M", "F", "wheelchair",
    "aisle",
    "wheelchair;aisle", "suite", "single", "twin", "none", "own", "left", "right", "pair", "horizontal",
    "vertical",
    "outward", "strict", "near", "free", "listed", "rank", "stroke", "pinyin", "zh", "en", "all",
    "role:staff",
    "role:delegate&group:A", "hotel:A", "rostrum:1-1", "A-1-1", "A-1-2", "none", "1-5", "1;3-4", "2026-03-04",
    "2026-03-05", "2026-03-06", "2026-03-05 08:00", "2026-03-05 09:30", "2026-03-04 23:59", "1900-01-01",
    "2200-12-31 23:59", "2026-02-30", "G101", "CA1234", "=1+1", "../x", "\u{202E}王", "\u{0}", "👩‍👩‍👧", "𠮷",
    "e\u{301}", "\u{FEFF}", "\"a\nb\"", "\"", "max_wait", "hall_method", "hall_order", "member_order",
    "even_rule",
    "equal_heads", "room_spare", "vehicle_spare", "weights.part", "start", "end", "language",
  ].map { Array($0.utf8) }
}

/// Numbers that look random, from a seed: a linear congruential generator (Knuth, MMIX).
struct Draws {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
    _ = below(1)
  }

  /// A number from 0 up to but not including `count`.
  mutating func below(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }

  /// An index of these; nothing when there is none.
  mutating func index(of elements: [some Any]) -> Int? {
    elements.isEmpty ? nil : below(elements.count)
  }
}
