import Assembly
import Documents
import Foundation
import Localization
import Testing

@Suite struct `The list of rooms` {
  private let plan = RoomPlan(
    assignments: [(0, 0), (1, 1), (2, 1)].map { RoomAssignment(person: $0.0, room: $0.1) })

  @Test func `It lists everybody by group and again by room`() throws {
    let event = try Example.roomStock { $0.people.swapAt(0, 2) }
    let plan = RoomPlan(
      assignments: [(0, 1), (1, 1), (2, 0)].map { RoomAssignment(person: $0.0, room: $0.1) })
    #expect(
      csv(event, plan) == [
        "名单,序号,单位/代表团,姓名,性别,职务,酒店,楼层,房号,入住,离店,晚数,电话,编号",
        "按单位,1,石桥镇,李小明,男,,迎宾馆,3,302,2026-03-05,2026-03-07,2,13800000002,P4",
        "按单位,2,城关镇,李小明,男,,迎宾馆,3,302,2026-03-04,2026-03-07,3,13800000001,P3",
        "按单位,3,城关镇,王五,男,镇长,迎宾馆,3,301,2026-03-04,2026-03-07,3,13800000000,P2",
        "按房间,1,城关镇,王五,男,镇长,迎宾馆,3,301,2026-03-04,2026-03-07,3,13800000000,P2",
        "按房间,2,城关镇,李小明,男,,迎宾馆,3,302,2026-03-04,2026-03-07,3,13800000001,P3",
        "按房间,3,石桥镇,李小明,男,,迎宾馆,3,302,2026-03-05,2026-03-07,2,13800000002,P4",
      ])
  }

  @Test func `Who is absent or without a bed stays on the list by group, who sleeps elsewhere does not`()
    throws
  {
    let event = try Example.roomStock { draft in
      draft.people[0].isAbsent = true
      draft.people[2].entitlement = Entitlement.none
    }
    let plan = RoomPlan(
      assignments: [], unplaced: [Unplaced(person: 1, module: .rooms, reason: .told("full"))])
    let lines = csv(event, plan)
    #expect(lines.count == 3)
    #expect(lines[1].contains("王五,男,镇长,,,请假,,,,"))
    #expect(lines[2].contains("李小明,男,,,,未安排床位,2026-03-04,"))
  }

  @Test func `Columns that the product does not know are carried along, and no cell is a formula`() throws {
    let event = try Example.roomStock { draft in
      draft.extraColumns = ["车牌"]
      draft.people[0].extra = ["京A00001"]
      draft.people[0].phone = "+86 10"
      draft.people[1].name = "=1+2"
    }
    let lines = csv(event, plan)
    #expect(lines[0].hasSuffix(",编号,车牌"))
    #expect(lines[1].hasSuffix(",'+86 10,P2,京A00001"))
    #expect(lines[2].contains(",'=1+2,"))
  }

  @Test func `An English event is listed in English`() throws {
    let lines = csv(try Example.roomStock { $0.settings.language = .english }, plan)
    #expect(
      lines[0] == "List,No.,Group,Name,Sex,Title,Hotel,Floor,Room,Check-in,Check-out,Nights,Phone,Id")
    #expect(lines[1].hasPrefix("By group,1,城关镇,王五,M,"))
  }

  private func csv(_ event: Event, _ plan: RoomPlan) -> [String] {
    let data = RoomList(event: event, plan: plan).csv()
    #expect(data.starts(with: [0xEF, 0xBB, 0xBF]))
    return String(decoding: data.dropFirst(3), as: UTF8.self).components(separatedBy: "\r\n").filter {
      !$0.isEmpty
    }
  }
}
