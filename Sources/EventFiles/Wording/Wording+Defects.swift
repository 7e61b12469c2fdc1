import Assembly
import Localization
import Tables

// Sentences about tables that cannot hold together. Other rows are told by number: nothing but the cell at fault is
// quoted.
extension Wording {
  /// What is the matter.
  static func message(of fault: Defect.Fault) -> Phrase {
    switch fault {
    case .noPeople: Phrase("名单中一个人也没有", "there is nobody in the list")
    case .duplicateID(let row): Phrase("编号与第 \(row) 行重复", "row \(row) has the same id")
    case .unknownPerson(let name):
      Phrase("名单中没有编号或姓名为“\(shown(name))”的人", "nobody has the id or name “\(shown(name))”")
    case .ambiguousPerson(let name, let rows):
      Phrase(
        "“\(shown(name))”有重名（\(chinese(rows))），请改用编号",
        "several people are named “\(shown(name))” (\(english(rows))); give the id instead")
    case .namesThemself: Phrase("不能指本人", "this names the person of this very row")
    case .equalRanks(let rows):
      Phrase(
        "位次相同（\(chinese(rows))），按名单先后排列", "equal ranks (\(english(rows))); they keep the order of the list")
    case .sameName(let rows): Phrase("姓名相同（\(chinese(rows))）", "people of one name (\(english(rows)))")
    case .checkOutNotAfterCheckIn: Phrase("离店日期应晚于入住日期", "check-out must come after check-in")
    case .departureBeforeArrival: Phrase("返程时间早于到达时间", "departure comes before arrival")
    case .nightsBeforeArrival: Phrase("入住日期早于到达当天", "check-in comes before the day of arrival")
    case .nightWithoutBed:
      Phrase("到达与返程之间有一夜没有住处", "there is a night between arrival and departure without a bed")
    case .nightsAfterDeparture: Phrase("离店日期晚于返程当天", "check-out comes after the day of departure")
    case .endBeforeStart: Phrase("结束日期早于开始日期", "the event ends before it starts")
    case .farFromEvent(let year, _):
      Phrase(
        "离会期超过 14 天，请检查年份（\(year) 年）和月份",
        "this is more than 14 days away from the event; check the year, \(year), and the month")
    case .groupNotListed: Phrase("“分组”表里没有这个分组", "the table groups does not list this group")
    case .askedWithoutTable(let table, let people):
      Phrase(
        "\(people) 人需要，但没有“\(table.chinese)”表，这一项不安排",
        "\(people == 1 ? "1 person asks" : "\(people) people ask") for it, but there is no table "
          + "\(table.rawValue): nothing is planned of it")
    case .nobodyAsks: Phrase("有这张表，但名单里没有人需要", "the table is there, but nobody in the list asks for it")
    case .duplicateGroup(let row): Phrase("与第 \(row) 行是同一分组", "the group already stands in row \(row)")
    case .equalOrders(let rows):
      Phrase(
        "顺序相同（\(chinese(rows))），按名单先后排列",
        "equal orders (\(english(rows))); they follow the order of the list")
    case .groupWithoutPeople: Phrase("名单中没有此分组的人", "nobody in the list belongs to this group")
    case .unknownSection(let name):
      Phrase("会场没有“\(shown(name))”区", "the hall has no section “\(shown(name))”")
    case .duplicateRostrumRow(let row):
      Phrase("此排已在第 \(row) 行", "this row of seats already stands in row \(row)")
    case .rostrumTooLarge(let limit):
      Phrase("主席台最多 \(limit.inThrees) 个座位", "a rostrum has at most \(limit.inThrees) seats")
    case .unusableSeatNumbers:
      Phrase("起号、止号与间隔不相配", "the numbers of the first and last seat do not fit the step")
    case .numbersUnlikeNeighbours:
      Phrase(
        "此排座号的走向或间隔与前后各排不同，请核对起号、止号与间隔",
        "the seats of this row are numbered otherwise than those of the rows about it; check first, last and step"
      )
    case .tooManySeats(let limit):
      Phrase("会场最多 \(limit.inThrees) 个座位", "a hall has at most \(limit.inThrees) seats")
    case .duplicateSeat(let seat, let row):
      Phrase(
        "本区本排 \(seat) 号已在第 \(row) 行", "seat \(seat) of this section and row already stands in row \(row)")
    case .noSuchSeatInLine(let seats): Phrase("本行没有 \(seats) 号座位", "this line has no seat \(seats)")
    case .positionMissing:
      Phrase("同排其他座位给出了横位，此处也须给出", "others of this row have an x, so that this one must have one")
    case .rowAtTwoDistances: Phrase("同区同排的纵位应相同", "one row of a section cannot have two values of y")
    case .seatsOverlap(let row):
      Phrase("与第 \(row) 行的座位重叠", "these seats lie on those of row \(row)")
    case .noSuchSeat: Phrase("没有这个座位", "there is no such seat")
    case .seatInSeveralSections(let sections):
      Phrase(
        "没有写哪一区：\(sections.prefix(5).map { shown($0) }.joined(separator: "、"))\(sections.count > 5 ? "等" : "")都有这个座位",
        "which section? \(sections.prefix(5).map { shown($0) }.joined(separator: ", "))\(sections.count > 5 ? " and more" : "") have this seat"
      )
    case .seatTableMissing(let table):
      Phrase("没有“\(table.chinese)”表，此项不起作用", "there is no table \(table.rawValue): this binds nothing")
    case .centreHasNoPlace:
      Phrase("并列首席时单数排的正中不设座", "with two equal heads nobody sits in the centre of an odd front row")
    case .rostrumSeatForOther:
      Phrase("只有类别为主席台的人坐主席台", "only people of the role rostrum sit on the rostrum")
    case .hallSeatForRostrum:
      Phrase("类别为主席台的人不坐会场", "people of the role rostrum do not sit in the hall")
    case .besideBindsNothing:
      Phrase("双方不在同一场地就座，此项不起作用", "the two do not sit in the same place: this binds nothing")
    case .sidesSwapped(let left, let right):
      Phrase(
        "面向主席台看，“\(left)”在“\(right)”的右边；若不是按主席台的方向命名，请调换两区的行或更正“横位”",
        "facing the stage, \(left) lies to the right of \(right); unless they are named as seen from the stage, exchange their lines or correct x"
      )
    case .middleAtASide(let middle, let left, let right):
      Phrase(
        "“\(middle)”不在“\(left)”和“\(right)”之间；各区按表中每排的先后从观众左手排到右手，请调整各行的次序或填写“横位”",
        "\(middle) is not between \(left) and \(right): sections of a row stand from the audience's left as they are listed; put the lines in order or give x"
      )
    case .sectionsUnlikeOtherRows(let left, let right):
      Phrase(
        "这一排“\(left)”列在“\(right)”之前，与多数排相反；各区按表中每排的先后从观众左手排到右手，请调整各行的次序或填写“横位”",
        "this row lists \(left) before \(right), most rows the other way round: sections of a row stand from the audience's left as they are listed; put the lines in order or give x"
      )
    case .wheelchairPlacesNotOffered(let people):
      Phrase(
        "会场表没有轮椅位，\(people) 人的轮椅需求无法安排",
        "the hall lists no wheelchair places: the need of \(people == 1 ? "1 person" : "\(people) people") binds nothing"
      )
    case .duplicateRoom(let row): Phrase("这家酒店的此房号已在第 \(row) 行", "row \(row) has the same room of this hotel")
    case .countsAsTwin(_, let rooms):
      Phrase(
        "不是套房、单间或标间，按标间计（共 \(rooms.inThrees) 间）",
        "no suite, single or twin: counts as a twin (\(rooms == 1 ? "1 room" : "\(rooms.inThrees) rooms"))")
    case .availableOnNoNight:
      Phrase("可用止应晚于可用起，否则没有一晚可用", "to must come after from: the room can be used on no night")
    case .unknownHotel(let name):
      Phrase("房间表没有“\(shown(name))”这家酒店或房间", "no hotel or room of the table rooms is named “\(shown(name))”")
    case .unknownRoom: Phrase("这家酒店没有此房号", "the hotel has no such room")
    case .genderMissing:
      Phrase("与他人同住一间，须填性别", "this person shares a room, so that the gender must be told")
    case .gendersMissing(let people):
      Phrase(
        "\(people.inThrees) 人与他人同住一间，须填性别",
        "\(people == 1 ? "1 person shares a room" : "\(people.inThrees) people share rooms"): their gender must be told"
      )
    case .stayWithoutDates(let rows):
      Phrase(
        "要住宿，但此处与会议表都没有日期（\(chinese(rows))）",
        "there is to be a room, but neither here nor in the table event is a date (\(english(rows)))")
    case .stayTooLong(let limit):
      Phrase("住宿最多 \(limit) 晚，请检查年份", "a stay has at most \(limit) nights; check the year")
    case .roomWishBindsNothing:
      Phrase("此人不住宿，不为其留房", "this person does not sleep at the hotels: no room is kept")
    case .roommateBindsNothing:
      Phrase("双方不都住宿，此项不起作用", "not all of them sleep at the hotels: this binds nothing")
    case .roommatesTooMany(let people, let beds): tooManySharers(people, beds: beds)
    case .noAccessibleRoom(let people):
      Phrase(
        "没有一间房是无障碍的，\(people) 人的轮椅需求无法满足，将没有床位",
        "no room is accessible: \(people == 1 ? "1 person" : "\(people) people") with a wheelchair will have no bed"
      )
    case .accessibleRoomsNotOffered(let people):
      Phrase(
        "房间表没有“无障碍”列，\(people) 人的轮椅需求无法安排",
        "the rooms have no column accessible: the need of \(people == 1 ? "1 person" : "\(people) people") binds nothing"
      )
    case .sumTooLarge:
      Phrase(
        "权重或房价过大，合计超出可计算的范围；请改小",
        "weights or prices are so large that their sums cannot be computed; make them smaller")
    case .fleet(let fault): message(of: fault)
    case .dining(let fault): message(of: fault)
    case .staff(let fault): message(of: fault)
    }
  }

  /// A few rows in full, of many the first.
  static func chinese(_ rows: [Int]) -> String {
    let first = rows.prefix(10).map { String($0) }.joined(separator: "、")
    return rows.count > 10 ? "第 \(first) 等 \(rows.count) 行" : "第 \(first) 行"
  }

  static func english(_ rows: [Int]) -> String {
    let first = rows.prefix(10).map { String($0) }.joined(separator: ", ")
    return rows.count > 10 ? "rows \(first) and \(rows.count - 10) more" : "rows \(first)"
  }

  static func roomsWithoutPrice(rows: [Int]) -> Phrase {
    Phrase(
      "\(chinese(rows))没有房价，按 0 元计", "no price in \(english(rows)): counted as 0 yuan")
  }
}
