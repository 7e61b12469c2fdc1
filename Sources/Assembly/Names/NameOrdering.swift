public import Localization

/// The order of an event's names with what its organizer should know of it.
public struct NameOrdering: Sendable {
  /// The order.
  public let order: any NameOrder
  /// Where the order is not the one that was asked for.
  public let notes: [Note]

  /// What is not as `member_order` asks.
  public enum Note: Sendable, Hashable {
    /// There is no table of strokes; names follow Unicode's stroke collation.
    case strokeTableMissing
    /// These characters are not in the table of strokes; they follow Unicode's stroke collation.
    case charactersWithoutCode([Unicode.Scalar])

    /// The note in words.
    public var phrase: Phrase {
      switch self {
      case .strokeTableMissing:
        Phrase(
          "未安装笔画数据 (rime-data-stroke)：姓名按 Unicode 笔画顺序排列，同笔画数内的顺序可能不合规定",
          "The stroke table (rime-data-stroke) is not installed: names follow Unicode's stroke collation, "
            + "which errs among characters of one stroke count")
      case .charactersWithoutCode(let characters):
        Phrase(
          "笔画数据中没有这些字，排在其他汉字之后：\(list(characters, "、"))",
          "Characters without stroke data stand after all other Chinese characters: \(list(characters, ", "))"
        )
      }
    }

    private func list(_ characters: [Unicode.Scalar], _ separator: String) -> String {
      characters.map { String(Character($0)) }.joined(separator: separator)
    }
  }
}

extension Event {
  /// The order of this event's names that its `member_order` asks for.
  ///
  /// - Complexity: O(people).
  public func nameOrdering() -> NameOrdering {
    switch settings.memberOrder {
    case .listed, .rank:
      return NameOrdering(order: NamesAlike(), notes: [])
    case .pinyin:
      return NameOrdering(order: PinyinOrder(people.map(\.spelledName)), notes: [])
    case .stroke:
      let order = StrokeOrder(people.map(\.name), codes: strokeCodes, blankFirst: settings.strokeBlankFirst)
      if strokeCodes == nil {
        return NameOrdering(order: order, notes: [.strokeTableMissing])
      }
      let missing = order.charactersWithoutCode.sorted()
      return NameOrdering(order: order, notes: missing.isEmpty ? [] : [.charactersWithoutCode(missing)])
    }
  }
}

/// The order of an event in which names decide nothing.
private struct NamesAlike: NameOrder {
  func compare(_ left: PersonName, _ right: PersonName) -> NameComparison {
    .same
  }
}
