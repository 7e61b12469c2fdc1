import Assembly
import Localization
import Printing

extension Paper {
  /// For the desk of a hotel: everybody by group, then every room.
  static let roomList = Paper("room-list", Phrase("房号表", "Room list")) { plan, event in
    plan.rooms != nil && event.roomStock != nil
  } _: {
    $0.roomLists()
  }

  /// On doors.
  static let doorSigns = Paper(
    "door-signs", Phrase("房门贴", "Door signs"), reprintedAs: .door, sizes: [.door, .largeDoor],
    orFitting: { $0.width >= 76 && $0.height >= 54 && $0.width > $0.height }
  ) { plan, event in
    plan.rooms != nil && event.roomStock != nil
  } _: {
    $0.doorSigns($1)
  }
}

extension PaperDesk {
  // MARK: 房号表

  fileprivate func roomLists() -> [Page] {
    let lodged = people.filter { event.people[$0].stay != nil }
    guard let occupancy, !lodged.isEmpty else { return [] }
    let list = ListPages(desk: self, title: Phrase("房号表", "Rooms"), columns: 3, gap: 5)
    let byGroup = ListPages.Chapter(
      name: say(Wording.byGroup), heading: say(Phrase("按单位  房号表", "Rooms by group")),
      lines: [say(Wording.lodged(lodged.count))],
      blocks: lodgedByGroup(lodged, occupancy, width: list.width))
    let hotels = occupancy.roomStock.hotels.indices.map { hotel in
      roomsOfHotel(hotel, occupancy, width: list.width)
    }.filter { !$0.isEmpty }
    let byRoom = ListPages.Chapter(
      name: say(Wording.byRoom), heading: say(Phrase("按房间  房号表", "Guests by room")),
      blocks: Array(hotels.joined()))
    return list.pages([byGroup, byRoom])
  }

  /// Name, room; under the group the hotel, where all of it are in one, else beside each room.
  private func lodgedByGroup(_ lodged: [Int], _ occupancy: Occupancy, width: Double) -> [PrintedBlock] {
    byGroup(lodged).flatMap { group, members in
      let rooms = occupancy.roomStock.rooms
      let hotels = Set(members.compactMap(occupancy.room).map { rooms[$0].hotel })
      let shared = hotels.count == 1 ? hotels.first : nil
      let table = ListTable(
        self,
        [
          .init(title: Phrase("姓名", "Name"), style: .body),
          .init(title: Phrase("房号", "Room"), width: 31, style: .number),
        ], width: width, rowHeight: Self.denseRow)
      let heading = table.heading(groupName(group), shared?.printable ?? "")
      let again = repeatedHeading(groupName(group), width)
      let rows = members.map { person in
        let number = shared == nil ? nil : occupancy.room(of: person).map { rooms[$0].number.printable }
        return table.row([listName(of: person), number ?? roomName(of: person)], repeated: again)
      }
      return [PrintedBlock.space(2), heading] + rows
    }
  }

  /// Room, who sleeps there.
  private func roomsOfHotel(_ hotel: Int, _ occupancy: Occupancy, width: Double) -> [PrintedBlock] {
    let name = occupancy.roomStock.hotels[hotel].printable
    let table = ListTable(
      self,
      [
        .init(title: Phrase("房号", "Room"), width: 17, style: .number),
        .init(title: Phrase("姓名", "Names"), wraps: true),
      ], width: width, rowHeight: Self.denseRow)
    let again = repeatedHeading(name, width)
    let rooms = occupancy.roomStock.floors.filter { $0.hotel == hotel }.flatMap(\.rooms)
    // Of a room that changed the desk needs everybody.
    let isWhole = selection.changes != nil
    let used = rooms.filter { occupancy.guests[$0].contains(where: isSelected) }.map { room in
      (room, occupancy.guests[room].filter { isWhole || isSelected($0) })
    }
    guard !used.isEmpty else { return [] }
    let guests = used.reduce(0) { $0 + $1.1.count }
    let heading = table.heading(name, say(Wording.roomsAndPeople(used.count, guests)))
    return [.space(3), heading]
      + used.map { room, guests in
        table.row(
          [[occupancy.roomStock.rooms[room].number.printable], words(guests.map(self.name))],
          repeated: again)
      }
  }

  private static let denseRow = 4.6

  private func repeatedHeading(_ name: String, _ width: Double) -> PrintedStrip {
    PrintedStrip(
      6,
      [
        .text(Text(say(Wording.continued(name)), .small, in: Rectangle(0, 0, width, 6))),
        .line(Point(0, 6), Point(width, 6), .hair),
      ])
  }

  // MARK: 房门贴

  fileprivate func doorSigns(_ sheet: CardSheet) -> [Page] {
    guard let occupancy else { return [] }
    let rooms = occupancy.roomStock.floors.flatMap(\.rooms).filter {
      occupancy.guests[$0].contains(where: isDue)
    }
    let scale = min(
      sheet.card.width / CardSheet.door.card.width, sheet.card.height / CardSheet.door.card.height)
    let size = Size(sheet.card.width / scale, sheet.card.height / scale)
    let signs = rooms.map { sign(of: $0, occupancy, size).scaled(by: scale) }
    return edged(sheet.pages(signs), Phrase("房门贴", "Door signs"))
  }

  /// The number, and under it a line a guest: the name as large as fits, the group beside it.
  private func sign(of room: Int, _ occupancy: Occupancy, _ size: Size) -> [Mark] {
    let inner = Rectangle(size).inset(6, 0)
    let guests = occupancy.guests[room]
    let number = occupancy.roomStock.rooms[room].number.printable
    let hotel = occupancy.roomStock.rooms[room].hotel.printable
    var marks: [Mark] = [
      .text(Text(eventName, .small.sized(7), in: Rectangle(inner.x, 2.5, inner.width - 26, 4.5))),
      .text(Text(hotel, TextStyle(.hei, 8.5), in: Rectangle(inner.x, 7.2, inner.width - 26, 5))),
      .text(Text(number, TextStyle(.hei, 19, bold: true), in: inner.band(3, 9), .trailing)),
      .line(Point(inner.x, 13.5), Point(inner.maxX, 13.5), .rule),
    ]
    let room = size.height - 13.5 - 3
    let height = min(23, room / Double(max(1, guests.count)))
    let top = 13.5 + (room - height * Double(guests.count)) / 2 + 1
    let points = min(36, height / millimetresPerPoint * 0.58)
    for (index, guest) in guests.enumerated() {
      let line = inner.band(top + Double(index) * height, height)
      let share = line.width * 0.6
      marks += [
        .text(
          Text(cardName(of: guest), .cardName.sized(points), in: Rectangle(line.x, line.y, share, height))),
        .text(
          Text(
            groupName(of: guest), .subtitle,
            in: Rectangle(line.x + share + 1, line.y, line.width - share - 1, height), .trailing)),
      ]
    }
    return marks
  }
}

extension CardSheet {
  static let door = CardSheet("95×67", Size(95, 67), columns: 2, rows: 4)
  static let largeDoor = CardSheet("180×86", Size(180, 86), columns: 1, rows: 3, gaps: Size(0, 4))
}

extension Wording {
  fileprivate static func roomsAndPeople(_ rooms: Int, _ people: Int) -> Phrase {
    Phrase(
      "\(rooms)间 \(people)人", "\(counted(rooms, "room")), \(counted(people, "person", "people"))")
  }

  static func continued(_ name: String) -> Phrase { Phrase("\(name)（续）", "\(name) (continued)") }
}
