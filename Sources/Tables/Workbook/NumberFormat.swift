import Foundation

/// What the format of a cell makes of a number: a day, a time, a number with leading zeros, or the number itself.
struct NumberFormat: Hashable {
  /// Whether it shows year, month or day.
  var showsDay = false
  /// Whether it shows hour, minute or second.
  var showsTime = false
  /// Digits that are filled up with zeros, as in `0000`.
  var leastDigits = 0

  static let general = NumberFormat()

  /// The format with a built-in number. Those from 27 to 58 are days and times in Chinese, Japanese and Korean Excel,
  /// and files carry no code for them.
  init(builtIn number: Int) {
    switch number {
    case 14...17, 27...31, 36, 50...54, 57, 58: showsDay = true
    case 18...21, 32...35, 45...47, 55, 56: showsTime = true
    case 22: (showsDay, showsTime) = (true, true)
    default: break
    }
  }

  private init() {}

  /// The format that a code describes, `yyyy"年"m"月"d"日"`, by its first section.
  init(code: String) {
    let letters = Self.letters(of: code)
    if letters.first(where: { $0 != "0" }) == nil, letters.count > 1 {
      leastDigits = letters.count
      return
    }
    guard !letters.hasPrefix("general") else { return }
    showsDay = letters.contains { $0 == "y" || $0 == "d" }
    showsTime = letters.contains { $0 == "h" || $0 == "s" }
    // An m alone is a month; beside hours or seconds it is minutes.
    if !showsDay, !showsTime { showsDay = letters.contains("m") }
  }

  /// The code without what it shows as it is: quoted and escaped text, widths, fillers, colours and conditions.
  private static func letters(of code: String) -> String {
    var letters = ""
    var rest = code.lowercased()[...]
    while let mark = rest.popFirst() {
      switch mark {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let content = rest.prefix { $0 != "]" }
        if let letter = content.first, "hms".contains(letter), content.allSatisfy({ $0 == letter }) {
          letters += content
        }
        rest = rest.dropFirst(content.count + 1)
      case ";": return letters
      case "a" where rest.hasPrefix("m/pm"):
        rest = rest.dropFirst(4)
        letters.append("h")
      default: letters.append(mark)
      }
    }
    return letters
  }

  /// A number as the table is to read it.
  func text(of number: Double, written: String, isFrom1904: Bool) -> String {
    if showsDay || showsTime, let text = dateText(number, isFrom1904) { return text }
    return padded(numberText(number, written))
  }

  private func padded(_ text: String) -> String {
    guard leastDigits > 0, text.utf8.count < leastDigits, text.utf8.allSatisfy(CellParsing.isDigit) else {
      return text
    }
    return String(repeating: "0", count: leastDigits - text.utf8.count) + text
  }

  /// The day and time of a serial number, rounded to a second; nothing for a number that is none.
  private func dateText(_ number: Double, _ isFrom1904: Bool) -> String? {
    guard number >= 0, number < 2_958_466 else { return nil }
    let seconds = Int((number * 86_400).rounded())
    let (day, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let isTimeAlone = day == 0 && (showsTime || second > 0) && !(isFrom1904 && showsDay)
    if isTimeAlone || (!showsDay && day < 1_000) { return clock(seconds) }
    let date = civilDay(serial: day, isFrom1904)
    return second == 0 && !showsTime ? date : "\(date) \(clock(second))"
  }

  private func clock(_ second: Int) -> String {
    let seconds = second % 60 == 0 ? "" : ":" + twoDigits(second % 60)
    return "\(twoDigits(second / 3_600)):\(twoDigits(second / 60 % 60))\(seconds)"
  }

  private func civilDay(serial: Int, _ isFrom1904: Bool) -> String {
    serial == 60 && !isFrom1904 ? "1900-02-29" : CivilDay.serial(serial, isFrom1904: isFrom1904).text
  }
}

/// A number as people write it: whole ones without a point, others with the fifteen digits that Excel keeps. A whole
/// number with more digits has lost the last of them, and is written so that one sees it.
private func numberText(_ number: Double, _ written: String) -> String {
  guard number.magnitude < 1e15 else {
    return number.isFinite ? String(format: "%.14E", number) : written
  }
  if number == number.rounded() { return String(Int(number)) }
  return String(format: "%.15g", number)
}

/// The formats of the styles that cells point at.
final class StylesPart: XMLPart {
  private(set) var formats: [NumberFormat] = []
  private var codes: [Int: String] = [:]
  private var isInCellFormats = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
        codes[id] = code
      }
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      formats.append(codes[id].map { NumberFormat(code: $0) } ?? NumberFormat(builtIn: id))
    default: break
    }
  }

  override func end(_ name: XMLName) {
    if name == "cellXfs" { isInCellFormats = false }
  }
}
