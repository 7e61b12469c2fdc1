import Assembly
import Tables
import Testing

@testable import EventFiles

@Suite struct `The table of discussion rooms` {
  private func event(groups: String? = nil) throws -> Event {
    try #require(
      reading([
        "人员.csv": "编号,姓名,分组,类别,讨论组\nP1,王芳,东区,,\nP2,李雷,西区,,\nP3,张伟,西区,,不参加\nP4,赵六,,记者,\n",
        "分组.csv": groups,
        "讨论室.csv": "房间,场次,座位数,地点,无障碍\n甲,上午,9,二楼,是\n乙,上午,5,,\n甲,下午,9,二楼,\n",
      ]).event)
  }

  @Test func `Every column is read`() throws {
    let discussion = try #require(try event().discussion)
    var first = DiscussionRoom(row: 2, name: "甲", session: "上午", seats: 9)
    (first.place, first.isAccessible) = ("二楼", true)
    #expect(discussion.rooms[0] == first)
    #expect(discussion.sessions == ["上午", "下午"])
    #expect(discussion.placeOfRoom == [0, 1, 0])
    #expect(discussion.offersAccessibleRooms)
  }

  @Test func `Groups discuss by themselves, or with those of one name; people without one by role`() throws {
    #expect(
      try event().discussion?.groups.map(\.kind) == [.named("东区"), .named("西区"), .role(.press)])
    let joined = try event(groups: "分组,讨论组\n东区,一组\n西区,一组\n")
    #expect(joined.discussion?.groups.map(\.members) == [[0, 1], [3]])
  }

  @Test func `discussion.csv has a row a group and session, and is read back as it was`() throws {
    let event = try event()
    let plan = DiscussionPlan(
      assignments: [(0, 0), (0, 2), (2, 1)].map { DiscussionAssignment(group: $0.0, room: $0.1) })
    let tables = plan.tables(of: event)
    #expect(tables.map(\.file) == ["discussion.csv"])
    #expect(
      tables[0].rows == [["东区", "上午", "甲", "1"], ["东区", "下午", "甲", "1"], ["记者", "上午", "乙", "1"]])
    let read = PlanReader.read([.discussion], in: ["discussion.csv": tables[0].csv], of: event)
    #expect(read.plan.discussion == plan)
  }

  @Test func `A room that stands twice in a session is an error`() {
    #expect(reading(["讨论室.csv": "房间,场次,座位数\n甲,上午,9\n甲,上午,5\n"]).event == nil)
  }
}
