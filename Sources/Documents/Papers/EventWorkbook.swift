import Assembly
public import Foundation
public import Localization
public import Tables

/// 会务表: all lists of a plan in one workbook, ready to be filtered and printed.
///
/// Sheets: what there is of each and what it costs, everybody with all that they have, a list to sign in, contacts, rooms, rides,
/// runs by vehicle, arrivals and departures, the agenda, the budget. A person's room and rides lead to the sheets of rooms and rides.
public struct EventWorkbook {
  private let desk: PaperDesk
  private var event: Event { desk.event }

  /// The workbook of all of a plan.
  public init(_ desk: PaperDesk) {
    self.desk = desk
  }

  /// What it is called.
  public static let title = Phrase("会务表", "Event workbook")

  /// The words for it in commands.
  public static let names = Phrase("会务表", "event-workbook")

  /// Whether a command means it.
  public static func isNamed(_ name: String) -> Bool {
    Language.allCases.contains { names[$0] == name.lowercased().replacing(" ", with: "-") }
  }

  /// Every name that its file can have.
  public static let fileNames = Language.allCases.map { fileName(in: $0) }

  /// `会务表.xlsx`.
  public static func fileName(in language: Language) -> String {
    names[language] + ".xlsx"
  }

  /// The file, the same bytes for the same plan.
  ///
  /// - Throws: `UnwritableWorkbook`.
  /// - Complexity: O(people + rooms + rides).
  public func data() throws(UnwritableWorkbook) -> Data {
    let rooms = roomSheet()
    let rides = rideSheet()
    var sheets = [overview(), peopleSheet(rooms, rides)]
    sheets += [signInSheet(), contactSheet(), rooms?.draft, rides?.draft, dispatchSheet()].compactMap(\.self)
    sheets += [
      journeySheet(.pickup), journeySheet(.dropoff), tableSheet(), discussionSheet(), dutySheet(), agenda(),
      budget(),
    ].compactMap(\.self)
    return try TableFormat.xlsx.data(of: sheets)
  }

  /// A sheet with where in it each person is.
  private struct PeopleSheet {
    var draft: SheetDraft
    var rowOf: [Int: Int]
  }

  private func draft(
    _ name: Phrase, _ columns: [(Phrase, SheetDraft.Kind)], _ rows: [[String]],
    landscape: Bool = false
  ) -> SheetDraft {
    var draft = SheetDraft(
      name: desk.say(name), columns: columns.map { SheetDraft.Column(desk.say($0.0), kind: $0.1) },
      rows: rows)
    draft.list = ListLayout(title: "\(desk.eventName) \(desk.say(name))")
    draft.list?.isLandscape = landscape
    draft.list?.footer = desk.version
    return draft
  }

  // MARK: Sheets

  private func overview() -> SheetDraft {
    var rows = [
      [desk.say(Phrase("名单人数", "People listed")), "\(event.people.count)"],
      [desk.say(Phrase("请假", "Absent")), "\(event.people.count(where: \.isAbsent))"],
      [desk.say(Phrase("单位", "Groups")), "\(event.groups.count)"],
    ]
    if let plan = desk.plan.rostrum {
      rows.append([desk.say(Phrase("主席台就座", "Seated on the rostrum")), "\(plan.assignments.count)"])
    }
    if let plan = desk.plan.hall {
      rows.append([desk.say(Phrase("会场就座", "Seated in the hall")), "\(plan.assignments.count)"])
    }
    if let plan = desk.plan.rooms, let occupancy = desk.occupancy {
      rows.append([desk.say(Phrase("住宿", "Lodged")), "\(plan.assignments.count)"])
      rows.append([
        desk.say(Phrase("用房", "Rooms used")), "\(occupancy.guests.count { !$0.isEmpty })",
      ])
    }
    if let plan = desk.plan.vehicles, let timetable = desk.timetable {
      rows.append([desk.say(Phrase("用车", "Vehicles used")), "\(timetable.duties.count)"])
      rows.append([desk.say(Phrase("车次", "Runs")), "\(plan.runs.count)"])
      rows.append([
        desk.say(Phrase("乘车人次", "Rides")), "\(plan.runs.reduce(0) { $0 + $1.riders.count })",
      ])
    }
    for module in Module.allCases {
      guard let plan = desk.plan[module], !plan.unplaced.isEmpty else { continue }
      let name = Phrase(
        "\(module.name.chinese)：未安排", "\(module.name.capitalized.english): without a place")
      rows.append([desk.say(name), "\(plan.unplaced.count)"])
    }
    rows += costs + bounds
    return draft(
      Phrase("概况", "Overview"), [(Phrase("项目", "Item"), .text), (Phrase("数量", "Count"), .number)],
      rows)
  }

  /// What rooms and vehicles cost together, in yuan.
  private var costs: [[String]] {
    let sum = BudgetItem.all(desk).reduce(0) { $0 + $1.amount }
    return sum == 0 ? [] : [[desk.say(Phrase("预算合计（元）", "Budget (yuan)")), "\(sum)"]]
  }

  /// What each module's plan costs by its objective, and what no plan can be below.
  private var bounds: [[String]] {
    Module.allCases.flatMap { module -> [[String]] in
      guard let figures = desk.figures[module], desk.plan[module] != nil else { return [] }
      func row(_ chinese: String, _ english: String, _ number: Int) -> [String] {
        let title = Phrase(
          "\(module.name.chinese)：\(chinese)", "\(module.name.capitalized.english): \(english)")
        return [desk.say(title), "\(number)"]
      }
      let cost = row("目标值（越小越好）", "objective (the lower the better)", figures.objective)
      guard let bound = figures.provenBound else { return [cost] }
      return [cost, row("下界（任何安排不低于）", "bound (no plan is below)", bound)]
    }
  }

  /// The agenda as listed.
  private func agenda() -> SheetDraft? {
    guard !event.agenda.isEmpty else { return nil }
    return draft(
      Wording.agenda,
      [
        (Phrase("日期", "Date"), .date), (Phrase("时间", "Time"), .text), (Phrase("内容", "What"), .text),
        (Phrase("地点", "Place"), .text), (Phrase("参加人员", "Who"), .text),
      ],
      event.agenda.byDay.flatMap(\.items).map {
        [$0.day.description, $0.time.printable, $0.what.printable, $0.place.printable, $0.who.printable]
      })
  }

  private func peopleSheet(_ rooms: PeopleSheet?, _ rides: PeopleSheet?) -> SheetDraft {
    let people = event.groups.flatMap(\.members)
    let columns: [(Phrase, SheetDraft.Kind, (Int) -> String)] =
      [
        (Phrase("单位", "Group"), .text, desk.groupName(of:)),
        (Phrase("姓名", "Name"), .text, { event.people[$0].shownName }),
        (Phrase("编号", "Id"), .text, { event.people[$0].id.printable }),
        (Phrase("职务", "Title"), .text, desk.title),
        (Phrase("类别", "Role"), .text, { desk.say(event.people[$0].role.name) }),
        (
          Phrase("性别", "Sex"), .text,
          { event.people[$0].gender.map { desk.say(Wording.gender($0)) } ?? "" }
        ),
        (Phrase("座位", "Seat"), .text, desk.seatName), (Phrase("房间", "Room"), .text, desk.roomName),
        (Phrase("同住", "With"), .text, desk.roomMates),
        (
          Phrase("车号", "Vehicles"), .text,
          { desk.vehiclesByUse(of: $0).joined(separator: desk.say(Phrase("；", "; "))) }
        ),
        (Phrase("对号车", "Own vehicle"), .text, desk.departures(of:)),
        (Phrase("桌号", "Table"), .text, desk.tableName),
        (Phrase("讨论室", "Discussion"), .text, desk.discussionRooms),
        (Phrase("饮食", "Diet"), .text, { event.people[$0].diet.printable }),
        (Phrase("电话", "Phone"), .text, desk.phone),
        (Phrase("备注", "Note"), .text, { event.people[$0].note.printable }),
      ]
      + event.extraColumns.enumerated().map { place, name in
        (Phrase(name, name), .text, { desk.extra(place, of: $0) })
      }
    let used = columns.filter { column in people.contains { !column.2($0).isEmpty } }
    var sheet = draft(
      Phrase("人员", "People"), [(Phrase("序号", "No."), .number)] + used.map { ($0.0, $0.1) },
      people.enumerated().map { place, person in ["\(place + 1)"] + used.map { $0.2(person) } },
      landscape: true)
    sheet.list?.breaks = breaks(between: people)
    for (row, person) in people.enumerated() {
      for (title, target) in [("房间", rooms), ("车号", rides)] {
        guard let target, let there = target.rowOf[person],
          let column = used.firstIndex(where: { $0.0.chinese == title }),
          !sheet.rows[row][column + 1].isEmpty
        else { continue }
        sheet.list?.links.append(
          ListLayout.Link(row: row, column: column + 1, sheet: target.draft.name, target: there))
      }
    }
    return sheet
  }

  /// Rows under which a printed page ends: where another group begins.
  private func breaks(between people: [Int]) -> [Int] {
    people.indices.dropFirst().filter {
      event.people[people[$0]].group != event.people[people[$0 - 1]].group
    }
  }

  /// A line a person to sign in, a printed page a group.
  private func signInSheet() -> SheetDraft? {
    let people = event.groups.flatMap(\.members)
    let rows = people.enumerated().map { place, person in
      [
        "\(place + 1)", desk.groupName(of: person), event.people[person].shownName,
        desk.title(of: person),
        desk.phone(of: person), "", event.people[person].isAbsent ? desk.say(Wording.absent) : "",
      ]
    }
    guard !rows.isEmpty else { return nil }
    var sheet = draft(
      Phrase("签到", "Sign-in"),
      [
        (Phrase("序号", "No."), .number), (Phrase("单位", "Group"), .text), (Phrase("姓名", "Name"), .text),
        (Phrase("职务", "Title"), .text), (Phrase("电话", "Phone"), .text),
        (Phrase("签名　　　　　", "Signature      "), .text),
        (Phrase("备注", "Remark"), .text),
      ], rows)
    sheet.list?.breaks = breaks(between: people)
    return sheet
  }

  /// Whom to call; without telephones where the event keeps them.
  private func contactSheet() -> SheetDraft? {
    let printsPhones = event.settings.printsPhones
    let people = desk.people
    guard people.contains(where: { !desk.phone(of: $0).isEmpty }) else { return nil }
    return draft(
      Phrase("通讯录", "Contacts"),
      [
        (Phrase("单位", "Group"), .text), (Phrase("姓名", "Name"), .text), (Phrase("职务", "Title"), .text),
        (Phrase("电话", "Phone"), .text), (Phrase("房间", "Room"), .text),
      ],
      people.map { person in
        [
          desk.groupName(of: person), event.people[person].shownName, desk.title(of: person),
          printsPhones ? desk.phone(of: person) : "", desk.roomName(of: person),
        ]
      })
  }

  /// A row a run, vehicle by vehicle: what drivers are told.
  private func dispatchSheet() -> SheetDraft? {
    guard let plan = desk.plan.vehicles, let timetable = desk.timetable, let fleet = event.fleet,
      !plan.runs.isEmpty
    else { return nil }
    let rows = timetable.duties.flatMap { duty -> [[String]] in
      let vehicle = fleet.vehicles[duty.vehicle]
      return desk.runs(of: duty.vehicle).map { index in
        let run = plan.runs[index]
        let leader = run.leader(in: event)
        return [
          "\(duty.number)", vehicle.plate.printable, vehicle.driver.printable, vehicle.phone.printable,
          run.depart.description, run.from.printable, run.to.printable, run.arrive.description,
          desk.name(of: run.purpose), "\(run.riders.count)", leader.map(desk.name) ?? "",
          leader.map(desk.phone) ?? "",
        ]
      }
    }
    return draft(
      Phrase("派车", "Dispatch"),
      [
        (Phrase("车号", "No."), .number), (Phrase("车牌", "Plate"), .text), (Phrase("司机", "Driver"), .text),
        (Phrase("司机电话", "Driver's phone"), .text), (Phrase("发车", "Leaves"), .dateTime),
        (Phrase("从", "From"), .text), (Phrase("到", "To"), .text), (Phrase("到达", "Arrives"), .dateTime),
        (Phrase("事由", "For"), .text), (Phrase("人数", "People"), .number), (Phrase("车长", "Leader"), .text),
        (Phrase("车长电话", "Leader's phone"), .text),
      ], rows, landscape: true)
  }

  private func roomSheet() -> PeopleSheet? {
    guard let occupancy = desk.occupancy else { return nil }
    var (rows, rowOf, breaks) = ([[String]](), [Int: Int](), [Int]())
    var hotel: Int?
    for floor in occupancy.roomStock.floors {
      for index in floor.rooms {
        let room = occupancy.roomStock.rooms[index]
        for guest in occupancy.guests[index] {
          if let hotel, hotel != floor.hotel { breaks.append(rows.count) }
          hotel = floor.hotel
          rowOf[guest] = rows.count
          let stay = occupancy.stay(of: guest)
          rows.append([
            room.hotel.printable, room.floor.printable, room.number.printable,
            desk.say(room.type.title),
            event.people[guest].shownName,
            event.people[guest].gender.map { desk.say(Wording.gender($0)) } ?? "",
            desk.groupName(of: guest), stay.checkIn.description, stay.checkOut.description,
            "\(stay.nights.count)",
            desk.phone(of: guest),
          ])
        }
      }
    }
    guard !rows.isEmpty else { return nil }
    var sheet = draft(
      Phrase("房号表", "Rooms"),
      [
        (Phrase("酒店", "Hotel"), .text), (Phrase("楼层", "Floor"), .text),
        (Phrase("房号", "Room"), .text),
        (Phrase("房型", "Type"), .text), (Phrase("姓名", "Name"), .text), (Phrase("性别", "Sex"), .text),
        (Phrase("单位", "Group"), .text), (Phrase("入住", "Check-in"), .date),
        (Phrase("离店", "Check-out"), .date),
        (Phrase("晚数", "Nights"), .number), (Phrase("电话", "Phone"), .text),
      ], rows)
    sheet.list?.breaks = breaks
    return PeopleSheet(draft: sheet, rowOf: rowOf)
  }

  /// A row a seat at a table, table by table.
  private func tableSheet() -> SheetDraft? {
    guard let plan = desk.plan.tables, let hall = event.diningHall, !plan.assignments.isEmpty else {
      return nil
    }
    let guests = event.seated(by: plan, hall)
    let rows = hall.tablesOfMeal.flatMap { hall.inOrder($0) }.flatMap { table in
      guests[table].map { person, _ in
        [
          hall.tables[table].meal.printable, hall.tables[table].number.printable,
          event.people[person].shownName, desk.groupName(of: person), desk.title(of: person),
          event.people[person].diet.printable,
        ]
      }
    }
    return draft(
      Phrase("就餐名单", "Tables"),
      [
        (Phrase("餐次", "Meal"), .text), (Phrase("桌号", "Table"), .text), (Phrase("姓名", "Name"), .text),
        (Phrase("单位", "Group"), .text), (Phrase("职务", "Title"), .text), (Phrase("饮食", "Diet"), .text),
      ], rows)
  }

  /// A row a group and session.
  private func discussionSheet() -> SheetDraft? {
    guard let plan = desk.plan.discussion, let discussion = event.discussion, !plan.assignments.isEmpty
    else { return nil }
    let rows = plan.assignments.map { assignment in
      let (group, room) = (discussion.groups[assignment.group], discussion.rooms[assignment.room])
      let convener = event.officers(of: group).convener
      return [
        desk.say(group.name.capitalized), room.session.printable, room.name.printable, room.place.printable,
        "\(group.members.count)", convener.map(desk.name) ?? "",
      ]
    }
    return draft(
      Phrase("讨论室", "Discussions"),
      [
        (Phrase("讨论组", "Group"), .text), (Phrase("场次", "Session"), .text), (Phrase("房间", "Room"), .text),
        (Phrase("地点", "Place"), .text), (Phrase("人数", "People"), .number), (Phrase("召集人", "Convener"), .text),
      ], rows)
  }

  /// A row a person and post, as they begin; one for each post that lacks people.
  private func dutySheet() -> SheetDraft? {
    guard let plan = desk.plan.staff, !plan.assignments.isEmpty else { return nil }
    let rows = plan.assignments.flatMap { assignment -> [[String]] in
      let post = [
        assignment.post.id.title.printable, assignment.post.id.subject.printable,
        desk.say(assignment.post.times), assignment.post.places.printable,
      ]
      return assignment.people.map { post + [desk.name(of: $0), desk.phone(of: $0)] }
        + (assignment.missing > 0 ? [post + [desk.say(Wording.lacking(assignment.missing)), ""]] : [])
    }
    return draft(
      Wording.duties,
      [
        (Phrase("分工", "Duty"), .text), (Wording.staffPost, .text), (Wording.staffTime, .text),
        (Wording.staffPlace, .text), (Wording.staffName, .text), (Wording.staffPhone, .text),
      ], rows)
  }

  /// A row a ride, person by person, so that each person's rides stand together.
  private func rideSheet() -> PeopleSheet? {
    guard let plan = desk.plan.vehicles, let timetable = desk.timetable, let fleet = event.fleet
    else { return nil }
    var (rows, rowOf) = ([[String]](), [Int: Int]())
    for person in event.groups.flatMap(\.members) {
      for run in desk.rides[person].map({ plan.runs[$0] }) {
        if rowOf[person] == nil { rowOf[person] = rows.count }
        let vehicle = fleet.vehicles[run.vehicle]
        rows.append([
          desk.groupName(of: person), event.people[person].shownName,
          desk.name(of: run.purpose), run.depart.description,
          run.from.printable, run.to.printable, run.arrive.description,
          "\(timetable.numbers[run.vehicle] ?? 0)",
          vehicle.plate.printable, vehicle.driver.printable, vehicle.phone.printable,
        ])
      }
    }
    guard !rows.isEmpty else { return nil }
    let sheet = draft(
      Phrase("乘车表", "Rides"),
      [
        (Phrase("单位", "Group"), .text), (Phrase("姓名", "Name"), .text), (Phrase("事由", "For"), .text),
        (Phrase("发车", "Leaves"), .dateTime), (Phrase("从", "From"), .text),
        (Phrase("到", "To"), .text),
        (Phrase("到达", "Arrives"), .dateTime), (Phrase("车号", "No."), .number),
        (Phrase("车牌", "Plate"), .text),
        (Phrase("司机", "Driver"), .text), (Phrase("司机电话", "Driver's phone"), .text),
      ], rows, landscape: true)
    return PeopleSheet(draft: sheet, rowOf: rowOf)
  }

  private func journeySheet(_ direction: Journeys.Direction) -> SheetDraft? {
    guard let plan = desk.plan.vehicles, let timetable = desk.timetable, let fleet = event.fleet
    else { return nil }
    let lines = Journeys(plan, of: event, direction).lines
    guard !lines.isEmpty else { return nil }
    let isPickup = direction == .pickup
    let rows = lines.map { line, people -> [String] in
      let run = line.run.map { plan.runs[$0] }
      let vehicle = run.map { fleet.vehicles[$0.vehicle] }
      return [
        line.place.printable, line.time?.description ?? "", line.service.printable,
        desk.groupName(line.group),
        people.map(desk.name).joined(separator: desk.separator), "\(people.count)",
        run?.depart.description ?? desk.say(Wording.notCarried),
        (isPickup ? run?.to : run?.from)?.printable ?? "",
        run.map { "\(timetable.numbers[$0.vehicle] ?? 0)" } ?? "", vehicle?.plate.printable ?? "",
        vehicle?.driver.printable ?? "", vehicle?.phone.printable ?? "",
      ]
    }
    return draft(
      isPickup ? Phrase("接站", "Pick-ups") : Phrase("送站", "Drop-offs"),
      [
        (Phrase("地点", "Place"), .text),
        (isPickup ? Phrase("到达", "Arrives") : Phrase("返程", "Departs"), .dateTime),
        (Phrase("班次", "Service"), .text), (Phrase("单位", "Group"), .text),
        (Phrase("姓名", "Names"), .text),
        (Phrase("人数", "People"), .number), (Phrase("发车", "Leaves"), .dateTime),
        (isPickup ? Phrase("送往", "To") : Phrase("接自", "From"), .text),
        (Phrase("车号", "No."), .number),
        (Phrase("车牌", "Plate"), .text), (Phrase("司机", "Driver"), .text),
        (Phrase("司机电话", "Driver's phone"), .text),
      ], rows, landscape: true)
  }

  /// Units × price, summed up by the spreadsheet; nothing of what people wrote is in a formula.
  private func budget() -> SheetDraft? {
    let items = BudgetItem.all(desk)
    guard !items.isEmpty else { return nil }
    var rows = items.map { item in
      [item.subject, item.what, "\(item.units)", item.unit, "\(item.price)", ""]
    }
    rows.append([desk.say(Wording.sum), "", "", "", "", ""])
    var sheet = draft(
      Phrase("预算", "Budget"),
      [
        (Phrase("项目", "Subject"), .text), (Phrase("内容", "What"), .text),
        (Phrase("数量", "Units"), .number),
        (Phrase("单位", "Unit"), .text), (Phrase("单价（元）", "Price (yuan)"), .number),
        (Phrase("金额（元）", "Amount (yuan)"), .number),
      ], rows)
    sheet.list?.formulas = items.enumerated().map { row, item in
      ListLayout.Formula(
        row: row, column: 5, text: "=C\(row + 2)*E\(row + 2)",
        value: Double(item.amount))
    }
    let sum = items.reduce(0) { $0 + $1.amount }
    sheet.list?.formulas.append(
      ListLayout.Formula(
        row: items.count, column: 5, text: "=SUM(F2:F\(items.count + 1))", value: Double(sum)))
    return sheet
  }
}
