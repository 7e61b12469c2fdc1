import Assembly
import Documents

/// Events with hotels, and plans that lodge people room by room in listed order.
extension Example {
  /// The first night of all these events: 2026-03-04.
  static let firstNight = 20_516

  /// Two hotels: 迎宾馆 with a suite and two twins on two floors, 湖滨 with a single. A suite for the head of 城关镇, a
  /// twin for two people of one name, one of whom comes a day later, and nobody in the rest.
  static func roomStock(_ change: (inout EventDraft) -> Void = { _ in }) throws -> Event {
    var draft = EventDraft(settings: Settings(name: "青石县人民代表大会"))
    draft.settings.start = Day(number: firstNight)
    draft.settings.end = Day(number: firstNight + 2)
    draft.rooms = [
      Room(
        row: 2, hotel: "迎宾馆", floor: "3", number: "301", type: .suite, beds: 1, price: 800, isAccessible: true
      ),
      Room(row: 3, hotel: "迎宾馆", floor: "3", number: "302", type: .twin, beds: 2, price: 300),
      Room(row: 4, hotel: "迎宾馆", floor: "4", number: "401", type: .twin, beds: 2, price: 280),
      Room(row: 5, hotel: "湖滨", floor: "", number: "1", type: .single, beds: 1, price: 400),
    ]
    draft.people = ["王五", "李小明", "李小明"].enumerated().map { index, name in
      var entry = person(index + 2, name, group: index < 2 ? "城关镇" : "石桥镇")
      entry.gender = .male
      entry.entitlement = index == 0 ? .suite : .twin
      entry.phone = "1380000000\(index)"
      return entry
    }
    draft.people[0].title = "镇长"
    draft.people[2].checkIn = Day(number: firstNight + 1)
    change(&draft)
    return try Event(draft)
  }

  /// Hotels of twelve floors with 23 rooms each, and groups of 86 people.
  static func hotels(_ hotels: Int, groups: Int) throws -> Event {
    var draft = EventDraft(settings: Settings(name: "第一次会议"))
    draft.settings.start = Day(number: firstNight)
    draft.settings.end = Day(number: firstNight + 4)
    draft.rooms = (0..<hotels * 12 * 23).map { number in
      let (hotel, floor, door) = (number / 276, number / 23 % 12 + 2, number % 23 + 1)
      let type: RoomType = door == 1 ? .suite : door < 5 ? .single : .twin
      return Room(
        row: number + 2, hotel: ["北辰宾馆", "金桥大厦", "友谊饭店", "湖滨宾馆", "中原饭店", "迎宾馆", "会议中心"][hotel % 7],
        floor: String(floor), number: "\(floor)\(door < 10 ? "0" : "")\(door)", type: type,
        beds: door < 5 ? 1 : 2,
        price: type.level * 200 + floor * 10, isAccessible: door == 5)
    }
    draft.people = (0..<groups * 86).map { number in
      let name = ["王建国", "李丽", "欧阳少东", "阿不都热合曼·买买提", "张伟", "王芳"][number % 6]
      var entry = person(number + 2, name, group: "第\(number / 86 + 1)代表团")
      entry.gender = number % 2 == 0 ? .male : .female
      entry.entitlement = number % 86 < 2 ? .suite : number % 86 < 10 ? .single : .twin
      entry.checkIn = Day(number: firstNight - (number % 7 == 0 ? 1 : 0))
      entry.checkOut = Day(number: firstNight + 5 - (number % 11 == 0 ? 1 : 0))
      return entry
    }
    return try Event(draft)
  }

  /// Everybody in the first room of a fitting type that has a bed; two of one gender at most in a twin.
  static func roomPlan(_ event: Event) -> RoomPlan {
    let rooms = event.roomStock?.rooms ?? []
    var free = rooms.map(\.beds)
    var gender = [Gender?](repeating: nil, count: rooms.count)
    var first: [Int: Int] = [:]
    var plan = RoomPlan(assignments: [])
    for person in event.people.indices where event.people[person].stay != nil {
      let level =
        event.people[person].entitlement == .suite ? 3 : event.people[person].entitlement == .single ? 2 : 1
      let key = level * 2 + (event.people[person].gender == .male ? 0 : 1)
      let room = (first[key, default: 0]..<rooms.count).first { room in
        rooms[room].type.level == level && free[room] > 0
          && (gender[room] == nil || gender[room] == event.people[person].gender)
      }
      guard let room else {
        plan.unplaced.append(Unplaced(person: person, module: .rooms, reason: .told("full")))
        continue
      }
      first[key] = room
      free[room] -= 1
      gender[room] = event.people[person].gender
      plan.assignments.append(RoomAssignment(person: person, room: room))
    }
    return plan
  }
}
