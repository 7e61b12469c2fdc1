import Assembly
import Tables

/// Reads the table `duties`. A line with an unreadable cell is left out.
struct DutiesReader {
  private var cells: CellReader
  private let names: SelectorNames
  private(set) var rules: [DutyRule] = []

  /// Reads the lines of a sheet.
  init(_ sheet: Sheet, names: SelectorNames = SelectorNames()) {
    cells = CellReader(sheet)
    self.names = names
    for row in sheet.table.rows {
      if let rule = rule(row) { rules.append(rule) }
    }
  }

  /// What is wrong with the table.
  var diagnostics: [Diagnostic] { cells.diagnostics }

  private mutating func rule(_ row: Table.Row) -> DutyRule? {
    let problems = cells.diagnostics.count
    let hours = cells.dailyHours(row)
    let from = hours == nil ? cells.moment("from", row).value : nil
    let to = hours == nil ? cells.moment("to", row).value : nil
    let (kind, name) = kind(row, hasHours: hours != nil || from != nil)
    let people = cells.whole("people", row, in: 1...CellLimits.staffOfPost).value ?? 1
    let each = cells.whole("each", row, in: 1...CellLimits.seatNumber).value
    let least = cells.whole("least", row, in: 1...CellLimits.seatNumber).value ?? 1
    let audience = cells.read(
      "who", row, expected: Wording.expectedAudience, hint: RiderSelector.hint
    ) { [names] in AudienceCell.audience($0, names) }.value
    let gender = cells.word("gender", row, of: Words.gender).value
    guard let kind, cells.diagnostics.count == problems else { return nil }
    var rule = DutyRule(row: row.number, kind: kind)
    let post = cells.text("post", row)
    rule.post = post.isEmpty ? name : post
    (rule.people, rule.each, rule.least) = (people, each, least)
    rule.place = cells.text("place", row)
    (rule.from, rule.to, rule.hours) = (from, to, hours)
    (rule.audience, rule.gender) = (audience, gender)
    rule.names = CellParsing.list(cells.text("names", row))
    return rule
  }

  /// The kind of a post, and its name where the cell tells that in its place: any word is the name of a post that has hours.
  private mutating func kind(_ row: Table.Row, hasHours: Bool) -> (DutyKind?, name: String) {
    let text = cells.text("duty", row)
    if hasHours, !text.isEmpty, Words.duty.value(of: text) == nil { return (.other, text) }
    let cell = cells.word("duty", row, of: Words.duty)
    if case .blank = cell { cells.refuse("duty", row, Words.duty.expected, code: "blank") }
    return (cell.value, "")
  }
}

extension Words {
  static let duty = Vocabulary<DutyKind>([
    .init(.vehicle, "vehicle", "车长", also: "车辆", "随车", "跟车", "带车", "leader", "vehicles"),
    .init(.floor, "floor", "楼层", also: "住宿", "楼层联络员", "楼层服务", "酒店", "floors"),
    .init(.discussion, "discussion", "讨论室", also: "讨论", "分组讨论", "讨论服务", "discussions"),
    .init(.arrival, "arrival", "接站", also: "接机", "接站接机", "到达", "arrivals", "pickup"),
    .init(.departure, "departure", "送站", also: "送机", "送站送机", "返程", "departures", "dropoff"),
    .init(.other, "other", "其他", also: "其它", "岗位", "post"),
  ])
}

extension CellReader {
  /// Times without a date are hours of every day: one in each cell, or both in the first with a dash between them.
  func dailyHours(_ row: Table.Row) -> DailyHours? {
    let cells = [text("from", row), text("to", row)].filter { !$0.isEmpty }
    let words = cells.count == 1 ? cells[0].split { "-–—~～－至".contains($0) }.map(String.init) : cells
    let minutes = words.map(DailyHours.minute)
    guard minutes.count == 2, let from = minutes[0], let to = minutes[1] else { return nil }
    return DailyHours(from: from, to: to)
  }
}

extension DailyHours {
  /// Minutes after midnight of a time such as 8:30 or 24:00; nothing for anything else.
  fileprivate static func minute(_ text: String) -> Int? {
    let parts = text.withoutBlanks.split(omittingEmptySubsequences: false) { ":：".contains($0) }
    guard parts.count == 2, parts[1].count == 2, let hour = CellParsing.integer(String(parts[0])),
      let minute = CellParsing.integer(String(parts[1])), (0..<60).contains(minute),
      (0...24).contains(hour), hour < 24 || minute == 0
    else { return nil }
    return hour * 60 + minute
  }
}
