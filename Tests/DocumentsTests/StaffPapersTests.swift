import Assembly
import Foundation
import Localization
import Printing
import Testing

@testable import Documents

@Suite struct `Papers of the staff` {
  private func at(_ day: Int, _ hour: Int) -> Moment {
    Moment(day: Day(year: 2026, month: 3, day: day)!, hour: hour, minute: 0)!
  }

  /// Two of the staff and a group that discusses; the registration on two days lacks somebody on the second.
  private func event() throws -> Event {
    var draft = EventDraft(settings: Settings(name: "青石县人民代表大会"))
    draft.people = ["王芳", "李雷", "张伟"].enumerated().map { index, name in
      var entry = PersonEntry(row: index + 2, id: "P\(index + 1)", name: name)
      entry.role = index < 2 ? .staff : .delegate
      entry.phone = "620\(index)"
      if index < 2 { entry.discussion = .nobody } else { entry.groupName = "城关镇" }
      return entry
    }
    draft.discussion = [DiscussionRoom(row: 2, name: "第一会议室", session: "上午", seats: 9)]
    draft.duties = [DutyRule(row: 2, kind: .other), DutyRule(row: 3, kind: .discussion)]
    draft.duties![0].post = "报到"
    return try Event(draft)
  }

  private var plan: EventPlan {
    func post(_ kind: DutyKind, _ title: String, _ subject: String, _ shifts: [StaffShift]) -> StaffPost {
      StaffPost(kind: kind, id: StaffPost.ID(title: title, subject: subject), shifts: shifts)
    }
    func shift(_ day: Int) -> StaffShift { StaffShift(from: at(day, 8), to: at(day, 12), place: "迎宾馆") }
    var plan = EventPlan()
    plan.discussion = DiscussionPlan(assignments: [DiscussionAssignment(group: 0, room: 0)])
    plan.staff = StaffPlan(assignments: [
      StaffAssignment(post: post(.other, "报到", "03-04", [shift(4), shift(5)]), people: [0], missing: 1),
      StaffAssignment(
        post: post(.discussion, "讨论服务", "上午 第一会议室", []), people: [1], missing: 0),
    ])
    return plan
  }

  private func texts(_ paper: Paper) throws -> [String] {
    let desk = PaperDesk(
      plan, of: try event(), PaperSelection(), Edition(version: 3), key: Array("key".utf8), Typesetter())
    return paper.pages(desk).flatMap { $0.texts.map(\.string) }
  }

  @Test func `The list has a row a person and post, and tells who is missing`() throws {
    let data = StaffList(event: try event(), plan: try #require(plan.staff)).csv()
    let lines = String(decoding: data.dropFirst(3), as: UTF8.self).components(separatedBy: "\r\n")
    #expect(
      Array(lines.prefix(4)) == [
        "序号,姓名,单位/代表团,电话,分工,岗位,地点,时间,编号",
        "1,王芳,工作人员,6200,报到,03-04,迎宾馆,03-04 至 03-05 每天 08:00–12:00,P1",
        "2,李雷,工作人员,6201,讨论服务,上午 第一会议室,,,P2",
        "3,缺 1 人,,,报到,03-04,迎宾馆,03-04 至 03-05 每天 08:00–12:00,",
      ])
  }

  @Test func `The page tells posts by person and by kind, and the printed list too`() throws {
    let page = StaffPages(event: try event(), plan: try #require(plan.staff)).html()
    for text in ["工作分工", "按人", "其他岗位", "讨论室", "缺 1 人", "03-04 至 03-05 每天 08:00–12:00"] {
      #expect(page.contains(text), "\(text)")
    }
    let list = try texts(.dutyList)
    #expect(list.contains("报到 03-04") && list.contains { $0.contains("缺 1 人") })
    // Each person has a head, and under it days, hours, posts and places.
    let person = try #require(list.firstIndex(of: "王　芳"))
    #expect(
      Array(list[person..<person + 6]) == [
        "王　芳", "6200 · 8 小时 · 1 个岗位", "03-04 至 03-05", "每天 08:00–12:00", "报到", "迎宾馆",
      ])
  }

  @Test func `A vehicle for which nobody is left tells whom its lists of riders name`() throws {
    let event = try Example.fleet()
    let post = StaffPost(
      kind: .vehicle, id: StaffPost.ID(title: "车长", subject: "1号车 03-04"),
      shifts: [StaffShift(from: at(4, 9), to: at(4, 11), place: "机场", end: "酒店")])
    var plan = EventPlan(vehicles: Example.vehiclePlan)
    plan.staff = StaffPlan(assignments: [StaffAssignment(post: post, people: [], missing: 1)])
    let desk = PaperDesk(
      plan, of: event, PaperSelection(), Edition(version: 3), key: Array("key".utf8), Typesetter())
    let list = Paper.dutyList.pages(desk).flatMap { $0.texts.map(\.string) }
    // Of the staff who ride there first, then who rides alone.
    #expect(list.joined().contains("缺 1 人，由乘车的李小明(P3)、王五代"), "\(list)")
    let page = StaffPages(event: event, plan: plan.staff!, vehicles: plan.vehicles).html()
    #expect(page.contains("缺 1 人，由乘车的李小明、王五代"))
  }

  @Test func `The door of a discussion room tells who of the staff is there`() throws {
    let door = try texts(.discussionDoors)
    let title = try #require(door.firstIndex { $0.contains("讨论服务") })
    #expect(door[(title + 1)...].contains { $0.contains("李雷") })
  }
}
