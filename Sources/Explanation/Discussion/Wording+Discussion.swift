import Assembly
import Localization

// What is said of discussions.
extension Wording {
  static let discussion = Phrase("讨论", "Discussion")
  static let noDiscussionRoom = Phrase("本组没有讨论室：", "The group has no room for discussion:")
  static let doesNotDiscuss = Phrase("不参加讨论。", "Takes part in no discussion.")
  static let accessibleForGroup = Phrase(
    "组内有人用轮椅，须用无障碍房间。", "Somebody of the group needs an accessible room.")

  static func discusses(with group: DiscussionGroup) -> Phrase {
    let name = group.name.map(shown)
    return Phrase(
      "在\(name.chinese)讨论，全组 \(group.members.count) 人。",
      "Discusses with \(name.english): \(counted(group.members.count, "person", "people")).")
  }

  /// - Parameter changeCost: what it counts that the room is another than before; nothing where it is not.
  static func meets(in room: DiscussionRoom, people: Int, changeCost: Int?) -> Phrase {
    let (session, name) = (shown(room.session), shown(room.name))
    let place = room.place.isEmpty ? "" : shown(room.place)
    let empty = room.seats - people
    let change = changeCost.map {
      Phrase("，与上一场不同室，计代价 \($0.inThrees)", "; another room than before, which counts \($0.inThrees)")
    }
    return Phrase(
      "\(session)：\(place.isEmpty ? "" : place + " ")\(name)，\(room.seats) 座，空 \(empty) 座\(change?.chinese ?? "")。",
      "\(session): \(name)\(place.isEmpty ? "" : " (\(place))"), \(counted(room.seats, "seat")), "
        + "\(empty) empty\(change?.english ?? "").")
  }

  static func change(to room: DiscussionRoom, exchangingWith other: DiscussionGroup?) -> Phrase {
    let (session, name) = (shown(room.session), shown(room.name))
    guard let other = other?.name.map(shown) else {
      return Phrase("\(session)改用空着的 \(name)", "to meet in \(name), which is free, in \(session)")
    }
    return Phrase(
      "\(session)与\(other.chinese)对换，用 \(name)", "to change with \(other.english) for \(name) in \(session)")
  }
}
