import Assembly
import Foundation
import Localization
import Printing
import Testing

@testable import Documents

@Suite struct `Papers of dining tables and discussions` {
  /// A main table of three and a halal table, five people of two groups; one room for both groups in two sessions.
  private func event() throws -> Event {
    var draft = EventDraft(settings: Settings(name: "青石县人民代表大会"))
    draft.people = ["王芳", "李雷", "张伟", "赵敏", "陈晨"].enumerated().map { index, name in
      var entry = PersonEntry(row: index + 2, id: "P\(index + 1)", name: name)
      entry.groupName = index < 3 ? "城关镇" : "石桥镇"
      return entry
    }
    for index in 0..<3 { draft.people[index].rank = Double(index + 1) }
    (draft.people[4].diets, draft.people[4].diet) = ([.halal], "清真")
    (draft.people[2].role, draft.people[2].title) = (.staff, "会务组记录")
    draft.tables = [
      DiningTable(row: 2, number: "主桌", seats: 4, order: 1),
      DiningTable(row: 3, number: "2", seats: 4, order: 2),
      DiningTable(row: 4, number: "3", seats: 2, order: 3),
    ]
    draft.tables![2].diets = [.halal]
    for index in 0..<3 { (draft.tables![index].x, draft.tables![index].y) = (Double(index), 1) }
    draft.discussion = ["上午", "下午"].enumerated().map {
      DiscussionRoom(row: $0 + 2, name: "第一会议室", session: $1, seats: 9)
    }
    return try Event(draft)
  }

  private var plan: EventPlan {
    var plan = EventPlan()
    plan.tables = TablePlan(
      assignments: [(0, 0), (1, 0), (2, 0), (3, 1), (4, 2)].map { TableAssignment(person: $0.0, table: $0.1) }
    )
    plan.discussion = DiscussionPlan(
      assignments: [(0, 0), (1, 1)].map { DiscussionAssignment(group: $0.0, room: $0.1) })
    return plan
  }

  private func texts(_ paper: Paper) throws -> [String] {
    let desk = PaperDesk(
      plan, of: try event(), PaperSelection(), Edition(version: 3), key: Array("key".utf8), Typesetter())
    return paper.pages(desk).flatMap { $0.texts.map(\.string) }
  }

  private func lines(_ data: Data) -> [String] {
    String(decoding: data.dropFirst(3), as: UTF8.self).components(separatedBy: "\r\n").filter { !$0.isEmpty }
  }

  @Test func `The list of tables tells everybody by table, the main table by seat, then by name`() throws {
    let list = lines(TableList(event: try event(), plan: try #require(plan.tables)).csv())
    #expect(
      list.prefix(6) == [
        "名单,序号,餐次,桌号,座次,姓名,单位/代表团,职务,饮食,编号",
        "按餐桌,1,,主桌,1,王芳,城关镇,,,P1", "按餐桌,2,,主桌,2,张伟,城关镇,会务组记录,,P3",
        "按餐桌,3,,主桌,4,李雷,城关镇,,,P2", "按餐桌,4,,2,,赵敏,石桥镇,,,P4", "按餐桌,5,,3,,陈晨,石桥镇,,清真,P5",
      ])
    #expect(list.count == 11 && list[6].hasPrefix("按姓名,1,,3,,陈晨"))
  }

  @Test func `The page has the hall, the seats of the main table, and each table's people`() throws {
    let page = TablePages(event: try event(), plan: try #require(plan.tables)).html()
    for text in ["class=\"plan\"", "class=\"ring\"", "1 王芳", "清真", "赵敏", "id=\"table-1\""] {
      #expect(page.contains(text), "\(text)")
    }
  }

  @Test func `A card a table shows its number, what it is, and who sits there by unit`() throws {
    let texts = try texts(.tableCards)
    #expect(texts.filter { $0 == "主桌" }.count >= 2)
    #expect(texts.contains { $0.contains("石桥镇：") && $0.contains("赵敏") })
    #expect(texts.contains("清真"))
  }

  @Test func `The dining list runs by table and by name`() throws {
    let texts = try texts(.tableLists)
    #expect(texts.contains("1 王芳、2 张伟、4 李雷"))
    #expect(texts.contains("2号桌") && texts.contains("3号桌"))
  }

  @Test func `The door tells groups, sessions, convener and recorder`() throws {
    let texts = try texts(.discussionDoors)
    for text in ["召集人", "记录", "张伟", "第一会议室"] {
      #expect(texts.contains { $0.contains(text) }, "\(text)")
    }
    #expect(texts.contains("上午 · 3人"))
  }

  @Test func `The door of a group of hundreds is one sheet, and nothing of it lies over the foot`() throws {
    var draft = EventDraft(settings: Settings(name: "第一次会议"))
    draft.people = (0..<280).map { Example.person($0 + 2, "代表\($0)", group: "城关镇") }
    draft.discussion = [DiscussionRoom(row: 2, name: "大厅", session: "上午", seats: 300)]
    let event = try Event(draft)
    var plan = EventPlan()
    plan.discussion = DiscussionPlan(assignments: [DiscussionAssignment(group: 0, room: 0)])
    let desk = PaperDesk(
      plan, of: event, PaperSelection(), Edition(version: 1), key: Array("key".utf8), Typesetter())
    let pages = Paper.discussionDoors.pages(desk)
    #expect(pages.count == 1)
    let names = pages.flatMap(\.texts).filter { $0.string.contains("代表") }
    #expect(names.allSatisfy { $0.box.maxY <= 297 - 14 })
    #expect(names.map(\.string).joined().contains("代表279"))
  }

  @Test func `The list of groups tells who does what, and where it meets`() throws {
    let list = lines(DiscussionList(event: try event(), plan: try #require(plan.discussion)).csv())
    #expect(list[0] == "序号,讨论组,分工,姓名,单位/代表团,职务,上午,下午,编号")
    #expect(list[1] == "1,城关镇,召集人,王芳,城关镇,,第一会议室,未安排,P1")
    #expect(list[3] == "3,城关镇,记录,张伟,城关镇,会务组记录,第一会议室,未安排,P3")
  }
}
