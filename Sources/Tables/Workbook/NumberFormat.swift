import Foundation

/// What the format of a cell makes of a number: a day, a time, a number with leading zeros, or the number itself.
struct NumberFormat: Hashable {
  /// Whether it shows year, month or day.
  var showsDay = false
  /// Whether it shows hour, minute or second.
  var showsTime = false
  /// Digits that are filled up with zeros, as in `0000`.
  var leastDigits = 0
  /// What an id is completed with before and behind its number, as in `"A"0000`.
  var (prefix, suffix) = ("", "")

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
    let section = FormatSection(code)
    let letters = section.letters
    if !letters.isEmpty, letters.allSatisfy({ $0 == "0" }) {
      // Letters before the digits are part of an id; what stands behind them alone is a unit, 5 日.
      if section.before.contains(where: \.isLetter) { (prefix, suffix) = (section.before, section.behind) }
      leastDigits = letters.count > 1 || !prefix.isEmpty ? letters.count : 0
      return
    }
    guard !letters.hasPrefix("general") else { return }
    showsDay = letters.contains { $0 == "y" || $0 == "d" }
    showsTime = letters.contains { $0 == "h" || $0 == "s" }
    // An m alone is a month; beside hours or seconds it is minutes.
    if !showsDay, !showsTime { showsDay = letters.contains("m") }
  }

  /// A number as the table is to read it.
  func text(of number: Double, written: String, isFrom1904: Bool) -> String {
    if showsDay || showsTime, let text = dateText(number, isFrom1904) { return text }
    return padded(numberText(number, written))
  }

  private func padded(_ text: String) -> String {
    guard leastDigits > 0, text.utf8.allSatisfy(CellParsing.isDigit) else { return text }
    return prefix + String(repeating: "0", count: max(0, leastDigits - text.utf8.count)) + text + suffix
  }

  /// The day and time of a serial number, rounded to a second; nothing for a number that is none. What is more than
  /// the fault of a sum away from midnight stays on its day.
  private func dateText(_ number: Double, _ isFrom1904: Bool) -> String? {
    guard number >= 0, number < 2_958_466 else { return nil }
    let exact = number * 86_400
    let isLastSecond = Int(exact) % 86_400 == 86_399 && exact - exact.rounded(.down) < 0.99
    let seconds = Int(isLastSecond ? exact : exact.rounded())
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

/// The first section of the code of a format, taken apart.
private struct FormatSection {
  /// The code without what it shows as it is: quoted and escaped text, widths, fillers, colours and conditions.
  private(set) var letters = ""
  /// The text that it shows as it is, before its first digit and behind it.
  private(set) var (before, behind) = ("", "")

  init(_ code: String) {
    var rest = code[...]
    while let mark = rest.popFirst() {
      switch mark {
      case "\"":
        show(rest.prefix { $0 != "\"" })
        rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\":
        show(rest.prefix(1))
        rest = rest.dropFirst()
      case "_", "*": rest = rest.dropFirst()
      case "[":
        let content = rest.prefix { $0 != "]" }
        if let letter = content.lowercased().first, "hms".contains(letter),
          content.lowercased().allSatisfy({ $0 == letter })
        {
          letters += content.lowercased()
        }
        rest = rest.dropFirst(content.count + 1)
      case ";": return
      case "a" where rest.lowercased().hasPrefix("m/pm"), "A" where rest.lowercased().hasPrefix("m/pm"):
        rest = rest.dropFirst(4)
        letters.append("h")
      default: letters += mark.lowercased()
      }
    }
  }

  private mutating func show(_ text: Substring) {
    if letters.contains("0") { behind += text } else { before += text }
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
