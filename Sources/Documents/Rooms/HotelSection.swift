import Assembly
import Localization

/// One hotel: its totals, the groups in it, and its floors as rows of rooms.
struct HotelSection {
  private let pages: RoomPages
  private let occupancy: Occupancy
  private let hotel: Int
  private let totals: HotelTotals

  init(_ pages: RoomPages, _ occupancy: Occupancy, hotel: Int) {
    self.pages = pages
    self.occupancy = occupancy
    self.hotel = hotel
    totals = HotelTotals(occupancy, hotel: hotel)
  }

  func write(to writer: inout MarkupWriter) {
    writer.element("section", [("class", "hotel"), ("id", .text("hotel-\(hotel + 1)"))]) { writer in
      writer.element("h2") { writer in
        let summary = Wording.hotelSummary(
          rooms: totals.rooms, used: totals.used, people: totals.people, cost: totals.cost)
        writer.element("span") { writer in
          writer.text(pages.say(Phrase(occupancy.roomStock.hotels[hotel])))
          writer.element("small", text: pages.say(summary))
        }
      }
      writer.element("div", [("class", "figures")]) { writer in
        types(&writer)
        nights(&writer)
      }
      legend(&writer)
      for floor in occupancy.roomStock.floors where floor.hotel == hotel { write(floor, &writer) }
    }
  }

  // MARK: Totals

  private func types(_ writer: inout MarkupWriter) {
    writer.element("table", [("class", "totals")]) { writer in
      pages.row("th", Wording.typeHeader.map(pages.say), &writer)
      for type in totals.types {
        let numbers = [type.rooms, type.used, type.beds, type.people, type.cost].map(\.inThrees)
        pages.row("td", [pages.say(type.type.title)] + numbers, &writer)
      }
    }
  }

  /// Nights stand side by side, a fortnight in one table.
  private func nights(_ writer: inout MarkupWriter) {
    for start in stride(from: 0, to: totals.nights.count, by: 14) {
      let nights = totals.nights[start..<min(start + 14, totals.nights.count)]
      writer.element("table", [("class", "totals")]) { writer in
        pages.row(
          "th", [pages.say(Wording.night)] + nights.map { pages.say(Wording.shortDay($0.day)) }, &writer)
        for (title, number) in [
          (Wording.guests, \HotelTotals.OfNight.people), (Wording.usedRooms, \.rooms),
          (Wording.freeRooms, \.freeRooms),
          (Wording.freeBeds, \.freeBeds),
        ] {
          pages.row(
            "td", [pages.say(title)] + nights.map { $0[keyPath: number].inThrees }, &writer)
        }
      }
    }
  }

  private func legend(_ writer: inout MarkupWriter) {
    writer.element("ul", [("class", "legend")]) { writer in
      for entry in totals.groups {
        writer.element("li") { writer in
          writer.element("b", [("class", .text("g\(entry.group)"))], text: String(entry.group + 1))
          let name = pages.groupName(entry.group)
          let floors = entry.floors.filter { !$0.isEmpty }.map { pages.say(Wording.floor(named: $0)) }
          writer.text(name + " ")
          writer.element(
            "small", text: pages.say(Wording.people(entry.people, floors: floors)))
        }
      }
    }
  }

  // MARK: Floors

  private func write(_ floor: RoomStock.Floor, _ writer: inout MarkupWriter) {
    let used = floor.rooms.count { !occupancy.guests[$0].isEmpty }
    writer.element("div", [("class", "floor")]) { writer in
      writer.element("h3") { writer in
        writer.text(floor.name.isEmpty ? "" : pages.say(Wording.floor(named: floor.name)))
        writer.element("small", text: "\(used) / \(floor.rooms.count)")
      }
      writer.element("div", [("class", "rooms")]) { writer in
        for room in floor.rooms { write(room: room, &writer) }
      }
    }
  }

  private func write(room index: Int, _ writer: inout MarkupWriter) {
    let room = occupancy.roomStock.rooms[index]
    let guests = occupancy.guests[index]
    writer.element("div", [("class", guests.isEmpty ? "room empty" : "room")]) { writer in
      writer.element("h4") { writer in
        writer.element("b", [("data-find", "")], text: room.number.printable)
        writer.element("span", text: pages.say(room.type.title))
        if room.isAccessible { writer.element("em", text: pages.say(Wording.accessible)) }
        writer.element("i", text: room.price.inThrees)
      }
      for guest in guests { write(guest: guest, &writer) }
      let idle = occupancy.idleBeds(of: index)
      if idle > 0 {
        writer.element(
          "p", [("class", "idle")], text: pages.say(Wording.beds(idle, roomIsEmpty: guests.isEmpty)))
      }
      if let open = Wording.open(from: room.from, to: room.to) {
        writer.element("p", [("class", "open")], text: pages.say(open))
      }
    }
  }

  private func write(guest: Int, _ writer: inout MarkupWriter) {
    let person = occupancy.event.people[guest]
    writer.element(
      "p", [("class", .text("g\(person.group)")), ("data-find", .text(pages.findWords[guest].printable))]
    ) { writer in
      writer.element("b", text: String(person.group + 1))
      writer.element("span") { writer in
        writer.text(person.shownName)
        if pages.isNamesake(guest) { writer.element("small", text: " \(person.id.printable)") }
      }
      writer.element("small", text: pages.say(Wording.shortStay(occupancy.stay(of: guest))))
    }
  }
}
