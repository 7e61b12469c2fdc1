import Assembly
import EventFiles
import Localization

/// What was read of an event, so that a wrong table is seen before its plan: people by role, then what each module has
/// to give, then the agenda.
struct EventOverview {
  private let event: Event

  init(_ event: Event) {
    self.event = event
  }

  /// A line for the people, and one for each table of places that is there.
  func lines(in language: Language) -> [String] {
    let modules = Module.allCases.map { ($0.plan as? any SummarizedPlan.Type)?.offer(of: event) }
    return ([people] + modules + [agenda]).compactMap { $0?[language] }
  }

  private var people: Phrase {
    var present: [Role: Int] = [:]
    var absent = 0
    for person in event.people {
      if person.isAbsent { absent += 1 } else { present[person.role, default: 0] += 1 }
    }
    let roles = Role.allCases.compactMap { role in present[role].map { Wording.role(role, $0) } }
    let all = roles + (absent == 0 ? [] : [Wording.absent(absent)])
    return Wording.overview(people: event.people.count, groups: event.groups.count, parts: all)
  }

  private var agenda: Phrase? {
    let days = event.agenda.byDay.count
    return days == 0 ? nil : Wording.overview(agenda: event.agenda.count, days: days)
  }
}

// What each module has to give.

extension RostrumPlan {
  static func offer(of event: Event) -> Phrase? {
    event.rostrum.map { rostrum in
      Wording.overview(rostrumRows: rostrum.rows.count, seats: rostrum.rows.reduce(0) { $0 + $1.seats })
    }
  }
}

extension HallPlan {
  static func offer(of event: Event) -> Phrase? {
    event.hall.map { hall in
      var seats = hall.sections.map { _ in 0 }
      for seat in hall.seats { seats[seat.section] += 1 }
      let parts = zip(hall.sections, seats).prefix(12).map { Phrase("\($0) \($1)") }
      return Wording.overview(seats: hall.seats.count, parts: parts, sections: hall.sections.count)
    }
  }
}

extension RoomPlan {
  static func offer(of event: Event) -> Phrase? {
    event.roomStock.map { stock in
      var kinds: [(type: RoomType, rooms: Int)] = []
      for room in stock.rooms {
        if let known = kinds.firstIndex(where: { $0.type == room.type }) {
          kinds[known].rooms += 1
        } else {
          kinds.append((room.type, 1))
        }
      }
      let stays = event.people.compactMap(\.stay)
      return Wording.overview(
        rooms: stock.rooms.count, beds: stock.rooms.reduce(0) { $0 + $1.beds },
        types: kinds.prefix(8).map { Wording.roomType($0.type, $0.rooms) }, lodged: stays.count,
        nights: stays.reduce(0) { $0 + $1.nights.count },
        from: stays.map(\.checkIn).min(), until: stays.map(\.checkOut).max())
    }
  }
}

extension TablePlan {
  static func offer(of event: Event) -> Phrase? {
    event.diningHall.map { hall in
      Wording.overview(
        tables: hall.tables.count, seats: hall.tables.reduce(0) { $0 + $1.seats },
        meals: hall.meals.filter { !$0.isEmpty }, diners: event.people.count { $0.isDueAtTable })
    }
  }
}

extension DiscussionPlan {
  static func offer(of event: Event) -> Phrase? {
    event.discussion.map { discussion in
      Wording.overview(
        discussionGroups: discussion.groups.count, sessions: discussion.sessions.count,
        rooms: discussion.rooms.count)
    }
  }
}

extension StaffPlan {
  static func offer(of event: Event) -> Phrase? {
    event.staffing.map { staffing in
      Wording.overview(
        duties: staffing.rules.count, staff: event.people.count { $0.role == .staff && !$0.isAbsent })
    }
  }
}

extension VehiclePlan {
  static func offer(of event: Event) -> Phrase? {
    event.fleet.map { fleet in
      Wording.overview(
        vehicles: fleet.vehicles.count, seats: fleet.vehicles.reduce(0) { $0 + $1.seats },
        pickups: event.people.count { !$0.isAbsent && $0.arrival.isCarried },
        dropoffs: event.people.count { !$0.isAbsent && $0.departure.isCarried },
        transfers: fleet.transfers.count)
    }
  }
}

// What the lines say.
extension Wording {
  fileprivate static func role(_ role: Role, _ count: Int) -> Phrase {
    switch role {
    case .rostrum: Phrase("主席台 \(count)", "\(count) on the rostrum")
    case .delegate: Phrase("代表 \(count)", counted(count, "delegate"))
    case .observer: Phrase("列席 \(count)", counted(count, "observer"))
    case .guest: Phrase("特邀 \(count)", counted(count, "guest"))
    case .press: Phrase("记者 \(count)", "\(count) of the press")
    case .staff: Phrase("工作人员 \(count)", "\(count) of the staff")
    }
  }

  fileprivate static func absent(_ count: Int) -> Phrase {
    Phrase("请假 \(count)", "\(count) absent")
  }

  fileprivate static func overview(people: Int, groups: Int, parts: [Phrase]) -> Phrase {
    Phrase(
      "名单：\(people) 人（\(joined(parts).chinese)），\(groups) 个分组",
      "list: \(counted(people, "person", "people")) (\(joined(parts).english)) in \(counted(groups, "group"))"
    )
  }

  fileprivate static func overview(rostrumRows rows: Int, seats: Int) -> Phrase {
    Phrase("主席台：\(rows) 排 \(seats) 座", "rostrum: \(counted(seats, "seat")) in \(counted(rows, "row"))")
  }

  fileprivate static func overview(seats: Int, parts: [Phrase], sections: Int) -> Phrase {
    let more = sections > parts.count
    return Phrase(
      "会场：\(seats) 座（\(joined(parts).chinese)\(more ? "等 \(sections) 区" : "")）",
      "hall: \(counted(seats, "seat")) (\(joined(parts).english)\(more ? " and more" : ""))")
  }

  fileprivate static func roomType(_ type: RoomType, _ count: Int) -> Phrase {
    let isWord = if case .shared = type { [.twin, .triple, .double].contains(type) } else { true }
    let name = type.name
    return Phrase(
      "\(name.chinese) \(count)", isWord ? counted(count, name.english) : "\(count) \(name.english)")
  }

  fileprivate static func overview(
    rooms: Int, beds: Int, types: [Phrase], lodged: Int, nights: Int, from: Day?, until: Day?
  ) -> Phrase {
    let days = from.flatMap { first in until.map { "\(first) – \($0)" } } ?? ""
    return Phrase(
      "住宿：\(rooms) 间 \(beds) 床（\(joined(types).chinese)）；住 \(lodged) 人 \(nights) 人晚"
        + (days.isEmpty ? "" : "（\(days)）"),
      "hotels: \(counted(rooms, "room")) with \(counted(beds, "bed")) (\(joined(types).english)); "
        + "\(lodged) to lodge for \(counted(nights, "night"))" + (days.isEmpty ? "" : " (\(days))"))
  }

  fileprivate static func overview(
    vehicles: Int, seats: Int, pickups: Int, dropoffs: Int, transfers: Int
  ) -> Phrase {
    Phrase(
      "车辆：\(vehicles) 辆 \(seats) 座；接站 \(pickups) 人，送站 \(dropoffs) 人，用车 \(transfers) 次",
      "vehicles: \(vehicles) with \(counted(seats, "seat")); \(pickups) to pick up, \(dropoffs) to drop off, "
        + counted(transfers, "transfer"))
  }

  fileprivate static func overview(tables: Int, seats: Int, meals: [String], diners: Int) -> Phrase {
    let names =
      meals.isEmpty
      ? Phrase("")
      : Phrase(
        "（\(joined(meals.map { Phrase($0) }).chinese)）", " (\(joined(meals.map { Phrase($0) }).english))")
    return Phrase(
      "餐桌：\(tables) 桌 \(seats) 座\(names.chinese)；就餐 \(diners) 人",
      "tables: \(tables) with \(counted(seats, "seat"))\(names.english); \(diners) to dine")
  }

  fileprivate static func overview(discussionGroups groups: Int, sessions: Int, rooms: Int) -> Phrase {
    Phrase(
      "讨论：\(groups) 组 \(sessions) 场，讨论室 \(rooms) 间次",
      "discussion: \(counted(groups, "group")) in \(counted(sessions, "session")), \(rooms) times a room")
  }

  fileprivate static func overview(duties: Int, staff: Int) -> Phrase {
    Phrase(
      "分工：\(duties) 类岗位，工作人员 \(staff) 人",
      "staff: \(counted(duties, "kind")) of posts, \(counted(staff, "person", "people")) of the staff")
  }

  fileprivate static func overview(agenda items: Int, days: Int) -> Phrase {
    Phrase("日程：\(items) 项，\(days) 天", "agenda: \(counted(items, "item")) on \(counted(days, "day"))")
  }

  private static func joined(_ parts: [Phrase]) -> Phrase {
    Phrase(parts.map(\.chinese).joined(separator: "、"), parts.map(\.english).joined(separator: ", "))
  }
}
