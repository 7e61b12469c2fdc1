extension CellParsing {
  /// A day of the Gregorian calendar.
  public typealias DateFields = (year: Int, month: Int, day: Int)
  /// A day of the Gregorian calendar and a time of day in 24 hours.
  public typealias DateTimeFields = (year: Int, month: Int, day: Int, hour: Int, minute: Int)

  /// A date, `2026-03-05`, `2026/3/5` or `2026年3月5日`, of the years 1900 to 2200.
  ///
  /// Midnight after it is ignored: Excel writes `2026/3/5 0:00` for a date in a cell formatted as a time.
  public static func date(_ cell: String) -> DateFields? {
    var reader = FieldReader(normalized(cell))
    guard let date = reader.date() else { return nil }
    if reader.isAtEnd { return date }
    guard let time = reader.time(), reader.isAtEnd, time == (0, 0, 0) else { return nil }
    return date
  }

  /// A date and a time, `2026-03-05 14:35`, in any form of a date; seconds are read and ignored.
  public static func dateTime(_ cell: String) -> DateTimeFields? {
    var reader = FieldReader(normalized(cell))
    guard let date = reader.date(), let time = reader.time(), reader.isAtEnd else { return nil }
    return (date.year, date.month, date.day, time.hour, time.minute)
  }
}

/// Reads the fields of a date from left to right; blanks may stand between them.
private struct FieldReader {
  private var rest: Substring

  init(_ text: String) {
    rest = text[...]
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func date() -> CellParsing.DateFields? {
    guard let year = number(ofDigits: 4...4) else { return nil }
    let isChinese = skip("年")
    guard let mark = isChinese ? "月" : ["-", "/"].first(where: { skip($0) }),
      let month = number(ofDigits: 1...2), skip(mark), let day = number(ofDigits: 1...2),
      !isChinese || skip("日") || skip("号"),
      isDate(year: year, month: month, day: day)
    else { return nil }
    return (year, month, day)
  }

  /// The time after a date.
  mutating func time() -> (hour: Int, minute: Int, second: Int)? {
    _ = skip("T")
    guard let hour = number(ofDigits: 1...2), hour < 24 else { return nil }
    let isChinese = skip("时")
    guard isChinese || skip(":"), let minute = number(ofDigits: isChinese ? 1...2 : 2...2), minute < 60
    else { return nil }
    if isChinese { _ = skip("分") }

    var second = 0
    if !isAtEnd {
      guard isChinese || skip(":"), let seconds = number(ofDigits: 1...2), seconds < 60 else { return nil }
      if isChinese && !skip("秒") { return nil }
      second = seconds
    }
    return (hour, minute, second)
  }

  private mutating func number(ofDigits count: ClosedRange<Int>) -> Int? {
    skipBlanks()
    let digits = rest.prefix { $0.utf8.count == 1 && $0.utf8.allSatisfy(CellParsing.isDigit) }
    guard count.contains(digits.count) else { return nil }
    rest.removeFirst(digits.count)
    return Int(digits)
  }

  private mutating func skip(_ mark: String) -> Bool {
    skipBlanks()
    guard rest.hasPrefix(mark) else { return false }
    rest.removeFirst(mark.count)
    return true
  }

  private mutating func skipBlanks() {
    rest = rest.drop { $0.unicodeScalars.allSatisfy(isBlank) }
  }
}

private func isDate(year: Int, month: Int, day: Int) -> Bool {
  let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return 1900...2200 ~= year && 1...12 ~= month && 1...days[month - 1] ~= day
}
