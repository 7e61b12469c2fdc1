import Foundation
import Tables

/// Numbers as people write them: 280元, 19座, 第1排, 1小时20分, 1,200.
enum Units {
  private static let units: [String: [String]] = [
    "price": ["元/晚", "元/间", "元/天", "元", "块"], "fixed": ["元", "块"], "per_minute": ["元/分钟", "元"],
    "seats": ["个座位", "座位", "座", "人", "个"], "beds": ["张床", "个床位", "床位", "床", "张", "个"],
    "row": ["排"], "first": ["座", "号"], "last": ["座", "号"], "floor": ["层", "楼", "F", "f"],
    "number": ["号车", "号"],
    "minutes": minutes, "value": minutes + ["间", "元/餐", "元/人", "元"],
  ]
  private static let minutes = ["分钟", "分", "min"]

  /// The whole number of a cell in the unit of its column; nothing where it says something else.
  static func number(_ text: String, of column: String) -> Int? {
    let units = units[column] ?? []
    let text = CellParsing.halfWidth(text)
    if units.contains("分钟"), let hour = text.range(of: "小时") {
      guard let hours = CellParsing.integer(String(text[..<hour.lowerBound])), 0...1_000 ~= hours else {
        return nil
      }
      let rest = String(text[hour.upperBound...])
      return rest.isEmpty ? hours * 60 : number(rest, of: column).map { hours * 60 + $0 }
    }
    var bare = text[...]
    if let unit = units.first(where: bare.hasSuffix) {
      bare = bare.dropLast(unit.count)
    }
    if bare.hasPrefix("第") || bare.hasPrefix("¥") || bare.hasPrefix("￥") { bare = bare.dropFirst() }
    return CellParsing.integer(withoutThousands(bare))
  }

  /// 1,200 is one number: groups of three digits.
  private static func withoutThousands(_ text: Substring) -> String {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    let isGrouped =
      groups.count > 1 && 1...3 ~= groups[0].count && groups.dropFirst().allSatisfy { $0.count == 3 }
    return isGrouped ? groups.joined() : String(text)
  }
}
