import Assembly
import Localization

// What is said of rooms.
extension Wording {
  static let room = Phrase("住宿", "Room")
  static let noBed = Phrase("没有床位：", "Has no bed:")
  static let noRoomWanted = Phrase("不住会议的酒店。", "Does not sleep at the event's hotels.")

  static func sleeps(in room: Room, _ stay: Stay) -> Phrase {
    let nights = stay.nights.count
    let (name, type) = (name(of: room), room.type.name.map(shown))
    return Phrase(
      "住 \(name.chinese)，\(type.chinese)，\(room.beds) 床；\(stay.checkIn) 入住，\(stay.checkOut) 离店，\(nights) 晚。",
      "Sleeps in \(name.english), a \(type.english) of \(counted(room.beds, "bed")), from \(stay.checkIn) "
        + "to \(stay.checkOut): \(counted(nights, "night")).")
  }

  static func name(of room: Room) -> Phrase {
    let (hotel, number) = (shown(room.hotel), shown(room.number))
    guard !room.floor.isEmpty else { return Phrase("\(hotel) \(number)", "\(hotel) \(number)") }
    return Phrase(
      "\(hotel) \(shown(room.floor)) 层 \(number)", "\(hotel) \(number) (floor \(shown(room.floor)))")
  }

  /// - Parameter cost: yuan that the objective counts for one level and all nights.
  static func entitled(_ entitlement: Entitlement, to room: Room, cost: Int) -> Phrase {
    let due = entitlement.roomType
    let (name, missing) = (due.name, due.level - room.type.level)
    switch missing {
    case 0:
      return Phrase("标准是\(name.chinese)，正相符。", "The entitlement is a \(name.english), and this is one.")
    case 1...:
      let total = (cost * missing).inThrees
      return Phrase(
        "标准是\(name.chinese)，低 \(missing) 级，计代价 \(total) 元。",
        "The entitlement is a \(name.english); the room is \(counted(missing, "level")) below, which counts "
          + "\(total) yuan.")
    default:
      return Phrase(
        "标准是\(name.chinese)，高 \(-missing) 级，除房价外不计代价。",
        "The entitlement is a \(name.english); the room is \(counted(-missing, "level")) above, which counts nothing "
          + "but its price.")
    }
  }

  static let roomGiven = Phrase("名单写明了这个房间。", "The list gives this very room.")
  static let hotelGiven = Phrase("名单写明了这家酒店。", "The list gives this hotel.")
  static let accessibleRoom = Phrase("需要无障碍房间，这是无障碍房间。", "Needs an accessible room; this is one.")

  static func boundHotels(_ hotels: [String]) -> Phrase {
    let names = hotels.map(shown)
    return Phrase(
      "本组限住 \(names.joined(separator: "、"))。", "The group may only stay at \(names.joined(separator: ", ")).")
  }

  static func sleepsNear(_ other: Person) -> Phrase {
    Phrase("要求与\(who(other).chinese)住同一层。", "Is to sleep on the floor of \(who(other).english).")
  }

  static func notOneRoom(_ other: Person) -> Phrase {
    Phrase("要求不与\(who(other).chinese)同住。", "Is not to share a room with \(who(other).english).")
  }

  static let alone = Phrase("独住。", "Has the room alone.")

  static func roomMates(_ mates: [Phrase]) -> Phrase {
    Phrase(
      "同住：\(mates.map(\.chinese).joined(separator: "、"))。",
      "Shares it with \(mates.map(\.english).joined(separator: ", ")).")
  }

  static func roomMate(_ other: Person, isNamed: Bool, isOfGroup: Bool) -> Phrase {
    let why =
      isNamed
      ? Phrase("名单要求同住", "as the list asks")
      : isOfGroup ? Phrase("同组、同性别", "same group and gender") : Phrase("同性别、他组", "same gender, another group")
    return Phrase("\(who(other).chinese)（\(why.chinese)）", "\(who(other).english) (\(why.english))")
  }

  static func floor(_ hotel: String, _ floor: String, people: Int) -> Phrase {
    let (hotel, floor) = (shown(hotel), shown(floor))
    return floor.isEmpty
      ? Phrase("\(hotel) \(people) 人", "\(people) in \(hotel)")
      : Phrase("\(hotel) \(floor) 层 \(people) 人", "\(people) on floor \(floor) of \(hotel)")
  }

  static func floors(_ floors: [Phrase], people: Int) -> Phrase {
    Phrase(
      "本组入住的 \(people) 人中：\(floors.map(\.chinese).joined(separator: "，"))。",
      "Of the group's \(counted(people, "person", "people")) lodged: \(floors.map(\.english).joined(separator: ", "))."
    )
  }

  static func price(_ room: Room, nights: Int) -> Phrase {
    let (total, overflow) = room.price.multipliedReportingOverflow(by: nights)
    guard !overflow else {
      return Phrase("房价每晚 \(room.price.inThrees) 元。", "The room is \(room.price.inThrees) yuan a night.")
    }
    return Phrase(
      "房价每晚 \(room.price.inThrees) 元，这些晚上共 \(total.inThrees) 元，按房计。",
      "The room is \(room.price.inThrees) yuan a night, \(total.inThrees) for these nights, whoever shares it."
    )
  }

  static func change(
    to room: Room, exchangingWith partner: Person?, mates: [Person], outdatesRides: Bool
  ) -> Phrase {
    let name = name(of: room)
    let rides =
      outdatesRides
      ? Phrase("（车辆要随之重排，未计入）", " (rides, which would have to be planned again, are not counted)")
      : Phrase("")
    if let partner {
      return Phrase(
        "与\(who(partner).chinese)对换，住 \(name.chinese)\(rides.chinese)",
        "to change with \(who(partner).english) in \(name.english)\(rides.english)")
    }
    let mates = mates.map(who)
    let company =
      mates.isEmpty
      ? Phrase("空着的 ", "the empty room ")
      : Phrase("", "the room of \(mates.map(\.english).joined(separator: ", ")), ")
    let chineseMates = mates.isEmpty ? "" : "，与\(mates.map(\.chinese).joined(separator: "、"))同住"
    return Phrase(
      "改住\(company.chinese)\(name.chinese)\(chineseMates)\(rides.chinese)",
      "to move to \(company.english)\(name.english)\(rides.english)")
  }
}
