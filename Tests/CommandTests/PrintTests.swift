import Foundation
import Testing

/// What poppler reads in a PDF.
func printedText(of file: String) throws -> String { try output("pdftotext", "-raw", file, "-") }

/// What another program prints.
private func output(_ words: String...) throws -> String {
  let process = Process()
  let pipe = Pipe()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = words
  process.standardOutput = pipe
  try process.run()
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  #expect(process.terminationStatus == 0)
  return String(decoding: data, as: UTF8.self)
}

@Suite("plenum print")
struct PrintTests {
  @Test func `Papers of the whole plan lie in documents, the same bytes each time`() async throws {
    try await CountyPlan.withCopy { folder in
      let out = folder.path("out")
      let result = try await plenum("print", fixture("county"), out, home: folder.url)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.isEmpty)
      let files = ["分团名单", "桌签", "入场券", "证件", "签到表"].map { "documents/\($0).pdf" }
      let first = try contents(of: out)
      for file in files { #expect(first[file]?.starts(with: Data("%PDF".utf8)) == true, "\(file)") }
      #expect(try await plenum("print", fixture("county"), out, home: folder.url).status == 0)
      let second = try contents(of: out)
      for file in files { #expect(first[file] == second[file], "\(file)") }
      #expect(try await plenum("verify", fixture("county"), out, home: folder.url).status == 0)

      // Of each font: embedded, subset, and with the characters of its glyphs.
      for file in first.keys.filter({ $0.hasSuffix(".pdf") }) {
        let fonts = try output("pdffonts", out + "/" + file).split(separator: "\n").dropFirst(2)
        #expect(!fonts.isEmpty && fonts.allSatisfy { $0.contains(/yes +yes +yes/) }, "\(file)")
      }

      // Two cards a sheet, each name on both sides of its card.
      let seats = try PlanOnDisk(out).text("rostrum.csv").split(separator: "\r\n").dropFirst()
      let cards = try printedText(of: out + "/documents/桌签.pdf").filter { !$0.isWhitespace }
      let names = Dictionary(seats.map { (String($0.split(separator: ",")[1]), 2) }, uniquingKeysWith: +)
      for (name, count) in names {
        #expect(cards.components(separatedBy: name.filter { !$0.isWhitespace }).count - 1 >= count, "\(name)")
      }
    }
  }

  @Test func `A reader of codes finds on a sheet of badges the ids of its people, signed`() async throws {
    try await CountyPlan.withCopy { folder in
      let (event, out) = (fixture("county"), folder.path("out"))
      let result = try await plenum("print", event, out, "证件", "--group", "特邀", home: folder.url)
      #expect(result.status == 0, "\(result.errors)")
      let sheet = folder.path("sheet")
      _ = try output("pdftoppm", "-png", "-r", "150", "-l", "1", out + "/documents/证件-部分.pdf", sheet)
      let image = try #require(
        try FileManager.default.contentsOfDirectory(atPath: folder.url.path).first { $0.hasPrefix("sheet") })
      let codes = try output("zbarimg", "-q", "--raw", folder.path(image)).split(separator: "\n")
      let guests = Set(223...228)
      #expect(Set(codes).count == 4)
      for code in codes {
        let parts = code.split(separator: ".")
        #expect(parts.count == 3 && parts[0] == "P1" && parts[2].contains(/^[0-9a-f]{8}$/), "\(code)")
        #expect(guests.contains(Int(parts[1]) ?? 0), "\(code)")
      }
    }
  }

  @Test func `A plan in which two people have one seat is printed with a word of warning`() async throws {
    try await CountyPlan.withCopy { folder in
      let (event, out) = (fixture("county"), folder.path("out"))
      let rows = try PlanOnDisk(out).text("hall.csv").components(separatedBy: "\r\n")
      let (first, second) = (rows[1].components(separatedBy: ","), rows[2].components(separatedBy: ","))
      var edited = rows
      edited[2] = (second[..<3] + first[3...]).joined(separator: ",")
      try edited.joined(separator: "\r\n").write(toFile: out + "/hall.csv", atomically: true, encoding: .utf8)
      let result = try await plenum("print", event, out, "入场券", "--group", "城关镇", home: folder.url)
      #expect(result.status == 1)
      #expect(result.errors.contains("处不符（plenum verify 逐条列出），已照文件所写打印"))
    }
  }

  @Test func `A part of a paper has a file of its own`() async throws {
    try await CountyPlan.withCopy { folder in
      let (event, out) = (fixture("county"), folder.path("out"))
      let result = try await plenum(
        "print", event, out, "证件", "delegations", "--group", "城关镇", "--test-sheet", home: folder.url)
      #expect(result.status == 0, "\(result.errors)")
      let files = try contents(of: out).keys.filter { $0.hasSuffix(".pdf") }.sorted()
      #expect(files == ["documents/分团名单-部分.pdf", "documents/证件-部分.pdf"])
      let list = try printedText(of: out + "/documents/分团名单-部分.pdf")
      #expect(list.contains("打印机测试页") && list.contains("城关镇") && !list.contains("石桥镇 名单"))
    }
  }

  @Test func `What cannot be printed is told, and nothing is written`() async throws {
    try await CountyPlan.withCopy { folder in
      let (event, out) = (fixture("county"), folder.path("out"))
      let before = try contents(of: out)
      for (arguments, status, message) in [
        (["桌牌"], 64, "没有“桌牌”"), (["签到表", "--size", "90×130"], 64, "签到表没有大小可选"),
        (["桌签", "--group", "城管镇"], 64, "是不是“城关镇”"),
        (["--person", "无名氏"], 64, "无名氏"), (["--day", "某天"], 64, "某天"), (["--vehicle", "99"], 64, "99"),
        (["乘车表"], 64, "乘车表"),
      ] as [([String], Int32, String)] {
        let result = try await plenum(arguments: ["print", event, out] + arguments, home: folder.url)
        #expect(result.status == status && result.errors.contains(message), "\(arguments): \(result.errors)")
      }
      #expect(try await plenum("print", event, folder.path("none"), home: folder.url).status == 66)
      #expect(try await plenum("print", "none", out, home: folder.url).status == 66)
      #expect(try contents(of: out) == before)
    }
  }

  @Test func `An English event has English papers, which a new plan takes away`() async throws {
    try await withTemporaryFolder { folder in
      let (event, out) = (try folder.event(WholeEvent.tables), folder.path("out"))
      #expect(try await plenum("plan", event, "-o", out, home: folder.url).status == 0)
      let result = try await plenum("print", event, out, home: folder.url)
      #expect(result.status == 0, "\(result.errors)")
      let papers = try contents(of: out).keys.filter { $0.hasSuffix(".pdf") }
      #expect(
        Set(papers).isSuperset(
          of: [
            "badges", "contacts", "delegations", "door-signs", "driver-slips", "pickups", "place-cards",
            "ride-lists",
            "room-list", "sign-in", "station-signs", "tickets", "vehicle-signs",
          ].map { "documents/\($0).pdf" }))
      #expect(try printedText(of: out + "/documents/badges.pdf").contains("DELEGATE"))
      let again = try await plenum("plan", event, "-o", out, home: folder.url)
      #expect(again.errors.contains("print them again"))
      #expect(try contentsWithoutSeconds(of: out).keys.filter { $0.hasSuffix(".pdf") } == [])
    }
  }

  @Test func `A character that no font has is told with its person before anything else`() async throws {
    try await withTemporaryFolder { folder in
      let event = try folder.event(
        smallEvent(people: "id,name\n1,Ada \u{F0123}\n2,Ben\n", hall: "section,row,first,last\nA,1,1,4\n"))
      let out = folder.path("out")
      #expect(try await plenum("plan", event, "-o", out, home: folder.url).status == 0)
      let result = try await plenum("print", event, out, home: folder.url)
      #expect(result.status == 1)
      #expect(result.errorLines.first?.contains("Ada") == true && result.errors.contains("fonts-"))
    }
  }
}
