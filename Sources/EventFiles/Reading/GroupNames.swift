import Assembly
import Tables

/// Names of groups that may stand for one.
enum GroupNames {
  /// What the name of a unit may end in and be known without.
  private static let endings = [
    "代表团", "街道", "办事处", "中心", "公司", "小组", "镇", "乡", "县", "市", "区", "省", "州", "旗", "村", "团", "组", "局", "委",
    "办", "厅",
    "部", "处", "院", "校",
  ]

  /// The first row of each group whose name another has with one of the endings, and the first row of that other; the
  /// rarer of the two is told.
  static func lookalikes(_ people: [PersonEntry]) -> [(row: Int, other: Int)] {
    var written: [String: (row: Int, count: Int)] = [:]
    for person in people {
      if let name = person.groupName { written[name, default: (person.row, 0)].count += 1 }
    }
    var groups: [String: (row: Int, count: Int)] = [:]
    var names: [String] = []
    for (name, group) in written.sorted(by: { $0.value.row < $1.value.row }) {
      let name = foldName(name)
      if groups[name] == nil { names.append(name) }
      groups[name, default: (group.row, 0)].count += group.count
    }
    return names.compactMap { name in
      guard let group = groups[name],
        let other = endings.lazy.filter(name.hasSuffix).compactMap({ groups[String(name.dropLast($0.count))] }
        ).first
      else { return nil }
      return other.count > group.count ? (group.row, other.row) : (other.row, group.row)
    }
  }
}
