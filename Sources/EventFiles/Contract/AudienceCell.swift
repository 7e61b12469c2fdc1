import Assembly
import Localization
import Tables

/// How a cell says for whom a table is: as who rides in a transfer, or by rank, `rank:1-12`; `&` joins conditions.
enum AudienceCell {
  private static let rankWords = ["rank", "位次", "名次", "排名", "序位"]

  /// The people of a cell, or nothing when it says something else.
  static func audience(_ cell: String, _ names: SelectorNames = SelectorNames()) -> Audience? {
    var ranks: [ClosedRange<Double>] = []
    var others: [String] = []
    for piece in cell.split(omittingEmptySubsequences: false, whereSeparator: { "&＆且".contains($0) }) {
      if let cell = afterRank(piece) {
        guard let read = self.ranks(cell) else { return nil }
        ranks += read
      } else {
        others.append(String(piece))
      }
    }
    guard !others.isEmpty else { return ranks.isEmpty ? nil : Audience(ranks: ranks) }
    return RiderSelector.conditions(others.joined(separator: "&"), names)
      .map { Audience(conditions: $0, ranks: ranks) }
  }

  /// What stands behind `rank:`; nothing for another condition.
  private static func afterRank(_ piece: Substring) -> String? {
    guard let colon = piece.firstIndex(where: { ":：".contains($0) }),
      rankWords.contains(foldHeader(String(piece[..<colon])))
    else { return nil }
    return String(piece[piece.index(after: colon)...])
  }

  /// Ranks and ranges of them, `1-12` or `1、3、5-7`.
  private static func ranks(_ cell: String) -> [ClosedRange<Double>]? {
    let parts = CellParsing.list(cell)
    let ranges = parts.compactMap { part -> ClosedRange<Double>? in
      let ends = part.split(omittingEmptySubsequences: false, whereSeparator: { "-－–—−~～至".contains($0) })
        .map { CellParsing.decimal(String($0)) }
      guard ends.count <= 2, let first = ends[0], let last = ends[ends.count - 1], first <= last else {
        return nil
      }
      return first...last
    }
    return ranges.isEmpty || ranges.count < parts.count ? nil : ranges
  }
}
