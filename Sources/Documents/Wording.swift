import Assembly
import Localization

/// Everything that documents say, in both languages.
enum Wording {
  static let seatMap = Phrase("座位图", "Seat map")
  static let rostrum = Phrase("主席台", "Rostrum")
  static let groups = Phrase("图例", "Groups")
  static let emptySeat = Phrase("空座", "Empty seat")
  static let heldSeat = Phrase("预留", "Held")
  static let wheelchairPlace = Phrase("轮椅位", "Wheelchair place")
  static let changedSeat = Phrase("有变动", "Changed")
  static let unplaced = Phrase("未安排", "Not placed")
  static let absent = Phrase("请假", "Absent")
  static let notSeated = Phrase("不排座", "No seat wanted")

  static func row(_ name: PrintedName) -> Phrase {
    Phrase("\(name)排", "Row \(name)")
  }

  static func seat(row: PrintedName, number: PrintedName) -> Phrase {
    Phrase("\(row)排\(number)号", "Row \(row) Seat \(number)")
  }

  static func rows(_ first: PrintedName, _ last: PrintedName) -> Phrase {
    if case .number(let one) = first, case .number(let other) = last, one > other { return rows(last, first) }
    return first == last ? row(first) : Phrase("\(first)–\(last)排", "Rows \(first)–\(last)")
  }

  /// A part of rows that are cut, from the left of the map.
  static func strip(_ place: Int, of count: Int) -> Phrase {
    guard count == 2 else { return Phrase("（自左第\(place + 1)段）", " (part \(place + 1) from the left)") }
    return place == 0 ? Phrase("（左半）", " (left half)") : Phrase("（右半）", " (right half)")
  }

  static func floor(_ number: Int) -> Phrase {
    Phrase("\(number)楼", "Floor \(number)")
  }

  static func place(_ place: Int) -> Phrase {
    Phrase("第\(place)位", "Place \(place)")
  }

  static func group(_ group: Group) -> Phrase {
    switch group.kind {
    case .named(let name): Phrase(name)
    case .role(let role): role.name.capitalized
    }
  }

  /// “2026年3月5日至2026年3月9日”.
  static func dates(_ start: Day?, _ end: Day?) -> Phrase? {
    guard let first = start ?? end else { return nil }
    guard let last = end, last != first else { return date(first) }
    return Phrase(
      "\(date(first).chinese)至\(date(last).chinese)", "\(date(first).english) to \(date(last).english)")
  }

  private static func date(_ day: Day) -> Phrase {
    let (year, month, number) = day.components
    return Phrase("\(year)年\(month)月\(number)日", day.description)
  }
}

// MARK: The legend of the seat map

extension Wording {
  static func people(hall: Int?, rostrum: Int?) -> Phrase {
    switch (hall, rostrum) {
    case (let hall?, let rostrum?) where rostrum > 0:
      Phrase("\(hall)人 台上\(rostrum)人", "\(hall) + \(rostrum) rostrum")
    case (let hall?, _): Phrase("\(hall)人", "\(hall)")
    case (nil, let rostrum?): Phrase("\(rostrum)人", "\(rostrum)")
    case (nil, nil): Phrase("")
    }
  }

  static func total(hall: Int?, rostrum: Int?, unplaced: Int) -> Phrase {
    var parts: [Phrase] = []
    if let hall { parts.append(Phrase("会场就座\(hall)人", "\(hall) seated in the hall")) }
    if let rostrum { parts.append(Phrase("主席台就座\(rostrum)人", "\(rostrum) on the rostrum")) }
    if unplaced > 0 { parts.append(Phrase("未安排\(unplaced)人", "\(unplaced) not placed")) }
    return Phrase(
      parts.map(\.chinese).joined(separator: "，"), parts.map(\.english).joined(separator: ", "))
  }

  static let numbersInSeats = Phrase(
    "每座右下角为座位号；左下角深色数字为单位编号，标在每一段的第一座。",
    "In each seat: bottom right its number; bottom left, where a group begins in a row, the number of the group."
  )

  static let sidesOfRostrum = Phrase(
    "左右以就座者为准：主席台就座者面向会场，其左手在本图右侧；主席台座位号从观众左侧（本图左侧）数起。",
    "Left and right are the seated persons' own: on the rostrum they face the hall, so their left is the page's right. "
      + "Rostrum seats are numbered from the audience's left, the page's left.")

  static let sidesOfHall = Phrase(
    "左右以就座者为准：会场就座者面向主席台，其左手在本图左侧。",
    "Left and right are the seated persons' own: in the hall they face the rostrum, so their left is the page's left."
  )

  static func highSide(_ side: Side) -> Phrase {
    switch side {
    case .left: Phrase("尊位：左为上（单数排中2号在1号左手）", "High side: left (in odd rows No. 2 sits at No. 1's left hand)")
    case .right:
      Phrase("尊位：右为上（单数排中2号在1号右手）", "High side: right (in odd rows No. 2 sits at No. 1's right hand)")
    }
  }

  static func evenRule(_ rule: EvenRule) -> Phrase {
    switch rule {
    case .left: Phrase("双数排：居左（2号总在1号的尊位一侧）", "Even rows: No. 2 always at No. 1's high hand")
    case .pair:
      Phrase("双数排：并列（1号、2号共居正中，1号居尊位）", "Even rows: the two heads share the middle, No. 1 on the high side")
    }
  }

  static func twoRule(_ rule: EvenRule) -> Phrase {
    Phrase("两人排：\(rule == .left ? "居左" : "并列")", "Rows of two: \(rule == .left ? "high hand" : "pair")")
  }

  static let equalHeads = Phrase("第一排两位首席并列", "Two equal heads in row 1")
}

// MARK: The page around the seat map

extension Wording {
  static let search = Phrase("查姓名、拼音首字母、单位或座位", "Find a name, group or seat")
  static let searchRooms = Phrase("查姓名、拼音首字母、单位或房号", "Find a name, group or room")
  static let searchRides = Phrase("查姓名、拼音首字母、单位或班次", "Find a name, group or service")
  static let previous = Phrase("上一个", "Previous")
  static let next = Phrase("下一个", "Next")
  static let smaller = Phrase("缩小", "Smaller")
  static let larger = Phrase("放大", "Larger")
  static let whole = Phrase("全图", "Whole map")
  static let print = Phrase("打印", "Print")
  static let oneSheet = Phrase("A3 一张", "One A3 sheet")
  static let severalPages = Phrase("A4 分页", "A4 pages")
  static let nobodyFound = Phrase("没有找到", "Nothing found")
  static let moreFound = Phrase("更多未列出", "More are not listed")
  static let close = Phrase("关闭", "Close")
}

// MARK: The seat list

extension Wording {
  static let listHeader = [
    Phrase("名单", "List"), Phrase("序号", "No."), Phrase("姓名", "Name"), Phrase("单位/代表团", "Group"),
    Phrase("职务", "Title"), Phrase("区", "Section"), Phrase("座位", "Seat"),
  ]
  static let byGroup = Phrase("按单位", "By group")
  static let bySeat = Phrase("按座位", "By seat")
}
