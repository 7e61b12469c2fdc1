import Assembly
import Tables

extension TableName {
  /// What the table's header is known by, and rows that are no records.
  var layout: TableLayout {
    let names = ColumnNames(columns)
    let required = columns.filter(\.isRequired)
    var layout = TableLayout()
    layout.isHeader = { cells in
      let known = Set(cells.compactMap { names.match($0)?.column.name })
      if known.count >= 2 { return .yes }
      return required.count == 1 && known.contains(required[0].name) ? .perhaps : .no
    }
    layout.isRemark = { cells, header in isHeaderAgain(cells, header) || isSumOrSignature(cells) }
    layout.joinedHeader = { upper, lower in joined(upper, lower, names) }
    return layout
  }
}

/// Whether a row is the header once more, as at the top of each printed page.
private func isHeaderAgain(_ cells: [String], _ header: [String]) -> Bool {
  var names = 0
  for (place, cell) in cells.enumerated() where !cell.isEmpty {
    guard place < header.count, let one = cell.unicodeScalars.first,
      let other = header[place].unicodeScalars.first,
      mayFoldAlike(one, other), foldHeader(header[place]) == foldHeader(cell)
    else { return false }
    names += 1
  }
  return names >= 2
}

/// Whether two words that begin with these could be the same when folded: sparing nearly all rows the folding.
private func mayFoldAlike(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
  let isPlain = { (scalar: Unicode.Scalar) in scalar.isASCII || 0x3400...0x9FFF ~= scalar.value }
  guard isPlain(one), isPlain(other) else { return true }
  return one == other
    || one.isASCII && other.isASCII && one.properties.lowercaseMapping == other.properties.lowercaseMapping
}

/// What a sum begins with, and what stands before the colon of a line under the table.
private let sums = ["合计", "总计", "小计", "共计", "总人数", "本页合计", "本页小计", "total", "subtotal", "sum"]
private let signatures = [
  "填表人", "制表人", "制表", "填报人", "填报单位", "填表日期", "制表日期", "审核", "审核人", "备注", "说明", "注", "note",
]
/// The letters that these begin with: hardly a record does, and the others need no folding.
private let beginnings = Set(
  (sums + signatures + ["共"]).flatMap { [$0, $0.uppercased()] }.compactMap(\.unicodeScalars.first))

/// Whether a row adds up those above it, or says who made the list: 合计 2 人, 共15人, 填表人：张三, 备注：….
private func isSumOrSignature(_ cells: [String]) -> Bool {
  guard let first = cells.first(where: { !$0.isEmpty }), first.utf8.count < 200,
    let scalar = first.unicodeScalars.first,
    beginnings.contains(scalar) || 0xFF00...0xFF5E ~= scalar.value
  else { return false }
  let text = foldHeader(first)
  for word in sums where text.hasPrefix(word) {
    let rest = text.dropFirst(word.count)
    if rest.isEmpty || rest.first.map({ ":;,(共".contains($0) || $0.isNumber }) ?? false { return true }
  }
  if text.hasPrefix("共"), text.contains("人"), text.dropFirst().first?.isNumber ?? false { return true }
  return signatures.contains { text.hasPrefix($0 + ":") }
}

/// The names of columns whose header takes two rows, 到达 over 时间 and 班次; nothing where the second is a record.
private func joined(_ upper: [String], _ lower: [String], _ names: ColumnNames) -> [String]? {
  var result: [String] = []
  var above = ""
  var joins = 0
  for column in 0..<max(upper.count, lower.count) {
    let top = column < upper.count ? upper[column] : ""
    let bottom = column < lower.count ? lower[column] : ""
    if !top.isEmpty { above = top }
    if bottom.isEmpty || foldHeader(bottom) == foldHeader(top) {
      result.append(top)
    } else if names.match(above + bottom) != nil {
      joins += 1
      result.append(above + bottom)
    } else {
      return nil
    }
  }
  return joins > 0 ? result : nil
}
