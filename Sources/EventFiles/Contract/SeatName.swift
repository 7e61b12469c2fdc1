import Assembly
import Tables

/// How a seat is written in a cell: `rostrum:1-5`, `A-12-7`, `none`.
enum SeatName {
  /// The seat that a cell names, or nothing when it names none.
  static func wish(_ cell: String) -> SeatWish? {
    let folded = foldHeader(cell)
    if folded == "none" || folded == "无" { return SeatWish.none }
    if let colon = cell.firstIndex(where: { $0 == ":" || $0 == "：" }),
      ["rostrum", "主席台"].contains(foldHeader(String(cell[..<colon])))
    {
      return rostrumSeat(cell[cell.index(after: colon)...]).map(SeatWish.rostrum)
    }
    guard let seat = hallSeat(cell) ?? printedSeat(cell) else { return nil }
    if case .hall(let section, .number(let row), .number(let number)) = seat,
      ["rostrum", "主席台"].contains(foldHeader(section))
    {
      return .rostrum(RostrumSeat(row: row, seat: number))
    }
    return seat
  }

  /// A seat as a ticket shows it: 中区 4排7号, 中区第4排第7座, 中区B排12a座; of no section where it names none.
  private static func printedSeat(_ text: String) -> SeatWish? {
    let folded = foldHeader(text)
    guard let mark = folded.lastIndex(of: "排") else { return nil }
    var seat = folded[folded.index(after: mark)...]
    if seat.first == "第" { seat = seat.dropFirst() }
    while let last = seat.last, "座号位".contains(last) { seat = seat.dropLast() }
    let row = String(
      folded[..<mark].reversed().prefix { $0.isASCII && ($0.isNumber || $0.isLetter) }.reversed())
    var section = folded[..<mark].dropLast(row.count)
    if section.last == "第" { section = section.dropLast() }
    while let last = section.last, isHyphen(last) || last == ":" { section = section.dropLast() }
    guard let row = printedName(row), let seat = printedName(seat) else { return nil }
    return .hall(section: String(section), row: row, seat: seat)
  }

  /// The printed name of a rostrum's seat, as the list of people would give it.
  static func text(_ seat: RostrumSeat) -> String {
    "rostrum:\(seat.row)-\(seat.seat)"
  }

  /// The printed name of a hall's seat, as the list of people would give it.
  static func text(section: String, row: PrintedName, seat: PrintedName) -> String {
    "\(section)-\(row)-\(seat)"
  }

  private static func rostrumSeat(_ text: Substring) -> RostrumSeat? {
    let parts = text.split(omittingEmptySubsequences: false, whereSeparator: isHyphen)
    guard parts.count == 2, let row = number(parts[0]), let seat = number(parts[1]) else { return nil }
    return RostrumSeat(row: row, seat: seat)
  }

  /// The last two hyphens part, so that a section may have hyphens in its name.
  private static func hallSeat(_ text: String) -> SeatWish? {
    guard let second = text.lastIndex(where: isHyphen),
      let first = text[..<second].lastIndex(where: isHyphen),
      let row = printedName(text[text.index(after: first)..<second]),
      let seat = printedName(text[text.index(after: second)...])
    else { return nil }
    let section = text[..<first].trimmingBlanks
    return section.isEmpty ? nil : .hall(section: section, row: row, seat: seat)
  }

  /// What is printed on a row or a seat: a number; one or two letters, alone (B, AA), before a number (A1, 加1) or behind
  /// one (12a).
  static func printedName(_ text: some StringProtocol) -> PrintedName? {
    let name = CellParsing.halfWidth(String(text))
    if name.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) || name.contains(".") {
      return CellParsing.integer(name).flatMap { 0...CellLimits.seatNumber ~= $0 ? .number($0) : nil }
    }
    let isLetter = { (character: Character) in character.isLetter && character != "第" }
    let isDigit = { (character: Character) in ("0"..."9").contains(character) }
    let (before, rest) = (name.prefix(while: isDigit), name.drop(while: isDigit))
    let (letters, behind) = (rest.prefix(while: isLetter), rest.drop(while: isLetter))
    guard 1...2 ~= letters.count, before.count + behind.count <= 6, behind.allSatisfy(isDigit),
      before.isEmpty || behind.isEmpty, letters.allSatisfy(\.isASCII) || !behind.isEmpty
    else { return nil }
    return .letters(name)
  }

  private static func isHyphen(_ character: Character) -> Bool {
    "-－‐‑–—−".contains(character)
  }

  private static func number(_ text: Substring) -> Int? {
    CellParsing.integer(String(text)).flatMap { (0...CellLimits.seatNumber).contains($0) ? $0 : nil }
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    let blank: (Character) -> Bool = { $0.isWhitespace }
    guard let start = firstIndex(where: { !blank($0) }), let end = lastIndex(where: { !blank($0) }) else {
      return ""
    }
    return String(self[start...end])
  }
}
