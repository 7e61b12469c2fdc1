import Assembly
import Tables
import Testing

@testable import EventFiles

@Suite struct `The table of dining tables` {
  private func read(_ tables: String, people: String = "编号,姓名,分组,位次,饮食\nP1,王芳,东区,1,清真\nP2,李雷,西区,,\n")
    -> EventReading
  {
    reading(["人员.csv": people, "餐桌.csv": tables])
  }

  @Test func `Every column is read`() throws {
    let event = try #require(
      read("桌号,座位数,次序,饮食,餐次,对象,横位,纵位\n主桌,12,1,,晚宴,位次:1-12,2,1\n7,10,,清真;素食,,东区,,\n").event)
    let hall = try #require(event.diningHall)
    var main = DiningTable(row: 2, number: "主桌", seats: 12, order: 1)
    main.meal = "晚宴"
    main.audience = Audience(ranks: [1...12])
    (main.x, main.y) = (2, 1)
    var other = DiningTable(row: 3, number: "7", seats: 10)
    other.diets = [.halal, .vegetarian]
    other.audience = Audience(conditions: [.groups(["东区"])])
    #expect(hall.tables == [main, other])
    #expect(hall.meals == ["晚宴", ""])
    #expect(hall.mainTables == [0, nil])
  }

  @Test func `Words for diets are known, others are kept as they are, and some are none`() throws {
    let event = try #require(
      read(
        "桌号,座位数\n1,9\n",
        people: "姓名,饮食\n甲,清真餐\n乙,素食、忌辣\n丙,无\n丁,不就餐\n戊,\n"
      ).event)
    #expect(event.people.map(\.diets) == [[.halal], [.vegetarian, .other("忌辣")], [], [], []])
    #expect(event.people.map(\.dines) == [true, true, true, false, true])
  }

  @Test(arguments: [
    ("位次:1-3、5", Audience(ranks: [1...3, 5...5])),
    ("rank:1-3 & role:delegate", Audience(conditions: [.roles([.delegate])], ranks: [1...3])),
    ("类别：记者", Audience(conditions: [.roles([.press])])),
    ("东区", Audience(conditions: [.groups(["东区"])])),
  ])
  func `Tables are for groups, roles and ranks`(cell: String, audience: Audience) throws {
    var names = EventDraft(settings: Settings(name: ""))
    names.people = [PersonEntry(row: 2, id: "1", name: "王芳")]
    names.people[0].groupName = "东区"
    #expect(AudienceCell.audience(cell, SelectorNames(names)) == audience)
  }

  @Test func `What cannot be is told, each with its row`() {
    let problems = read("桌号,座位数,对象\n1,0,\n2,9,位次:三\n3,9,南区\n4,9,分组:南区\n").diagnostics
    #expect(problems.filter { $0.severity == .error }.compactMap(\.row).prefix(3) == [2, 3, 4])
  }

  @Test func `A table that stands twice for a meal is an error, and once for each of two meals is none`() {
    #expect(read("桌号,座位数\n1,9\n1,9\n").event == nil)
    #expect(read("桌号,座位数,餐次\n1,9,午餐\n1,9,晚宴\n").event != nil)
  }

  @Test func `People whose diet no table serves are told once`() throws {
    let event = try #require(read("桌号,座位数\n1,9\n").event)
    #expect(event.notes.contains { $0.fault == .dining(.dietNotServed(people: 1)) })
  }
}

@Suite struct `tables.csv` {
  private func event() throws -> Event {
    try #require(
      reading([
        "人员.csv": "编号,姓名,分组\nP1,王芳,东区\nP2,李雷,东区\n",
        "餐桌.csv": "桌号,座位数,餐次\n1,9,午餐\n1,9,晚宴\n2,9,晚宴\n",
      ]).event)
  }

  private let plan = TablePlan(
    assignments: [(0, 0), (0, 2), (1, 0), (1, 1)].map { TableAssignment(person: $0.0, table: $0.1) })

  @Test func `has a row a person and meal, and is read back as it was`() throws {
    let event = try event()
    let tables = plan.tables(of: event)
    #expect(tables.map(\.file) == ["tables.csv"])
    #expect(tables[0].header == ["person", "name", "group", "table", "meal"])
    #expect(
      tables[0].rows == [
        ["P1", "王芳", "东区", "1", "午餐"], ["P1", "王芳", "东区", "2", "晚宴"],
        ["P2", "李雷", "东区", "1", "午餐"], ["P2", "李雷", "东区", "1", "晚宴"],
      ])
    let read = PlanReader.read([.tables], in: ["tables.csv": tables[0].csv], of: event)
    #expect(read.plan.tables == plan)
  }
}
