/// Who does what in a discussion group.
public struct DiscussionOfficers: Sendable, Hashable {
  /// Who leads it; nobody in a group of staff alone.
  public let convener: Int?
  /// Who of the staff takes notes.
  public let recorder: Int?
  /// The others of the staff who look after the group; indices of people.
  public let service: [Int]
  /// Those who discuss, the convener among them, in protocol order.
  public let members: [Int]
}

extension Event {
  /// Who does what in a discussion group.
  ///
  /// The convener is who has that title; else who ranks highest. The staff of the group serve it: who has the title of a
  /// recorder takes notes. A group of staff alone discusses like others.
  public func officers(of group: DiscussionGroup) -> DiscussionOfficers {
    let order = inProtocolOrder(group.members)
    let staff = order.filter { people[$0].role == .staff }
    guard staff.count < order.count else {
      return DiscussionOfficers(convener: nil, recorder: nil, service: [], members: order)
    }
    func has(_ words: [String], _ person: Int) -> Bool {
      let title = people[person].title.lowercased()
      return !title.isEmpty && words.contains { title.contains($0) }
    }
    let members = order.filter { people[$0].role != .staff }
    let recorder = staff.first { has(["记录", "recorder", "minutes"], $0) }
    return DiscussionOfficers(
      convener: members.first { has(["召集人", "convener"], $0) } ?? members.first,
      recorder: recorder, service: staff.filter { $0 != recorder }, members: members)
  }
}
