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
      #expect(try contents(of: folder.path("new")).count == 9)
      let check = try await plenum("check", folder.path("new"))
      #expect(check.status == 0)
      #expect(check.output.contains(counted))
      #expect(try await plenum("plan", folder.path("new"), "-o", folder.path("out")).status == 0)
      let table = try Data(contentsOf: URL(fileURLWithPath: folder.path("new/\(people)")))
      #expect(table.starts(with: [0xEF, 0xBB, 0xBF]))
    }
  }

  @Test(arguments: [("zh_CN.UTF-8", "人员.csv"), ("en_US.UTF-8", "people.csv")])
  func `A template is in the user's language unless asked for another`(language: String, people: String)
    async throws
  {
    try await withTemporaryFolder { folder in
      #expect(try await plenum("template", folder.path("new"), language: language).status == 0)
      let tables = try contents(of: folder.path("new"))
      #expect(tables[people] != nil)
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
        "青石县第十八届人民代表大会第三次会议：240 人（请假 7 人），17 个分组；应上主席台 29 人，应在会场 202 人"
      ])
  }

  @Test func `Check of several events goes on after a bad one and ends with the worst status`() async throws {
    try await withTemporaryFolder { folder in
      let result = try await plenum(
        "check", fixture("malformed/no-people"), folder.path("none"), fixture("tabs"))
      #expect(result.status == 66)
      #expect(result.outputLines.count == 1)
      #expect(result.output.contains("12 people"))
    }
  }
}
