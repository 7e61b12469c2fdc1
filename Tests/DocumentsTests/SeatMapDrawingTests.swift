import Assembly
import Foundation
import ProcessorTime
import Testing

@testable import Documents

@Suite struct `The drawing of the seat map` {
  @Test func `The name of a group stands in the middle of its part`() throws {
    var draft = EventDraft(settings: Settings(name: "会议"))
    draft.people = (0..<24).map { Example.person($0 + 2, "代表\($0)", group: "城关镇") }
    draft.hall = [1, 2].map {
      HallLine(tableRow: $0 + 1, section: "中区", row: .number($0), first: 1, last: 12)
    }
    let drawing = SeatMapDrawing(Example.map(try Event(draft)))
    let block = drawing.layout.blocks[0]
    let left = block.seats.map(\.x).min() ?? 0
    let right = (block.seats.map(\.x).max() ?? 0) + SeatMeasure.width * block.scale
    let parts = drawing.areas[0].parts { _ in 3 }
    #expect(parts.count == 1 && abs(parts[0].x - (left + right) / 2) < 0.01)
  }

  @Test func `Everybody is drawn once, on their seat`() throws {
    let event = try Example.small()
    let (rostrum, hall) = (Example.rostrumPlan(event), Example.hallPlan(event))
    let root = try #require(parsed(SeatMap(event: event, rostrum: rostrum, hall: hall).svg()))
    let taken = root.all("taken")
    #expect(taken.count == rostrum.assignments.count + hall.assignments.count)
    let seatOf = Dictionary(grouping: taken) { $0.attributes["id"] ?? "" }
    for assignment in rostrum.assignments {
      let seats = seatOf["r\(assignment.seat.row)-\(assignment.seat.seat)"] ?? []
      #expect(seats.count == 1)
      #expect(seats.first?.all("name").first?.text == event.people[assignment.person].name)
    }
    for assignment in hall.assignments {
      let seats = seatOf["h\(assignment.seat)"] ?? []
      #expect(seats.count == 1)
      #expect(seats.first?.all("name").first?.text == event.people[assignment.person].name)
    }
  }

  @Test func `Seats of the hall lie as far apart as the hall says`() throws {
    let event = try Example.small()
    let root = try #require(parsed(Example.map(event).svg()))
    let positions = try (event.hall?.seats ?? []).indices.map { index in
      try #require(root.descendants.first { $0.attributes["id"] == "h\(index)" }?.position)
    }
    let seats = try #require(event.hall?.seats)
    for index in seats.indices {
      #expect(
        abs(positions[index].x - positions[0].x - (seats[index].x - seats[0].x) * SeatMeasure.width) < 0.11)
      #expect(
        abs(positions[index].y - positions[0].y - (seats[index].y - seats[0].y) * SeatMeasure.hallRow) < 0.11)
    }
  }

  @Test
  func `The rostrum's front row is the lowest, above the hall, and its seats count from the page's left`()
    throws
  {
    let root = try #require(parsed(Example.map(try Example.small()).svg()))
    func position(_ id: String) throws -> (x: Double, y: Double) {
      try #require(root.descendants.first { $0.attributes["id"] == id }?.position)
    }
    #expect(try position("r2-1").y < position("r1-1").y)
    #expect(try position("r1-1").y < position("h0").y)
    #expect(try (1...4).allSatisfy { try position("r1-\($0)").x < position("r1-\($0 + 1)").x })
  }

  @Test func `The name of a group lies over seats of that group alone`() throws {
    let drawing = SeatMapDrawing(Example.map(try Example.fan()))
    var names = 0
    for (block, areas) in zip(drawing.layout.blocks, drawing.areas) {
      let (width, height) = (SeatMeasure.width * block.scale, block.rowHeight * block.scale)
      func ems(_ group: Int) -> Double { max(drawing.map.groupName(group).ems, 1) }
      for part in areas.parts(ems: ems) {
        let (half, rise) = (part.size * ems(part.group) / 0.94 / 2 - 0.01, part.size / 0.85 / 2 - 0.01)
        let under = block.seats.filter { seat in
          seat.x < part.x + half && seat.x + width > part.x - half && seat.y < part.y + rise
            && seat.y + height > part.y - rise
        }
        #expect(!under.isEmpty && under.allSatisfy { drawing.map.group(on: $0.seat) == part.group })
        names += 1
      }
    }
    #expect(names >= 35)
  }

  @Test func `A seat tells who sits there, from which group, and X排Y号`() throws {
    let root = try #require(parsed(Example.map(try Example.small()).svg()))
    #expect(root.all("seat").map { $0.text(of: "title") }.contains("李小明\n城关镇\n镇长\n左区 1排3号"))
    #expect(root.all("seat").map { $0.text(of: "title") }.contains("主席6\n石桥镇\n主席台 2排1号 · 第6位"))
  }

  @Test func `Held, empty and wheelchair seats look different`() throws {
    let root = try #require(parsed(Example.map(try Example.small()).svg()))
    let tile = root.all("tile").flatMap(\.descendants)
    #expect(tile.filter { $0.hasClass("held") }.map { $0.attributes["id"] } == ["h0"])
    #expect(tile.filter { $0.hasClass("wheelchair") }.map { $0.attributes["id"] } == ["h1"])
    #expect(tile.filter { $0.hasClass("empty") }.count == 12 - 4 - 1)
  }

  @Test func `Rows are labelled at both ends of each section`() throws {
    let root = try #require(parsed(Example.map(try Example.small()).svg()))
    let labels = try #require(root.all("rows").first).children.map(\.text)
    #expect(labels.filter { $0 == "1排" }.count == 2 + 4)
    #expect(labels.filter { $0 == "2排" }.count == 2 + 4)
    #expect(root.all("section").map(\.text) == ["左区", "右区"])
  }

  @Test func `The legend counts each group in the hall and on the rostrum`() throws {
    let root = try #require(parsed(Example.map(try Example.small()).svg()))
    let entries = root.all("entry").map { $0.all("entry-text").map(\.text).joined() }
    #expect(entries == ["城关镇 2人 台上2人", "石桥镇 2人 台上5人"])
    #expect(root.all("legend-head").first?.text.contains("会场就座4人，主席台就座7人") == true)
  }

  @Test(arguments: [
    (EvenRule.left, "双数排：居左（2号总在1号的尊位一侧）"), (.pair, "双数排：并列（1号、2号共居正中，1号居尊位）"),
  ])
  func `The sheet says from whose view it is read and which rule of even rows was used`(
    rule: EvenRule, wording: String
  ) throws {
    let event = try Example.small { $0.settings.evenRule = rule }
    let sentences = try #require(parsed(Example.map(event).svg())).all("reading").map(\.text)
    #expect(sentences.contains { $0.contains(wording) })
    #expect(sentences.contains { $0.contains("主席台就座者面向会场，其左手在本图右侧") })
    #expect(sentences.contains { $0.contains("会场就座者面向主席台，其左手在本图左侧") })
  }

  @Test func `Names cannot break out of the drawing`() throws {
    let hostile = [
      "<script>alert(1)</script>", "\"\u{301} onload=\"x", "a]]>b&amp;'", "王\u{0}\u{1B}\u{7F}\u{FFFE}五",
      "\u{202E}反\u{2066}转\u{200F}", "两\n行\t名\u{2028}字", "<\u{338}!--",
    ]
    let event = try Example.small { draft in
      draft.settings.name = hostile.joined()
      for (index, name) in hostile.enumerated() {
        draft.people[index].name = name
        draft.people[index].title = name
        draft.people[index].groupName = name
      }
    }
    let map = Example.map(event)
    let root = try #require(parsed(map.svg()))
    #expect(root.descendants.allSatisfy { $0.name != "script" && $0.attributes["onload"] == nil })
    let names = root.all("taken").map { $0.text(of: "title").split(separator: "\n").first ?? "" }
    #expect(names.contains("<script>alert(1)</script>"))
    #expect(names.contains("王五"))
    #expect(names.contains("反转"))
    #expect(names.contains("两 行 名 字"))
    let scripts = map.html().components(separatedBy: "<script").count - 1
    #expect(scripts == 1)
  }

  @Test func `The same event gives the same bytes`() throws {
    #expect(try Example.map(Example.fan()).html() == Example.map(Example.fan()).html())
  }

  @Test func `A map of the rostrum alone and of the hall alone is whole`() throws {
    let rostrumAlone = try Example.small { $0.hall = nil }
    let hallAlone = try Example.small { $0.rostrum = nil }
    let (first, second) = (
      try #require(parsed(Example.map(rostrumAlone).svg())),
      try #require(parsed(Example.map(hallAlone).svg()))
    )
    #expect(first.all("taken").count == 7)
    #expect(second.all("taken").count == 4)
    #expect(second.all("reading").allSatisfy { !$0.text.contains("双数排") })
  }

  @Test func `Floors are drawn one below the other with a heading each`() throws {
    let event = try Example.small { draft in
      for index in 2...3 { draft.hall?[index].floor = 2 }
    }
    let root = try #require(parsed(Example.map(event).svg()))
    #expect(root.all("floor").map(\.text) == ["1楼", "2楼"])
    #expect(root.all("section").count == 4)
  }

  @Test func `A section right behind another one gets room for its name`() throws {
    let event = try Example.small { draft in
      draft.hall = [
        HallLine(tableRow: 2, section: "前区", row: 1, first: 1, last: 6),
        HallLine(tableRow: 3, section: "后区", row: 2, first: 1, last: 6),
      ]
    }
    let root = try #require(parsed(Example.map(event).svg()))
    let seats = root.all("tile").flatMap { $0.all("seat") }
    let front = try #require(seats.first { $0.attributes["id"] == "h0" }?.position?.y)
    let back = try #require(seats.first { $0.attributes["id"] == "h6" }?.position?.y)
    #expect(back - front >= 2 * SeatMeasure.hallRow)
  }

  @Test(arguments: [1e308, -1e308, .infinity, .nan])
  func `A wild coordinate draws a map all the same`(x: Double) throws {
    let event = try Example.small { draft in
      for index in 0..<4 {
        draft.hall?[index].x = index == 0 ? x : Double(index) * 4
        draft.hall?[index].y = index < 2 ? x : 2
      }
    }
    #expect(parsed(Example.map(event).svg()) != nil)
  }

  @Test func `A large map stays small and is drawn in time`() throws {
    let event = try Example.fan()
    var html = ""
    let seconds = processorSeconds { html = Example.map(event).html() }
    #expect(html.utf8.count < 600 * (event.hall?.seats.count ?? 0))
    #expect(seconds < 30)
  }
}
