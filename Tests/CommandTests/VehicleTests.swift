import Foundation
import Testing

@Suite("Vehicles")
struct VehicleTests {
  @Test func `Without rooms vehicles go to the hotels that the list names, else to the venue`() async throws {
    try await withTemporaryFolder { folder in
      var travelling = TravellingEvent()
      travelling.people["1"] = "1,Ada,North,F,1,,Airport,2026-03-04 10:00,Lake,,"
      let (event, out) = (try folder.event(travelling.tables), folder.path("out"))
      let result = try await plenum("plan", event, "-o", out, "--only", "vehicles")
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.contains("without a plan of rooms vehicles go"))
      #expect(result.output.contains("  vehicles: "))
      #expect(result.output.contains(" yuan (vehicles "))
      let pickups = try PlanOnDisk(out).table("runs.csv").filter { $0["transfer"] == "pickup" }
      #expect(Set(pickups.map { $0["to"] }) == ["Lake", "Hall"])
      #expect(try await plenum("verify", event, out).status == 0)
    }
  }

  @Test func `Vehicles bring people where rooms.csv of the plan has them`() async throws {
    try await withTemporaryFolder { folder in
      let (event, out) = (try folder.event(TravellingEvent().tables), folder.path("out"))
      try writeRooms(into: out)
      let before = try PlanOnDisk(out).text("rooms.csv")
      #expect(try await plenum("plan", event, "-o", out).status == 0)
      let runs = try PlanOnDisk(out).table("runs.csv")
      #expect(Set(runs.map { $0["transfer"] }) == ["pickup", "open-garden", "open-lake"])
      #expect(runs.filter { $0["to"] == "Lake" }.compactMap { $0["riders"] } == ["2"])
      #expect(try PlanOnDisk(out).table("riders.csv").count == 16)
      #expect(try PlanOnDisk(out).text("rooms.csv") == before)
      let again = try await plenum("plan", event, "-o", out, "--only", "vehicles", "--gap", "0.5")
      #expect(again.status == 0)
    }
  }

  @Test func `Rooms that do not fit the event are no ground for vehicles`() async throws {
    try await withTemporaryFolder { folder in
      var travelling = TravellingEvent()
      travelling.people["8"] = nil
      let (event, out) = (try folder.event(travelling.tables), folder.path("out"))
      try writeRooms(into: out)
      let result = try await plenum("plan", event, "-o", out)
      #expect(result.status == 65)
      #expect(result.errorLines.count == 2)
      #expect(result.errors.contains("rooms.csv:9:1: “8”: nobody in the list has this id"))
      #expect(try contents(of: out).keys.sorted() == ["rooms.csv"])
    }
  }

  @Test(arguments: [
    ("riders.csv", "7,Gus", "8,Hal"), ("runs.csv", "2026-03-04 15:15", "2026-03-04 15:05"),
    ("report.json", #""waiting" : [0-9]+"#, #""waiting" : 7"#),
  ])
  func `A plan that was changed does not hold`(file: String, pattern: String, text: String) async throws {
    try await withTemporaryFolder { folder in
      let (event, out) = (try folder.event(TravellingEvent().tables), folder.path("out"))
      #expect(try await plenum("plan", event, "-o", out).status == 0)
      let plan = PlanOnDisk(out)
      let before = try plan.text(file)
      let after = before.replacing(try Regex(pattern), with: text)
      #expect(before != after)
      try plan.write(after, to: file)
      #expect(try await plenum("verify", event, out).status == 1)
    }
  }

  /// Six sleep in one hotel, Gus and Hal in the other.
  private func writeRooms(into out: String) throws {
    let rooms = TravellingEvent().people.keys.sorted().enumerated().map { index, id in
      let words = TravellingEvent().people[id]!.split(separator: ",", omittingEmptySubsequences: false)
      let room = ["Garden,1,101", "Garden,1,102", "Garden,2,201", "Lake,1,1"][index / 2]
      return "\(id),\(words[1]),\(words[2]),\(room),2026-03-04,2026-03-06\r\n"
    }
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    try PlanOnDisk(out).write(
      "person,name,group,hotel,floor,room,check_in,check_out\r\n" + rooms.joined(), to: "rooms.csv")
  }
}
