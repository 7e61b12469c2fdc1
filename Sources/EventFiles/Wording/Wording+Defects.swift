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
    case .nightsAfterDeparture: Phrase("离店日期晚于返程当天", "check-out comes after the day of departure")
    case .endBeforeStart: Phrase("结束日期早于开始日期", "the event ends before it starts")
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
      Phrase("主席台最多 \(grouped(limit)) 个座位", "a rostrum has at most \(grouped(limit)) seats")
    case .unusableSeatNumbers:
      Phrase("起号、止号与间隔不相配", "the numbers of the first and last seat do not fit the step")
    case .tooManySeats(let limit):
      Phrase("会场最多 \(grouped(limit)) 个座位", "a hall has at most \(grouped(limit)) seats")
    case .duplicateSeat(let seat, let row):
      Phrase(
        "本区本排 \(seat) 号已在第 \(row) 行", "seat \(seat) of this section and row already stands in row \(row)")
    case .noSuchSeatInLine(let seats): noSuchSeatInLine(seats)
    case .positionMissing:
      Phrase("同排其他座位给出了横位，此处也须给出", "others of this row have an x, so that this one must have one")
    case .rowAtTwoDistances: Phrase("同区同排的纵位应相同", "one row of a section cannot have two values of y")
    case .seatsOverlap(let row):
      Phrase("与第 \(row) 行的座位重叠", "these seats lie on those of row \(row)")
    case .noSuchSeat: Phrase("没有这个座位", "there is no such seat")
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
    case .wheelchairPlacesNotOffered(let people):
      Phrase(
        "会场表没有轮椅位，\(people) 人的轮椅需求无法安排",
        "the hall lists no wheelchair places: the need of \(people == 1 ? "1 person" : "\(people) people") binds nothing"
      )
    }
  }

  private static func noSuchSeatInLine(_ seats: ClosedRange<Int>) -> Phrase {
    let text = seats.count == 1 ? "\(seats.lowerBound)" : "\(seats.lowerBound)-\(seats.upperBound)"
    return Phrase("本行没有 \(text) 号座位", "this line has no seat \(text)")
  }

  /// A few rows in full, of many the first.
  private static func chinese(_ rows: [Int]) -> String {
    let first = rows.prefix(10).map { String($0) }.joined(separator: "、")
    return rows.count > 10 ? "第 \(first) 等 \(rows.count) 行" : "第 \(first) 行"
  }

  private static func english(_ rows: [Int]) -> String {
    let first = rows.prefix(10).map { String($0) }.joined(separator: ", ")
    return rows.count > 10 ? "rows \(first) and \(rows.count - 10) more" : "rows \(first)"
  }

  /// A number with its digits in threes.
  static func grouped(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return (number < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
  }
}
