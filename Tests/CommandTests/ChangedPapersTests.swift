import Foundation
import Testing

/// What is printed again after a late change.
@Suite("plenum print --changed-since") struct ChangedPapersTests {
  /// Rooms, seats and rides of a few, of whom Ada and Ben share no room.
  private func event(without absent: String? = nil, more: [String] = []) -> [String: String] {
    var tables = smallEvent(
      people: "id,name,group,gender,room_type,role,absent,phone\n"
        + [
          "1,Ada Smith,North,F,twin,rostrum", "2,Ben Jones,North,M,twin,", "3,Cyd Moore,North,M,twin,",
          "4,Dan Price,South,M,twin,", "5,Eve Stone,South,F,twin,",
        ].map { "\($0),\($0.contains(absent ?? "–") ? "yes" : ""),555-\($0.prefix(1))\n" }.joined()
        + more.map { $0 + "\n" }.joined(),
      hall: "section,row,first,last\nA,1,1,8\n", rostrum: "row,seats\n1,3\n",
      settings: "start,2026-03-04\nend,2026-03-05\n")
    tables["rooms.csv"] =
      "hotel,floor,room,type,beds,price\nInn,1,11,twin,2,100\nInn,1,12,twin,2,100\nInn,1,13,twin,2,100\n"
      + "Inn,1,14,twin,2,100\n"
    return tables
  }

  @Test func `Void papers are printed of those whom changes.csv names, and of nobody else`() async throws {
    try await withTemporaryFolder { folder in
      let (place, out) = (try folder.event(event()), folder.path("out"))
      #expect(try await plenum("plan", place, "-o", out, language: "en_US.UTF-8").status == 0)
      #expect(try await plenum("print", place, out, language: "en_US.UTF-8").status == 0)
      _ = try folder.event(event(without: "Ben", more: ["6,Fay Young,South,F,twin,,,555-6"]))
      #expect(try await plenum("replan", place, "-o", out, language: "en_US.UTF-8").status == 0)
      let result = try await plenum("print", place, out, "--changed-since", "1", language: "en_US.UTF-8")
      #expect(result.status == 0, "\(result.errors)")
      let files = try contents(of: out).keys.filter { $0.hasPrefix("documents/") && $0.hasSuffix(".pdf") }
      #expect(
        Set(files) == [
          "documents/notice.pdf", "documents/badges-changed.pdf", "documents/tickets-changed.pdf",
          "documents/door-signs-changed.pdf", "documents/seat-map-changed.pdf",
          "documents/sign-in-changed.pdf",
        ])

      // Each name stands in the papers that are void of that person, and in no other.
      let changes = try PlanOnDisk(out).table("changes.csv")
      for (paper, word) in [("badges", "badge"), ("tickets", "ticket")] {
        let printed = try printedText(of: out + "/documents/\(paper)-changed.pdf")
        let due = Set(
          changes.filter { change in
            // Cells with a semicolon are quoted.
            let papers = change["reprint"]!.split { ";\"".contains($0) }
            return papers.contains { $0 == word } && change["to"] != ""
          }.map { $0["name"]! })
        for name in ["Ada Smith", "Ben Jones", "Cyd Moore", "Dan Price", "Eve Stone", "Fay Young"] {
          #expect(printed.contains(name) == due.contains(name), "\(paper) \(name)")
        }
      }
      // The door from which a name has gone bears the one who stays.
      let doors = try printedText(of: out + "/documents/door-signs-changed.pdf")
      let rooms = try PlanOnDisk(out).table("rooms.csv")
      let before = try PlanOnDisk(out + "/versions/1").table("rooms.csv")
      let left = try #require(before.first { $0["name"] == "Ben Jones" })
      for guest in rooms where guest["room"] == left["room"] { #expect(doors.contains(guest["name"]!)) }
      #expect(!doors.contains("Ben Jones"))

      let notice = try printedText(of: out + "/documents/notice.pdf")
      #expect(notice.contains("Ben Jones") && notice.contains("555-2") && notice.contains("absent"))
      #expect(notice.contains("Fay Young") && !notice.contains("Ada Smith"))
    }
  }

  @Test func `A table and a discussion that somebody left have a sign without that name`() async throws {
    try await withTemporaryFolder { folder in
      func tables(without absent: String?) -> [String: String] {
        var tables = event(without: absent)
        tables["tables.csv"] = "table,seats\n1,3\n2,3\n"
        tables["discussion.csv"] = "room,session,seats\nRed,Monday,9\nBlue,Monday,9\n"
        return tables
      }
      let (place, out) = (try folder.event(tables(without: nil)), folder.path("out"))
      #expect(try await plenum("plan", place, "-o", out, language: "en_US.UTF-8").status == 0)
      _ = try folder.event(tables(without: "Ben"))
      #expect(try await plenum("replan", place, "-o", out, language: "en_US.UTF-8").status == 0)
      let result = try await plenum("print", place, out, "--changed-since", "1", language: "en_US.UTF-8")
      #expect(result.status == 0, "\(result.errors)")
      for paper in ["table-cards", "discussion-doors"] {
        let text = try printedText(of: out + "/documents/\(paper)-changed.pdf")
        #expect(
          text.contains("Ada Smith") && !text.contains("Ben Jones") && !text.contains("Dan Price"), "\(paper)"
        )
      }
    }
  }

  @Test func `Who convenes in place of somebody absent is told, and nobody where it is who it was`()
    async throws
  {
    try await withTemporaryFolder { folder in
      func tables(without absent: String?) -> [String: String] {
        var tables = event(without: absent)
        tables["discussion.csv"] = "room,session,seats\nRed,Monday,9\nBlue,Monday,9\n"
        return tables
      }
      let (place, out) = (try folder.event(tables(without: nil)), folder.path("out"))
      #expect(try await plenum("plan", place, "-o", out, language: "en_US.UTF-8").status == 0)
      // Dan, who is listed first of the South, convenes it; Eve does without him. Ada convenes the North.
      _ = try folder.event(tables(without: "Dan"))
      #expect(try await plenum("replan", place, "-o", out, language: "en_US.UTF-8").status == 0)
      let page = try PlanOnDisk(out).text("documents/notice-of-changes.html")
      #expect(
        page.contains("<td>South</td><td>Convener</td><td>Dan Price</td><td>Eve Stone</td><td>555-5</td>"))
      #expect(!page.contains("Ada Smith"))
      #expect(
        try await plenum("print", place, out, "--changed-since", "1", language: "en_US.UTF-8").status == 0)
      let notice = try printedText(of: out + "/documents/notice.pdf")
      #expect(notice.contains("Convener") && notice.contains("Eve Stone"))
    }
  }

  @Test func `The same plan again makes nothing void, and what cannot be compared is told`() async throws {
    try await withTemporaryFolder { folder in
      let (place, out) = (try folder.event(event()), folder.path("out"))
      #expect(try await plenum("plan", place, "-o", out, language: "en_US.UTF-8").status == 0)
      #expect(try await plenum("replan", place, "-o", out, language: "en_US.UTF-8").status == 0)
      let before = try contents(of: out)
      let same = try await plenum("print", place, out, "--changed-since", "1", language: "en_US.UTF-8")
      #expect(same.status == 0 && same.errors.contains("nothing is to be printed again"))
      for (arguments, status, message) in [
        (["--changed-since", "7"], 64, "there are 1"), (["--changed-since", "nowhere"], 66, "nowhere"),
        (["notice"], 64, "--changed-since"), (["--size", "90x130"], 64, "name the paper"),
        (["badges", "--size", "20x30"], 64, "85.6×54"), (["contacts", "--size", "90x130"], 64, "contacts"),
      ] as [([String], Int32, String)] {
        let result = try await plenum(
          arguments: ["print", place, out] + arguments, language: "en_US.UTF-8", home: folder.url)
        #expect(
          result.status == status && result.errors.lowercased().contains(message),
          "\(arguments): \(result.errors)")
      }
      #expect(try contents(of: out) == before)
    }
  }

  @Test func `After an approval the notice says by whom, and the map still marks what changed`() async throws
  {
    try await withTemporaryFolder { folder in
      let (place, out) = (try folder.event(event()), folder.path("out"))
      #expect(try await plenum("plan", place, "-o", out, language: "en_US.UTF-8").status == 0)
      _ = try folder.event(event(without: "Ben"))
      #expect(try await plenum("replan", place, "-o", out, language: "en_US.UTF-8").status == 0)
      let plan = PlanOnDisk(out)
      #expect(try plan.text("documents/seat-map.html").contains("seat empty changed"))
      #expect(
        try await plenum(
          "approve", place, out, "--by", "Chair", language: "en_US.UTF-8"
        )
        .status == 0)
      #expect(try plan.text("documents/seat-map.html").contains("seat empty changed"))
      for page in ["notice-of-changes", "seat-map"] {
        #expect(try plan.text("documents/\(page).html").contains(" by Chair"), "\(page)")
      }
    }
  }

  @Test func `Cards of another size lie in a file of their own, which a new plan takes away`() async throws {
    try await withTemporaryFolder { folder in
      let (place, out) = (try folder.event(event()), folder.path("out"))
      #expect(try await plenum("plan", place, "-o", out, language: "en_US.UTF-8").status == 0)
      for size in ["85.6x54", "105×148", "100 * 140"] {
        let result = try await plenum("print", place, out, "badges", "--size", size, language: "en_US.UTF-8")
        #expect(result.status == 0, "\(result.errors)")
      }
      func papers() throws -> [String] {
        try contents(of: out).keys.filter { $0.hasPrefix("documents/badges") }.sorted()
      }
      #expect(
        try papers() == ["100×140", "105×148", "85.6×54"].map { "documents/badges-\($0).pdf" })
      try Data("mine".utf8).write(to: URL(fileURLWithPath: out + "/documents/badges-mine.pdf"))
      #expect(try await plenum("plan", place, "-o", out, language: "en_US.UTF-8").status == 0)
      #expect(try papers() == ["documents/badges-mine.pdf"])
    }
  }
}
