import Assembly
import Localization
import Printing

extension Paper {
  /// For everybody: who it is, and what opens doors to them.
  static let badges = Paper("badges", Phrase("证件", "Badges")) { _, _ in
    true
  } _: {
    let maps = HallMaps(of: $0, width: CardSheet.badge.card.width - 12, height: 66)
    let (desk, people) = ($0, $0.people)
    let pages = CardSheet.badge.pages(
      people.map(desk.badge), backs: people.map { desk.back(of: $0, maps) })
    return desk.edged(pages, Phrase("证件", "Badges"))
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

  fileprivate func badge(of person: Int) -> [Mark] {
    let card = CardSheet.badge.card
    let role = event.people[person].role
    let middle = Rectangle(card).inset(6, 0)
    var marks: [Mark] = [
      .rectangle(Rectangle(0, 0, card.width, 34), fill: role.colour, stroke: nil)
    ]
    let style = TextStyle(.song, 13, bold: true, colour: .white)
    let name = eventLines(style, width: middle.width)
    let shown = name.count <= 3 ? name : [eventName]
    for (place, line) in shown.enumerated() {
      let y = 17 + (Double(place) - Double(shown.count) / 2) * 6.5
      marks.append(.text(Text(line, style, in: middle.band(y, 6.5), .centre)))
    }
    marks += [
      .text(
        Text(
          say(role.badge), TextStyle(.hei, 24, bold: true, colour: role.colour),
          in: middle.band(38, 11),
          .centre)),
      .text(
        Text(
          cardName(of: person), TextStyle(.song, 38, bold: true), in: middle.band(52, 17), .centre)),
      .text(Text(groupName(of: person), TextStyle(.hei, 15), in: middle.band(71, 8), .centre)),
      .text(Text(title(of: person), .body.sized(10.5), in: middle.band(79.5, 6), .centre)),
      .line(Point(middle.x, 89), Point(middle.maxX, 89), .hair),
    ]
    let facts: [(Phrase, String)] = [
      (Phrase("编号", "No."), event.people[person].id.printable),
      (Phrase("座位", "Seat"), seatName(of: person)),
      (Phrase("车号", "Bus"), vehicleNumbers(of: person)),
    ]
    for (place, (label, value)) in facts.filter({ !$0.1.isEmpty }).enumerated() {
      let box = Rectangle(middle.x, 92.5 + Double(place) * 9.5, 47, 8)
      marks.append(.text(Text(say(label), .small, in: Rectangle(box.x, box.y, 8, box.height))))
      marks.append(
        .text(
          Text(
            value, TextStyle(.hei, 12, bold: true), in: Rectangle(box.x + 9, box.y, 38, box.height))
        ))
    }
    if event.people[person].id.utf8.count <= Self.longestID, let code = QRCode(code(of: person)) {
      marks.append(.code(code, in: Rectangle(middle.maxX - 28, 93, 28, 28)))
    }
    return marks
  }

  // MARK: The back

  /// Where the person sits, sleeps and rides, with a map of the hall.
  fileprivate func back(of person: Int, _ maps: HallMaps) -> [Mark] {
    let card = CardSheet.badge.card
    let middle = Rectangle(card).inset(6, 0)
    var marks: [Mark] = [
      .rectangle(Rectangle(0, 0, card.width, 3), fill: event.people[person].role.colour, stroke: nil),
      .text(Text(eventName, .small, in: middle.band(5, 5), .centre)),
    ]
    marks += maps.marks(of: seating.seat(of: person), at: Point(middle.x, 12))
    marks += [
      .text(Text(seatName(of: person), TextStyle(.hei, 17, bold: true), in: middle.band(86, 9), .centre)),
      .line(Point(middle.x, 97), Point(middle.maxX, 97), .hair),
    ]
    let facts: [(Phrase, String)] = [
      (Phrase("姓名", "Name"), name(of: person)), (Phrase("住房", "Room"), roomName(of: person)),
      (Phrase("车号", "Bus"), vehicleNumbers(of: person)),
    ]
    for (place, (label, value)) in facts.filter({ !$0.1.isEmpty }).enumerated() {
      let line = middle.band(99.5 + Double(place) * 7, 6)
      marks.append(.text(Text(say(label), .small, in: Rectangle(line.x, line.y, 12, line.height))))
      marks.append(
        .text(
          Text(value, .body.sized(10.5), in: Rectangle(line.x + 13, line.y, line.width - 13, line.height))))
    }
    let found = Phrase("拾到本证，请交会务组", "If found, please hand in to the organizers")
    marks.append(.text(Text(say(found), .small, in: middle.band(122, 5), .centre)))
    return marks
  }
}
