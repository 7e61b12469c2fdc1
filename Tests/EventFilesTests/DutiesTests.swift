import Assembly
import Tables
import Testing

@testable import EventFiles

@Suite struct `The table of duties` {
  private func event(_ duties: String) throws -> Event {
    try #require(
      reading([
        "人员.csv": "编号,姓名,类别,性别\nP1,王芳,工作人员,女\nP2,李雷,工作人员,男\nP3,张伟,代表,男\n", "分工.csv": duties,
      ]).event)
  }

  private func at(_ hour: Int) -> Moment {
    Moment(day: Day(year: 2026, month: 3, day: 5)!, hour: hour, minute: 0)!
  }

  @Test func `Every column is read`() throws {
    let staffing = try #require(
      try event(
        "分工,岗位,人数,每多少人,起配人数,地点,开始,结束,可用人员,性别,指定人员\n"
          + "其他,签到台,2,50,3,一层大厅,2026-03-05 08:00,2026-03-05 12:00,代表,男,李雷；P1\n接站,,,,,,,,,,\n"
      ).staffing)
    var rule = DutyRule(row: 2, kind: .other)
    (rule.post, rule.people, rule.each, rule.least, rule.place) = ("签到台", 2, 50, 3, "一层大厅")
    (rule.from, rule.to, rule.gender, rule.names) = (at(8), at(12), .male, ["P2", "P1"])
    rule.audience = Audience(conditions: [.roles([.delegate])])
    #expect(staffing.rules == [rule, DutyRule(row: 3, kind: .arrival)])
    #expect(staffing.named == [[0, 1], []])
  }

  @Test func `Any word with hours is a post of that name`() throws {
    let rule = try #require(
      try event("分工,开始,结束\n签到台,2026-03-05 08:00,2026-03-05 12:00\n").staffing?.rules.first)
    #expect(rule.kind == .other && rule.post == "签到台")
    #expect(reading(["分工.csv": "分工\n签到台\n"]).event == nil)
  }

  @Test func `staff.csv has a row a person and shift, and is read back as it was`() throws {
    let event = try event("分工,人数,开始,结束\n签到台,2,2026-03-05 08:00,2026-03-05 12:00\n")
    let post = event.postsDue(beside: EventPlan())[0].post
    let plan = StaffPlan(assignments: [StaffAssignment(post: post, people: [1], missing: 1)])
    let tables = plan.tables(of: event)
    #expect(tables.map(\.file) == ["staff.csv"])
    #expect(
      tables[0].rows == [
        ["P2", "李雷", "", "other", "签到台", "03-05", "会场", "会场", "2026-03-05 08:00", "2026-03-05 12:00"],
        ["", "", "", "other", "签到台", "03-05", "会场", "会场", "2026-03-05 08:00", "2026-03-05 12:00"],
      ])
    let read = PlanReader.read([.staff], in: ["staff.csv": tables[0].csv], of: event)
    #expect(read.plan.staff == plan && read.diagnostics.isEmpty)
  }

  @Test func `A leader whom nobody knows is an error, and one who is known leads`() throws {
    let vehicles = "编号,座位数,车长\nV,9,%\n"
    #expect(reading(["车辆.csv": vehicles.replacing("%", with: "赵六")]).event == nil)
    let event = try #require(
      reading([
        "人员.csv": "编号,姓名,类别\nP1,王芳,工作人员\n", "车辆.csv": vehicles.replacing("%", with: "王芳"),
      ]).event)
    #expect(event.leaderOfVehicle == [0: 0])
  }

  @Test func `Two lines for the same posts are an error, as is an end before the beginning`() {
    #expect(reading(["分工.csv": "分工\n接站\n接站\n"]).event == nil)
    #expect(
      reading(["分工.csv": "分工,开始,结束\n签到台,2026-03-05 12:00,2026-03-05 08:00\n"]).event == nil)
  }
}
