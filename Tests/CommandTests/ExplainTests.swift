import Foundation
import Testing

@Suite("What explain says")
struct ExplainTests {
  @Test func `Of people of the county, in Chinese, by id or by name, with nothing amiss`() async throws {
    try await CountyPlan.withCopy { folder in
      let (event, out) = (fixture("county"), folder.path("out"))
      let onRostrum = try await plenum("explain", event, out, "刘志文", language: "C")
      #expect(onRostrum.status == 0)
      #expect(onRostrum.errors.isEmpty)
      #expect(
        onRostrum.outputLines.starts(with: [
          "刘志文（096），龙泉镇", "主席台", "  坐第 1 排 1 座，是主席台的第 9 位。",
          "  应上主席台的有 29 人；本人名单上的位次是 7.1，排第 8。",
          "  第 1 排有 9 座：单数，最高的居中，其次先在其左手边，再两边交替。",
          "  因为这些要求，比自己的位次靠后 1 位。其他人的要求：黄永发（177）指定坐第 1 排 9 座。王江生（001）要与刘文峰（190）挨着。",
          "  次优：不违反规则的单个调换中，代价最小的是与第 10 位的杨世伟（111）对换，代价多 2（位次偏差 +2）。",
          "会场", "  坐主席台，不在会场排座。",
        ]))
      #expect(try await plenum("explain", event, out, "096").output == onRostrum.output)

      let seat = try #require(try PlanOnDisk(out).table("hall.csv").first { $0["group"] == "柳河镇" })
      let inHall = try await plenum("explain", event, out, seat["person"]!)
      #expect(inHall.status == 0)
      let lines = inHall.outputLines
      #expect(
        lines.contains { $0.hasPrefix("  坐 \(seat["section"]!) \(seat["row"]!) 排 \(seat["seat"]!) 号；由前往后数") })
      #expect(lines.contains { $0.hasPrefix("  “柳河镇”在会场 17 个组中排第 4") })
      #expect(lines.contains { $0.hasPrefix("  次优：") })
    }
  }

  @Test func `Somebody whom nobody knows, and a name that two people have, are wrong usage`() async throws {
    try await withTemporaryFolder { folder in
      let event = try folder.event(
        smallEvent(people: "id,name\n1,Ada\n2,Ben\n3,Ben\n", hall: "section,row,first,last\nA,1,1,3\n"))
      #expect(try await plenum("plan", event, "-o", folder.path("out")).status == 0)
      let nobody = try await plenum("explain", event, folder.path("out"), "Adda")
      #expect(nobody.status == 64)
      #expect(nobody.errorLines == ["nobody in the list has the id or name “Adda”; did you mean “Ada”?"])
      let two = try await plenum("explain", event, folder.path("out"), "Ben")
      #expect(two.status == 64)
      #expect(two.errorLines == ["2 people are called “Ben”; give an id: 2, 3"])
      #expect(try await plenum("explain", event, folder.path("out"), "3").status == 0)
    }
  }

  @Test
  func
    `A plan that is missing, damaged or not of this event is bad input; one that breaks a rule is said to`()
    async throws
  {
    try await withTemporaryFolder { folder in
      let out = folder.path("out")
      let event = try folder.event(
        smallEvent(people: "id,name\n1,Ada\n2,Ben\n", hall: "section,row,first,last\nA,1,1,4\n"))
      #expect(try await plenum("explain", event, out, "1").status == 66)
      #expect(try await plenum("explain", folder.path("none"), out, "1").status == 66)
      #expect(try await plenum("plan", event, "-o", out).status == 0)
      let plan = PlanOnDisk(out)
      let hall = try plan.text("hall.csv")

      try plan.write(hall.replacing("A,1,2", with: "A,1,1"), to: "hall.csv")
      let broken = try await plenum("explain", event, out, "1")
      #expect(broken.status == 1)
      #expect(broken.errors.contains("plenum verify lists them"))
      #expect(broken.output.contains("Sits in section A, row 1"))

      try plan.write(hall.replacing("1,Ada", with: "7,Ada"), to: "hall.csv")
      let other = try await plenum("explain", event, out, "1")
      #expect(other.status == 65)
      #expect(other.output.isEmpty)
      #expect(other.errors.contains("nobody in the list has this id"))
    }
  }
}
