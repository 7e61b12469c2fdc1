import Assembly
import Documents

/// Events made up for the tests, and plans that seat people in listed order.
enum Example {
  static func person(_ row: Int, _ name: String, group: String? = nil, role: Role = .delegate) -> PersonEntry
  {
    var entry = PersonEntry(row: row, id: "P\(row)", name: name)
    entry.groupName = group
    entry.role = role
    return entry
  }

  /// Seven on the rostrum; in the hall two sections of two rows of three, with one held seat and one wheelchair place.
  static func small(_ change: (inout EventDraft) -> Void = { _ in }) throws -> Event {
    var draft = EventDraft(settings: Settings(name: "青石县人民代表大会"))
    draft.people = (1...7).map { person($0 + 1, "主席\($0)", group: $0 < 3 ? "城关镇" : "石桥镇", role: .rostrum) }
    draft.people += ["王五", "李小明", "张三", "李小明"].enumerated().map { index, name in
      var entry = person(index + 9, name, group: index < 2 ? "城关镇" : "石桥镇")
      entry.title = index == 1 ? "镇长" : ""
      return entry
    }
    draft.rostrum = [
      RostrumRow(tableRow: 2, number: 1, seats: 5), RostrumRow(tableRow: 3, number: 2, seats: 2),
    ]
    draft.hall = [1, 2].flatMap { row in
      ["左区", "右区"].enumerated().map { section, name in
        HallLine(
          tableRow: row * 2 + section, section: name, row: .number(row), first: section * 3 + 1,
          last: section * 3 + 3)
      }
    }
    draft.hall?[0].reservation = .seats([.range(1...1)])
    draft.hall?[0].wheelchair = [.range(2...2)]
    change(&draft)
    return try Event(draft)
  }

  /// A fan of five sections with 35 groups: about 3,700 seats and 3,000 people.
  static func fan() throws -> Event {
    var draft = EventDraft(settings: Settings(name: "第一次会议"))
    for number in 0..<3_000 {
      let isOnRostrum = number % 18 == 0
      draft.people.append(
        person(
          number + 2, ["王建国", "李丽", "欧阳少东", "阿不都热合曼·买买提"][number % 4], group: "第\(number / 86 + 1)团",
          role: isOnRostrum ? .rostrum : .delegate))
    }
    draft.rostrum = (1...7).map { RostrumRow(tableRow: $0 + 1, number: $0, seats: 21 + $0) }
    draft.hall = (1...42).flatMap { row in
      ["左区", "左中区", "中区", "右中区", "右区"].enumerated().map { section, name in
        HallLine(tableRow: row * 5 + section, section: name, row: .number(row), first: 1, last: 12 + row / 4)
      }
    }
    return try Event(draft)
  }

  /// People of the rostrum on its seats from the front row and from the left; places count along.
  static func rostrumPlan(_ event: Event) -> RostrumPlan {
    let seats = (event.rostrum?.rows ?? []).flatMap { row in
      (1...row.seats).map { RostrumSeat(row: row.number, seat: $0) }
    }
    let people = event.people.indices.filter { event.people[$0].isDueOnRostrum }
    return RostrumPlan(
      assignments: zip(zip(people, seats), 1...).map {
        RostrumAssignment(person: $0.0, seat: $0.1, place: $1)
      },
      unplaced: people.dropFirst(seats.count).map {
        Unplaced(person: $0, module: .rostrum, reason: .rostrumFull(seats: seats.count, due: people.count))
      })
  }

  /// People of the hall on its free seats in listed order.
  static func hallPlan(_ event: Event) -> HallPlan {
    let seats = event.hall?.seats ?? []
    let free = seats.indices.filter { !seats[$0].isHeld && seats[$0].role == nil }
    let people = event.groups.flatMap(\.members).filter { event.people[$0].isDueInHall }
    return HallPlan(
      assignments: zip(people, free).map { HallAssignment(person: $0, seat: $1) },
      unplaced: people.dropFirst(free.count).map {
        Unplaced(person: $0, module: .hall, reason: .hallFull(seats: free.count, due: people.count))
      })
  }

  static func map(_ event: Event) -> SeatMap {
    SeatMap(event: event, rostrum: rostrumPlan(event), hall: hallPlan(event))
  }
}
