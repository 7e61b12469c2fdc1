/// How cards of one size lie on a sheet: a line of the table of sizes.
public struct CardSheet: Sendable, Hashable {
  /// The word for it.
  public let name: String
  /// One card.
  public let card: Size
  /// The sheet.
  public let sheet: Size
  /// Cards beside one another.
  public let columns: Int
  /// Cards under one another.
  public let rows: Int
  /// Millimetres from the left edge and from the upper edge to the first card.
  public let margins: Size
  /// Millimetres between cards.
  public let gaps: Size
  /// Whether the corners of cards are marked for cutting.
  public let hasCutMarks: Bool

  /// A size; without margins, the cards lie in the middle of the sheet.
  public init(
    _ name: String, _ card: Size, on sheet: Size = .a4, columns: Int, rows: Int, margins: Size? = nil,
    gaps: Size = Size(0, 0), cutMarks: Bool = true
  ) {
    self.name = name
    self.card = card
    self.sheet = sheet
    self.columns = columns
    self.rows = rows
    let used = Size(
      Double(columns) * card.width + Double(columns - 1) * gaps.width,
      Double(rows) * card.height + Double(rows - 1) * gaps.height)
    self.margins = margins ?? Size((sheet.width - used.width) / 2, (sheet.height - used.height) / 2)
    self.gaps = gaps
    hasCutMarks = cutMarks
  }

  /// As many cards of a size as an A4 holds, upright or on its side, with room around them for marks where there can be;
  /// nothing for a card that is larger than the sheet.
  public init?(fitting card: Size) {
    let sheets = [Size.a4, Size.a4.turned].flatMap { sheet in
      [8.0, 0].map { edge -> CardSheet in
        let columns = Int((sheet.width - 2 * edge) / card.width)
        let rows = Int((sheet.height - 2 * edge) / card.height)
        return CardSheet(
          "\(card.width.short)×\(card.height.short)", card, on: sheet, columns: columns, rows: rows)
      }
    }
    // Without room for marks only where the card is nearly as large as the sheet.
    guard let best = sheets.filter({ $0.count > 0 }).max(by: { $0.rank < $1.rank }) else { return nil }
    self = best
  }

  /// The more cards the better, of sheets with room for marks.
  private var rank: Int { margins.width >= 8 && margins.height >= 8 ? 1_000 + count : count }

  /// Cards on a sheet.
  public var count: Int { columns * rows }

  /// Where a card lies on the front: row by row from the upper left.
  public func front(_ place: Int) -> Rectangle {
    let (row, column) = place.quotientAndRemainder(dividingBy: columns)
    return Rectangle(
      margins.width + Double(column) * (card.width + gaps.width),
      margins.height + Double(row) * (card.height + gaps.height), card.width, card.height)
  }

  /// Where the back of the same card lies when the sheet is turned on its long edge: columns are mirrored on an upright
  /// sheet, rows on one that lies.
  public func back(_ place: Int) -> Rectangle {
    let front = front(place)
    return sheet.height >= sheet.width
      ? Rectangle(sheet.width - front.maxX, front.y, front.width, front.height)
      : Rectangle(front.x, sheet.height - front.maxY, front.width, front.height)
  }

  /// The pages of cards whose marks stand as on a card of its own.
  ///
  /// The back of a card is upright when the card is turned like a page of a book: on a sheet that lies, which turns on
  /// its upper edge, it is printed upside down.
  ///
  /// - Parameters:
  ///   - fronts: the cards.
  ///   - backs: as many backs; each sheet of fronts is then followed by that of its backs. None for one-sided papers.
  public func pages(_ fronts: [[Mark]], backs: [[Mark]] = []) -> [Page] {
    precondition(backs.isEmpty || backs.count == fronts.count, "every card has a back")
    return stride(from: 0, to: fronts.count, by: count).flatMap { first in
      let cards = first..<min(first + count, fronts.count)
      func page(_ marks: [[Mark]], at place: (Int) -> Rectangle) -> Page {
        let places = cards.map { place($0 - first) }
        let drawn = zip(cards, places).map { Mark.placed(marks[$0], at: Point($1.x, $1.y)) }
        return Page(sheet, drawn + (hasCutMarks ? cutMarks(around: places) : []))
      }
      guard !backs.isEmpty else { return [page(fronts, at: front)] }
      let isUpright = sheet.height >= sheet.width
      let turned = isUpright ? backs : backs.map { [.turned($0, in: Rectangle(card))] }
      return [page(fronts, at: front), page(turned, at: back)]
    }
  }

  /// Short strokes outside the cards, in line with their edges; none runs over a card.
  private func cutMarks(around cards: [Rectangle]) -> [Mark] {
    let stroke = Stroke(0.1, .grey(0.3))
    var known: Set<[Double]> = []
    var marks: [Mark] = []
    func add(_ from: Point, _ to: Point) {
      guard from != to, known.insert([from.x, from.y, to.x, to.y]).inserted else { return }
      marks.append(.line(from, to, stroke))
    }
    let (left, right) = (cards.map(\.x).min() ?? 0, cards.map(\.maxX).max() ?? 0)
    let (top, bottom) = (cards.map(\.y).min() ?? 0, cards.map(\.maxY).max() ?? 0)
    for card in cards {
      for x in [card.x, card.maxX] {
        add(Point(x, top - 1), Point(x, max(0, top - 5)))
        add(Point(x, bottom + 1), Point(x, min(sheet.height, bottom + 5)))
      }
      for y in [card.y, card.maxY] {
        add(Point(left - 1, y), Point(max(0, left - 5), y))
        add(Point(right + 1, y), Point(min(sheet.width, right + 5), y))
      }
    }
    return marks
  }
}

extension Double {
  /// `54`, `85.6`.
  fileprivate var short: String { self == rounded() ? String(Int(self)) : String(self) }
}
