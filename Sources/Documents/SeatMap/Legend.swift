import Assembly
import Localization

/// The legend at the foot of the sheet: the groups with their people, the kinds of seats, and how the map is read.
struct Legend {
  struct Entry {
    let group: Int
    let text: String
  }

  /// A kind of seat that occurs on the map.
  struct Sample {
    let classes: String
    let state: SeatState
    let text: String
  }

  private let map: SeatMap
  private let layout: SheetLayout
  let entries: [Entry]
  let samples: [Sample]
  let sentences: [String]
  private let columns: Int
  let columnWidth: Double

  init(_ map: SeatMap, _ layout: SheetLayout) {
    self.map = map
    self.layout = layout
    entries = zip(0..., map.counts).compactMap { group, count in
      guard count.hall + count.rostrum > 0 else { return nil }
      return Entry(
        group: group, text: "\(map.groupName(group)) \(map.people(hall: count.hall, rostrum: count.rostrum))")
    }
    samples = Legend.samples(map)
    sentences = Legend.sentences(map)
    let widest = min(entries.map(\.text.ems).max() ?? 0, 24)
    let room = layout.width - 4 * layout.textSize
    columns = max(1, Int(room / ((widest + 4) * layout.textSize)))
    columnWidth = room / Double(columns)
  }

  var lineHeight: Double { layout.textSize * 1.75 }
  var left: Double { layout.left + 2 * layout.textSize }
  private var linesOfEntries: Int { (entries.count + columns - 1) / columns }
  var samplesTop: Double { layout.legendTop + lineHeight * (2.4 + Double(linesOfEntries)) }
  var sentencesTop: Double { samplesTop + (samples.isEmpty ? 0 : lineHeight * 1.2) }
  /// What stands over it all.
  var head: String { "\(map.say(Wording.groups))　\(map.total)" }

  /// Lower edge.
  var bottom: Double {
    samplesTop + lineHeight * (0.3 + Double(sentences.count)) + (samples.isEmpty ? 0 : lineHeight * 1.2)
  }

  func write(to writer: inout MarkupWriter) {
    writer.element("g", [("class", "legend")]) { writer in
      let size = layout.textSize
      writer.empty(
        "path",
        [
          ("class", "rule"),
          (
            "d",
            .text(
              "M\(MarkupWriter.shortened(left)) \(MarkupWriter.shortened(layout.legendTop))"
                + "h\(MarkupWriter.shortened(layout.width - 4 * size))")
          ),
        ])
      write(head, "legend-head", x: left, y: layout.legendTop + lineHeight * 1.1, size: size * 1.15, &writer)
      for (index, entry) in entries.enumerated() { write(entry, at: index, &writer) }
      write(samples, &writer)
      var y = sentencesTop
      for sentence in sentences {
        write(sentence, "reading", x: left, y: y, size: size, &writer)
        y += lineHeight
      }
    }
  }

  /// Where an entry stands, on its baseline: they run down the columns, as lists are read.
  func place(ofEntry index: Int) -> (x: Double, y: Double) {
    (
      left + Double(index / linesOfEntries) * columnWidth,
      layout.legendTop + lineHeight * (2.3 + Double(index % linesOfEntries))
    )
  }

  private func write(_ entry: Entry, at index: Int, _ writer: inout MarkupWriter) {
    let size = layout.textSize
    let (x, y) = place(ofEntry: index)
    let fill = Palette.fill(of: entry.group).hexadecimal
    writer.element("g", [("class", "entry"), ("data-group", .text(String(entry.group)))]) { writer in
      writer.empty(
        "rect",
        [
          ("class", "swatch"), ("x", .number(x)), ("y", .number(y - size * 1.08)),
          ("width", .number(size * 2.3)),
          ("height", .number(size * 1.45)), ("rx", .number(size * 0.2)), ("fill", .text(fill)),
        ])
      write(
        map.number(of: entry.group), "swatch-number", x: x + size * 1.15, y: y, size: size, room: size * 2.1,
        &writer)
      write(
        entry.text, "entry-text", x: x + size * 2.8, y: y, size: size, room: columnWidth - size * 3.2, &writer
      )
    }
  }

  private func write(_ samples: [Sample], _ writer: inout MarkupWriter) {
    let size = layout.textSize
    var x = left
    for sample in samples {
      writer.element("g", [("class", .text("sample \(sample.classes)"))]) { writer in
        writer.empty(
          "rect",
          [
            ("x", .number(x)), ("y", .number(samplesTop - size * 1.08)), ("width", .number(size * 2.3)),
            ("height", .number(size * 1.45)), ("rx", .number(size * 0.2)),
          ])
        write(sample.text, "entry-text", x: x + size * 2.8, y: samplesTop, size: size, &writer)
      }
      x += size * (sample.text.ems + 5)
    }
  }

  private func write(
    _ text: String, _ style: String, x: Double, y: Double, size: Double, room: Double? = nil,
    _ writer: inout MarkupWriter
  ) {
    let room = room ?? layout.left + layout.width - x - size
    var attributes: [MarkupWriter.Attribute] = [
      ("class", .text(style)), ("x", .number(x)), ("y", .number(y)), ("font-size", .number(size)),
    ]
    if text.ems * size > room {
      attributes.append(("textLength", .number(room)))
      attributes.append(("lengthAdjust", "spacingAndGlyphs"))
    }
    writer.element("text", attributes, text: text)
  }

  // MARK: What is told

  private static func samples(_ map: SeatMap) -> [Sample] {
    let seats = map.event.hall?.seats ?? []
    let isEmpty = zip(seats, map.seating.personInHall).map { $1 == nil }
    func occurs(_ isKind: (HallSeat) -> Bool) -> Bool {
      zip(seats, isEmpty).contains { isKind($0) && $1 }
    }
    var samples: [Sample] = []
    if occurs({ !$0.isHeld && $0.role == nil }) {
      samples.append(Sample(classes: "seat empty", state: SeatState(), text: map.say(Wording.emptySeat)))
    }
    if occurs(\.isHeld) {
      samples.append(
        Sample(classes: "seat held", state: SeatState(isHeld: true), text: map.say(Wording.heldSeat)))
    }
    for role in Role.allCases where occurs({ $0.role == role && !$0.isHeld }) {
      samples.append(
        Sample(classes: "seat role", state: SeatState(role: role), text: map.say(role.name.capitalized)))
    }
    if seats.contains(where: \.isWheelchairPlace) {
      samples.append(
        Sample(
          classes: "seat wheelchair", state: SeatState(isWheelchairPlace: true),
          text: map.say(Wording.wheelchairPlace)))
    }
    if let changed = map.edition?.changedSeats, !changed.isEmpty {
      samples.append(
        Sample(
          classes: "seat changed", state: SeatState(isChanged: true), text: map.say(Wording.changedSeat)))
    }
    return samples
  }

  private static func sentences(_ map: SeatMap) -> [String] {
    let settings = map.event.settings
    var sentences = [Wording.numbersInSeats]
    if let rostrum = map.event.rostrum {
      sentences.append(Wording.sidesOfRostrum)
      var rules = [Wording.highSide(settings.highSide), Wording.evenRule(settings.evenRule)]
      if let rule = settings.twoRule, rostrum.rows.contains(where: { $0.seats == 2 }) {
        rules.append(Wording.twoRule(rule))
      }
      if settings.equalHeads { rules.append(Wording.equalHeads) }
      let space = Phrase("；", "; ")
      sentences.append(
        Phrase(
          rules.map(\.chinese).joined(separator: space.chinese) + "。",
          rules.map(\.english).joined(separator: space.english) + "."))
    }
    if map.event.hall != nil { sentences.append(Wording.sidesOfHall) }
    return sentences.map(map.say)
  }
}
