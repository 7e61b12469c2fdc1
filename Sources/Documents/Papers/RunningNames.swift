import Assembly
import Localization
import Printing

/// Names that run on unit by unit, where a line a person would take too much paper.
extension PaperDesk {
  private static let nameStyle = TextStyle.body.sized(8)
  private static let namePitch = 3.6

  /// Units one after another, each begun by its name and how many of it there are: `湖北 23：张三、李四`. The name of a unit
  /// is not parted from the first of its people.
  ///
  /// - Parameters:
  ///   - people: in any order.
  ///   - leader: is marked with a star.
  ///   - order: that of a unit's people; without it as they are listed.
  func unitWords(_ people: [Int], leader: Int? = nil, inOrder order: ([Int]) -> [Int] = { $0 }) -> [String] {
    let units = byGroup(people).map { group, people in
      let names = words(order(people).map { name(of: $0) + ($0 == leader ? "★" : "") })
      let unit = "\(groupName(group)) \(people.count)" + say(Phrase("：", ": "))
      return [unit + names[0]] + names.dropFirst()
    }
    return runningOn(units)
  }

  /// Words of one thing after those of another, with space between.
  func runningOn(_ things: [[String]]) -> [String] {
    things.enumerated().flatMap { place, words in
      place == things.count - 1 ? words : words.dropLast() + [words[words.count - 1] + space]
    }
  }

  /// Between things that stand beside one another in a line.
  var space: String { say(Phrase("　", "   ")) }

  /// Words as lines of a column, a block each; what is repeated stands over one that begins a column.
  func lines(of words: [String], width: Double, repeated: PrintedStrip) -> [PrintedBlock] {
    typesetter.lines(ofWords: words, Self.nameStyle, width: width).map { line in
      let text = Text(line, Self.nameStyle, in: Rectangle(0, 0, width, Self.namePitch))
      return PrintedBlock(PrintedStrip(Self.namePitch, [.text(text)]), repeated: repeated)
    }
  }

  /// White on a dark band: what the blocks below are about, and facts of it at the right end.
  func band(_ title: String, _ facts: String, width: Double) -> PrintedBlock {
    let style = TextStyle(.hei, 12, bold: true, colour: .white)
    let box = Rectangle(0, 0, width, 7)
    let own = min(typesetter.width(of: title, style), width * 0.6)
    let right = Rectangle(own + 5, 0, width - own - 7, 7)
    return PrintedBlock(
      PrintedStrip(
        8,
        [
          .rectangle(box, fill: .grey(0.2), stroke: nil),
          .text(Text(title, style, in: Rectangle(2, 0, own, 7))),
          .text(Text(facts, TextStyle(.hei, 8.5, colour: .white), in: right, .trailing)),
        ]), holdsNext: true)
  }

  /// A small line over what goes on from the column before.
  func continuationLine(_ text: String, width: Double) -> PrintedStrip {
    let height = 4.4
    return PrintedStrip(
      height, [.text(Text(say(Wording.continued(text)), .small, in: Rectangle(0, 0, width, height)))])
  }

  /// A hairline that ends an entry.
  func entryRule(width: Double) -> PrintedBlock {
    PrintedBlock(PrintedStrip(1.2, [.line(Point(0, 0.9), Point(width, 0.9), .hair)]))
  }
}
