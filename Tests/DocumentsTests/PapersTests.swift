import Assembly
import Foundation
import Localization
import Printing
import Testing

@testable import Documents

@Suite("Papers")
struct PapersTests {
  private func desk(
    _ event: Event, _ plan: EventPlan, _ change: (inout PaperSelection) -> Void = { _ in }
  ) -> PaperDesk {
    var selection = PaperSelection()
    change(&selection)
    return PaperDesk(
      plan, of: event, selection, Edition(version: 3), key: Array("key".utf8), Typesetter())
  }

  /// Rostrum and hall of the small event.
  private func seats(
    _ event: Event, _ change: (inout PaperSelection) -> Void = { _ in }
  ) -> PaperDesk {
    let plan = EventPlan(rostrum: Example.rostrumPlan(event), hall: Example.hallPlan(event))
    return desk(event, plan, change)
  }

  private func lodging(_ change: (inout EventDraft) -> Void = { _ in }) throws -> PaperDesk {
    let event = try Example.roomStock(change)
    return desk(event, EventPlan(rooms: Example.roomPlan(event)))
  }

  private func texts(_ paper: Paper, _ desk: PaperDesk) -> [[String]] {
    paper.pages(desk).map { $0.texts.map(\.string) }
  }

  private func riding(_ change: (inout PaperSelection) -> Void = { _ in }) throws -> PaperDesk {
    let event = try Example.fleet()
    return desk(event, EventPlan(vehicles: Example.vehiclePlan), change)
  }

  @Test func `Every page tells the event, what it is, its number of how many, and that it is a draft`() throws
  {
    for desk in [seats(try Example.small()), try lodging(), try riding()] {
      let due = Paper.all.filter { $0.isDue(of: desk.plan, desk.event) }
      #expect(due.count >= 4)
      for paper in due {
        let pages = texts(paper, desk)
        for (page, number) in zip(pages, 1...)
        where !["driver-slips", "delegations"].contains(paper.word)
          && (paper.word != "handbook" || number > 2)
        {
          let all = page.joined(separator: " ")
          #expect(all.contains(desk.event.settings.name), "\(paper.word)")
          #expect(all.contains("第 \(number) 页 共 \(pages.count) 页"), "\(paper.word)")
          #expect(all.contains("第3版 草稿"), "\(paper.word)")
        }
      }
    }
  }

  @Test func `Each card of the rostrum has its name on both sides, the upper one turned, as people sit`()
    throws
  {
    let event = try Example.small()
    let pages = Paper.placeCards.pages(seats(event))
    #expect(pages.count == 4)
    let names = pages.flatMap { $0.texts.map(\.string) }.filter { $0.hasPrefix("主席") }
    #expect(names == (1...7).flatMap { ["主席\($0)", "主席\($0)"] })
    let turned = pages.flatMap(\.marks).filter { mark in
      guard case .placed(let marks, _) = mark else { return false }
      return marks.count { if case .turned = $0 { true } else { false } } == 1
    }
    #expect(turned.count == 7)
    // A whole sheet folded in the middle: one a sheet.
    #expect(Paper.placeCards.pages(seats(event), size: .foldedSheet).count == 7)
    #expect(Paper.placeCards.pages(seats(event), size: .wide).count == 4)
  }

  @Test func `Names of two characters are as wide as those of three, and names of one length have one size`()
    throws
  {
    let event = try Example.small { draft in
      for (place, name) in ["张三", "王建国", "李丽", "欧阳少东"].enumerated() { draft.people[place].name = name }
    }
    let cards = Paper.placeCards.pages(seats(event)).flatMap(\.texts).filter { $0.style.size > 30 }
    let sizes = Dictionary(grouping: cards, by: \.string).mapValues { Set($0.map(\.style.size)) }
    #expect(sizes["张　三"] == [96] && sizes["李　丽"] == [96] && sizes["王建国"] == [96] && sizes["欧阳少东"] == [75])
  }

  @Test func `People of the hall get place cards only when they are asked for`() throws {
    let event = try Example.small()
    let asked = try #require(event.people.firstIndex { $0.name == "王五" })
    let pages = texts(Paper.placeCards, seats(event) { $0.people = [asked] })
    #expect(pages.flatMap { $0 }.filter { $0 == "王　五" }.count == 2)
    #expect(!texts(Paper.placeCards, seats(event)).flatMap { $0 }.contains("王　五"))
  }

  @Test func `Everybody in the hall has one ticket with section, row and seat, eight a sheet`() throws {
    let event = try Example.fan()
    let plan = Example.hallPlan(event)
    let pages = Paper.tickets.pages(seats(event))
    #expect(pages.count == (plan.assignments.count + 7) / 8)
    let words = pages.flatMap { $0.texts.map(\.string) }
    #expect(words.count { $0 == "入　场　券" } == plan.assignments.count)
    for section in try #require(event.hall).sections {
      let due = plan.assignments.count { event.hall!.sections[event.hall!.seats[$0.seat].section] == section }
      #expect(words.count { $0 == section } == due)
    }
  }

  @Test func `Everybody who is there has one badge of the kind of the role, with a code of no name`() throws {
    let event = try Example.small { draft in
      draft.people[7].role = .press
      draft.people[8].isAbsent = true
    }
    let desk = seats(event)
    let pages = Paper.badges.pages(desk)
    let texts = pages.flatMap(\.texts)
    #expect(texts.count { $0.string == "代表证" } == 9)
    #expect(texts.count { $0.string == "记者证" } == 1)
    // Names stand large on fronts alone; each front is followed by its backs, which tell the seat once more.
    #expect(
      texts.filter { $0.style.size == 38 }.map(\.string).sorted() == desk.people.map(desk.cardName).sorted())
    #expect(pages.count == 6)
    #expect(pages[1].texts.contains { $0.string == "主席台1排1号" && $0.style.size == 17 })
    let code = desk.code(of: 0)
    #expect(code == "P1.P2." + Signature.hmac(of: "P1.P2", key: Array("key".utf8)).prefix(8))
    #expect(code.utf8.count == 14)
  }

  @Test(arguments: [12, 17, 18, 21, 35, 36])
  func `A name of the event a little too wide for a badge is squeezed, not broken`(length: Int) throws {
    let name = String("青石县第十八届人民代表大会第三次会议暨全县经济工作和乡村振兴工作动员大会".prefix(length))
    try #require(name.count == length)
    let desk = seats(try Example.small { $0.settings.name = name })
    let lines = Paper.badges.pages(desk)[0].texts.filter { $0.style.size == 13 }.prefix(2).map(\.string)
    // A badge has room for 17 ideographs.
    #expect(length > 21 ? lines.joined() == name && lines[1].count >= 15 : lines == [name, name])
  }

  @Test func `A delegation's sheet has everybody of it once with what they have, counts, and who is absent`()
    throws
  {
    let event = try Example.small { $0.people[8].isAbsent = true }
    let pages = texts(Paper.delegations, seats(event))
    #expect(pages.count == 2)
    #expect(pages[0].contains("城关镇  名单"))
    #expect(pages[0].contains("共 3 人，主席台 2 人，会场 1 人"))
    #expect(pages[0].contains("请假：李小明(P10)"))
    #expect(pages[0].filter { $0 == "王　五" }.count == 1)
    #expect(pages[0].contains("主席台1排1号") && pages[0].contains("左区1排2号"))
    #expect(pages.allSatisfy { $0.contains("第 1 页 共 1 页") })
    let lodged = texts(Paper.delegations, try lodging()).flatMap { $0 }
    #expect(lodged.contains("迎宾馆 301"))
  }

  @Test func `The desk's list has everybody once, absent people marked`() throws {
    let event = try Example.small { $0.people[8].isAbsent = true }
    let words = texts(Paper.signIn, seats(event)).flatMap { $0 }
    for name in (1...7).map({ "主席\($0)" }) + ["王　五", "张　三"] { #expect(words.count { $0 == name } == 1) }
    #expect(words.contains("请假"))
    #expect(words.contains("应到 3 人　实到 ____ 人　请假 1 人"))
  }

  @Test func `Large groups have pages of their own, filled evenly, and small ones share pages`() throws {
    let event = try Example.fan()
    let pages = Paper.signIn.pages(seats(event))
    for page in pages {
      let lowest = page.texts.filter { $0.box.maxY < 280 }.map(\.box.maxY).max() ?? 0
      #expect(lowest > 297 / 3)
    }
  }

  @Test(arguments: [Size(85.6, 54), Size(90, 130), Size(105, 148), Size(100, 150), Size(120, 80)])
  func `A badge of any size says the same, its code can be read, and its back meets its front`(size: Size)
    throws
  {
    let desk = seats(try Example.small())
    let sheet = try #require(Paper.badges.size(named: "\(size.width)×\(size.height)"))
    #expect(sheet.card == size)
    let pages = Paper.badges.pages(desk, size: sheet)
    #expect(pages.count == 2 * ((desk.people.count + sheet.count - 1) / sheet.count))
    var cards: [(front: Rectangle, marks: [Mark], back: [Mark])] = []
    for pair in stride(from: 0, to: pages.count, by: 2) {
      func placed(_ page: Page) -> [(Point, [Mark])] {
        page.marks.compactMap { if case .placed(let marks, let place) = $0 { (place, marks) } else { nil } }
      }
      for (place, (front, back)) in zip(placed(pages[pair]), placed(pages[pair + 1])).enumerated() {
        let (due, behind) = (sheet.front(place), sheet.back(place))
        #expect(front.0 == Point(due.x, due.y) && back.0 == Point(behind.x, behind.y))
        cards.append((due, front.1, back.1))
      }
    }
    #expect(cards.count == desk.people.count)
    for (card, person) in zip(cards, desk.people) {
      let front = Page(size, card.marks).texts
      let back = Page(size, card.back).texts
      for words in ["代表证", desk.cardName(of: person), desk.groupName(of: person), desk.seatName(of: person)] {
        #expect(front.contains { $0.string == words }, "\(words)")
      }
      for words in [desk.name(of: person), desk.seatName(of: person)] {
        #expect(back.contains { $0.string == words }, "\(words)")
      }
      // Nothing stands outside the card, and no text of the front over another or over the code.
      for text in front + back {
        #expect(
          text.box.x >= 0 && text.box.maxX <= size.width && text.box.y >= 0 && text.box.maxY <= size.height)
      }
      let codes = card.marks.compactMap { if case .code(_, let place) = $0 { place } else { nil } }
      #expect(codes.count == 1 && codes[0].width >= 19.99)
      #expect(codes[0].maxX <= size.width && codes[0].maxY <= size.height)
      let boxes = front.map(\.box) + codes
      for (index, box) in boxes.enumerated() {
        for other in boxes[..<index] {
          let isApart =
            box.x >= other.maxX - 0.01 || other.x >= box.maxX - 0.01 || box.y >= other.maxY - 0.01
            || other.y >= box.maxY - 0.01
          #expect(isApart, "\(box) \(other)")
        }
      }
    }
  }

  @Test func `Sizes that leave no room for what a card says are none`() {
    for name in ["60×40", "20x30", "400×300", "90", "90×", "×", "-90×130", "badge", ""] {
      #expect(Paper.badges.size(named: name) == nil, "\(name)")
    }
    #expect(Paper.badges.size(named: " 90 X 130 mm ")?.name == "90×130")
    #expect(Paper.placeCards.size(named: "a4")?.name == "A4")
    #expect(Paper.placeCards.size(named: "90×130") == nil && Paper.signIn.size(named: "90×130") == nil)
    for sheet in Paper.all.flatMap(\.sizes) {
      let last = sheet.front(sheet.count - 1)
      #expect(sheet.front(0).x >= 0 && last.maxX <= sheet.sheet.width && last.maxY <= sheet.sheet.height)
    }
  }

  @Test func `The contacts tell no telephones where the event says no`() throws {
    #expect(texts(Paper.contacts, try lodging()).joined().contains("13800000000"))
    let silent = texts(Paper.contacts, try lodging { $0.settings.printsPhones = false }).joined()
    #expect(!silent.contains("13800000000") && !silent.contains("电话") && silent.contains("王　五"))
  }

  @Test func `The handbook's map has a number where a group begins in a row, and tells whose it is`() throws {
    let event = try Example.small()
    let desk = seats(event)
    let page = try #require(texts(Paper.handbook, desk).first { $0.contains("会场座位图") && $0.contains("主席台") })
    let hall = try #require(event.hall)
    let people = desk.seating.personInHall
    func group(_ seat: Int) -> Int? { people[seat].map { event.people[$0].group } }
    let begun = hall.runs.flatMap { run in
      run.compactMap { seat in seat == run.lowerBound || group(seat - 1) != group(seat) ? group(seat) : nil }
    }
    for (index, group) in event.groups.indices.map({ ($0, desk.groupName($0)) }) {
      let count = people.indices.count { self.isSeat($0, of: index, people, event) }
      // Once in the legend, and wherever it begins.
      #expect(page.count { $0 == "\(index + 1)" } == begun.count { $0 == index } + (count > 0 ? 1 : 0))
      #expect(page.contains("\(group) \(count)") == (count > 0))
    }
  }

  private func isSeat(_ seat: Int, of group: Int, _ people: [Int?], _ event: Event) -> Bool {
    people[seat].map { event.people[$0].group == group } ?? false
  }

  @Test func `The agenda stands in the handbook before all else, day by day`() throws {
    let desk = try lodging { draft in
      let day = Day(number: Example.firstNight + 1)
      draft.agenda = [
        AgendaItem(row: 2, day: day, time: "09:00", what: "开幕会", place: "大会堂"),
        AgendaItem(row: 3, day: Day(number: Example.firstNight), time: "下午", what: "报到"),
        AgendaItem(row: 4, day: day, time: "14:30", what: "分组讨论"),
      ]
    }
    let pages = texts(Paper.handbook, desk)
    let contents = pages[1]
    #expect(contents.firstIndex(of: "日程").map { contents[$0 + 1] } == "3")
    // A short chapter goes on under another.
    #expect(contents.firstIndex(of: "分组").map { contents[$0 + 1] } == "3")
    #expect(pages[2].filter { ["报到", "开幕会", "分组讨论"].contains($0) } == ["报到", "开幕会", "分组讨论"])
    #expect(!pages[2].contains("参加人员"))
    #expect(texts(Paper.agenda, desk).joined().contains("大会堂"))
    #expect(!Paper.agenda.isDue(of: desk.plan, try lodging().event))
  }

  @Test func `The rooms are listed by group and by room, everybody once in each`() throws {
    let desk = try lodging()
    let pages = texts(Paper.roomList, desk)
    let words = pages.flatMap { $0 }
    #expect(words.count { $0 == "王　五" || $0 == "王五" } == 2)
    for name in ["李小明(P3)", "李小明(P4)"] {
      #expect(words.reduce(0) { $0 + $1.components(separatedBy: name).count - 1 } == 2)
    }
  }

  @Test func `A room's door bears the names of those who sleep there`() throws {
    let words = texts(Paper.doorSigns, try lodging()).flatMap { $0 }
    #expect(words.count { $0 == "王　五" } == 1 && words.count { $0 == "李小明" } == 2)
    #expect(words.contains("301") && !words.contains("401"))
    // Eight doors a sheet.
    let event = try Example.hotels(1, groups: 1)
    let pages = Paper.doorSigns.pages(desk(event, EventPlan(rooms: Example.roomPlan(event))))
    let used = Set(Example.roomPlan(event).assignments.map(\.room)).count
    #expect(pages.count == (used + 7) / 8)
  }

  @Test func `A leader finds each rider of a run once, by unit, and the leader marked`() throws {
    let pages = texts(Paper.rideLists, try riding())
    #expect(pages.count == 1)
    let lines = pages[0]
    #expect(lines.contains("1号车") && lines.contains("2号车"))
    #expect(lines.contains { $0.contains("城关镇 2：张三、李小明(P2)") && $0.contains("★") })
    let drivers = texts(Paper.driverSlips, try riding()).flatMap { $0 }
    #expect(drivers.contains("1号车") && !drivers.contains("张三"))
  }

  /// Two ride there and back in the second vehicle, a third one there; all have been met by the first.
  private func ridingFixed() throws -> PaperDesk {
    let event = try Example.fixedFleet()
    let there = try #require(Example.vehiclePlan.runs.last)
    let home = VehicleRun(
      vehicle: 1, purpose: .transfer(1), from: "会场", to: "酒店",
      depart: Moment(minutesSince1970: there.depart.minutesSince1970 + 240),
      arrive: Moment(minutesSince1970: there.arrive.minutesSince1970 + 240), riders: [0, 1])
    return desk(event, EventPlan(vehicles: VehiclePlan(runs: Example.vehiclePlan.runs + [home])))
  }

  @Test func `Badge, delegation sheet, ride list and windscreen tell one number of a fixed vehicle`()
    throws
  {
    let desk = try ridingFixed()
    for person in [0, 1] {
      var selection = PaperSelection()
      selection.people = [person]
      let own = desk.selecting(selection)
      let badge = texts(Paper.badges, own)[0]
      #expect(badge.firstIndex(of: "车号").map { badge[$0 + 1] } == "2", "\(badge)")
      // Met by the first, carried by the second.
      let sheet = texts(Paper.delegations, own)[0]
      let titles = try #require(sheet.firstIndex(of: "接站"))
      #expect(sheet[titles + 1] == "用车" && sheet.suffix(from: titles).contains("1") && sheet.contains("2"))
      let list = texts(Paper.rideLists, own).joined()
      #expect(list.contains { $0.contains("2号车") } && list.contains(desk.listName(of: person)), "\(list)")
    }
    let signs = texts(Paper.vehicleSigns, desk)
    #expect(signs.map { $0.contains("2") } == [false, true])
    #expect(texts(Paper.driverSlips, desk).joined().contains("2号车"))
    // Whoever rides a single one of them has no vehicle for all.
    var selection = PaperSelection()
    selection.people = [2]
    #expect(!texts(Paper.badges, desk.selecting(selection))[0].contains("车号"))
  }

  @Test func `A vehicle with people of its own has a sheet with names once and a box for each drive`() throws
  {
    let pages = texts(Paper.rideLists, try ridingFixed())
    // Three people, one of whom rides there alone; the pick-ups of the other vehicle run on.
    #expect(pages.count == 2)
    #expect(pages[0].contains { $0.contains("2号车") } && pages[1].contains("1号车"))
    #expect(pages[0].count { $0 == "张　三" } == 1 && !pages[1].contains { $0.contains("赴会") })
    #expect(pages[0].count { $0 == "□" } == 5 && pages[0].count { $0 == "—" } == 1)
    #expect(pages[0].contains { $0.contains("返回") }, "\(pages[0])")
  }

  /// The second vehicle goes there twice, with two people and with one, and back with all.
  private func ridingTwice() throws -> PaperDesk {
    let desk = try ridingFixed()
    var runs = try #require(desk.plan.vehicles).runs
    let there = try #require(runs.firstIndex { $0.purpose == .transfer(0) })
    let first = runs[there]
    func run(at minutes: Int, _ riders: [Int]) -> VehicleRun {
      VehicleRun(
        vehicle: first.vehicle, purpose: first.purpose, from: first.from, to: first.to,
        depart: Moment(minutesSince1970: first.depart.minutesSince1970 + minutes),
        arrive: Moment(minutesSince1970: first.arrive.minutesSince1970 + minutes), riders: riders)
    }
    runs[there] = run(at: 0, [0, 1])
    return self.desk(desk.event, EventPlan(vehicles: VehiclePlan(runs: runs + [run(at: 15, [2])])))
  }

  @Test
  func `Where a vehicle goes again papers tell when it leaves with whom, and each of its trips has a list`()
    throws
  {
    let desk = try ridingTwice()
    func badge(of person: Int) -> String {
      var selection = PaperSelection()
      selection.people = [person]
      return texts(Paper.badges, desk.selecting(selection))[0].joined(separator: "|")
    }
    #expect(badge(of: 0).contains("07:40 11:40") && badge(of: 0).contains("2号车 第1趟"), "\(badge(of: 0))")
    #expect(!badge(of: 2).contains("07:40"))
    let sheets = texts(Paper.delegations, desk).map { $0.map { $0.replacing("\u{A0}", with: " ") } }
    #expect(sheets[0].contains { $0.contains("07:40 11:40") } && sheets[1].contains { $0.contains("07:55") })
    // Those who leave first and those who leave after them, each on a list of their own.
    let lists = texts(Paper.rideLists, desk).map { $0.joined(separator: "|") }
    #expect(lists[0].contains("2号车 第1趟") && lists[0].contains("张　三") && !lists[0].contains("07:55"))
    #expect(lists[1].contains("2号车 第2趟") && !lists[1].contains("张　三") && !lists[1].contains("07:40"))
    #expect(texts(Paper.vehicleSigns, desk)[1].contains { $0.contains("07:40 07:55 11:40") })
    // One that goes once is known by its number.
    #expect(!texts(Paper.badges, try ridingFixed()).joined().contains { $0.contains("07:40") })
  }

  @Test func `A day, a vehicle or a person narrows what is printed`() throws {
    let one = texts(Paper.rideLists, try riding { $0.vehicles = [2] }).flatMap { $0 }
    #expect(one.contains("2号车") && !one.contains("1号车"))
    let day = try #require(Example.vehiclePlan.runs.last).depart.day
    let days = texts(Paper.rideLists, try riding { $0.day = day }).flatMap { $0 }
    #expect(days.contains("2号车") && !days.contains("1号车"))
    let person = texts(Paper.rideLists, try riding { $0.people = [3] }).joined().joined(separator: " ")
    #expect(person.contains("王五") && !person.contains("张三"))
    let nobody = texts(Paper.signIn, try riding { $0.people = [] })
    #expect(nobody.isEmpty)
  }

  @Test func `Who is met stands under the place of arrival with service, vehicle and driver`() throws {
    let words = texts(Paper.pickups, try riding()).flatMap { $0 }
    #expect(words.contains("机场　3月4日"))
    #expect(words.contains("CA1") && words.contains("1号车"))
    #expect(words.contains("09:00 发车 → 酒店　京A1　李师傅 139"))
    #expect(words.contains("城关镇 2：张三、李小明(P2)　石桥镇 1：李小明(P3)"))
    let signs = texts(Paper.stationSigns, try riding()).flatMap { $0 }
    #expect(signs.contains("城关镇"), "\(signs)")
  }

  @Test(arguments: [
    "../../etc/passwd", String(repeating: "很长的名字", count: 200), " ", "a\nb\u{0}\u{202E}c", "=1+1",
  ])
  func `A hostile name is printed as text, on one line, and changes no file name`(name: String) throws {
    let event = try Example.small { draft in
      draft.people[0].name = name
      draft.people[8].name = name
      draft.people[9].groupName = name
      draft.people[9].title = name
    }
    let desk = seats(event)
    for paper in Paper.all where paper.isDue(of: desk.plan, event) && !paper.needsChanges {
      let pages = paper.pages(desk)
      #expect(!pages.isEmpty, "\(paper.word)")
      for text in pages.flatMap(\.texts) {
        #expect(!text.string.unicodeScalars.contains { $0.value < 32 || $0.value == 0x202E })
      }
      let data = try PDFWriter(desk.typesetter).data(of: pages, title: "x")
      #expect(data.starts(with: Data("%PDF".utf8)))
      let files = Language.allCases.map { paper.fileName(in: $0, desk.selection) }
      #expect(files.allSatisfy { !$0.contains("/") && !$0.hasPrefix(".") && Paper.isFile(named: $0) })
    }
  }

  @Test func `The handbook's contents tell the pages on which its chapters begin`() throws {
    let pages = Paper.handbook.pages(try lodging())
    let chapters = ["分组", "人员一览"]
    for (place, chapter) in chapters.enumerated() {
      let contents = pages[1].texts.map(\.string)
      let entry = try #require(contents.firstIndex(of: chapter))
      let number = try #require(Int(contents[entry + 1]))
      #expect(number == place + 3)
      #expect(pages[number - 1].texts.contains { $0.string == chapter && $0.style.size == 20 })
    }
  }

  @Test func `The budget has the meals of everybody who is there on each day, where a price is given`() throws
  {
    let desk = try lodging { draft in
      draft.settings.mealPrice = 120
      draft.people[1].isAbsent = true
    }
    // Two people, three days.
    let meals = try #require(BudgetItem.all(desk).last)
    #expect(
      [meals.subject, meals.what, "\(meals.units)", "\(meals.price)"] == ["用餐", "2 人 × 3 天", "6", "120"])
    #expect(texts(Paper.budget, desk).joined().contains("用餐"))
  }

  @Test func `What everybody is to know stands in the handbook before all else, a paragraph a line`() throws {
    let pages = texts(Paper.handbook, try lodging { $0.settings.notice = "一、请佩戴证件。\n二、会场内请勿吸烟。" })
    #expect(pages[1].firstIndex(of: "须知").map { pages[1][$0 + 1] } == "3")
    #expect(pages[2].contains("一、请佩戴证件。") && pages[2].contains("二、会场内请勿吸烟。"))
    #expect(!texts(Paper.handbook, try lodging())[1].contains("须知"))
  }

  @Test func `A door tells its hotel, for there are several with a room 301`() throws {
    #expect(texts(Paper.doorSigns, try lodging()).joined().contains("迎宾馆"))
  }

  @Test func `A group that goes on to another page is named there once more`() throws {
    let desk = seats(try Example.fan())
    for paper in [Paper.delegations, .signIn] {
      let pages = texts(paper, desk).filter { $0.contains { $0.hasPrefix("第1团") } }
      #expect(pages.count > 1, "\(paper.word)")
      #expect(pages.dropFirst().allSatisfy { $0.contains("第1团（续）") }, "\(paper.word)")
      #expect(!pages[0].contains("第1团（续）"), "\(paper.word)")
    }
  }

  @Test
  func `Who is seen off stands under the hotel by the hour the vehicle leaves, with what they leave with`()
    throws
  {
    let day = try #require(Example.vehiclePlan.runs.last).depart.day.number
    func at(_ hour: Int) -> Moment { Moment(minutesSince1970: day * 1_440 + hour * 60) }
    let event = try Example.fleet { draft in
      for index in draft.people.indices {
        draft.people[index].departure = Journey(
          time: at(15 + index), place: "机场", service: "MU\(index)", isCarried: true)
      }
    }
    let run = VehicleRun(
      vehicle: 0, purpose: .dropoff, from: "酒店", to: "机场", depart: at(12), arrive: at(13), riders: [1, 2])
    let plan = VehiclePlan(runs: Example.vehiclePlan.runs + [run])
    let words = texts(Paper.dropoffs, desk(event, EventPlan(vehicles: plan))).flatMap { $0 }
    #expect(words.contains("酒店　3月5日") && words.contains("12:00") && words.contains("→ 机场"))
    #expect(words.joined().contains("【MU1 16:00】城关镇 1：李小明(P2)　【MU2 17:00】石桥镇 1：李小明(P3)"), "\(words)")
    // Who has no vehicle stands where they leave.
    #expect(words.contains("机场　3月5日") && words.count { $0 == "未安排车辆" } == 2)
  }

  @Test func `A delegation that discusses as one is told so once, and has columns for what it has alone`()
    throws
  {
    let event = try Example.small { draft in
      for index in draft.people.indices where draft.people[index].groupName == "城关镇" {
        draft.people[index].phone = "13\(index)"
      }
      draft.discussion = ["上午", "下午"].enumerated().map {
        DiscussionRoom(row: $0 + 2, name: "会议室", session: $1, seats: 20)
      }
    }
    var plan = EventPlan(rostrum: Example.rostrumPlan(event), hall: Example.hallPlan(event))
    plan.discussion = DiscussionPlan(
      assignments: [(0, 0), (1, 1)].map { DiscussionAssignment(group: $0.0, room: $0.1) })
    let pages = texts(Paper.delegations, desk(event, plan))
    #expect(pages[0].contains("讨论：上午 会议室、下午 未安排") && !pages[0].contains("讨论室"))
    #expect(pages[0].contains("电话") && !pages[1].contains("电话"))
  }

  @Test func `Slips of drivers have rows of one height, as many slips as the lowest rows need`() throws {
    let event = try Example.fleet()
    let one = try #require(Example.vehiclePlan.runs.first)
    func slips(_ drives: Int) -> [Page] {
      let runs = (0..<drives).map { place in
        VehicleRun(
          vehicle: 0, purpose: .pickup, from: "机场", to: "酒店",
          depart: Moment(minutesSince1970: one.depart.minutesSince1970 + place * 40),
          arrive: Moment(minutesSince1970: one.arrive.minutesSince1970 + place * 40), riders: [0])
      }
      return Paper.driverSlips.pages(desk(event, EventPlan(vehicles: VehiclePlan(runs: runs))))
    }
    // Eighteen drives have half a sheet, and 36 both halves of it.
    for (drives, heads) in [(1, 1), (18, 1), (19, 2), (36, 2)] {
      let pages = slips(drives)
      #expect(pages.count == 1)
      #expect(pages[0].texts.count { $0.string == "1号车" } == heads, "\(drives)")
      #expect(pages[0].texts.allSatisfy { $0.box.maxY <= 297 })
    }
  }

  @Test func `Windows of a large map overlap, and together show all of it`() throws {
    let desk = seats(try Example.small())
    for (name, count) in [("A4x4", 4), ("a4×9", 9), ("A4×16", 16)] {
      let sheet = try #require(Paper.seatMap.size(named: name))
      let pages = Paper.seatMap.pages(desk, size: sheet)
      #expect(pages.count == count)
      var windows: [Rectangle] = []
      for mark in pages.flatMap(\.marks) {
        guard case .window(_, let part, let place) = mark else { continue }
        windows.append(part)
        #expect(part.x >= 0 && part.y >= 0 && place.x >= 10 && place.y >= 10)
      }
      #expect(windows.count == count)
      let row = windows.filter { $0.y == 0 }.sorted { $0.x < $1.x }
      for (one, other) in zip(row, row.dropFirst()) { #expect(abs(one.maxX - other.x - 10) < 0.01) }
      let names = Set(pages.flatMap { $0.texts.map(\.string) })
      for person in desk.people { #expect(names.contains(desk.cardName(of: person))) }
    }
    #expect(Paper.isFile(named: "座位图-A4×4.pdf") && Paper.isFile(named: "seat-map-A4×16.pdf"))
  }

  @Test func `A name that is read from the right is kept apart from the number after it`() throws {
    let desk = seats(try Example.small())
    #expect(desk.words(["Ada", "مۇھەممەت", "王芳"]) == ["Ada、", "\u{2068}مۇھەممەت\u{2069}、", "王芳"])
  }

  @Test func `What stands at the edge of a sheet keeps clear of the marks for cutting`() throws {
    for page in Paper.placeCards.pages(seats(try Example.small())) {
      let edge = try #require(page.texts.first { $0.string.contains("第3版") })
      let right = edge.box.maxX
      let left = right - Typesetter().width(of: edge.string, edge.style)
      for mark in page.marks {
        guard case .line(let from, let to, _) = mark, from.x == to.x, max(from.y, to.y) > edge.box.y else {
          continue
        }
        #expect(from.x < left || from.x > right)
      }
    }
  }

  @Test func `Columns that are not known stand on the sheets of delegations and in the workbook`() throws {
    let desk = try lodging { draft in
      draft.extraColumns = ["血型", "着装"]
      for index in draft.people.indices { draft.people[index].extra = ["", index == 0 ? "汉服" : ""] }
      draft.people[0].note = "早到"
    }
    #expect(texts(Paper.delegations, desk).joined().contains("早到；着装：汉服"))
    #expect(!texts(Paper.delegations, desk).joined().contains { $0.contains("血型") })
  }

  @Test func `A badge tells the vehicle of all rides, and none where there are several`() throws {
    let desk = try riding()
    for person in desk.people {
      let numbers = desk.vehicleNumbers(of: person)
      var selection = PaperSelection()
      selection.people = [person]
      let pages = Paper.badges.pages(desk.selecting(selection))
      let isTold = pages[0].texts.contains { $0.string == "车号" }
      #expect(isTold == (!numbers.isEmpty && numbers.allSatisfy(\.isNumber)), "\(numbers)")
    }
  }

  @Test func `The seat map on one sheet has each name once in its seat, and so have its parts on A4`() throws
  {
    let event = try Example.small { draft in
      for index in draft.people.indices { draft.people[index].name = "代表\(index)" }
    }
    let desk = seats(event)
    for size in ["A3", "A1", "A4"] {
      let sheet = try #require(Paper.seatMap.size(named: size))
      let pages = Paper.seatMap.pages(desk, size: sheet)
      let names = pages.flatMap { $0.texts.map(\.string) }.filter { $0.hasPrefix("代表") }
      #expect(names.sorted() == event.people.map(\.name).sorted(), "\(size)")
      for page in pages {
        #expect(Set([page.size.width, page.size.height]) == Set([sheet.sheet.width, sheet.sheet.height]))
        for text in page.texts {
          #expect(text.box.x >= 0 && text.box.maxX <= page.size.width && text.box.maxY <= page.size.height)
        }
      }
    }
  }

  @Test func `The budget is rooms by nights and vehicles by minutes, summed up`() throws {
    let hotels = try lodging()
    let items = BudgetItem.all(hotels)
    let nights = try #require(hotels.occupancy)
    let cost = nights.roomStock.rooms.indices.reduce(0) {
      $0 + nights.roomStock.rooms[$1].price * nights.nights(of: $1).count
    }
    #expect(cost > 0 && items.reduce(0) { $0 + $1.units * $1.price } == cost)
    let words = texts(Paper.budget, hotels).flatMap { $0 }
    #expect(words.contains("合计（元）"))
    let event = try Example.fleet { draft in
      draft.vehicles![0].fixed = 400
      draft.vehicles![0].perMinute = 3
    }
    let fleet = desk(event, EventPlan(vehicles: Example.vehiclePlan))
    // From the base 40 minutes empty, 30 loaded, 30 back, 40 loaded.
    #expect(BudgetItem.all(fleet).map { [$0.units, $0.price] } == [[1, 400], [140, 3]])
  }

  @Test
  func
    `The workbook has everybody in its sheets, text that looks like a formula as text, and sums that are formulas`()
    throws
  {
    let desk = try lodging { $0.people[1].name = "=1+1" }
    let data = try EventWorkbook(desk).data()
    #expect(try EventWorkbook(desk).data() == data)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("会务表.xlsx")
    try data.write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-m", "zipfile", "-e", file.path, folder.path]
    try process.run()
    process.waitUntilExit()
    func part(_ name: String) throws -> String {
      try String(contentsOf: folder.appendingPathComponent("xl/" + name), encoding: .utf8)
    }
    let book = try part("workbook.xml")
    for sheet in ["概况", "人员", "签到", "通讯录", "房号表", "预算"] { #expect(book.contains("name=\"\(sheet)\"")) }
    #expect(try part("sharedStrings.xml").contains("<t>=1+1</t>"))
    let people = try part("worksheets/sheet2.xml")
    #expect(!people.contains("<f>") && people.contains("<autoFilter") && people.contains("state=\"frozen\""))
    #expect(people.contains("<hyperlink ") && people.contains("location=\"'房号表'!A"))
    #expect(try part("worksheets/sheet6.xml").contains("<f>SUM(F2:F"))
    #expect(people.contains("&amp;L第3版 草稿&amp;R&amp;P / &amp;N"))
  }

  @Test func `No two papers have one name, and each is found by both of its names`() {
    let names = Paper.all.flatMap { [$0.word, $0.title.chinese] }
    #expect(Set(names).count == names.count)
    for paper in Paper.all {
      #expect(Paper(named: paper.word)?.word == paper.word)
      #expect(Paper(named: paper.title.chinese)?.word == paper.word)
    }
    #expect(Paper(named: "nothing") == nil)
  }

  @Test func `Characters that no font has are told with their person`() throws {
    let event = try Example.small { $0.people[3].name = "王\u{F0123}" }
    let found = seats(event).charactersWithoutFont()
    #expect(found.map(\.person) == [3])
    #expect(found.first?.characters == ["\u{F0123}"])
    #expect(seats(try Example.small()).charactersWithoutFont().isEmpty)
  }
}
