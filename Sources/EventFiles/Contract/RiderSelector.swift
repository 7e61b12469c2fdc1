import Assembly
import Localization
import Tables

/// How a cell says who rides in a transfer: `all`, `group:A;B`, `role:delegate`, `hotel:H`, combined with `&`.
enum RiderSelector {
  private enum Key: CaseIterable {
    case all, group, role, hotel

    var words: [String] {
      switch self {
      case .all: ["all", "全体", "全部", "全体人员", "所有人", "全员"]
      case .group: ["group", "分组", "代表团", "单位"]
      case .role: ["role", "类别"]
      case .hotel: ["hotel", "酒店"]
      }
    }
  }

  /// The conditions of a cell, or nothing when it says something else.
  static func conditions(_ cell: String, _ names: SelectorNames = SelectorNames()) -> [RiderCondition]? {
    let conditions = parts(cell).map { condition($0) ?? names.condition($0) }
    return conditions.isEmpty || conditions.contains(nil) ? nil : conditions.compactMap(\.self)
  }

  /// The advice that another word of a selector, or another role, may have been meant.
  static func hint(for cell: String) -> Phrase? {
    for part in parts(cell) where condition(part) == nil {
      if let (key, rest) = keyAndRest(part) {
        return key == .role
          ? CellParsing.list(rest).lazy.filter { Words.role.value(of: $0) == nil }
            .compactMap { Words.role.hint(for: $0) }.first
          : nil
      }
      let word = part.prefix { !isColon($0) }
      return suggestion(for: foldHeader(String(word)), among: Key.allCases.flatMap(\.words)).map(didYouMean)
    }
    return nil
  }

  /// A cell at its `&`; one that no key follows belongs to a name.
  private static func parts(_ cell: String) -> [String] {
    var parts: [String] = []
    for piece in cell.split(omittingEmptySubsequences: false, whereSeparator: { "&＆且".contains($0) }) {
      let part = String(piece)
      if let last = parts.last, keyAndRest(last)?.key == .group || keyAndRest(last)?.key == .hotel,
        keyAndRest(part) == nil
      {
        parts[parts.count - 1] = last + "&" + part
      } else {
        parts.append(part)
      }
    }
    return parts
  }

  private static func condition(_ part: String) -> RiderCondition? {
    guard let (key, rest) = keyAndRest(part) else { return nil }
    let names = CellParsing.list(rest)
    switch key {
    case .all: return .all
    case .group: return names.isEmpty ? nil : .groups(names)
    case .hotel: return names.isEmpty ? nil : .hotels(names)
    case .role:
      let roles = names.compactMap(Words.role.value)
      return roles.isEmpty || roles.count < names.count ? nil : .roles(roles)
    }
  }

  private static func keyAndRest(_ part: String) -> (key: Key, rest: String)? {
    let colon = part.firstIndex(where: isColon)
    let word = foldHeader(String(part[..<(colon ?? part.endIndex)]))
    guard let key = Key.allCases.first(where: { $0.words.contains(word) }), (key == .all) == (colon == nil)
    else { return nil }
    return (key, colon.map { String(part[part.index(after: $0)...]) } ?? "")
  }

  private static func isColon(_ character: Character) -> Bool {
    character == ":" || character == "："
  }
}

/// The names that a selector may give without saying what they are: 教育局, 记者, 迎宾馆.
struct SelectorNames: Sendable {
  private var groups: Set<String> = []
  private var hotels: Set<String> = []

  init() {}

  init(_ draft: EventDraft) {
    groups = Set(draft.people.compactMap(\.groupName).map(foldName))
    hotels = Set((draft.rooms ?? []).map(\.hotel).map(foldName)).union(
      draft.groups.flatMap(\.hotels).map(foldName))
  }

  /// The condition of names that are all groups, all roles or all hotels.
  func condition(_ part: String) -> RiderCondition? {
    let names = CellParsing.list(part)
    guard !names.isEmpty else { return nil }
    if names.allSatisfy({ groups.contains(foldName($0)) }) { return .groups(names) }
    let roles = names.compactMap { Words.role.value(of: $0.hasPrefix("全体") ? String($0.dropFirst(2)) : $0) }
    if roles.count == names.count { return .roles(roles) }
    return names.allSatisfy { hotels.contains(foldName($0)) } ? .hotels(names) : nil
  }
}
