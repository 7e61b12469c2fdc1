extension CellParsing {
  /// A day of the Gregorian calendar.
  public typealias DateFields = (year: Int, month: Int, day: Int)
  /// A day of the Gregorian calendar and a time of day in 24 hours.
  public typealias DateTimeFields = (year: Int, month: Int, day: Int, hour: Int, minute: Int)

  /// A date, `2026-03-05`, `2026/3/5`, `2026.3.5`, `20260305`, `2026年3月5日` or the serial number of Excel, of the
  /// years 1900 to 2200. A time after it is left out: what is asked for is the day.
  ///
  /// - Parameter near: a day of the event; `3月5日` and `3/5` are then read, in the year that brings them nearest to it.
  public static func date(_ cell: String, near: DateFields? = nil) -> DateFields? {
    if let serial = serial(cell) { return serial.date }
    var reader = FieldReader(normalized(cell), near: near)
    guard let date = reader.date() else { return nil }
    if reader.isAtEnd { return date }
    guard reader.time() != nil, reader.isAtEnd else { return nil }
    return date
  }

  /// A date and a time, in any form of a date: `2026-03-05 14:35`, `14：35`, `14.35`, `14点35分`, `14时`, `下午2:35`,
  /// `2:35 PM`; `24:00` is midnight at the end of the day. Seconds are read and ignored.
  ///
  /// - Parameter near: see ``date(_:near:)``.
  public static func dateTime(_ cell: String, near: DateFields? = nil) -> DateTimeFields? {
    if let moment = plainDateTime(cell) { return moment }
    return untidyDateTime(cell, near: near)
  }

  /// A date and a time in any other form than that of ``plainDateTime(_:)``.
  public static func untidyDateTime(_ cell: String, near: DateFields?) -> DateTimeFields? {
    if let serial = serial(cell) { return serial.hasTime ? joined(serial.date, serial.minute) : nil }
    var reader = FieldReader(normalized(cell), near: near)
    guard let date = reader.date(), let minute = reader.time(), reader.isAtEnd else { return nil }
    return joined(date, minute)
  }

  /// `2026-03-05 14:35`, seconds or none, as cells of workbooks are read: a list of many people has a different one in
  /// nearly every row.
  public static func plainDateTime(_ cell: String) -> DateTimeFields? {
    let form: StaticString = "0000-00-00 00:00:00"
    var cell = cell
    return cell.withUTF8 { text in
      let isPlain =
        (text.count == form.utf8CodeUnitCount - 3 || text.count == form.utf8CodeUnitCount)
        && text.indices.allSatisfy { place in
          let mark = form.utf8Start[place]
          return mark == UInt8(ascii: "0") ? isDigit(text[place]) : text[place] == mark
        }
      guard isPlain else { return nil }
      func number(_ places: Range<Int>) -> Int {
        places.reduce(0) { $0 * 10 + Int(text[$1]) - 48 }
      }
      let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
      let (hour, minute) = (number(11..<13), number(14..<16))
      guard isDate(year: year, month: month, day: day), hour < 24, minute < 60,
        text.count == 16 || number(17..<19) < 60
      else { return nil }
      return (year, month, day, hour, minute)
    }
  }

  /// A time of day alone, in minutes after midnight, up to 24:00.
  public static func time(_ cell: String) -> Int? {
    let text = normalized(cell)
    if text.hasPrefix("0."), text.utf8.count > 4, let fraction = decimal(text) {
      return wholeMinutes(fraction)
    }
    var reader = FieldReader(text, near: nil)
    guard let minute = reader.time(), reader.isAtEnd else { return nil }
    return minute
  }

  /// A day and minutes after its midnight, which may be the next midnight.
  public static func joined(_ date: DateFields, _ minute: Int) -> DateTimeFields {
    let day = CivilDay(number: CivilDay(date.year, date.month, date.day).number + minute / 1_440).fields
    return (day.year, day.month, day.day, minute % 1_440 / 60, minute % 60)
  }

  /// The minutes of a number of days: seconds are left out, faults of a sum are not.
  private static func wholeMinutes(_ days: Double) -> Int {
    Int(days * 1_440 + 0.001)
  }

  /// A day as Excel counts them, of the years 1954 to 2173: five digits, and the time as a fraction.
  private static func serial(_ cell: String) -> (date: DateFields, minute: Int, hasTime: Bool)? {
    let text = normalized(cell)
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts[0].utf8.count == 5,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }),
      let number = Double(text), 20_000..<100_000 ~= number
    else { return nil }
    let minutes = wholeMinutes(number)
    return (CivilDay.serial(minutes / 1_440, isFrom1904: false).fields, minutes % 1_440, parts.count == 2)
  }
}

/// How a date that cannot be read as it stands may have been meant.
enum DateAdvice {
  /// The ways to write it, the likeliest first; none where the cell holds nothing like a date.
  static func rewritten(_ cell: String) -> [String] {
    guard let (a, b, c) = threeNumbers(cell) else { return [] }
    // 26/3/5, 3/5/2026 and 5.3.26.
    return [(a, b, c), (a + 2_000, b, c), (c, a, b), (c, b, a)].filter {
      isDate(year: $0.0, month: $0.1, day: $0.2)
    }
    .map { CivilDay($0.0, $0.1, $0.2).text }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// A day that its month does not have, `2026-02-30`.
  static func impossibleDay(_ cell: String) -> CellParsing.DateFields? {
    guard let (year, month, day) = threeNumbers(cell), 1900...2200 ~= year, 1...12 ~= month, 1...31 ~= day,
      !isDate(year: year, month: month, day: day)
    else { return nil }
    return (year, month, day)
  }

  /// Whether a cell says a day as seen from another, 明天下午.
  static func isRelative(_ cell: String) -> Bool {
    let words = [
      "今天", "今日", "今晚", "明天", "明日", "明早", "明晚", "昨天", "后天", "当天", "当日", "当晚", "次日", "前一天", "后一天", "第二天", "会前",
      "会后", "today", "tonight", "tomorrow", "yesterday", "next day", "day before", "day after",
    ]
    let text = CellParsing.normalized(cell).lowercased()
    return words.contains { text.contains($0) }
  }

  /// Whether a cell says that nobody knows yet.
  static func isOpen(_ cell: String) -> Bool {
    ["待定", "未定", "待通知", "不详", "不确定", "tbd", "tba", "tbc", "?", "unknown"].contains(
      CellParsing.normalized(cell).lowercased())
  }

  /// The first three numbers of a cell, whatever stands between them.
  private static func threeNumbers(_ cell: String) -> (Int, Int, Int)? {
    let numbers = CellParsing.normalized(cell).split { !$0.isASCII || !$0.isNumber }.prefix(3).compactMap {
      Int($0)
    }
    return numbers.count == 3 ? (numbers[0], numbers[1], numbers[2]) : nil
  }
}

/// Reads the fields of a date from left to right; blanks may stand between them.
private struct FieldReader {
  private var rest: Substring
  private let near: CellParsing.DateFields?

  init(_ text: String, near: CellParsing.DateFields?) {
    rest = text[...]
    self.near = near
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// A date, and a day of the week after it.
  mutating func date() -> CellParsing.DateFields? {
    let start = rest
    guard
      let date = fullDate()
        ?? { () -> CellParsing.DateFields? in
          rest = start; return dateWithoutYear()
        }()
    else {
      return nil
    }
    skipWeekday()
    return date
  }

  private mutating func fullDate() -> CellParsing.DateFields? {
    if let digits = number(ofDigits: 8...8) {
      let (year, month, day) = (digits / 10_000, digits / 100 % 100, digits % 100)
      return isDate(year: year, month: month, day: day) ? (year, month, day) : nil
    }
    guard let year = number(ofDigits: 4...4) else { return nil }
    let isChinese = skip("年")
    guard let mark = isChinese ? "月" : ["-", "/", "."].first(where: { skip($0) }),
      let month = number(ofDigits: 1...2), skip(mark), let day = number(ofDigits: 1...2),
      !isChinese || skip("日") || skip("号") || isAtEnd,
      isDate(year: year, month: month, day: day)
    else { return nil }
    return (year, month, day)
  }

  /// `3月5日` or `3/5`, in the year that brings it nearest to the event.
  private mutating func dateWithoutYear() -> CellParsing.DateFields? {
    guard let near, let month = number(ofDigits: 1...2) else { return nil }
    let isChinese = skip("月")
    guard isChinese || skip("/"), let day = number(ofDigits: 1...2), !isChinese || skip("日") || skip("号")
    else {
      return nil
    }
    let center = CivilDay(near.year, near.month, near.day).number
    let year = (near.year - 1...near.year + 1).filter { isDate(year: $0, month: month, day: day) }
      .min { abs(CivilDay($0, month, day).number - center) < abs(CivilDay($1, month, day).number - center) }
    return year.map { ($0, month, day) }
  }

  private mutating func skipWeekday() {
    let bracket = skip("(")
    for word in ["星期", "周", "礼拜"] where skip(word) {
      skipBlanks()
      if let day = rest.first, "一二三四五六日天".contains(day) { rest.removeFirst() }
    }
    if bracket { _ = skip(")") }
  }

  /// A time of day in minutes after midnight, 24:00 at most.
  mutating func time() -> Int? {
    _ = skip("T")
    var half = halfOfDay()
    guard let hour = number(ofDigits: 1...2), hour <= 24 else { return nil }
    var minute = 0
    if skip("时") || skip("点") {
      if skip("半") {
        minute = 30
      } else if let written = number(ofDigits: 1...2) {
        guard written < 60 else { return nil }
        minute = written
        _ = skip("分")
        guard skipSeconds(after: "秒") else { return nil }
      } else {
        _ = skip("整")
      }
    } else {
      guard skip(":") || skip("."), let written = number(ofDigits: 2...2), written < 60 else { return nil }
      minute = written
      if skip(":") {
        guard let seconds = number(ofDigits: 1...2), seconds < 60 else { return nil }
        if skip(".") { _ = number(ofDigits: 1...9) }
      }
    }
    half = half ?? halfOfDay()
    switch half {
    case .morning where hour == 12: return minute
    case .afternoon where hour < 12: return (hour + 12) * 60 + minute
    case .morning where hour > 12, .afternoon where hour == 24: return nil
    default: return hour < 24 || minute == 0 ? hour * 60 + minute : nil
    }
  }

  private enum Half { case morning, afternoon, noon }

  private mutating func halfOfDay() -> Half? {
    for word in ["下午", "晚上", "晚", "傍晚", "PM", "pm", "Pm", "p.m."] where skip(word) { return .afternoon }
    for word in ["上午", "凌晨", "早上", "早", "清晨", "AM", "am", "Am", "a.m."] where skip(word) { return .morning }
    return skip("中午") ? .noon : nil
  }

  private mutating func skipSeconds(after mark: String) -> Bool {
    guard let seconds = number(ofDigits: 1...2) else { return true }
    return seconds < 60 && skip(mark)
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

func isDate(year: Int, month: Int, day: Int) -> Bool {
  let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return 1900...2200 ~= year && 1...12 ~= month && 1...days[month - 1] ~= day
}
