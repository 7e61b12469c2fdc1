import Assembly
import Localization
import Printing

/// A list on pages: title and counts on the first, and on each the event, what it is, page n of m, version and approval.
struct ListPages {
  /// A part of a list that begins a page: what is handed to one person, or all of a list that runs on.
  struct Chapter {
    /// Told beside the title on each page: the group.
    var name = ""
    /// What stands over it; nothing for its name and the title of the list.
    var heading: String?
    /// Under the title, a line each.
    var lines: [String] = []
    var blocks: [PrintedBlock]
  }

  let desk: PaperDesk
  let title: Phrase
  /// Whether chapters are papers of their own, each with its first and last page.
  var areHandedOut = false
  var sheet = Size.a4
  var columns = 1
  var gap = 6.0
  /// Whether the pages of a chapter are filled alike.
  var evenly = true
  /// Points of what stands over a chapter.
  var headingSize = TextStyle.title.size

  private static let sides = 15.0
  private static let top = 18.0
  private static let bottom = 14.0
  private static let lineHeight = 5.6

  private var area: Rectangle {
    Rectangle(
      Self.sides, Self.top, sheet.width - 2 * Self.sides, sheet.height - Self.top - Self.bottom)
  }

  private var flow: Flow { Flow(in: area, columns: columns, gap: gap) }

  /// The width that blocks are to have.
  var width: Double { flow.width }

  func pages(_ chapters: [Chapter]) -> [Page] {
    let contents = chapters.map(content)
    let all = contents.reduce(0) { $0 + $1.count }
    var before = 0
    return zip(chapters, contents).flatMap { chapter, content in
      defer { before += content.count }
      return areHandedOut
        ? framed(content, chapter, after: 0, of: content.count)
        : framed(content, chapter, after: before, of: all)
    }
  }

  /// What stands on each page of a chapter.
  func content(_ chapter: Chapter) -> [[Mark]] {
    flow.pages(of: chapter.blocks, opening: opening(chapter), evenly: evenly)
  }

  /// How far down the content of a page must be moved to stand under that of another; nothing where there is no room.
  ///
  /// - Parameter gap: millimetres between them.
  func offset(of content: [Mark], under other: [Mark], apart gap: Double) -> Double? {
    func end(_ marks: [Mark]) -> Double { Page(sheet, marks).texts.map(\.box.maxY).max() ?? area.y }
    let offset = end(other) + gap - area.y
    return end(content) + offset <= area.maxY ? offset : nil
  }

  /// The pages of a chapter.
  ///
  /// - Parameters:
  ///   - content: what stands on them.
  ///   - before: so many pages stand before them.
  ///   - all: so many pages there are in all.
  func framed(_ content: [[Mark]], _ chapter: Chapter, after before: Int, of all: Int) -> [Page] {
    content.enumerated().map { place, marks in
      Page(sheet, frame(chapter, before + place + 1, of: all) + marks)
    }
  }

  private func opening(_ chapter: Chapter) -> PrintedStrip {
    let line = Rectangle(0, 0, area.width, 0)
    let usual = [chapter.name, desk.say(title)].filter { !$0.isEmpty }.joined(separator: "  ")
    let scale = headingSize / TextStyle.title.size
    var marks: [Mark] = [
      .text(
        Text(chapter.heading ?? usual, .title.sized(headingSize), in: line.band(scale, 10 * scale), .centre))
    ]
    var y = 12 * scale
    for text in chapter.lines {
      for part in desk.typesetter.lines(of: text, .subtitle.sized(10.5), width: area.width) {
        marks.append(
          .text(Text(part, .subtitle.sized(10.5), in: line.band(y, Self.lineHeight), .centre)))
        y += Self.lineHeight
      }
    }
    return PrintedStrip(y + 2.5, marks)
  }

  private func frame(_ chapter: Chapter, _ number: Int, of count: Int) -> [Mark] {
    let line = Rectangle(area.x, 9, area.width, 5)
    let foot = Rectangle(area.x, sheet.height - 11.5, area.width, 5)
    let subject = [desk.say(title), chapter.name].filter { !$0.isEmpty }.joined(separator: " · ")
    let third = area.width / 3
    return [
      .text(Text(desk.eventName, .small, in: Rectangle(line.x, line.y, third * 1.8, line.height))),
      .text(
        Text(
          subject, .small, in: Rectangle(line.x + 2 * third, line.y, third, line.height), .trailing)
      ),
      .line(Point(line.x, line.maxY), Point(line.maxX, line.maxY), .hair),
      .text(Text(desk.version, .small, in: foot)),
      .text(Text(desk.say(Wording.page(number, of: count)), .small, in: foot, .trailing)),
    ]
  }
}

/// The columns of a list, and its rows as blocks.
struct ListTable {
  struct Column {
    let title: Phrase
    /// Millimetres; nothing for the column that takes what is left.
    var width: Double?
    var alignment = Text.Alignment.leading
    var style = TextStyle.body
    /// Whether long text goes on in further lines instead of being squeezed.
    var wraps = false
  }

  let desk: PaperDesk
  let columns: [Column]
  let rowHeight: Double
  /// The names of the columns on grey, under a rule.
  let header: PrintedStrip
  private let boxes: [Rectangle]
  private let width: Double

  /// The least width of a column that takes what the others leave, in millimetres.
  private static let leastOpen = 20.0

  /// A table as wide as `width`; columns in which no cell says anything are for the caller to leave out.
  init(_ desk: PaperDesk, _ columns: [Column], width: Double, rowHeight: Double = 6.2) {
    self.desk = desk
    self.columns = columns
    self.rowHeight = rowHeight
    self.width = width
    let taken = columns.reduce(0) { $0 + ($1.width ?? 0) }
    let open = columns.count { $0.width == nil }
    // Where columns ask for more than there is, all give way, and the open ones keep room for a few words.
    let scale = taken > 0 ? min(1, (width - Self.leastOpen * Double(open)) / taken) : 1
    var x = 0.0
    boxes = columns.map { column in
      let own = column.width.map { $0 * scale } ?? max(10, (width - taken * scale) / Double(max(1, open)))
      defer { x += own }
      return Rectangle(x, 0, own, rowHeight)
    }
    header = Self.header(desk, columns, boxes, width: width)
  }

  private static let padding = 1.0

  private static func header(
    _ desk: PaperDesk, _ columns: [Column], _ boxes: [Rectangle], width: Double
  ) -> PrintedStrip {
    let height = 6.5
    let band = Rectangle(0, 0, width, height)
    var marks: [Mark] = [.rectangle(band, fill: .grey(0.9), stroke: nil)]
    for (column, box) in zip(columns, boxes) {
      let box = Rectangle(box.x, 0, box.width, height).inset(padding, 0)
      marks.append(.text(Text(desk.say(column.title), .columnHeader, in: box, column.alignment)))
    }
    marks.append(.line(Point(0, 0), Point(width, 0), .rule))
    marks.append(.line(Point(0, height), Point(width, height), .rule))
    return PrintedStrip(height, marks)
  }

  /// What stands over rows that go on in another column: whose they are, and the header again.
  func continuation(of name: String) -> PrintedStrip {
    let title = heading(desk.say(Wording.continued(name))).strip
    return PrintedStrip(
      title.height + header.height, title.marks + [.placed(header.marks, at: Point(0, title.height))])
  }

  /// The header as a block of its own.
  var headerBlock: PrintedBlock { PrintedBlock(header, holdsNext: true) }

  /// A row; a cell is one text, or words none of which is broken. The header of the table is repeated over it unless
  /// something else is to be.
  func row(_ cells: [[String]], repeated: PrintedStrip? = nil) -> PrintedBlock {
    var lines: [[String]] = []
    for (place, column) in columns.enumerated() {
      let words = cells[place]
      let width = boxes[place].width - 2 * Self.padding
      guard column.wraps else {
        lines.append([words.joined()])
        continue
      }
      lines.append(
        words.count > 1
          ? desk.typesetter.lines(ofWords: words, column.style, width: width)
          : desk.typesetter.lines(ofPhrase: words.first ?? "", column.style, width: width))
    }
    let pitches = columns.map { $0.style.em * 1.25 }
    let height = zip(lines, pitches).reduce(rowHeight) { max($0, rowHeight + Double($1.0.count - 1) * $1.1) }
    var marks: [Mark] = []
    for (place, column) in columns.enumerated() {
      let pitch = pitches[place]
      let offset = (height - Double(lines[place].count) * pitch) / 2
      for (index, text) in lines[place].enumerated() where !text.isEmpty {
        let box = boxes[place].band(offset + Double(index) * pitch, pitch).inset(Self.padding, 0)
        marks.append(.text(Text(text, column.style, in: box, column.alignment)))
      }
    }
    marks.append(.line(Point(0, height), Point(width, height), .hair))
    return PrintedBlock(PrintedStrip(height, marks), repeated: repeated ?? header)
  }

  /// A row of plain cells.
  func row(_ cells: [String], repeated: PrintedStrip? = nil) -> PrintedBlock {
    row(cells.map { [$0] }, repeated: repeated)
  }

  /// A heading over rows: what it is about, and counts at its right end.
  func heading(_ text: String, _ remark: String = "") -> PrintedBlock {
    let height = 7.5
    let box = Rectangle(0, 0, width, height)
    let own = min(desk.typesetter.width(of: text, .heading), width * 0.75)
    return PrintedBlock(
      PrintedStrip(
        height,
        [
          .text(Text(text, .heading, in: Rectangle(0, 1, own, height - 1))),
          .text(Text(remark, .small, in: Rectangle(own + 3, 1, box.width - own - 3, height - 1))),
        ]), holdsNext: true)
  }
}

extension PaperDesk {
  /// A column of a list of people, with what it says of one.
  struct Field {
    let column: ListTable.Column
    let cell: (Int) -> String
  }

  /// Fields of which some of `members`, or of all who are printed, has anything to say.
  func used(_ fields: [Field], by members: [Int]? = nil) -> [Field] {
    let people = members ?? people
    return fields.filter { field in people.contains { !field.cell($0).isEmpty } }
  }

  /// The column of names. Names of other languages are long, and are to be read at a glance: it is then as wide as the longest
  /// of them, up to `most`.
  func nameColumn(
    _ style: TextStyle, least: Double, most: Double = 52, of people: [Int]? = nil
  ) -> ListTable.Column {
    var width = least
    if language != .chinese {
      let widest = (people ?? self.people).map { typesetter.width(of: listName(of: $0), style) }.max() ?? 0
      width = max(least, min(most, widest + 3))
    }
    return ListTable.Column(title: Phrase("姓名", "Name"), width: width, style: style, wraps: true)
  }

  /// Columns of fixed width no wider than what stands in them, so that others have more room.
  func fitted(_ fields: [Field], to people: [Int]) -> [Field] {
    fields.map { field in
      guard let width = field.column.width else { return field }
      let title = typesetter.width(of: say(field.column.title), .columnHeader)
      let widest = people.reduce(title) { max($0, typesetter.width(of: field.cell($1), field.column.style)) }
      var column = field.column
      column.width = min(width, widest + 3)
      return Field(column: column, cell: field.cell)
    }
  }
}
