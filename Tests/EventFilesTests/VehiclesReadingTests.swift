import Assembly
import Localization
import Testing

@testable import EventFiles

private let vehicles = "编号,座位数\nV1,4\n"
private let routes = "起点,终点,分钟\n会场,酒店,20\n机场,会场,40\n机场,酒店,30\n"
private let transfers = "编号,起点,终点,最早发车,最晚发车,乘车人\nT1,酒店,会场,2026-03-05 07:30,2026-03-05 08:10,all\n"

/// Lines of the example event with transport, some of its tables changed.
private func vehiclesLines(_ changes: [String: String?]) -> [String] {
  lines(["车辆.csv": vehicles, "线路.csv": routes, "用车.csv": transfers].merging(changes) { $1 })
}

@Suite struct VehiclesReading {
  @Test func `Vehicles, routes and transfers are read`() throws {
    let fleet = try #require(
      reading([
        "车辆.csv": "编号,车型,座位数,固定费用,每分钟费用,起点,可用起,可用止,车牌,司机,电话,无障碍\n"
          + "V1,大巴,45,800,4,机场,2026-03-04 08:00,2026-03-08 20:00,京A1,李四,139,是\nV2,,4,,,,,,,,,\n",
        "线路.csv": routes,
        "用车.csv": "编号,名称,起点,终点,最早发车,最晚发车,乘车人\n"
          + "T1,赴会,酒店,会场,2026-03-05 07:30,2026-03-05 08:10,全体\n",
      ]).event?.fleet)
    var coach = Vehicle(row: 2, id: "V1", seats: 45)
    (coach.kind, coach.fixed, coach.perMinute, coach.base) = ("大巴", 800, 4, "机场")
    coach.shifts = [Shift(from: moment(4, 8, 0), to: moment(8, 20, 0))]
    (coach.plate, coach.driver, coach.phone, coach.isAccessible) = ("京A1", "李四", "139", true)
    #expect(fleet.vehicles == [coach, Vehicle(row: 3, id: "V2", seats: 4)])
    #expect(fleet.offersAccessibleVehicles)
    #expect(fleet.minutes(from: "会场", to: "机场") == 40)
    var transfer = Transfer(
      row: 2, id: "T1", from: "酒店", to: "会场", earliest: moment(5, 7, 30), latest: moment(5, 8, 10),
      who: [.all])
    transfer.name = "赴会"
    #expect(fleet.transfers == [transfer])
  }

  @Test func `A transfer is fixed where its table says so`() throws {
    for (header, word) in [("对号", "是"), ("对号乘车", "√"), ("fixed", "yes")] {
      let table =
        "编号,起点,终点,最早发车,最晚发车,乘车人,\(header)\n"
        + "T1,酒店,会场,2026-03-05 07:30,2026-03-05 08:10,all,\(word)\n"
        + "T2,会场,酒店,2026-03-05 11:30,2026-03-05 12:10,all,\n"
      let fleet = try #require(reading(["车辆.csv": vehicles, "线路.csv": routes, "用车.csv": table]).event?.fleet)
      #expect(fleet.transfers.map(\.isFixed) == [true, false])
    }
  }

  @Test func `Sound tables of transport have nothing to tell`() {
    #expect(vehiclesLines([:]) == [])
  }

  @Test(arguments: [
    ("车辆.csv", "编号,座位数\nV1,0\n", "2:2: “0”：应为 1 到 1000 的整数"),
    ("车辆.csv", "编号,座位数\nV1,\n", "2:2: 应为 1 到 1000 的整数"),
    ("车辆.csv", "编号,座位数,固定费用\nV1,4,-1\n", "2:3: “-1”：应为 0 到 1000000 的整数"),
    ("车辆.csv", "编号,座位数,每分钟费用\nV1,4,2.5\n", "2:3: “2.5”：应为 0 到 1000000 的整数"),
    ("车辆.csv", "编号,座位数\nV1,4\nV1,5\n", "3:1: “V1”：编号与第 2 行重复"),
    (
      "车辆.csv", "编号,座位数,可用起,可用止\nV1,4,2026-03-05 09:00,2026-03-05 12:00\nV1,4,2026-03-05 11:00,\n",
      "3:3: “2026-03-05 11:00”：与第 2 行的时段重叠：同一辆车的各班次不能重叠"
    ),
    ("车辆.csv", "编号,座位数,车号\nV1,4,3\nV2,4,3\n", "3:3: “3”：第 2 行的车号相同"),
    ("车辆.csv", "编号,座位数\n专车,4\n", "2:1: “专车”：此编号表示“专车”，请换一个"),
    (
      "车辆.csv", "编号,座位数,可用起,可用止\nV1,4,2026-03-05 09:00,2026-03-05 09:00\n",
      "2:4: “2026-03-05 09:00”：可用止应晚于可用起"
    ),
    ("车辆.csv", "编号,座位数,起点\nV1,4,机厂\n", "2:3: “机厂”：线路表没有“机厂”（要用到 机厂—酒店、机厂—会场）；是否应为“机场”（线路.csv 第 3 行）？"),
    ("线路.csv", routes + "会场,酒店,-5\n", "5:3: “-5”：应为 0 到 10000 的整数"),
    ("线路.csv", routes + "会场,酒店,25\n", "5:3: “25”：同一线路的分钟数与第 2 行不同"),
    ("线路.csv", routes + "会场,会场,0\n", "5:2: “会场”：终点与起点相同"),
    (
      "用车.csv", "编号,起点,终点,最早发车,最晚发车,乘车人\nT1,酒店,会场,,2026-03-05 08:10,all\n",
      "2:4: 应为日期和时间"
    ),
    (
      "用车.csv", transfers.replacing("08:10", with: "07:10"), "2:5: “2026-03-05 07:10”：最晚发车早于最早发车"
    ),
    ("用车.csv", transfers.replacing("all", with: ""), "2:6: 应为 all（全体）、group:分组、role:类别 或 hotel:酒店，可用 & 连接"),
    ("用车.csv", transfers.replacing("all", with: "group:东去"), "2:6: “group:东去”：名单中没有“东去”分组的人"),
    ("用车.csv", transfers.replacing("all", with: "role:记者"), "2:6: “role:记者”：没有人符合此项"),
    ("用车.csv", transfers.replacing("all", with: "hotel:别墅"), "2:6: 提示：“hotel:别墅”：没有名为“别墅”的酒店"),
  ])
  func `What is wrong is told at its cell`(_ file: String, _ table: String, _ message: String) {
    let lines = vehiclesLines([file: table])
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("\(file):\(message)") ?? false, "\(lines)")
  }

  @Test(arguments: [
    ("18:00,02:00", 18 * 60, 2 * 60), ("18:00–02:00,", 18 * 60, 2 * 60), ("08:30-12:00,", 510, 720),
    ("0:00,24:00", 0, 1_440), ("８：００,18：00", 480, 1_080),
  ])
  func `Times without a date are a shift of every day`(_ cells: String, _ from: Int, _ to: Int) throws {
    let event = try #require(
      reading([
        "会议.csv": "项目,内容\n名称,会\n开始,2026-03-05\n结束,2026-03-06\n",
        "车辆.csv": "编号,座位数,可用起,可用止,车号\nV1,4,\(cells),12\n", "线路.csv": routes, "用车.csv": transfers,
      ]).event)
    let days = [5, 6].map { Day(year: 2026, month: 3, day: $0)! }
    #expect(
      event.fleet?.vehicles[0].shifts
        == DailyHours(from: from, to: to).shifts(from: days[0], through: days[1]))
    #expect(event.fleet?.vehicles[0].number == 12)
  }

  @Test(arguments: [
    ("接站,到达地点,到达时间", "是,机场,", "2:4: 需要接送的人须填时间"),
    ("接站,到达地点,到达时间", "是,,2026-03-04 10:00", "2:3: 需要接送的人须填地点"),
    ("送站,返程地点,返程时间", "是,机场,", "2:4: 需要接送的人须填时间"),
    ("接站,到达地点,到达时间", "是,机厂,2026-03-04 10:00", "2:3: “机厂”：线路表没有“机厂”（要用到 机厂—会场、机厂—酒店）；是否应为“机场”（线路.csv 第 3 行）？"),
    ("指定车辆", "V2", "2:2: “V2”：没有编号为“V2”的车辆"),
    ("指定车辆", "VV1", "2:2: “VV1”：没有编号为“VV1”的车辆；是否指 车辆.csv 第 2 行？"),
    ("接站,到达地点,到达时间", "是,机场,明天", "2:4: “明天”：应为日期和时间；名单会用好几天，请写明日期，如 2026-03-05 14:35"),
  ])
  func `Whoever is carried is expected somewhere at some time`(
    _ columns: String, _ cells: String, _ line: String
  ) {
    #expect(vehiclesLines(["人员.csv": "姓名,\(columns)\n王芳,\(cells)\n"]) == ["人员.csv:\(line)"])
  }

  @Test func `All missing routes are told in one line`() {
    #expect(
      vehiclesLines([
        "车辆.csv": "编号,座位数,起点\nV1,4,甲\nV2,4,乙\nV3,4,丙\n",
        "线路.csv": "起点,终点,分钟\n会场,酒店,20\n甲,会场,5\n乙,会场,5\n丙,会场,5\n丙,酒店,5\n",
      ]) == ["线路.csv: 缺少线路：甲—乙、丙、酒店；乙—丙、酒店"])
  }

  @Test func `Without routes or vehicles that is told once`() {
    let noRoutes = vehiclesLines(["线路.csv": "起点,终点,分钟\n"])
    #expect(noRoutes == ["线路.csv: 有人要乘车，但没有线路表", "线路.csv: 提示：表中没有数据行，视同没有此表"])
    #expect(
      vehiclesLines(["车辆.csv": "编号,座位数\n"]) == [
        "用车.csv: 提示：没有“车辆”表，此项不起作用", "线路.csv: 提示：没有“车辆”表，此项不起作用", "车辆.csv: 提示：表中没有数据行，视同没有此表",
      ])
  }

  @Test func `A place is not missed while a route cannot be read`() {
    #expect(
      vehiclesLines(["线路.csv": routes.replacing("20", with: "廿")])
        == ["线路.csv:2:3: “廿”：应为 0 到 10000 的整数；只写数字，不带单位和千位分隔符"])
  }

  private func moment(_ day: Int, _ hour: Int, _ minute: Int) -> Moment {
    Moment(minutesSince1970: (Day(year: 2026, month: 3, day: day)?.number ?? 0) * 1_440 + hour * 60 + minute)
  }
}

@Suite struct Selectors {
  @Test(arguments: [
    ("all", [RiderCondition.all]),
    (" ＡＬＬ ", [.all]),
    ("全体", [.all]),
    ("group:东区", [.groups(["东区"])]),
    ("代表团：东区；西区", [.groups(["东区", "西区"])]),
    ("role:代表;列席", [.roles([.delegate, .observer])]),
    ("Role：Staff", [.roles([.staff])]),
    ("hotel:迎宾馆", [.hotels(["迎宾馆"])]),
    ("group:A & role:press＆hotel:H", [.groups(["A"]), .roles([.press]), .hotels(["H"])]),
    ("group:R&D;B & role:press", [.groups(["R&D", "B"]), .roles([.press])]),
    ("all&role:工作人员", [.all, .roles([.staff])]),
  ])
  func `A selector is read`(_ cell: String, _ conditions: [RiderCondition]) {
    #expect(RiderSelector.conditions(cell) == conditions)
  }

  @Test(arguments: [
    "", "&", "everybody", "all:x", "group", "group:", "group:;", "role:chef", "all&", "&all", "role:代表&x",
  ])
  func `Anything else is refused`(_ cell: String) {
    #expect(RiderSelector.conditions(cell) == nil)
  }

  @Test func `What was probably meant is told`() {
    #expect(RiderSelector.hint(for: "gruop:A")?.english == "did you mean “group”?")
    #expect(RiderSelector.hint(for: "all & role:代标")?.chinese == "是否应为“代表”？")
    #expect(RiderSelector.hint(for: "group:") == nil)
  }
}

/// The wording of every fault in English; the Chinese is read in the examples above.
@Suite struct VehiclesFaultWording {
  @Test(arguments: [
    (VehiclesFault.arrivalAfterEnd, "this arrival comes after the event's last day"),
    (.departureBeforeStart, "this departure comes before the event's first day"),
    (.carriedWithoutTime, "somebody who is picked up or dropped off needs a time here"),
    (.carriedWithoutPlace, "somebody who is picked up or dropped off needs a place here"),
    (.unknownVehicle("V9"), "there is no vehicle with the id “V9”"),
    (
      .accessibleVehiclesNotOffered(people: 1),
      "the vehicles have no column “accessible”: the need of 1 person for a wheelchair binds nothing"
    ),
    (.vehicleCalledOwn, "this id means a vehicle shared with nobody; choose another"),
    (.vehicleWindowEmpty, "the vehicle must be there until later than from"),
    (.leadsNowhere, "this is the place where it begins"),
    (.otherMinutes(firstRow: 2), "row 2 gives other minutes for the same way"),
    (.noRoutes, "people are to be carried, but there is no table of routes"),
    (.placeWithoutRoute("Dock", to: ["Hall"]), "no route leads to “Dock” (needed: Dock—Hall)"),
    (
      .routesMissing([Way(from: "A", to: "B"), Way(from: "A", to: "C"), Way(from: "B", to: "C")]),
      "routes are missing: A – B, C; B – C"
    ),
    (.transferWindowEmpty, "the latest departure comes before the earliest"),
    (.noGroupOfThatName("East"), "nobody in the list belongs to the group “East”"),
    (.noHotelOfThatName("Inn"), "there is no hotel “Inn”"),
    (.selectsNobody, "this selects nobody"),
    (
      .nobodySleepsThere,
      "nobody whom this selects sleeps at the hotel where the transfer begins or ends: nobody will ride"
    ),
  ])
  func `A fault in English`(_ fault: VehiclesFault, _ message: String) {
    #expect(Wording.message(of: .fleet(fault)).english == message)
  }
}
