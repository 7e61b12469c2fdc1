import Assembly
import Localization
import Tables

/// What a list of people says that can be read and is probably not meant: cells that name several people or none,
/// damage that a spreadsheet has done.
enum PeopleNotes {
  /// What is odd about a name; of a formula, which is refused, nothing.
  static func note(ofName name: String) -> (message: Phrase, code: String)? {
    guard !isPlain(name), !isFormula(name) else { return nil }
    let folded = foldName(name)
    if ["待定", "空缺", "未定", "待报", "暂缺", "待补", "tbd", "无"].contains(folded)
      || (!folded.isEmpty && folded.allSatisfy { "?？-—_.。*xX".contains($0) })
    {
      return (Wording.nameOfNobody, "name-of-nobody")
    }
    if name.unicodeScalars.contains(where: { $0 == "?" || $0 == "？" || $0 == "\u{FFFD}" }) {
      return (Wording.damagedName, "damaged-name")
    }
    return namesSeveral(name, folded) ? (Wording.nameOfSeveral, "name-of-several") : nil
  }

  /// Whether a name is of Chinese characters, none of which ends what is told here: nearly every name.
  private static func isPlain(_ name: String) -> Bool {
    guard let last = name.unicodeScalars.last, !"妇妻家行人名位定缺报补无".unicodeScalars.contains(last) else {
      return false
    }
    return name.unicodeScalars.allSatisfy { 0x4E00...0x9FFF ~= $0.value }
  }

  /// 王芳等3人, 李雷夫妇, 张伟、李娜; but not Kim, Jr. and Smith, John.
  private static func namesSeveral(_ name: String, _ folded: String) -> Bool {
    let scalars = name.unicodeScalars
    let isLatin = scalars.contains { $0.isASCII && $0.properties.isAlphabetic }
    if scalars.contains(where: {
      "、;；/\n&".unicodeScalars.contains($0) || !isLatin && ($0 == "，" || $0 == ",")
    }) {
      return true
    }
    if ["夫妇", "夫妻", "一家", "全家", "一行"].contains(where: folded.hasSuffix) { return true }
    guard folded.last == "人" || folded.last == "名" || folded.last == "位", let etc = folded.lastIndex(of: "等")
    else {
      return false
    }
    return folded[etc...].contains { $0.isNumber || "一二三四五六七八九十两".contains($0) }
  }

  /// Whether a spreadsheet has made a number of an id or a telephone number: 1.38E+10.
  static func isScientific(_ text: String) -> Bool {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "+") }) else { return false }
    let parts = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = parts[0].first, first.isNumber, parts[0].contains("."),
      parts[1].hasPrefix("+")
    else { return false }
    return parts[0].allSatisfy { $0.isNumber || $0 == "." } && parts[1].dropFirst().allSatisfy(\.isNumber)
  }
}
