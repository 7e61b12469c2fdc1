import Foundation
import Testing

@Suite("Every table with what no cell may hold")
struct HostileTableTests {
  @Test(arguments: HostileTable.all)
  func `Each cell at fault is told, and nothing else`(table: HostileTable) async throws {
    try await withTemporaryFolder { folder in
      let (tables, places) = table.event()
      let arguments = ["plan", try folder.event(tables), "-o", folder.path("out")]
      let result = try await plenum(arguments: arguments)
      #expect(result.status == 65)
      #expect(result.output.isEmpty)
      let told = try await ToldProblem.told(by: arguments).filter { $0.severity == "error" }.map(\.place)
      #expect(Set(told).subtracting(places).sorted() == [])
      #expect(Set(places).subtracting(told).sorted() == [])
      #expect(
        !result.errors.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
      #expect(result.errorLines.allSatisfy { $0.count < 400 })
      #expect(try folder.names() == ["event"])
    }
  }

  @Test(arguments: ["../../up", "a/b", "\u{202E}gnihtemos", "👩‍👩‍👧‍👦", "𠮷𠀋", "e\u{301}\u{327}", "<b>&'%s\\"])
  func `Names may hold whatever people write, in every table`(name: String) async throws {
    try await withTemporaryFolder { folder in
      let tables = WholeEvent.tables.mapValues { table in
        ["Ada", "North", "Garden", "V1", "Airport", "open-garden"].reduce(table) { text, word in
          text.replacing(word, with: name + " " + word)
        }
      }
      let (event, out) = (try folder.event(tables), folder.path("out"))
      let result = try await plenum("plan", event, "-o", out)
      #expect(result.status == 0, "\(result.errors)")
      #expect(!(result.output + result.errors).contains("\u{202E}"))
      let plan = PlanOnDisk(out)
      #expect(try plan.table("rooms.csv").contains { $0["name"] == name + " Ada" })
      #expect(try plan.table("runs.csv").contains { $0["vehicle"] == name + " V1" })
      #expect(try folder.names() == ["event", "out"])
      let verification = try await plenum("verify", event, out)
      #expect(verification.status == 0, "\(verification.errors)")
    }
  }
}
