import Assembly
import Localization

extension String {
  /// The text as it can stand in a document: one line, without characters that XML forbids and without marks that
  /// turn the direction of what follows.
  var printable: String {
    guard unicodeScalars.contains(where: { !$0.isPrintable }) else { return self }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar.isPrintable {
        result.append(scalar)
      } else if scalar.properties.isWhitespace {
        result.append(" ")
      }
    }
    return String(result)
  }

  /// Whether it is a Chinese name of two characters, which is set as wide as one of three.
  var isOfTwoCharacters: Bool { count == 2 && allSatisfy { String($0).hasHan } }

  /// A Chinese name of two characters as wide as one of three; other text as it is.
  var spaced: String { isOfTwoCharacters ? map { String($0) }.joined(separator: "\u{3000}") : self }

  /// A Chinese name without the blanks that somebody put into it to fill a column, 王 芳, 欧阳 明: how wide it is set is told
  /// by its paper. Other names as they are, for with more characters they may be those of two people.
  var closedUp: String {
    guard unicodeScalars.contains(where: \.properties.isWhitespace) else { return self }
    let parts = split(whereSeparator: \.isWhitespace)
    guard parts.count > 1 else { return self }
    let name = parts.joined()
    guard name.allSatisfy({ String($0).hasHan }) else { return self }
    let isOne =
      name.count <= 3 || name.count == 4 && (parts.count == 4 || Self.longSurnames.contains(String(parts[0])))
    return isOne ? name : self
  }

  /// Surnames of two characters that are met today.
  private static let longSurnames: Set<String> = [
    "欧阳", "上官", "司马", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "令狐", "司徒", "慕容", "端木", "东方", "独孤", "南宫", "西门", "长孙",
    "宇文", "轩辕",
    "呼延", "东郭", "万俟", "澹台", "赫连", "拓跋", "单于", "申屠", "闻人", "钟离", "淳于", "太史", "公冶", "宗政", "濮阳", "仲孙", "司空",
    "鲜于", "完颜",
  ]

  /// Estimated width in ems: Chinese characters are 1 wide, others by their kind.
  var ems: Double {
    unicodeScalars.reduce(0) { $0 + $1.ems }
  }
}

extension Person {
  /// The name as it stands in documents.
  var shownName: String { self.name.printable.closedUp }
}

extension Unicode.Scalar {
  fileprivate var isPrintable: Bool {
    switch value {
    case 0...0x1F, 0x7F...0x9F, 0x2028...0x2029: false
    case 0x61C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: false
    case 0xFFFE...0xFFFF: false
    default: true
    }
  }

  fileprivate var ems: Double {
    switch value {
    case 0x20, 0x2C, 0x2E, 0x27, 0x49, 0x69, 0x6A, 0x6C: 0.3
    case 0xB7: 1
    case 0x4D, 0x57, 0x6D, 0x77: 0.85
    case 0x41...0x5A: 0.66
    case 0..<0x300: 0.54
    case 0x300...0x36F, 0x200B...0x200D, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      1
    default: 0.6
    }
  }
}
