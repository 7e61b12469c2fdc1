import Assembly
import Localization
import Printing

/// The sizes of cards: a size of the house is one line more.
extension CardSheet {
  /// Folded in four: both middle bands bear the name.
  static let tent = CardSheet("120×200", Size(120, 200), on: Size.a4.turned, columns: 2, rows: 1)
  /// A whole sheet folded in the middle.
  static let foldedSheet = CardSheet(
    "A4", Size.a4.turned, on: Size.a4.turned, columns: 1, rows: 1, cutMarks: false)
  /// For stands.
  static let wide = CardSheet("200×100", Size(200, 100), columns: 1, rows: 2, gaps: Size(0, 12))
  static let ticket = CardSheet("95×67", Size(95, 67), columns: 2, rows: 4)
  static let largeTicket = CardSheet("140×95", Size(140, 95), on: Size.a4.turned, columns: 2, rows: 2)
}

extension Paper {
  /// On the tables of the rostrum, and of the hall for whom they are asked for.
  static let placeCards = Paper(
    "place-cards", Phrase("桌签", "Place cards"), reprintedAs: .card, sizes: [.tent, .foldedSheet, .wide]
  ) { plan, _ in
    plan.rostrum != nil || plan.hall != nil
  } _: {
    $0.placeCards($1)
  }

  /// For everybody in the hall: the seat, large.
  static let tickets = Paper(
    "tickets", Phrase("入场券", "Tickets"), reprintedAs: .ticket, sizes: [.ticket, .largeTicket],
    orFitting: { $0.width >= 76 && $0.height >= 54 && $0.width > $0.height }
  ) { plan, event in
    plan.hall != nil && event.hall != nil
  } _: {
    $0.tickets($1)
  }
}

extension CardSheet {
  /// Points of names of up to 2, 3, 4, 5, 6 and more characters on a place card.
  fileprivate var nameSizes: [Double] {
    switch name {
    case Self.foldedSheet.name: [250, 220, 180, 150, 125, 105]
    case Self.wide.name: [160, 160, 125, 100, 85, 70]
    default: [96, 96, 75, 60, 50, 42]
    }
  }
}

extension TextStyle {
  static let cardName = TextStyle(.song, 100, bold: true)
}

extension PaperDesk {
  // MARK: 桌签

  /// Cards of the rostrum's people as they sit, row by row from the audience's left, then of the hall's people who are
  /// asked for.
  fileprivate func placeCards(_ sheet: CardSheet) -> [Page] {
    let sizes = sheet.nameSizes
    let seated = seating.peopleBySeat.filter { person in
      switch seating.seat(of: person) {
      case .rostrum: isDue(person)
      case .hall: selection.people != nil && isDue(person)
      case nil: false
      }
    }
    let cards = seated.map { person in
      let name = cardName(of: person)
      // What is as wide as four ideographs is set as four; a hair of more is squeezed.
      let ems = typesetter.width(of: name, .cardName) / TextStyle.cardName.em
      let count = Int((ems - 0.3).rounded(.up))
      let size =
        event.people[person].shownName.count == 2 && count <= 3
        ? sizes[0] : sizes[min(max(count, 3), 7) - 2]
      return placeCard(name, size, sheet)
    }
    return edged(sheet.pages(cards), Phrase("桌签", "Place cards"))
  }

  private func placeCard(_ name: String, _ size: Double, _ sheet: CardSheet) -> [Mark] {
    let card = Rectangle(sheet.card)
    switch sheet.name {
    case CardSheet.foldedSheet.name:
      return bothSides(name, size, card.band(0, 105), card.band(105, 105))
    case CardSheet.wide.name:
      return [.text(Text(name, .cardName.sized(size), in: card.inset(8, 0), .centre))]
    default:
      let folds = [40.0, 100, 160].map { Mark.line(Point(0, $0), Point(card.width, $0), .fold) }
      return folds + bothSides(name, size, card.band(40, 60), card.band(100, 60))
    }
  }

  /// A name on both sides of a fold, to be read from both.
  private func bothSides(_ name: String, _ size: Double, _ upper: Rectangle, _ lower: Rectangle)
    -> [Mark]
  {
    func side(_ band: Rectangle) -> Mark {
      .text(Text(name, .cardName.sized(size), in: band.inset(5, 0), .centre))
    }
    return [.turned([side(upper)], in: upper), side(lower)]
  }

  // MARK: 入场券

  fileprivate func tickets(_ sheet: CardSheet) -> [Page] {
    let people = seating.peopleBySeat.filter { person in
      guard case .hall = seating.seat(of: person) else { return false }
      return isDue(person)
    }
    let scale = min(
      sheet.card.width / CardSheet.ticket.card.width, sheet.card.height / CardSheet.ticket.card.height)
    let size = Size(sheet.card.width / scale, sheet.card.height / scale)
    let cards = people.map { ticket(of: $0, size).scaled(by: scale) }
    return edged(sheet.pages(cards), Phrase("入场券", "Tickets"))
  }

  private func ticket(of person: Int, _ size: Size) -> [Mark] {
    guard case .hall(let index) = seating.seat(of: person), let hall = event.hall else { return [] }
    let seat = hall.seats[index]
    let card = Rectangle(size).inset(6, 0)
    let red = Colour(red: 0.7, green: 0.09, blue: 0.1)
    var marks: [Mark] = [
      .rectangle(Rectangle(0, 0, size.width, 19), fill: red, stroke: nil),
      .text(
        Text(
          eventName, TextStyle(.song, 10.5, bold: true, colour: .white), in: card.band(2, 8),
          .centre)),
      .text(
        Text(
          say(Phrase("入　场　券", "ADMISSION")), TextStyle(.kai, 13, colour: .white),
          in: card.band(10, 7),
          .centre)),
    ]
    let parts: [(Phrase, String)] = [
      (Phrase("区", "Section"), hall.sections[seat.section].printable),
      (Phrase("排", "Row"), "\(seat.rowName)".printable),
      (Phrase("号", "Seat"), "\(seat.number)".printable),
    ]
    let widths = [0.44, 0.28, 0.28]
    var x = card.x
    for (place, (unit, text)) in parts.enumerated() {
      let width = card.width * widths[place]
      let box = Rectangle(x, 21, width, 24)
      let size = place == 0 ? 24.0 : 38
      marks.append(
        .text(
          Text(text, TextStyle(.hei, size, bold: true), in: box.band(1, 16).inset(1, 0), .centre)))
      marks.append(
        .text(
          Text(say(unit), TextStyle(.hei, 9, colour: .grey(0.35)), in: box.band(17, 5), .centre)))
      if place > 0 { marks.append(.line(Point(x, 24), Point(x, 42), .hair)) }
      x += width
    }
    marks.append(.line(Point(card.x, 46), Point(card.maxX, 46), .rule))
    marks.append(
      .text(Text(cardName(of: person), .name.sized(14), in: Rectangle(card.x, 47.5, 34, 8))))
    marks.append(
      .text(
        Text(
          groupName(of: person), .body, in: Rectangle(card.x + 36, 47.5, card.width - 36, 8),
          .trailing)))
    marks.append(.text(Text(datesAndPlace, .small, in: card.band(56, 6))))
    return marks
  }

  /// Sheets of cards with what a page must say, small and at the very edge, outside the cards or on the fold.
  func edged(_ pages: [Page], _ title: Phrase) -> [Page] {
    pages.enumerated().map { index, page in
      var page = page
      let words = [eventName, say(title), say(Wording.page(index + 1, of: pages.count)), version]
      let text = words.joined(separator: " · ")
      let style = TextStyle.small.sized(5.5)
      let y = page.size.height - 5.2
      let right = Self.endOfEdge(page, y, width: typesetter.width(of: text, style))
      page.marks.append(.text(Text(text, style, in: Rectangle(12, y, right - 12, 3), .trailing)))
      return page
    }
  }

  /// Where a text of a width at the lower edge ends, so that no mark for cutting runs through it.
  private static func endOfEdge(_ page: Page, _ y: Double, width: Double) -> Double {
    let right = page.size.width - 12
    let marks = page.marks.compactMap { mark -> Double? in
      guard case .line(let from, let to, _) = mark, from.x == to.x, max(from.y, to.y) > y else { return nil }
      return from.x
    }
    return marks.filter { $0 > right - width - 1 && $0 < right + 1 }.min().map { $0 - 2 } ?? right
  }
}
