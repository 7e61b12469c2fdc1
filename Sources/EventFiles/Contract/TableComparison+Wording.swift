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
    lines += rows.map { table in
      let isChanged = table.changed.count > 0
      let parts =
        [told(table.new, Phrase("新", "new")), told(table.gone, Phrase("去", "gone"))]
        + (isChanged ? [told(table.changed, Phrase("改", "changed"))] : [])
      return Phrase(
        table.table.chinese + "：" + parts.map(\.chinese).joined(separator: "，"),
        table.table.rawValue + ": " + parts.map(\.english).joined(separator: ", "))
    }
    if settingsChanged { lines.append(Phrase("会议设置有改动", "settings of the event changed")) }
    return lines
  }

  private static let mostTold = 50

  /// `去 1 项（中2）`.
  private func told(_ rows: ChangedTable.Rows, _ word: Phrase) -> Phrase {
    let names = names(rows.names.map { shown($0) })
    let isNamed = !rows.names.isEmpty
    return Phrase(
      "\(word.chinese) \(rows.count) 项" + (isNamed ? "（\(names.chinese)）" : ""),
      "\(rows.count) \(word.english)" + (isNamed ? " (\(names.english))" : ""))
  }

  private func names(_ names: [String]) -> Phrase {
    let shown = names.prefix(10)
    let rest = names.count > shown.count ? " …" : ""
    return Phrase(shown.joined(separator: "、") + rest, shown.joined(separator: ", ") + rest)
  }
}
