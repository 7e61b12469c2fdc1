import Foundation
import Testing

/// The work of the staff, from a table of duties to lists and back.
@Suite struct StaffTests {
  @Test
  func
    `the county's six look after floors, stations and the registration, and go on to when nothing changes`()
    async throws
  {
    try await withTemporaryFolder { folder in
      let (event, out) = (fixture("county"), folder.path("out"))
      let plan = PlanOnDisk(out)
      let planned = try await plenum("plan", event, "-o", out, "--only", "rooms,staff", "--gap", "0.3")
      #expect(planned.status == 0, "\(planned.errors)")
      let rows = try plan.table("staff.csv")
      #expect(rows.filter { $0["duty"] == "报到" }.map { $0["person"] } == ["237"])
      #expect(Set(rows.compactMap { $0["kind"] }) == ["floor", "arrival", "departure", "other"])
      #expect(rows.allSatisfy { Int($0["person"] ?? "") ?? 0 >= 235 })
      // Times have the year first, so that they compare as text.
      for one in rows {
        for other in rows where one["person"] == other["person"] && one["post"] != other["post"] {
          let overlap = one["from"]! < other["to"]! && other["from"]! < one["to"]!
          #expect(!overlap || one["kind"] == "floor" && other["kind"] == "floor")
        }
      }
      let entry = try #require(try plan.report().modules["staff"])
      #expect(entry.gap ?? 1 <= 0.3)
      #expect(try await plenum("verify", event, out).status == 0)
      let files = try Data(contentsOf: URL(fileURLWithPath: out + "/staff.csv"))
      #expect(try await plenum("replan", event, "-o", out, "--only", "staff").status == 0)
      #expect(try Data(contentsOf: URL(fileURLWithPath: out + "/staff.csv")) == files)
      let printed = try await plenum("print", event, out, "分工表")
      #expect(printed.status == 0, "\(printed.errors)")
    }
  }
}
