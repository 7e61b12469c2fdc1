extension Event {
  /// Sorts people of one group as they take its seats: the one ranked highest first, the others by `member_order`.
  ///
  /// People of equal names stand in listed order.
  ///
  /// - Parameters:
  ///   - members: indices of people.
  ///   - names: the order of names; only asked for `stroke` and `pinyin`.
  /// - Complexity: O(m log m) comparisons.
  public func inMemberOrder(_ members: [Int], names: any NameOrder) -> [Int] {
    let head = inProtocolOrder(members).first { people[$0].rank != nil }
    var others = members.filter { $0 != head }
    switch settings.memberOrder {
    case .listed: others.sort()
    case .rank: others = inProtocolOrder(others)
    case .stroke, .pinyin:
      others.sort { left, right in
        switch names.compare(people[left].spelledName, people[right].spelledName) {
        case .ascending: true
        case .descending: false
        case .same: left < right
        }
      }
    }
    return (head.map { [$0] } ?? []) + others
  }
}
