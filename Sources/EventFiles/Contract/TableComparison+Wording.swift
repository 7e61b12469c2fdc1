public import Assembly
public import Localization

extension TableComparison {
  /// What changed, a line each.
  public func phrases(from earlier: Event, to now: Event) -> [Phrase] {
    var lines: [Phrase] = []
    if !added.isEmpty {
      let names = names(added.map { now.people[$0].name })
      lines.append(
        Phrase("名单新增 \(added.count) 人：\(names.chinese)", "\(added.count) new on the list: \(names.english)"))
    }
    if !removed.isEmpty {
      let names = names(removed.map { earlier.people[$0].name })
      lines.append(
        Phrase(
          "名单删去 \(removed.count) 人：\(names.chinese)",
          "\(removed.count) no longer on the list: \(names.english)"))
    }
    for change in changed.prefix(Self.mostTold) {
      let name = now.people[change.person].name
      let headers = TableName.people.columns.filter { change.columns.contains($0.name) }
      let chinese = headers.map { $0.header(in: .chinese) }.joined(separator: "、")
      let english = headers.map { $0.header(in: .english) }.joined(separator: ", ")
      lines.append(Phrase("名单改动：\(name)（\(chinese)）", "changed on the list: \(name) (\(english))"))
    }
    if changed.count > Self.mostTold {
      let others = changed.count - Self.mostTold
      lines.append(Phrase("另有 \(others) 人有改动", "\(others) more people changed"))
    }
    lines += rows.map {
      Phrase(
        "\($0.table.chinese)：新 \($0.new) 项，去 \($0.gone) 项" + ($0.changed > 0 ? "，改 \($0.changed) 项" : ""),
        "\($0.table.rawValue): \($0.new) new, \($0.gone) gone"
          + ($0.changed > 0 ? ", \($0.changed) changed" : ""))
    }
    if settingsChanged { lines.append(Phrase("会议设置有改动", "settings of the event changed")) }
    return lines
  }

  private static let mostTold = 50

  private func names(_ names: [String]) -> Phrase {
    let shown = names.prefix(10)
    let rest = names.count > shown.count ? " …" : ""
    return Phrase(shown.joined(separator: "、") + rest, shown.joined(separator: ", ") + rest)
  }
}
