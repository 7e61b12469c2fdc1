import Assembly
import Localization
import Printing

extension CardSheet {
  /// A sheet on which the whole map stands.
  fileprivate static func poster(_ name: String, _ width: Double, _ height: Double) -> CardSheet {
    CardSheet(name, Size(width, height), on: Size(width, height), columns: 1, rows: 1, cutMarks: false)
  }

  /// The map in parts, whose names can be read.
  fileprivate static let parts = poster("A4", 210, 297)

  /// One large map on several sheets of A4 that are put together: each shows a window of it, and windows overlap.
  fileprivate static func wall(_ across: Int) -> CardSheet {
    let (window, overlap) = (Size(190, 277), 10.0)
    let size = Size(
      Double(across) * (window.width - overlap) + overlap,
      Double(across) * (window.height - overlap) + overlap)
    return CardSheet(
      "A4×\(across * across)", window, on: size, columns: across, rows: across,
      gaps: Size(-overlap, -overlap), cutMarks: false)
  }
}

extension Paper {
  /// For the wall and the desk: every seat with its name, on one sheet; on A4 part by part. Since an earlier plan the seats
  /// that changed are marked.
  static let seatMap = Paper(
    "seat-map", Wording.seatMap, by: [],
    sizes: [
      .poster("A3", 297, 420), .poster("A2", 420, 594), .poster("A1", 594, 841), .poster("A0", 841, 1189),
      .parts, .wall(2), .wall(3), .wall(4),
    ]
  ) { plan, event in
    plan.hall != nil && event.hall != nil || plan.rostrum != nil && event.rostrum != nil
  } _: { desk, sheet in
    var edition = desk.edition
    if let changes = desk.selection.changes {
      edition?.changedSeats = changes.notice.comparison.changedSeats
      guard edition?.changedSeats.isEmpty == false else { return [] }
    }
    let map = SeatMap(event: desk.event, desk.plan, edition: edition)
    let drawing = SeatMapDrawing(map)
    if sheet.name == CardSheet.parts.name { return SeatMapSheet.parts(of: drawing, desk) }
    let pages =
      sheet.count > 1
      ? SeatMapSheet.wall(of: drawing, sheet, desk) : [SeatMapSheet.whole(drawing, on: sheet.sheet)]
    return desk.edged(pages, Wording.seatMap)
  }
}

/// A part of the drawing of the seat map on a page. Its coordinates are those of the drawing.
private struct SeatMapSheet {
  private let drawing: SeatMapDrawing
  private let box: Box
  private let place: Rectangle
  /// Millimetres of a unit of the drawing.
  private let scale: Double

  private var map: SeatMap { drawing.map }
  private var layout: SheetLayout { drawing.layout }

  private init(_ drawing: SeatMapDrawing, _ box: Box, in place: Rectangle) {
    self.drawing = drawing
    self.box = box
    scale = min(place.width / box.width, place.height / box.height)
    self.place = Rectangle(
      place.midX - box.width * scale / 2, place.y, box.width * scale, box.height * scale)
  }

  /// The whole drawing, as large as the sheet takes it.
  static func whole(_ drawing: SeatMapDrawing, on upright: Size) -> Page {
    let size = drawing.isLandscape ? upright.turned : upright
    let box = Box(
      left: drawing.layout.left, top: 0, right: drawing.layout.left + drawing.layout.width,
      bottom: drawing.height)
    let sheet = SeatMapSheet(drawing, box, in: Rectangle(size).inset(8))
    return Page(
      size,
      sheet.head + sheet.stage + drawing.tiles.flatMap(sheet.seats) + sheet.labels + sheet.legend)
  }

  /// Windows of the whole drawing, row by row. Short lines outside them are in the middle of what two share: there one is
  /// cut and glued on the other.
  static func wall(of drawing: SeatMapDrawing, _ sheet: CardSheet, _ desk: PaperDesk) -> [Page] {
    let isLying = drawing.isLandscape
    let window = isLying ? sheet.card.turned : sheet.card
    let page = isLying ? Size.a4.turned : .a4
    let map = whole(drawing, on: sheet.sheet)
    let area = Rectangle(
      (page.width - window.width) / 2, (page.height - window.height) / 2, window.width, window.height)
    let overlap = -sheet.gaps.width
    return (0..<sheet.rows).flatMap { row in
      (0..<sheet.columns).map { column in
        let part = Rectangle(
          Double(column) * (window.width - overlap), Double(row) * (window.height - overlap), window.width,
          window.height)
        let joints = [
          column > 0 ? area.x + overlap / 2 : nil,
          column < sheet.columns - 1 ? area.maxX - overlap / 2 : nil,
        ].compactMap(\.self).flatMap { x -> [Mark] in
          [
            .line(Point(x, 3), Point(x, area.y - 1), .rule),
            .line(Point(x, area.maxY + 1), Point(x, page.height - 6), .rule),
          ]
        }
        let lying = [
          row > 0 ? area.y + overlap / 2 : nil, row < sheet.rows - 1 ? area.maxY - overlap / 2 : nil,
        ].compactMap(\.self).flatMap { y -> [Mark] in
          [
            .line(Point(3, y), Point(area.x - 1, y), .rule),
            .line(Point(area.maxX + 1, y), Point(page.width - 3, y), .rule),
          ]
        }
        let label = Text(
          desk.say(Wording.sheet(row: row + 1, column: column + 1)), .small.sized(5.5),
          in: Rectangle(12, page.height - 5.2, 90, 3))
        return Page(
          page, [.window(map.marks, of: part, at: Point(area.x, area.y)), .text(label)] + joints + lying)
      }
    }
  }

  /// Part by part on A4, with what the part is.
  static func parts(of drawing: SeatMapDrawing, _ desk: PaperDesk) -> [Page] {
    drawing.tiles.enumerated().map { place, tile in
      let sizes = [Size.a4, Size.a4.turned]
      let size =
        sizes.max { one, other in
          let (first, second) = (area(of: one), area(of: other))
          return min(first.width / tile.box.width, first.height / tile.box.height)
            < min(second.width / tile.box.width, second.height / tile.box.height)
        } ?? .a4
      let sheet = SeatMapSheet(drawing, tile.box, in: area(of: size))
      let edge = Rectangle(size).inset(10, 0)
      let title = desk.say(Wording.seatMap) + " · " + tile.name
      let foot = desk.say(Wording.page(place + 1, of: drawing.tiles.count))
      let frame: [Mark] = [
        .text(Text(desk.eventName, .small, in: Rectangle(edge.x, 7, edge.width * 0.6, 5))),
        .text(
          Text(title, .heading, in: Rectangle(edge.x + edge.width * 0.6, 6, edge.width * 0.4, 7), .trailing)),
        .line(Point(edge.x, 14), Point(edge.maxX, 14), .hair),
        .text(Text(desk.version, .small, in: edge.band(size.height - 10, 5))),
        .text(Text(foot, .small, in: edge.band(size.height - 10, 5), .trailing)),
      ]
      return Page(size, frame + sheet.seats(of: tile) + tile.rowLabels.map(sheet.rowLabel))
    }
  }

  private static func area(of size: Size) -> Rectangle {
    Rectangle(10, 18, size.width - 20, size.height - 32)
  }

  // MARK: Places

  private func point(_ x: Double, _ y: Double) -> Point {
    Point(place.x + (x - box.left) * scale, place.y + (y - box.top) * scale)
  }

  private func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Rectangle {
    let corner = point(x, y)
    return Rectangle(corner.x, corner.y, width * scale, height * scale)
  }

  /// A text on a baseline; one that is wider than its room is squeezed.
  private func text(
    _ string: String, x: Double, y: Double, size: Double, room: Double, bold: Bool = false,
    colour: Colour = .black, _ alignment: Text.Alignment = .centre
  ) -> Mark {
    let left =
      switch alignment {
      case .leading: x
      case .centre: x - room / 2
      case .trailing: x - room
      }
    let style = TextStyle(.hei, size * scale / millimetresPerPoint, bold: bold, colour: colour)
    return .text(Text(string, style, in: rectangle(left, y - size * 0.87, room, size), alignment))
  }

  // MARK: Around the seats

  private static let red = Colour(red: 0.64, green: 0.15, blue: 0.11)

  private var head: [Mark] {
    let (size, middle) = (layout.textSize, layout.middle)
    return [
      text(map.eventName, x: middle, y: size * 3.2, size: size * 2.4, room: layout.width * 0.94, bold: true),
      text(
        drawing.details, x: middle, y: size * 5.2, size: size * 1.1, room: layout.width * 0.94,
        colour: .grey(0.25)),
    ]
  }

  private var stage: [Mark] {
    let stage = layout.stage
    let fill = Colour(red: 0.985, green: 0.965, blue: 0.935)
    return [
      .rectangle(
        rectangle(stage.left, stage.top, stage.width, stage.height), fill: fill,
        stroke: Stroke(2 * scale, Self.red)),
      text(
        map.say(Wording.rostrum), x: stage.middle, y: stage.top + layout.textSize * 1.75,
        size: layout.textSize * 1.4, room: stage.width, bold: true, colour: Self.red),
    ]
  }

  private var labels: [Mark] {
    layout.rowLabels.map(rowLabel)
      + layout.sectionNames.map {
        text($0.text, x: $0.x, y: $0.y + 10, size: 29, room: $0.width, bold: true)
      }
      + layout.floorNames.map {
        text(
          $0.text, x: $0.x, y: $0.y, size: layout.textSize * 1.6, room: $0.width, bold: true, colour: Self.red
        )
      }
  }

  private func rowLabel(_ label: Label) -> Mark {
    text(label.text, x: label.x, y: label.y + 5, size: 14, room: label.width, colour: .grey(0.33))
  }

  // MARK: Seats

  private func seats(of tile: Tile) -> [Mark] {
    tile.seats.flatMap { block, seats -> [Mark] in
      let edges = drawing.areas[block].edges(of: seats).map { edge in
        Mark.line(
          point(edge.from.x, edge.from.y), point(edge.to.x, edge.to.y), Stroke(2.4 * scale, .grey(0.07)))
      }
      return seats.flatMap { seat($0, of: block) } + edges
    }
  }

  private func seat(_ index: Int, of block: Int) -> [Mark] {
    let (block, areas) = (layout.blocks[block], drawing.areas[block])
    let drawn = block.seats[index]
    let person = map.person(on: drawn.seat)
    let state = SeatState(drawn.seat, person: person, in: map)
    let own = block.scale
    func x(_ offset: Double) -> Double { drawn.x + offset * own }
    func y(_ offset: Double) -> Double { drawn.y + offset * own }
    let half = SeatMeasure.spacing / 2
    let cell = rectangle(
      x(half), y(half), (SeatMeasure.width - SeatMeasure.spacing) * own,
      (block.rowHeight - SeatMeasure.spacing) * own)
    let foot = block.rowHeight - 5
    var marks: [Mark] = [.rectangle(cell, fill: fill(person, state), stroke: stroke(state, own))]
    if state.isChanged {
      marks.append(
        .rectangle(
          rectangle(x(SeatMeasure.width - half - 9), y(half), 9 * own, 6 * own), fill: Self.red, stroke: nil))
    }
    if let person {
      let top = drawn.seat.isOnRostrum ? 9.0 : 0
      let name = FittedName(map.event.people[person].name.printable)
      let baselines = name.lines.count == 1 ? [18 + (name.size - 13) / 2] : [12, 23]
      for (line, baseline) in zip(name.lines, baselines) {
        let shown = name.isSpaced ? line.map { String($0) }.joined(separator: "\u{3000}") : line
        marks.append(
          text(
            shown, x: x(SeatMeasure.width / 2), y: y(top + baseline), size: name.size * own,
            room: FittedName.room * own))
      }
      if areas.beginsRun(index) {
        let number = map.number(of: map.event.people[person].group)
        let width = 5.4 * Double(number.count) + 4
        marks += [
          .rectangle(rectangle(x(1.5), y(foot - 8.5), width * own, 12 * own), fill: .grey(0.13), stroke: nil),
          text(
            number, x: x(1.5 + width / 2), y: y(foot + 0.6), size: 9 * own, room: width * own, bold: true,
            colour: .white),
        ]
      }
    } else if let label = state.label {
      marks.append(
        text(
          map.say(label), x: x(SeatMeasure.width / 2), y: y(17), size: 11 * own, room: FittedName.room * own,
          colour: .grey(0.25)))
    }
    marks.append(
      text(
        drawn.seat.number(in: map.event), x: x(SeatMeasure.width - 4), y: y(foot), size: 9 * own,
        room: 22 * own,
        colour: .grey(0.13), .trailing))
    if case .rostrum(let seat) = drawn.seat, let place = map.seating.placeOnRostrum[seat] {
      marks.append(
        text(
          map.say(Wording.place(place)), x: x(SeatMeasure.width / 2), y: y(10.5), size: 8 * own,
          room: FittedName.room * own,
          colour: .grey(0.2)))
    }
    return marks
  }

  private func fill(_ person: Int?, _ state: SeatState) -> Colour {
    if let person { return Colour(Palette.fill(of: map.event.people[person].group)) }
    return state.isHeld ? .grey(0.85) : state.role != nil ? .grey(0.945) : .white
  }

  private func stroke(_ state: SeatState, _ own: Double) -> Stroke {
    let unit = scale * own
    if state.isChanged { return Stroke(2.4 * unit, Self.red) }
    if state.isWheelchairPlace { return Stroke(2.2 * unit, Colour(red: 0.04, green: 0.31, blue: 0.62)) }
    if state.isTaken { return Stroke(0.7 * unit, .grey(0.42)) }
    if state.isHeld { return Stroke(1.4 * unit, .grey(0.2)) }
    if state.role != nil { return Stroke(unit, .grey(0.2), dashes: [1.5 * unit, 1.5 * unit]) }
    return Stroke(unit, .grey(0.47), dashes: [4 * unit, 2.5 * unit])
  }

  // MARK: Legend

  private var legend: [Mark] {
    let (legend, size) = (drawing.legend, layout.textSize)
    let right = layout.left + layout.width - 2 * size
    var marks: [Mark] = [
      .line(
        point(legend.left, layout.legendTop), point(right, layout.legendTop), Stroke(1.5 * scale, .grey(0.6))),
      text(
        legend.head, x: legend.left, y: layout.legendTop + legend.lineHeight * 1.1, size: size * 1.15,
        room: right - legend.left, bold: true, .leading),
    ]
    for (index, entry) in legend.entries.enumerated() {
      let corner = legend.place(ofEntry: index)
      let swatch = rectangle(corner.x, corner.y - size * 1.08, size * 2.3, size * 1.45)
      marks += [
        .rectangle(swatch, fill: Colour(Palette.fill(of: entry.group)), stroke: Stroke(scale, .grey(0.33))),
        text(
          map.number(of: entry.group), x: corner.x + size * 1.15, y: corner.y, size: size, room: size * 2.1,
          bold: true),
        text(
          entry.text, x: corner.x + size * 2.8, y: corner.y, size: size,
          room: legend.columnWidth - size * 3.2,
          .leading),
      ]
    }
    var x = legend.left
    for sample in legend.samples {
      let swatch = rectangle(x, legend.samplesTop - size * 1.08, size * 2.3, size * 1.45)
      let state = sample.state
      marks += [
        .rectangle(swatch, fill: fill(nil, state), stroke: stroke(state, 1)),
        text(
          sample.text, x: x + size * 2.8, y: legend.samplesTop, size: size,
          room: size * (sample.text.ems + 1),
          .leading),
      ]
      x += size * (sample.text.ems + 5)
    }
    for (index, sentence) in legend.sentences.enumerated() {
      marks.append(
        text(
          sentence, x: legend.left, y: legend.sentencesTop + Double(index) * legend.lineHeight, size: size,
          room: right - legend.left, .leading))
    }
    return marks
  }
}

extension Wording {
  fileprivate static func sheet(row: Int, column: Int) -> Phrase {
    Phrase(
      "第\(row)行第\(column)张，沿短线裁切后拼接", "row \(row), sheet \(column): cut along the short lines and join")
  }
}
