import Printing
import Testing

@Suite("Cards on a sheet")
struct CardSheetTests {
  private static let sheets = [
    CardSheet("upright", Size(90, 130), columns: 2, rows: 2),
    CardSheet("lying", Size(120, 200), on: Size.a4.turned, columns: 2, rows: 1),
    CardSheet(fitting: Size(85.6, 54))!, CardSheet(fitting: Size(105, 148))!,
    CardSheet(fitting: Size(200, 120))!,
    CardSheet("with gaps", Size(60, 40), columns: 3, rows: 6, margins: Size(5, 10), gaps: Size(4, 3)),
  ]

  /// A sheet of three columns whose margins differ shows that columns are mirrored and not merely counted backwards.
  @Test(arguments: sheets)
  func `Backs meet their fronts when the sheet is turned on its long edge`(sheet: CardSheet) {
    for place in 0..<sheet.count {
      let (front, back) = (sheet.front(place), sheet.back(place))
      // Seen through the paper, a point x of an upright sheet's front lies at width − x on its back.
      let seen =
        sheet.sheet.height > sheet.sheet.width
        ? Rectangle(sheet.sheet.width - back.maxX, back.y, back.width, back.height)
        : Rectangle(back.x, sheet.sheet.height - back.maxY, back.width, back.height)
      #expect(abs(seen.x - front.x) < 1e-9 && abs(seen.y - front.y) < 1e-9)
    }
  }

  @Test(arguments: sheets)
  func `Cards lie on the sheet and not over one another`(sheet: CardSheet) {
    let places = (0..<sheet.count).map(sheet.front)
    for (index, card) in places.enumerated() {
      #expect(card.x >= 0 && card.y >= 0 && card.maxX <= sheet.sheet.width && card.maxY <= sheet.sheet.height)
      for other in places[..<index] {
        let isApart =
          card.x >= other.maxX - 1e-9 || other.x >= card.maxX - 1e-9 || card.y >= other.maxY - 1e-9
          || other.y >= card.maxY - 1e-9
        #expect(isApart)
      }
    }
  }

  @Test(arguments: sheets)
  func `Cut marks are on the sheet, in line with the cards' edges and outside the cards`(sheet: CardSheet) {
    let cards = [[Mark]](repeating: [], count: sheet.count + 1)
    let pages = sheet.pages(cards)
    #expect(pages.count == 2)
    for page in pages {
      let marks = page.marks.compactMap {
        if case .line(let from, let to, _) = $0 { (from, to) } else { nil }
      }
      #expect(marks.count >= 8)
      for (from, to) in marks {
        #expect(min(from.x, to.x) >= 0 && max(from.x, to.x) <= page.size.width)
        #expect(min(from.y, to.y) >= 0 && max(from.y, to.y) <= page.size.height)
      }
    }
  }

  @Test func `Each sheet of fronts is followed by its backs, card by card`() {
    let sheet = Self.sheets[0]
    func card(_ text: String) -> [Mark] {
      [.text(Text(text, TextStyle(.song, 10), in: Rectangle(sheet.card)))]
    }
    let pages = sheet.pages((0..<6).map { card("f\($0)") }, backs: (0..<6).map { card("b\($0)") })
    #expect(
      pages.map { $0.texts.map(\.string) } == [
        ["f0", "f1", "f2", "f3"], ["b0", "b1", "b2", "b3"], ["f4", "f5"], ["b4", "b5"],
      ])
    for (front, back) in [(0, 1), (2, 3)] {
      for (one, other) in zip(pages[front].texts, pages[back].texts) {
        #expect(abs(one.box.x - (210 - other.box.maxX)) < 1e-9 && one.box.y == other.box.y)
      }
    }
  }
}

@Suite("A flow of blocks")
struct FlowTests {
  private func block(_ text: String, _ height: Double, heading: Bool = false, repeated: String? = nil)
    -> PrintedBlock
  {
    func strip(_ text: String) -> PrintedStrip {
      PrintedStrip(height, [.text(Text(text, TextStyle(.song, 10), in: Rectangle(0, 0, 10, height)))])
    }
    return PrintedBlock(strip(text), holdsNext: heading, repeated: repeated.map(strip))
  }

  private func texts(_ pages: [[Mark]]) -> [[String]] {
    pages.map { Page(.a4, $0).texts.map(\.string) }
  }

  @Test func `Columns are filled one after another, then pages`() {
    let flow = Flow(in: Rectangle(10, 10, 100, 30), columns: 2, gap: 10)
    let pages = flow.pages(of: (1...7).map { block("\($0)", 10) })
    #expect(texts(pages) == [["1", "2", "3", "4", "5", "6"], ["7"]])
    let boxes = Page(.a4, pages[0]).texts.map(\.box)
    #expect(boxes.map(\.x) == [10, 10, 10, 65, 65, 65])
    #expect(boxes.map(\.y) == [10, 20, 30, 10, 20, 30])
  }

  @Test func `A heading goes with what follows it, and rows repeat their header where they begin a column`() {
    let flow = Flow(in: Rectangle(0, 0, 100, 30))
    let blocks =
      [block("a", 10), block("b", 10), block("H", 10, heading: true)]
      + (1...3).map { block("\($0)", 10, repeated: "h") }
    #expect(texts(flow.pages(of: blocks)) == [["a", "b"], ["H", "1", "2"], ["h", "3"]])
  }

  @Test func `Pages are filled evenly, no more of them than are needed`() {
    let flow = Flow(in: Rectangle(0, 0, 100, 100))
    let blocks = (1...22).map { block("\($0)", 10) }
    #expect(texts(flow.pages(of: blocks)).map(\.count) == [10, 10, 2])
    #expect(texts(flow.pages(of: blocks, evenly: true)).map(\.count) == [8, 8, 6])
  }

  @Test func `What stands first takes its place, and space at the top is left out`() {
    let flow = Flow(in: Rectangle(0, 5, 100, 20))
    let pages = flow.pages(of: [.space(5), block("a", 10), .space(5), block("b", 10)], opening: .space(10))
    #expect(Page(.a4, pages[0]).texts.map(\.box.y) == [15])
    #expect(Page(.a4, pages[1]).texts.map(\.box.y) == [5])
  }

  @Test func `A block that is higher than a page has one of its own`() {
    let pages = Flow(in: Rectangle(0, 0, 100, 20)).pages(of: [block("a", 10), block("b", 50), block("c", 10)])
    #expect(texts(pages) == [["a"], ["b"], ["c"]])
  }
}
