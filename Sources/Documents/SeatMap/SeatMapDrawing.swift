import Assembly
import Localization

/// Draws the map as SVG.
struct SeatMapDrawing {
  let map: SeatMap
  let layout: SheetLayout
  let tiles: [Tile]
  let areas: [GroupAreas]
  /// The legend that ends the sheet.
  let legend: Legend

  init(_ map: SeatMap) {
    self.map = map
    layout = SheetLayout(event: map.event)
    tiles = Tiling(
      row: { map.say(Wording.row($0)) }, rows: { map.say(Wording.rows($0, $1)) },
      strip: { map.say(Wording.strip($0, of: $1)) }
    ).tiles(of: layout.blocks)
    areas = layout.blocks.map { GroupAreas($0) { map.group(on: $0) } }
    legend = Legend(map, layout)
  }

  var height: Double { legend.bottom + layout.textSize }

  /// Whether the sheet is drawn larger on landscape paper of the ISO sizes.
  var isLandscape: Bool { layout.width > height }

  /// The drawing as it stands in a file or in a page.
  var markup: [UInt8] {
    var writer = MarkupWriter()
    write(to: &writer)
    return writer.bytes
  }

  private func write(to writer: inout MarkupWriter) {
    let short = MarkupWriter.shortened
    writer.element(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("id", "map"), ("class", "map"),
        ("lang", .text(map.event.settings.language == .chinese ? "zh-CN" : "en")),
        ("viewBox", .text("\(short(layout.left)) 0 \(short(layout.width)) \(short(height))")),
        ("width", .number(layout.width)), ("height", .number(height)),
      ]
    ) { writer in
      writer.element("title", text: map.eventName)
      writer.element("style") { $0.verbatim(PackageResources.Drawing_css) }
      writer.empty(
        "rect",
        [
          ("class", "paper"), ("x", .number(layout.left)), ("y", 0), ("width", .number(layout.width)),
          ("height", .number(height)),
        ])
      heading(&writer)
      stage(&writer)
      labels(&writer)
      for index in tiles.indices { tile(index, &writer) }
      groupNames(&writer)
      legend.write(to: &writer)
    }
  }

  // MARK: Around the seats

  private func heading(_ writer: inout MarkupWriter) {
    let size = layout.textSize
    let name = map.eventName
    let largest = size * 2.4
    let titleSize = min(largest, layout.width * 0.94 / max(name.ems, 1))
    text(name, "heading", x: layout.middle, y: size * 3.2, size: titleSize, &writer)
    text(
      details, "details", x: layout.middle, y: size * 5.2, size: size * 1.1, squeeze: layout.width * 0.94,
      &writer)
  }

  /// What it is, of which days, where, and in which version.
  var details: String {
    let settings = map.event.settings
    let details = [
      map.say(Wording.seatMap), Wording.dates(settings.start, settings.end).map(map.say) ?? "",
      settings.place.printable, map.version,
    ]
    return details.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func stage(_ writer: inout MarkupWriter) {
    writer.empty(
      "rect",
      [
        ("class", "stage"), ("x", .number(layout.stage.left)), ("y", .number(layout.stage.top)),
        ("width", .number(layout.stage.width)), ("height", .number(layout.stage.height)),
        ("rx", .number(layout.textSize * 0.4)),
      ])
    text(
      map.say(Wording.rostrum), "stage-name", x: layout.stage.middle,
      y: layout.stage.top + layout.textSize * 1.75,
      size: layout.textSize * 1.4, &writer)
  }

  private func labels(_ writer: inout MarkupWriter) {
    writer.element("g", [("class", "rows")]) { writer in
      for label in layout.rowLabels { rowLabel(label, &writer) }
    }
    for label in layout.sectionNames {
      text(label.text, "section", x: label.x, y: label.y + 10, size: 29, squeeze: label.width, &writer)
    }
    for label in layout.floorNames {
      text(label.text, "floor", x: label.x, y: label.y, size: layout.textSize * 1.6, &writer)
    }
  }

  private func rowLabel(_ label: Label, _ writer: inout MarkupWriter) {
    text(label.text, "row", x: label.x, y: label.y + 5, size: 14, squeeze: label.width, &writer)
  }

  private func groupNames(_ writer: inout MarkupWriter) {
    writer.element("g", [("class", "group-names")]) { writer in
      for part in areas.flatMap({ $0.parts { max(map.groupName($0).ems, 1) } }) where part.size >= 12 {
        let size = min(part.size, layout.textSize * 3)
        text(
          map.groupName(part.group), "group-name", x: part.x, y: part.y + size * 0.36, size: size, &writer)
      }
    }
  }

  // MARK: Seats

  private func tile(_ index: Int, _ writer: inout MarkupWriter) {
    let tile = tiles[index]
    let (box, short) = (tile.box, MarkupWriter.shortened)
    writer.element(
      "g",
      [
        ("id", .text("tile\(index)")), ("class", "tile"), ("data-name", .text(tile.name)),
        (
          "data-box",
          .text("\(short(box.left)) \(short(box.top)) \(short(box.width)) \(short(box.height))")
        ),
      ]
    ) { writer in
      for (block, seats) in tile.seats {
        for seat in seats { self.seat(seat, of: block, &writer) }
        writer.empty("path", [("class", "borders"), ("d", .text(areas[block].borders(of: seats)))])
      }
      writer.element("g", [("class", "tile-rows")]) { writer in
        for label in tile.rowLabels { rowLabel(label, &writer) }
      }
    }
  }

  private func seat(_ index: Int, of block: Int, _ writer: inout MarkupWriter) {
    let scale = layout.blocks[block].scale
    let drawn = layout.blocks[block].seats[index]
    let person = map.person(on: drawn.seat)
    let state = SeatState(drawn.seat, person: person, in: map)
    let short = MarkupWriter.shortened
    let move = "translate(\(short(drawn.x)) \(short(drawn.y)))"
    var attributes: [MarkupWriter.Attribute] = [
      ("id", .text(drawn.seat.identifier)), ("class", .text(state.classes)),
      ("transform", .text(scale == 1 ? move : "\(move) scale(\(scale))")),
    ]
    if let person {
      let group = map.event.people[person].group
      attributes.append(("data-group", .text(String(group))))
      if !map.findWords[person].isEmpty { attributes.append(("data-find", .text(map.findWords[person]))) }
      attributes.append(("fill", .text(Palette.fill(of: group).hexadecimal)))
    }
    writer.element("g", attributes) { writer in
      writer.element("title", text: card(of: drawn.seat, person, state))
      let height = layout.blocks[block].rowHeight
      writer.empty(
        "rect",
        [
          ("x", .number(SeatMeasure.spacing / 2)), ("y", .number(SeatMeasure.spacing / 2)),
          ("width", .number(SeatMeasure.width - SeatMeasure.spacing)),
          ("height", .number(height - SeatMeasure.spacing)), ("rx", 4),
        ])
      let foot = height - 5
      if state.isChanged {
        let right = SeatMeasure.width - SeatMeasure.spacing / 2
        writer.empty(
          "path",
          [
            ("class", "change"),
            ("d", .text("M\(short(right - 9)) \(short(SeatMeasure.spacing / 2))h9v9z")),
          ])
      }
      if state.isWheelchairPlace {
        writer.empty(
          "path",
          [
            ("class", "chair"), ("transform", .text("translate(18 \(short(foot - 8)))")),
            ("d", .text(Self.wheelchair)),
          ])
      }
      if let person {
        name(map.event.people[person].name.printable, top: drawn.seat.isOnRostrum ? 9 : 0, &writer)
        if areas[block].beginsRun(index) {
          groupNumber(map.number(of: map.event.people[person].group), foot: foot, &writer)
        }
      } else if let label = state.label {
        text(
          map.say(label), "kept", x: SeatMeasure.width / 2, y: 17, size: 11, squeeze: FittedName.room, &writer
        )
      }
      text(drawn.seat.number(in: map.event), "number", x: SeatMeasure.width - 4, y: foot, size: 9, &writer)
      if case .rostrum(let seat) = drawn.seat, let place = map.seating.placeOnRostrum[seat] {
        text(map.say(Wording.place(place)), "place", x: SeatMeasure.width / 2, y: 10.5, size: 8, &writer)
      }
    }
  }

  private static let wheelchair =
    "M3.5 0a1 1 0 1 0 .1 0M3.5 2.2v3.3h3l1.6 2.6M3.5 3.6h2.6M2.4 4.4a2.7 2.7 0 1 0 3.6 3.4"

  /// What is told of a seat: name, group, title, section and seat, a line each.
  private func card(of seat: Seat, _ person: Int?, _ state: SeatState) -> String {
    var lines = ["\(map.say(map.seating.section(of: seat))) \(map.say(map.seating.name(of: seat)))"]
    if case .rostrum(let seat) = seat, let place = map.seating.placeOnRostrum[seat] {
      lines[0] += " · " + map.say(Wording.place(place))
    }
    if let index = person {
      let person = map.event.people[index]
      lines.insert(
        contentsOf: [person.name, map.groupName(person.group), person.title].map(\.printable), at: 0)
      lines += map.otherPlaces(of: index)
    } else {
      lines.insert(map.say(state.label ?? Wording.emptySeat), at: 0)
    }
    if state.isWheelchairPlace { lines.append(map.say(Wording.wheelchairPlace)) }
    if state.isChanged { lines.append(map.say(Wording.changedSeat)) }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func name(_ name: String, top: Double, _ writer: inout MarkupWriter) {
    let fitted = FittedName(name)
    let baselines = fitted.lines.count == 1 ? [18 + (fitted.size - 13) / 2] : [12, 23]
    for (line, baseline) in zip(fitted.lines, baselines) {
      let width = fitted.isSpaced ? 36 : fitted.squeeze(line)
      text(
        line, "name", x: SeatMeasure.width / 2, y: top + baseline, size: fitted.size, width: width,
        stretches: !fitted.isSpaced, &writer)
    }
  }

  private func groupNumber(_ number: String, foot: Double, _ writer: inout MarkupWriter) {
    let width = 5.4 * Double(number.count) + 4
    writer.empty(
      "rect",
      [
        ("class", "tag"), ("x", 1.5), ("y", .number(foot - 8.5)), ("width", .number(width)), ("height", 12),
        ("rx", 3),
      ])
    text(number, "tag-number", x: 1.5 + width / 2, y: foot + 0.6, size: 9, &writer)
  }

  // MARK: Text

  private func text(
    _ string: String, _ style: String, x: Double, y: Double, size: Double, squeeze room: Double = .infinity,
    _ writer: inout MarkupWriter
  ) {
    let width = string.ems * size > room ? room : nil
    text(string, style, x: x, y: y, size: size, width: width, stretches: true, &writer)
  }

  /// Text of a given width: its characters are stretched, or set apart.
  private func text(
    _ string: String, _ style: String, x: Double, y: Double, size: Double, width: Double?, stretches: Bool,
    _ writer: inout MarkupWriter
  ) {
    var attributes: [MarkupWriter.Attribute] = [
      ("class", .text(style)), ("x", .number(x)), ("y", .number(y)), ("font-size", .number(size)),
    ]
    if let width {
      attributes.append(("textLength", .number(width)))
      attributes.append(("lengthAdjust", .text(stretches ? "spacingAndGlyphs" : "spacing")))
    }
    writer.element("text", attributes, text: string)
  }
}
