/// The meaning of a cell, whatever way of writing Excel or a Chinese keyboard gave it; nil when it has none.
///
/// Full-width forms are read as their half-width counterparts and blanks around a cell are ignored.
public enum CellParsing {
  /// A whole number; `3.0` is 3. Numbers that do not fit are refused.
  public static func integer(_ cell: String) -> Int? {
    let text = normalized(cell)
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, isSignedDigits(whole) else { return nil }
    if parts.count == 2 {
      guard !parts[1].isEmpty, parts[1].allSatisfy({ $0 == "0" }) else { return nil }
    }
    return Int(whole)
  }

  /// A number with or without decimals, such as `7.1`, `-3` or Excel's `1.2E+03`. Infinity and numbers that do
  /// not fit are refused.
  public static func decimal(_ cell: String) -> Double? {
    let text = normalized(cell)
    // Double also reads "inf", "nan" and hexadecimal, which nobody means in a cell.
    guard text.utf8.first.map({ $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }) ?? false,
      text.utf8.contains(where: isDigit),
      text.utf8.allSatisfy({ isDigit($0) || "+-.eE".utf8.contains($0) }),
      let value = Double(text), value.isFinite
    else { return nil }
    return value
  }

  /// `是` `yes` `true` `1` `√` `有` `需要` or `否` `no` `false` `0` `×` `无` `不需要`; a blank cell is false.
  public static func boolean(_ cell: String) -> Bool? {
    switch foldHeader(cell) {
    case "是", "yes", "true", "1", "1.0", "√", "✓", "✔", "☑", "有", "需要", "需", "要": true
    case "", "否", "no", "false", "0", "0.0", "×", "✗", "✘", "无", "没有", "不需要", "不需", "不要", "不用", "-", "—", "/":
      false
    default: nil
    }
  }

  /// The parts between semicolons, commas of any kind or line breaks, trimmed, blank ones left out.
  public static func list(_ cell: String) -> [String] {
    cell.split { ";；,，、\n".contains($0) }.map { trimmed($0) }.filter { !$0.isEmpty }
  }

  /// Numbers and ranges, `7,9-13` or `7、9～13`, in listed order; a blank cell is none.
  ///
  /// A range may be wide: whoever walks through one must bound it first.
  public static func numberRanges(_ cell: String) -> [ClosedRange<Int>]? {
    let text = normalized(cell)
    guard !text.isEmpty else { return [] }
    var ranges: [ClosedRange<Int>] = []
    for part in text.split(omittingEmptySubsequences: false, whereSeparator: { ",、;\n".contains($0) }) {
      let ends = part.split(omittingEmptySubsequences: false, whereSeparator: { "-–—~至".contains($0) })
        .map { trimmed($0) }
      guard ends.count <= 2, ends.allSatisfy({ $0.utf8.allSatisfy(isDigit) }),
        let first = Int(ends[0]), let last = Int(ends[ends.count - 1]), first <= last
      else { return nil }
      ranges.append(first...last)
    }
    return ranges
  }

  /// The cell in half-width forms, without the blanks around it.
  public static func halfWidth(_ cell: String) -> String {
    normalized(cell)
  }

  static func normalized(_ cell: String) -> String {
    trimmed(Tables.halfWidth(cell))
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }

  private static func isSignedDigits(_ text: Substring) -> Bool {
    let digits = text.first == "-" || text.first == "+" ? text.dropFirst() : text
    return !digits.isEmpty && digits.utf8.allSatisfy(isDigit)
  }
}
