import Assembly
import Localization

// What the pages of the vehicles say.
extension Wording {
  static let vehicles = Phrase("用车安排", "Vehicles")
  static let notCarried = Phrase("未安排车辆", "Not carried")
  static let fleetOverDay = Phrase("车辆运行图", "The fleet over the day")
  static let pickup = Phrase("接站", "Pick-up")
  static let dropoff = Phrase("送站", "Drop-off")
  static let transfer = Phrase("会议用车", "Transfer")
  static let emptyDrive = Phrase("空驶", "Empty")
  static let waiting = Phrase("等候", "Waiting")
  static let departures = Phrase("发车表", "Departures")
  static let driver = Phrase("司机", "Driver")
  static let pickupTable = Phrase("接站安排表", "Pick-ups")
  static let dropoffTable = Phrase("送站安排表", "Drop-offs")

  static let boardHeader = [
    Phrase("发车", "Leaves"), Phrase("车号", "No."), Phrase("车牌", "Plate"), Phrase("开往", "To"),
    Phrase("到达", "Arrives"), Phrase("事由", "For"), Phrase("人数", "People"), Phrase("单位", "Groups"),
    Phrase("车长", "Leader"),
  ]
  static let driverHeader = [
    Phrase("发车", "Leaves"), Phrase("从", "From"), Phrase("到", "To"), Phrase("到达", "Arrives"),
    Phrase("事由", "For"), Phrase("人数", "People"), Phrase("车长", "Leader"), Phrase("车长电话", "Leader's phone"),
  ]

  static func journeyHeader(isPickup: Bool) -> [Phrase] {
    [
      isPickup ? Phrase("到达", "Arrives") : Phrase("返程", "Departs"), Phrase("地点", "Place"),
      Phrase("班次", "Service"), Phrase("单位", "Group"), Phrase("姓名", "Names"), Phrase("人数", "People"),
      Phrase("发车", "Leaves"), isPickup ? Phrase("送往", "To") : Phrase("接自", "From"),
      Phrase("车辆", "Vehicle"), Phrase("司机、电话", "Driver, phone"),
    ]
  }

  static func fleetSummary(vehicles: Int, runs: Int, rides: Int) -> Phrase {
    Phrase(
      "用车 \(vehicles.inThrees) 辆 · \(runs.inThrees) 趟 · \(rides.inThrees) 人次",
      "\(vehicles.inThrees) vehicles · \(runs.inThrees) runs · \(rides.inThrees) rides")
  }

  static func people(_ count: Int) -> Phrase {
    Phrase("\(count.inThrees)人", count == 1 ? "1 person" : "\(count.inThrees) people")
  }

  static func seats(_ count: Int) -> Phrase {
    Phrase("\(count)座", count == 1 ? "1 seat" : "\(count) seats")
  }

  /// Hours and minutes that a driver drives on a day.
  static func atTheWheel(minutes: Int) -> Phrase {
    let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
    return Phrase("驾驶 \(hours) 小时 \(rest) 分", "at the wheel \(hours) h \(rest) min")
  }

  /// “3月5日”.
  static func fullDay(_ day: Day) -> Phrase {
    let (_, month, number) = day.components
    return Phrase("\(month)月\(number)日", shortDay(day).english)
  }
}
