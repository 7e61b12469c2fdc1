import Assembly
import Documents
import Foundation
import Localization
import Testing

@Suite struct `The seat list` {
  @Test func `It lists everybody by group and again by seat`() throws {
    let lines = try csv(Example.small())
    #expect(lines.first == "名单,序号,姓名,单位/代表团,职务,区,座位")
    #expect(lines.count == 1 + 11 + 11)
    #expect(lines[1] == "按单位,1,主席1,城关镇,,主席台,1排1号")
    #expect(lines[4] == "按单位,4,李小明,城关镇,镇长,左区,1排3号")
    #expect(lines[12] == "按座位,1,主席1,城关镇,,主席台,1排1号")
    #expect(lines[19] == "按座位,8,王五,城关镇,,左区,1排2号")
  }

  @Test func `By seat, the rostrum comes first and a row goes through its sections from the left`() throws {
    let seats = try csv(Example.small()).filter { $0.hasPrefix("按座位") }.map {
      $0.split(separator: ",", omittingEmptySubsequences: false).suffix(2).joined(separator: " ")
    }
    #expect(seats.prefix(7).allSatisfy { $0.hasPrefix("主席台") })
    #expect(seats.suffix(4) == ["左区 1排2号", "左区 1排3号", "右区 1排4号", "右区 1排5号"])
  }

  @Test func `Absent and unplaced people stay on both lists`() throws {
    let event = try Example.small { draft in
      draft.people[8].isAbsent = true
      draft.people[9].seat = SeatWish.none
      draft.hall = [HallLine(tableRow: 2, section: "左区", row: 1, first: 1, last: 1)]
    }
    let lines = try csv(event)
    #expect(lines.filter { $0.contains("李小明,城关镇,镇长,,请假") }.count == 2)
    #expect(lines.filter { $0.contains("张三,石桥镇,,,不排座") }.count == 2)
    #expect(lines.filter { $0.contains("李小明,石桥镇,,,未安排") }.count == 2)
  }

  @Test func `Columns that the product does not know are carried along`() throws {
    let event = try Example.small { draft in
      draft.extraColumns = ["签到"]
      draft.people[0].extra = ["√"]
    }
    let lines = try csv(event)
    #expect(lines[0].hasSuffix(",座位,签到"))
    #expect(lines[1].hasSuffix(",1排1号,√"))
    #expect(lines[2].hasSuffix(",1排2号,"))
  }

  @Test func `A name that a spreadsheet would compute is text`() throws {
    let event = try Example.small { $0.people[0].name = "=1+2" }
    #expect(try csv(event)[1].contains(",'=1+2,"))
  }

  @Test func `An English event is listed in English`() throws {
    let lines = try csv(Example.small { $0.settings.language = .english })
    #expect(lines[0] == "List,No.,Name,Group,Title,Section,Seat")
    #expect(lines[1] == "By group,1,主席1,城关镇,,Rostrum,Row 1 Seat 1")
  }

  private func csv(_ event: Event) throws -> [String] {
    let data = SeatList(
      event: event, rostrum: event.rostrum.map { _ in Example.rostrumPlan(event) },
      hall: Example.hallPlan(event)
    ).csv()
    #expect(data.starts(with: [0xEF, 0xBB, 0xBF]))
    return String(decoding: data.dropFirst(3), as: UTF8.self).components(separatedBy: "\r\n").filter {
      !$0.isEmpty
    }
  }
}
