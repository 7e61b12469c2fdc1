import Assembly
import Localization

// What the pages of the hotels and the list of rooms say.
extension Wording {
  static let rooms = Phrase("住宿安排", "Rooms")
  static let withoutBed = Phrase("未安排床位", "Without a bed")
  static let sum = Phrase("合计", "Total")
  static let night = Phrase("夜", "Night of")
  static let guests = Phrase("住宿人数", "People")
  static let usedRooms = Phrase("用房", "Rooms used")
  static let freeRooms = Phrase("空房", "Free rooms")
  static let freeBeds = Phrase("空床", "Free beds")
  static let accessible = Phrase("无障碍", "accessible")

  static let hotelHeader = [
    Phrase("酒店", "Hotel"), Phrase("房间", "Rooms"), Phrase("用房", "Used"), Phrase("人数", "People"),
    Phrase("单位数", "Groups"), Phrase("房费（元）", "Cost (yuan)"),
  ]
  static let typeHeader = [
    Phrase("房型", "Type"), Phrase("房间", "Rooms"), Phrase("用房", "Used"), Phrase("床位", "Beds"),
    Phrase("人数", "People"), Phrase("房费（元）", "Cost (yuan)"),
  ]

  static let roomListHeader = [
    Phrase("名单", "List"), Phrase("序号", "No."), Phrase("单位/代表团", "Group"), Phrase("姓名", "Name"),
    Phrase("性别", "Sex"), Phrase("职务", "Title"), Phrase("酒店", "Hotel"), Phrase("楼层", "Floor"),
    Phrase("房号", "Room"), Phrase("入住", "Check-in"), Phrase("离店", "Check-out"), Phrase("晚数", "Nights"),
    Phrase("电话", "Phone"), Phrase("编号", "Id"),
  ]
  static let byRoom = Phrase("按房间", "By room")

  static func gender(_ gender: Gender) -> Phrase {
    switch gender {
    case .male: Phrase("男", "M")
    case .female: Phrase("女", "F")
    }
  }

  /// A floor as its table names it; a bare number is said in full.
  static func floor(named name: String) -> Phrase {
    name.allSatisfy(\.isNumber) ? Phrase("\(name)层", "Floor \(name)") : Phrase(name)
  }

  static func hotelSummary(rooms: Int, used: Int, people: Int, cost: Int) -> Phrase {
    Phrase(
      "用房 \(used.inThrees) / \(rooms.inThrees) 间 · 入住 \(people.inThrees) 人 · 房费 \(cost.inThrees) 元",
      "\(used.inThrees) of \(rooms.inThrees) rooms · \(people.inThrees) people · \(cost.inThrees) yuan")
  }

  static func people(_ people: Int, floors: [String]) -> Phrase {
    Phrase(
      (["\(people)人"] + [floors.joined(separator: "、")]).filter { !$0.isEmpty }.joined(separator: " · "),
      (["\(people)"] + [floors.joined(separator: ", ")]).filter { !$0.isEmpty }.joined(separator: " · "))
  }

  static func beds(_ idle: Int, roomIsEmpty: Bool) -> Phrase {
    roomIsEmpty
      ? Phrase("空房 · \(idle)床", "free · \(idle == 1 ? "1 bed" : "\(idle) beds")")
      : Phrase("空\(idle)床", "\(idle == 1 ? "1 bed" : "\(idle) beds") free")
  }

  /// When a room can be used, if not always.
  static func open(from: Day?, to: Day?) -> Phrase? {
    switch (from, to) {
    case (nil, nil): nil
    case (let from?, nil): Phrase("\(shortDay(from).chinese)起可用", "from \(shortDay(from).english)")
    case (nil, let to?): Phrase("\(shortDay(to).chinese)前可用", "until \(shortDay(to).english)")
    case (let from?, let to?):
      Phrase(
        "\(shortDay(from).chinese)–\(shortDay(to).chinese)可用",
        "\(shortDay(from).english)–\(shortDay(to).english)")
    }
  }

  /// Check-in and check-out, `3.4–3.8`.
  static func shortStay(_ stay: Stay) -> Phrase {
    Phrase(
      "\(shortDay(stay.checkIn).chinese)–\(shortDay(stay.checkOut).chinese)",
      "\(shortDay(stay.checkIn).english)–\(shortDay(stay.checkOut).english)")
  }

  /// A stay in a sentence.
  static func nights(_ stay: Stay) -> Phrase {
    Phrase(
      "\(shortStay(stay).chinese)，\(stay.nights.count)晚",
      "\(shortStay(stay).english), \(stay.nights.count == 1 ? "1 night" : "\(stay.nights.count) nights")")
  }

  /// Month and day.
  static func shortDay(_ day: Day) -> Phrase {
    let (_, month, number) = day.components
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return Phrase("\(month).\(number)", "\(number) \(months[month - 1])")
  }
}

extension RoomType {
  /// The type in a table; a name of the hotel's own stays as it is.
  var title: Phrase {
    if case .shared = self, self != .twin { name } else { name.capitalized }
  }
}
