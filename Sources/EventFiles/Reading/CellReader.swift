import Assembly
import Foundation
import Localization
import Tables

/// What a cell says.
enum Cell<Value> {
  case blank
  /// The cell says something else than it may; that has been reported.
  case refused
  case value(Value)

  /// What it says, if anything.
  var value: Value? {
    guard case .value(let value) = self else { return nil }
    return value
  }

  /// Whether the cell has been reported.
  var isRefused: Bool {
    if case .refused = self { true } else { false }
  }
}

/// Reads the cells of a sheet and collects what is wrong with them.
struct CellReader: Sendable {
  let sheet: Sheet
  /// A day of the event.
  private let near: CellParsing.DateFields?
  private(set) var diagnostics: [Diagnostic] = []
  /// What cells of days say: a list of people says the same few days again and again.
  private var days: [String: Day?] = [:]
  /// What untidy cells of moments say: people travel together.
  private var moments: [String: Moment?] = [:]
  /// Days by year, month and day: the calendar is asked for each of them once.
  private var calendar: [Int: Day?] = [:]
  /// Advice about words that are wrong: a whole column may be wrong in the same way.
  private var hints: [String: Phrase?] = [:]
  /// Advice is worth some time; whoever has been given so much of it needs no more.
  private static let mostHints = 1_000

  /// - Parameter near: a day of the event, so that a day may lack its year; nothing for that of the sheet.
  init(_ sheet: Sheet, near: Day? = nil) {
    self.sheet = sheet
    self.near = (near ?? sheet.near)?.components
  }

  /// Tells what another reader, of later rows, found wrong.
  mutating func take(_ other: CellReader) {
    diagnostics += other.diagnostics
  }

  func text(_ column: String, _ row: Table.Row) -> String {
    sheet.text(column, row)
  }

  mutating func required(_ column: String, _ row: Table.Row) -> String? {
    let text = text(column, row)
    if text.isEmpty { refuse(column, row, Expectation.text.message, code: "blank") }
    return text.isEmpty ? nil : text
  }

  mutating func whole(_ column: String, _ row: Table.Row, in range: ClosedRange<Int>) -> Cell<Int> {
    read(column, row, expected: .wholeNumber(range)) { text in
      (CellParsing.integer(withHyphen(text)) ?? Units.number(text, of: column)).flatMap {
        range.contains($0) ? $0 : nil
      }
    }
  }

  /// A whole number that must be there.
  mutating func requiredWhole(_ column: String, _ row: Table.Row, in range: ClosedRange<Int>) -> Int? {
    let cell = whole(column, row, in: range)
    if case .blank = cell { refuse(column, row, Expectation.wholeNumber(range).message, code: "blank") }
    return cell.value
  }

  mutating func decimal(
    _ column: String, _ row: Table.Row, expected: Phrase, where isFit: (Double) -> Bool
  ) -> Cell<Double> {
    read(column, row, expected: expected, hint: { Expectation.number.hint(for: $0) }) { text in
      CellParsing.decimal(withHyphen(text)).flatMap { isFit($0) ? $0 : nil }
    }
  }

  /// Yes or no, in the words of the column too; blank is no.
  mutating func isYes(_ column: String, _ row: Table.Row, of words: Vocabulary<Bool>? = nil) -> Bool {
    read(column, row, expected: .boolean) { words?.value(of: $0) ?? CellParsing.boolean($0) }.value ?? false
  }

  mutating func word<Value>(_ column: String, _ row: Table.Row, of words: Vocabulary<Value>) -> Cell<Value> {
    let text = text(column, row)
    guard !text.isEmpty else { return .blank }
    if let value = words.value(of: text) { return .value(value) }
    let key = column + ":" + text
    let hint = hints[key] ?? (hints.count < Self.mostHints ? words.hint(for: text) : nil)
    hints[key] = .some(hint)
    refuse(column, row, words.expected, hint: hint, code: "expected-one-of")
    return .refused
  }

  mutating func day(_ column: String, _ row: Table.Row) -> Cell<Day> {
    let text = text(column, row)
    guard !text.isEmpty else { return .blank }
    let day = day(text)
    return read(column, row, expected: .date) { _ in day }
  }

  /// A day that must be there.
  mutating func requiredDay(_ column: String, _ row: Table.Row) -> Day? {
    let cell = day(column, row)
    if case .blank = cell { refuse(column, row, Expectation.date.message, code: "blank") }
    return cell.value
  }

  mutating func moment(_ column: String, _ row: Table.Row) -> Cell<Moment> {
    let text = text(column, row)
    guard !text.isEmpty else { return .blank }
    let moment = moment(text)
    return read(column, row, expected: .dateTime) { _ in moment }
  }

  private mutating func moment(_ text: String) -> Moment? {
    if let fields = CellParsing.plainDateTime(text) { return moment(of: fields) }
    if let known = moments[text] { return known }
    let moment = CellParsing.untidyDateTime(text, near: near).flatMap { self.moment(of: $0) }
    moments[text] = .some(moment)
    return moment
  }

  private mutating func moment(of fields: CellParsing.DateTimeFields) -> Moment? {
    day(of: (fields.year, fields.month, fields.day)).flatMap {
      Moment(day: $0, hour: fields.hour, minute: fields.minute)
    }
  }

  private mutating func day(_ text: String) -> Day? {
    if let known = days[text] { return known }
    let day = CellParsing.date(text, near: near).flatMap { self.day(of: $0) }
    days[text] = .some(day)
    return day
  }

  private mutating func day(of fields: CellParsing.DateFields) -> Day? {
    let key = (fields.year * 12 + fields.month) * 31 + fields.day
    if let known = calendar[key] { return known }
    let day = Day(year: fields.year, month: fields.month, day: fields.day)
    calendar[key] = .some(day)
    return day
  }

  /// A moment that must be there.
  mutating func requiredMoment(_ column: String, _ row: Table.Row) -> Moment? {
    let cell = moment(column, row)
    if case .blank = cell { refuse(column, row, Expectation.dateTime.message, code: "blank") }
    return cell.value
  }

  /// The moment in a column of its own, or a time in it and the day in another, or both in that one.
  mutating func moment(_ column: String, dayIn dayColumn: String, _ row: Table.Row) -> Cell<Moment> {
    guard !text(dayColumn, row).isEmpty else { return moment(column, row) }
    guard !text(column, row).isEmpty else {
      if let moment = moment(text(dayColumn, row)) { return .value(moment) }
      return day(dayColumn, row).isRefused ? .refused : .blank
    }
    if let moment = moment(text(column, row)) { return .value(moment) }
    let day = day(dayColumn, row)
    let minute = read(column, row, expected: .time, CellParsing.time)
    guard let day = day.value, let minute = minute.value else { return .refused }
    return .value(Moment(minutesSince1970: day.number * 1_440 + minute))
  }

  /// The day of a moment whose time nobody has told, in a column of its own.
  mutating func day(ofTimeless column: String, dayIn dayColumn: String, _ row: Table.Row) -> Day? {
    let text = text(dayColumn, row)
    guard !text.isEmpty, self.text(column, row).isEmpty, moment(text) == nil else { return nil }
    return day(text)
  }

  /// Refuses a day without a time where the time is needed.
  mutating func refuseDay(_ column: String, _ row: Table.Row) {
    refuse(
      column, row, Expectation.dateTime.message,
      hint: Expectation.dateTime.hint(for: text(column, row), near: near),
      code: Expectation.dateTime.code)
  }

  /// Printed seat numbers and ranges of them.
  static func seatNumbers(_ text: String) -> [ClosedRange<Int>]? {
    CellParsing.numberRanges(text).flatMap { ranges in
      ranges.allSatisfy { $0.upperBound <= CellLimits.seatNumber } ? ranges : nil
    }
  }

  mutating func read<Value>(
    _ column: String, _ row: Table.Row, expected: Expectation, _ parse: (String) -> Value?
  ) -> Cell<Value> {
    read(
      column, row, expected: expected.message, hint: { [near] in expected.hint(for: $0, near: near) },
      code: expected.code, parse)
  }

  /// Reads a cell that may be blank.
  mutating func read<Value>(
    _ column: String, _ row: Table.Row, expected: @autoclosure () -> Phrase,
    hint: (String) -> Phrase? = { _ in nil },
    code: @autoclosure () -> String = "cell", _ parse: (String) -> Value?
  ) -> Cell<Value> {
    let text = text(column, row)
    guard !text.isEmpty else { return .blank }
    guard let value = parse(text) else {
      refuse(
        column, row, expected(), hint: diagnostics.count < Self.mostHints ? hint(text) : nil, code: code())
      return .refused
    }
    return .value(value)
  }

  /// Reports a cell.
  mutating func refuse(
    _ column: String, _ row: Table.Row, _ message: Phrase, hint: Phrase? = nil, code: String = "cell"
  ) {
    diagnostics.append(sheet.diagnostic(.error, row: row, column: column, message, hint: hint, code: code))
  }

  /// Tells something of the table as a whole.
  mutating func noteTable(_ message: Phrase, code: String) {
    diagnostics.append(Diagnostic(.note, source: sheet.table.source, message: message, code: code))
  }

  mutating func note(
    _ column: String, _ row: Table.Row, _ message: Phrase, hint: Phrase? = nil, code: String = "cell"
  ) {
    diagnostics.append(sheet.diagnostic(.note, row: row, column: column, message, hint: hint, code: code))
  }
}

/// The text with a hyphen in place of the minus sign that word processors write.
private func withHyphen(_ text: String) -> String {
  text.first == "−" ? "-" + text.dropFirst() : text
}

extension Sheet {
  /// A diagnostic of a cell; of its row alone where the table has no such column.
  func diagnostic(
    _ severity: Diagnostic.Severity, row: Table.Row, column: String, _ message: Phrase, hint: Phrase? = nil,
    code: String = "cell"
  ) -> Diagnostic {
    guard let position = positions[column] else {
      return Diagnostic(
        severity, source: table.source, row: row.number, message: message, hint: hint, code: code)
    }
    return table.diagnostic(severity, row: row, column: position, message, hint: hint, code: code)
  }
}
