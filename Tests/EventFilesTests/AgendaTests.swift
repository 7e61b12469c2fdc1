import Assembly
import Foundation
import Tables
import Testing

@testable import EventFiles

@Suite("The agenda") struct AgendaTests {
  private func reading(_ agenda: String) -> EventReading {
    EventReader.read(files: [
      "会议.csv": Data("项目,内容\n名称,大会\n开始,2026-03-05\n".utf8), "人员.csv": Data("编号,姓名\n1,张三\n".utf8),
      "日程.csv": Data(agenda.utf8),
    ])
  }

  @Test func `A day that is written once holds for the rows under it, and times are printed alike`() throws {
    let reading = reading(
      "日期,时间,内容,地点,参加人员\n3月5日,8:30,开幕会,大会堂,全体\n,0.604166666666667,分组讨论,,\n2026-03-04,下午,报到,迎宾馆,\n")
    let event = try #require(reading.event, "\(reading.diagnostics)")
    #expect(event.agenda.map(\.time) == ["08:30", "14:30", "下午"])
    #expect(event.agenda.map { $0.day.description } == ["2026-03-05", "2026-03-05", "2026-03-04"])
    #expect(event.agenda.byDay.map { $0.items.map(\.what) } == [["报到"], ["开幕会", "分组讨论"]])
    #expect(event.agenda[0].place == "大会堂" && event.agenda[0].who == "全体")
  }

  @Test func `A day that is none and a row without contents are told by their cells`() {
    let reading = reading("日期,时间,内容\n某天,8:30,开幕会\n2026-03-05,9:00,\n")
    #expect(reading.event == nil)
    let told = reading.diagnostics.filter { $0.severity == .error }
    #expect(told.map { [$0.row, $0.column] } == [[2, 1], [3, 3]])
    #expect(told.allSatisfy { $0.source == "日程.csv" })
  }

  @Test func `Telephones are printed unless the event says no`() throws {
    func event(_ line: String) -> Event? {
      EventReader.read(files: [
        "event.csv": Data("key,value\nname,E\n\(line)".utf8), "people.csv": Data("id,name\n1,Ada\n".utf8),
      ]).event
    }
    #expect(event("")?.settings.printsPhones == true)
    #expect(event("phone,\n")?.settings.printsPhones == true)
    #expect(event("电话,否\n")?.settings.printsPhones == false)
  }
}
