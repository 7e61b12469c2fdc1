import Assembly
import Localization
import Printing

/// The sizes of badges: a size of the house is one line more.
extension CardSheet {
  static let badge = CardSheet("90×130", Size(90, 130), columns: 2, rows: 2)
  static let smallBadge = CardSheet("85.6×54", Size(85.6, 54), columns: 2, rows: 5)
  static let largeBadge = CardSheet("105×148", Size(105, 148), on: Size.a4.turned, columns: 2, rows: 1)
}

extension Paper {
  /// For everybody: who it is, and what opens doors to them; on the back where in the hall the seat is.
  public static let badges = Paper(
    "badges", Phrase("证件", "Badges"), reprintedAs: .badge, sizes: [.badge, .smallBadge, .largeBadge],
    orFitting: { BadgeLayout($0).isLegible }
  ) { _, _ in
    true
  } _: { desk, sheet in
    let layout = BadgeLayout(sheet.card)
    let maps = HallMaps(of: desk, width: layout.map.width, height: layout.map.height)
    let people = desk.people
    let pages = sheet.pages(
      people.map { desk.badge(of: $0, layout) }, backs: people.map { desk.back(of: $0, layout, maps) })
    return desk.edged(pages, Phrase("证件", "Badges"))
  }
}

/// Badges of every size are drawn as one of 90 × 130 or one of 85.6 × 54 millimetres, and scaled.
private struct BadgeLayout {
  let isUpright: Bool
  let scale: Double
  /// The card before it is scaled.
  let card: Size

  init(_ size: Size) {
    isUpright = size.height > size.width
    let usual = isUpright ? CardSheet.badge.card : CardSheet.smallBadge.card
    scale = min(size.width / usual.width, size.height / usual.height)
    card = Size(size.width / scale, size.height / scale)
  }

  /// Whether cameras read the code: it is at least 20 millimetres wide.
  var isLegible: Bool { code.width * scale >= 19.99 }

  /// Where the code stands before it is scaled.
  var code: Rectangle {
    isUpright
      ? Rectangle(card.width - 34, 91, 28, 28) : Rectangle(card.width - 24, 15, 20, 20)
  }

  /// Where the map stands on the back of the card as it is: the seats of all backs are drawn once.
  var map: Rectangle {
    let map =
      isUpright
      ? Rectangle(6, 12, card.width - 12, 66 + card.height - CardSheet.badge.card.height)
      : Rectangle(4, 5, card.width * 0.56, card.height - 8)
    return Rectangle(map.x * scale, map.y * scale, map.width * scale, map.height * scale)
  }
}

extension Role {
  /// What a badge of the role is called.
  fileprivate var badge: Phrase {
    switch self {
    case .rostrum, .delegate: Phrase("代表证", "DELEGATE")
    case .observer: Phrase("列席证", "OBSERVER")
    case .guest: Phrase("特邀证", "GUEST")
    case .press: Phrase("记者证", "PRESS")
    case .staff: Phrase("工作证", "STAFF")
    }
  }

  /// The colour of the badge; each is dark enough for white letters, and the kind is told in words too.
  fileprivate var colour: Colour {
    switch self {
    case .rostrum, .delegate: Colour(red: 0.72, green: 0.07, blue: 0.1)
    case .observer: Colour(red: 0.05, green: 0.3, blue: 0.6)
    case .guest: Colour(red: 0.45, green: 0.12, blue: 0.5)
    case .press: Colour(red: 0.04, green: 0.42, blue: 0.25)
    case .staff: Colour(red: 0.3, green: 0.3, blue: 0.32)
    }
  }
}

extension PaperDesk {
  /// What the code on a badge says: `P1.<id>.<signature>`; no name.
  func code(of person: Int) -> String {
    let text = "P1.\(event.people[person].id)"
    return text + "." + Signature.hmac(of: text, key: key).prefix(8)
  }

  /// Ids of so many bytes make modules that no camera can tell apart.
  private static let longestID = 60

  fileprivate func badge(of person: Int, _ layout: BadgeLayout) -> [Mark] {
    var marks = layout.isUpright ? uprightBadge(of: person, layout.card) : lyingBadge(of: person, layout.card)
    if event.people[person].id.utf8.count <= Self.longestID, let code = QRCode(code(of: person)) {
      marks.append(.code(code, in: layout.code))
    }
    return marks.scaled(by: layout.scale)
  }

  /// The name of the event in white on the colour of the role.
  private func banner(
    _ person: Int, _ size: Size, height: Double, _ style: TextStyle, lines count: Int, sides: Double
  ) -> [Mark] {
    let middle = Rectangle(size).inset(sides, 0)
    let lines = eventLines(style, width: middle.width)
    let shown = lines.count <= count ? lines : [eventName]
    let pitch = style.em * 1.42
    let band = Mark.rectangle(
      Rectangle(0, 0, size.width, height), fill: event.people[person].role.colour, stroke: nil)
    return [band]
      + shown.enumerated().map { place, line in
        let y = height / 2 + (Double(place) - Double(shown.count) / 2) * pitch
        return .text(Text(line, style, in: middle.band(y, pitch), .centre))
      }
  }

  private func uprightBadge(of person: Int, _ card: Size) -> [Mark] {
    let role = event.people[person].role
    let middle = Rectangle(card).inset(6, 0)
    var marks = banner(
      person, card, height: 34, TextStyle(.song, 13, bold: true, colour: .white), lines: 3, sides: 6)
    marks += [
      .text(
        Text(
          say(role.badge), TextStyle(.hei, 24, bold: true, colour: role.colour), in: middle.band(38, 11),
          .centre)),
      .line(Point(middle.x, 87.5), Point(middle.maxX, 87.5), .hair),
    ]
    marks += lines(cardName(of: person), TextStyle(.song, 38, bold: true), in: middle.band(51, 18), .centre)
    marks += lines(groupName(of: person), TextStyle(.hei, 15), in: middle.band(70, 9), .centre)
    marks += lines(title(of: person), .body.sized(10.5), in: middle.band(79, 7.5), .centre)
    for (place, (label, value)) in badgeFacts(person).enumerated() {
      let box = Rectangle(middle.x, 90.5 + Double(place) * 9.5, middle.width - 31, 8)
      marks += fact(label, value, TextStyle(.hei, 12, bold: true), label: 9, in: box)
    }
    return marks + departureLine(of: person, TextStyle(.hei, 9, bold: true), in: middle.band(122.5, 5))
  }

  /// A text in the middle of a box on a line of its own, or on two lower ones where it would be squeezed a good deal.
  private func lines(
    _ text: String, _ style: TextStyle, in box: Rectangle, _ alignment: Text.Alignment = .leading
  ) -> [Mark] {
    let natural = typesetter.width(of: text, style)
    let one = [Mark.text(Text(text, style, in: box, alignment))]
    guard natural > box.width * 1.25 else { return one }
    // Two lines as high as the box has room for.
    let low = style.sized(min(style.size, box.height / 2 / 1.15 / millimetresPerPoint))
    let half = typesetter.width(of: text, low) / 2
    let lines = typesetter.lines(ofPhrase: text, low, width: max(box.width, half * 1.1))
    guard lines.count == 2 else { return one }
    return lines.enumerated().map { place, line in
      .text(Text(line, low, in: box.band(Double(place) * box.height / 2, box.height / 2), alignment))
    }
  }

  /// When the vehicle leaves with the person, where some vehicle goes more than once; and what for, of whoever rides once among
  /// others who ride more than once.
  private func departureLine(of person: Int, _ style: TextStyle, in box: Rectangle) -> [Mark] {
    let text = numberOfFixedVehicle(of: person) == nil ? onlyRide(of: person) : departures(of: person)
    return text.isEmpty ? [] : [.text(Text(text, style, in: box))]
  }

  private func lyingBadge(of person: Int, _ card: Size) -> [Mark] {
    let role = event.people[person].role
    let middle = Rectangle(card).inset(4, 0)
    let left = Rectangle(middle.x, 0, middle.width - 22, card.height)
    var marks = banner(
      person, card, height: 12, TextStyle(.song, 8.5, bold: true, colour: .white), lines: 2, sides: 4)
    marks += [
      .text(
        Text(
          say(role.badge), TextStyle(.hei, 12, bold: true, colour: role.colour), in: left.band(13.5, 6))),
      .line(Point(middle.x, 42), Point(middle.maxX, 42), .hair),
    ]
    marks += lines(cardName(of: person), TextStyle(.song, 25, bold: true), in: left.band(19.5, 11.5))
    marks += lines(groupName(of: person), TextStyle(.hei, 10), in: left.band(31, 5.5))
    marks += lines(title(of: person), .body.sized(8), in: left.band(36.5, 5))
    let facts = badgeFacts(person)
    let times = departureLine(of: person, TextStyle(.hei, 6.5, bold: true), in: middle.band(48.6, 3.4))
    // The seat takes as much as number and bus together.
    let shares = facts.map { $0.0.english == "Seat" ? 2.0 : 1 }
    let all = shares.reduce(0, +)
    var x = middle.x
    for ((label, value), share) in zip(facts, shares) {
      let width = middle.width * share / all
      marks += fact(
        label, value, TextStyle(.hei, 9, bold: true), label: 6.5,
        in: Rectangle(x, times.isEmpty ? 44 : 42.8, width - 1.5, 6))
      x += width
    }
    return marks + times
  }

  private func badgeFacts(_ person: Int) -> [(Phrase, String)] {
    let facts = [
      (Phrase("编号", "No."), event.people[person].id.printable), (Phrase("座位", "Seat"), seatName(of: person)),
      (Phrase("车号", "Bus"), onlyVehicle(of: person)),
    ]
    return facts.filter { !$0.1.isEmpty }
  }

  /// The number of the vehicle of several fixed transfers, else of all rides; blank where they have several, of which a badge
  /// would tell the wrong one.
  private func onlyVehicle(of person: Int) -> String {
    if let number = numberOfFixedVehicle(of: person) { return String(number) }
    let numbers = vehicleNumbers(of: person)
    return numbers.allSatisfy(\.isNumber) ? numbers : ""
  }

  private func onlyRide(of person: Int) -> String {
    guard let plan = plan.vehicles, rides[person].count == 1, somebodyRidesAgain else { return "" }
    let run = plan.runs[rides[person][0]]
    return "\(name(of: run.purpose)) \(dayAndClock(run.depart))"
  }

  /// A small word and what stands behind it.
  private func fact(
    _ label: Phrase, _ value: String, _ style: TextStyle, label width: Double, in box: Rectangle
  ) -> [Mark] {
    [
      .text(
        Text(say(label), .small.sized(style.size * 0.7), in: Rectangle(box.x, box.y, width - 1, box.height))),
      .text(Text(value, style, in: Rectangle(box.x + width, box.y, box.width - width, box.height))),
    ]
  }

  // MARK: The back

  /// Where the person sits, sleeps and rides, with a map of the hall.
  fileprivate func back(of person: Int, _ layout: BadgeLayout, _ maps: HallMaps) -> [Mark] {
    let marks = layout.isUpright ? uprightBack(of: person, layout.card) : lyingBack(of: person, layout.card)
    let map = maps.marks(of: seating.seat(of: person), at: Point(layout.map.x, layout.map.y))
    return marks.scaled(by: layout.scale) + map
  }

  private func uprightBack(of person: Int, _ card: Size) -> [Mark] {
    let middle = Rectangle(card).inset(6, 0)
    let more = card.height - CardSheet.badge.card.height
    var marks = strip(person, card) + [.text(Text(eventName, .small, in: middle.band(5, 5), .centre))]
    marks += [
      .text(
        Text(seatName(of: person), TextStyle(.hei, 17, bold: true), in: middle.band(86 + more, 9), .centre)),
      .line(Point(middle.x, 97 + more), Point(middle.maxX, 97 + more), .hair),
    ]
    marks += facts(
      backFacts(person), .body.sized(10.5), label: 13, pitch: 7, in: middle.band(99 + more, 22.5))
    return marks + [.text(Text(say(Self.found), .small, in: middle.band(122 + more, 5), .centre))]
  }

  private func lyingBack(of person: Int, _ card: Size) -> [Mark] {
    let right = Rectangle(card.width * 0.56 + 6.5, 0, card.width * 0.44 - 10.5, card.height)
    var marks = strip(person, card)
    marks.append(.text(Text(eventName, .small.sized(6), in: right.band(4.5, 4))))
    marks.append(
      .text(Text(seatName(of: person), TextStyle(.hei, 12, bold: true), in: right.band(10, 7))))
    marks += facts(
      backFacts(person), .body.sized(8.5), label: 8, pitch: 6, in: right.band(18.5, card.height - 26.5))
    return marks + [.text(Text(say(Self.found), .small.sized(5.5), in: right.band(card.height - 7, 4)))]
  }

  private func strip(_ person: Int, _ card: Size) -> [Mark] {
    [.rectangle(Rectangle(0, 0, card.width, 3), fill: event.people[person].role.colour, stroke: nil)]
  }

  /// Each in words that are not broken.
  private func backFacts(_ person: Int) -> [(Phrase, [String])] {
    let facts = [
      (Phrase("姓名", "Name"), [name(of: person)]), (Phrase("住房", "Room"), [givenRoom(of: person)]),
      (Phrase("车号", "Bus"), runningOn(vehiclesByUse(of: person).map { [$0] })),
    ]
    return facts.filter { $0.1.contains { !$0.isEmpty } }
  }

  /// Facts under one another, each in as many lines as its words need; all lower where there are many.
  private func facts(
    _ facts: [(Phrase, [String])], _ style: TextStyle, label: Double, pitch: Double, in box: Rectangle
  ) -> [Mark] {
    func lines(_ size: Double) -> [[String]] {
      facts.map { typesetter.lines(ofWords: $0.1, style.sized(size), width: box.width - label) }
    }
    func count(_ lines: [[String]]) -> Double { Double(lines.reduce(0) { $0 + $1.count }) }
    let sizes = stride(from: style.size, through: style.size * 0.6, by: -0.5)
    let size =
      sizes.first { count(lines($0)) * style.sized($0).em * 1.2 <= box.height } ?? style.size * 0.6
    let told = lines(size)
    let height = min(pitch, box.height / count(told))
    var y = 0.0
    return zip(facts, told).flatMap { entry, lines -> [Mark] in
      lines.enumerated().flatMap { place, line -> [Mark] in
        defer { y += height }
        let own = box.band(y, height)
        let value = Rectangle(own.x + label, own.y, own.width - label, height)
        let words = Mark.text(Text(line, style.sized(size), in: value))
        guard place == 0 else { return [words] }
        let name = Text(
          say(entry.0), .small.sized(style.size * 0.7), in: Rectangle(own.x, own.y, label - 1, height))
        return [.text(name), words]
      }
    }
  }

  private static let found = Phrase("拾到本证，请交会务组", "If found, please hand in to the organizers")
}
