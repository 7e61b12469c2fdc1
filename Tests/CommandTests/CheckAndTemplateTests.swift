import Foundation
import Testing

@Suite("check and template")
struct CheckAndTemplateTests {
  @Test(arguments: [
    ("zh", "人员.csv", "请删去示例行", "年度工作会议：1 人"),
    ("en", "people.csv", "replace the example lines", "Annual Assembly: 1 person"),
  ])
  func `A template is a sound event in its language`(
    language: String, people: String, told: String, counted: String
  ) async throws {
    try await withTemporaryFolder { folder in
      let template = try await plenum("template", "--language", language, folder.path("new"))
      #expect(template.status == 0)
      #expect(template.output.contains(told))
      #expect(try contents(of: folder.path("new")).count == 13)
      let check = try await plenum("check", folder.path("new"))
      #expect(check.status == 0)
      #expect(check.output.contains(counted))
      #expect(try await plenum("plan", folder.path("new"), "-o", folder.path("out")).status == 0)
      let table = try Data(contentsOf: URL(fileURLWithPath: folder.path("new/\(people)")))
      #expect(table.starts(with: [0xEF, 0xBB, 0xBF]))
    }
  }

  @Test func `A template may be a workbook, which is never overwritten, and is planned as it is`()
    async throws
  {
    try await withTemporaryFolder { folder in
      let book = folder.path("会议.xlsx")
      #expect(try await plenum("template", "--language", "zh", book).status == 0)
      #expect(try await plenum("template", book).status == 73)
      let check = try await plenum("check", book)
      #expect(check.status == 0)
      #expect(check.output.contains("住宿：1 间 1 床（单间 1）；住 1 人 4 人晚"))
      #expect(try await plenum("plan", book, "-o", folder.path("out")).status == 0)
    }
  }

  @Test(arguments: ["x.xls", "x.XLS", "x.csv", "会议.et"])
  func `A name that asks for another kind of table is refused, with the one that is written`(name: String)
    async throws
  {
    try await withTemporaryFolder { folder in
      let result = try await plenum("template", name, language: "C", home: folder.url)
      #expect(result.status == 64)
      #expect(result.errors.contains("name a workbook ending in .xlsx"))
      #expect(try folder.names().isEmpty)
    }
  }

  @Test(arguments: ["zh_CN.UTF-8", "en_US.UTF-8", "C"])
  func `A template is in Chinese unless asked for in English`(language: String) async throws {
    try await withTemporaryFolder { folder in
      #expect(try await plenum("template", folder.path("new"), language: language).status == 0)
      let tables = try contents(of: folder.path("new"))
      #expect(tables["人员.csv"] != nil)
    }
  }

  @Test func `A folder with files in it is no place for a template`() async throws {
    try await withTemporaryFolder { folder in
      let event = try folder.copy(of: fixture("county"))
      let before = try contents(of: event)
      let result = try await plenum("template", event)
      #expect(result.status == 73)
      #expect(result.errors.contains("没有改动任何文件"))
      #expect(try contents(of: event) == before)
    }
  }

  @Test func `Check counts whom an event is about`() async throws {
    let result = try await plenum("check", fixture("county"))
    #expect(result.status == 0)
    #expect(
      result.outputLines == [
        "青石县第十八届人民代表大会第三次会议：240 人（请假 7 人），17 个分组；应上主席台 29 人，应在会场 202 人",
        "  名单：240 人（主席台 29、代表 167、列席 19、特邀 6、记者 6、工作人员 6、请假 7），17 个分组",
        "  主席台：3 排 32 座", "  会场：265 座（左区 75、中区 115、右区 75）",
        "  住宿：110 间 205 床（标间 93、单间 13、三人间 1、套房 3）；住 196 人 794 人晚（2026-01-11 – 2026-01-16）",
        "  车辆：12 辆 218 座；接站 123 人，送站 123 人，用车 6 次",
        "  餐桌：25 桌 248 座；就餐 233 人", "  讨论：15 组 2 场，讨论室 30 间次",
        "  分工：4 类岗位，工作人员 6 人",
      ])
  }

  @Test func `Check tells how many seats, beds and rooms are missing by number`() async throws {
    try await withTemporaryFolder { folder in
      let event = try folder.event([
        "event.csv": "key,value\nname,Autumn\nlanguage,en\nstart,2026-09-01\nend,2026-09-02",
        "people.csv":
          "name,gender,group,check_in,check_out\nAda,f,A,2026-09-01,2026-09-03\nBea,f,A,2026-09-02,2026-09-03\n"
          + "Cid,m,B,2026-09-02,2026-09-03",
        "hall.csv": "section,row,first,last\nS,1,1,2",
        "rooms.csv": "hotel,room,type,beds\nInn,1,twin,2",
        "tables.csv": "table,seats,meal\n1,2,lunch\n2,3,dinner",
        "discussion.csv": "session,room,seats\nam,R1,9\npm,R1,9\npm,R2,9",
      ])
      let result = try await plenum("check", event)
      #expect(result.output.contains("hall: 2 seats (S 2); short of 1 seat\n"))
      #expect(result.output.contains("; short of 1 bed in the night of 2026-09-02\n"))
      #expect(result.output.contains("3 to dine; short of 1 seat (lunch)\n"))
      #expect(result.output.contains("3 times a room; short of 1 room (am)\n"))
    }
  }

  @Test func `Check of several events goes on after a bad one and ends with the worst status`() async throws {
    try await withTemporaryFolder { folder in
      let result = try await plenum(
        "check", fixture("malformed/no-people"), folder.path("none"), fixture("tabs"))
      #expect(result.status == 66)
      #expect(result.outputLines.allSatisfy { $0.hasPrefix("tabs: ") })
      #expect(result.output.contains("12 people"))
    }
  }
}
