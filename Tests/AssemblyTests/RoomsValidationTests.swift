import Assembly
import Testing

private let monday = Day(number: 20_000)

/// Two people for three nights, and these rooms.
private func roomsDraft(_ rooms: [Room], change: (inout EventDraft) -> Void = { _ in }) -> EventDraft {
  draft("张三", "李四") { draft in
    draft.settings.start = monday
    draft.settings.end = Day(number: monday.number + 2)
    draft.rooms = rooms
    for index in 0...1 {
      draft.people[index].gender = .male
      draft.people[index].entitlement = .twin
    }
    change(&draft)
  }
}

private func room(_ row: Int, _ hotel: String, _ number: String, _ type: RoomType = .twin, beds: Int = 2)
  -> Room
{
  Room(row: row, hotel: hotel, number: number, type: type, beds: beds, price: 300)
}

private let rooms = [room(2, "东楼", "101"), room(3, "西-楼", "A-1"), room(4, "西", "楼-A-1")]

private func roomsDefects(
  _ rooms: [Room] = rooms, change: (inout EventDraft) -> Void = { _ in }
) -> [Defect] {
  Event.defects(of: roomsDraft(rooms, change: change))
}

@Suite struct RoomsValidationTests {
  @Test func `A stay is that of the event where the list is silent`() throws {
    let event = try Event(roomsDraft(rooms) { $0.people[1].checkIn = Day(number: monday.number + 1) })
    #expect(event.people[0].stay == Stay(checkIn: monday, checkOut: Day(number: monday.number + 3)))
    #expect(event.people[1].stay?.nights.count == 2)
    #expect(event.notes == [])
  }

  @Test func `Nights follow travel, else the days when people report and leave`() throws {
    func stay(_ change: (inout EventDraft) -> Void) throws -> [Int]? {
      let event = try Event(roomsDraft(rooms, change: change))
      return event.people[0].stay.map {
        [$0.checkIn.number - monday.number, $0.checkOut.number - monday.number]
      }
    }
    func moment(_ day: Int, _ hour: Int) -> Moment? {
      Moment(day: Day(number: monday.number + day), hour: hour, minute: 0)
    }
    #expect(try stay { $0.people[0].arrival.time = moment(-1, 18) } == [-1, 3])
    #expect(try stay { $0.people[0].arrival.time = moment(0, 5) } == [-1, 3])
    #expect(try stay { $0.people[0].arrival.time = moment(0, 6) } == [0, 3])
    #expect(try stay { $0.people[0].departure.time = moment(4, 9) } == [0, 4])
    #expect(
      try stay {
        $0.settings.report = Day(number: monday.number - 1)
        $0.settings.leave = Day(number: monday.number + 5)
        $0.people[0].departure.time = moment(4, 9)
      } == [-1, 4])
    #expect(
      try stay {
        $0.people[0].arrival.time = moment(-1, 18)
        $0.people[0].checkIn = monday
      } == [0, 3])
  }

  @Test func `A night between arrival and departure without a bed is told`() throws {
    let event = try Event(
      roomsDraft(rooms) { draft in
        draft.people[0].checkIn = monday
        draft.people[0].arrival.time = Moment(day: Day(number: monday.number - 1), hour: 18, minute: 0)
      })
    #expect(event.notes == [Defect(.people, row: 2, column: "check_in", .nightWithoutBed)])
  }

  @Test func `A room is known by its hotel and number, and the last hyphen that can parts them`() throws {
    for (name, expected) in [
      ("东楼", RoomWish(hotel: 0, room: nil)), ("东楼-101", RoomWish(hotel: 0, room: 0)),
      ("东楼 － 101", RoomWish(hotel: 0, room: 0)), ("西-楼", RoomWish(hotel: 1, room: nil)),
      ("西-楼-A-1", RoomWish(hotel: 1, room: 1)),
    ] {
      let event = try Event(roomsDraft(rooms) { $0.people[0].room = name })
      #expect(event.people[0].roomWish == expected)
    }
  }

  @Test func `Where hyphens could part two ways the longer hotel is meant`() throws {
    let both = [room(2, "西", "楼-1"), room(3, "西-楼", "1")]
    let event = try Event(roomsDraft(both) { $0.people[0].room = "西-楼-1" })
    #expect(event.people[0].roomWish == RoomWish(hotel: 1, room: 1))
  }

  @Test func `Hotels and rooms must be there`() {
    let found = roomsDefects { draft in
      draft.people[0].room = "北楼-101"
      draft.people[1].room = "东楼-102"
      draft.people[1].groupName = "甲"
      draft.groups = [GroupEntry(row: 2, name: "甲")]
      draft.groups[0].hotels = ["东楼", "南楼"]
    }
    #expect(
      found == [
        Defect(.people, row: 2, column: "room", .unknownHotel("北楼-101")),
        Defect(.people, row: 3, column: "room", .unknownRoom("东楼-102")),
        Defect(.groups, row: 2, column: "hotel", .unknownHotel("南楼")),
      ])
    let withoutRooms = Event.defects(
      of: draft("张三") { draft in
        draft.people[0].room = "北楼"
        draft.people[0].entitlement = .twin
      })
    #expect(
      withoutRooms == [Defect(.people, row: nil, column: "room_type", .askedWithoutTable(.rooms, people: 1))])
  }

  @Test func `A hotel has a room once`() {
    let twice = [room(2, "东楼", "101"), room(3, "西楼", "101"), room(4, "东楼", "101", .suite, beds: 1)]
    #expect(
      roomsDefects(twice) == [Defect(.rooms, row: 4, column: "room", .duplicateRoom(firstRow: 2))])
  }

  @Test func `A twin has two beds or more, a suite may have many for a family`() {
    let beds = [
      room(2, "东楼", "1", .twin, beds: 1), room(3, "东楼", "2", .twin, beds: 3),
      room(4, "东楼", "3", .suite, beds: 4), room(5, "东楼", "4", .single, beds: 2),
    ]
    #expect(roomsDefects(beds).isEmpty)
  }

  @Test func `Other types are noted once each`() {
    let types = [
      room(2, "东楼", "1", .shared("三人间")), room(3, "东楼", "2", .shared("别墅")),
      room(4, "东楼", "3", .shared("三人间")),
    ]
    let found = roomsDefects(types)
    #expect(
      found == [
        Defect(.rooms, row: 2, column: "type", .countsAsTwin("三人间", rooms: 2)),
        Defect(.rooms, row: 3, column: "type", .countsAsTwin("别墅", rooms: 1)),
      ])
    #expect(found.allSatisfy { $0.isNote })
  }

  @Test func `A room can be used on some night`() {
    var sometimes = rooms
    (sometimes[0].from, sometimes[0].to) = (monday, monday)
    (sometimes[1].from, sometimes[1].to) = (monday, Day(number: monday.number + 1))
    #expect(roomsDefects(sometimes) == [Defect(.rooms, row: 2, column: "to", .availableOnNoNight)])
  }

  @Test func `Who shares a room has a gender`() {
    #expect(
      roomsDefects { $0.people[1].gender = nil } == [
        Defect(.people, row: 3, column: "gender", .genderMissing)
      ])
    let nobody = roomsDefects { draft in
      for index in 0...1 { draft.people[index].gender = nil }
    }
    #expect(nobody == [Defect(.people, row: nil, column: "gender", .gendersMissing(people: 2))])
    let alone = roomsDefects { draft in
      draft.people[1].gender = nil
      draft.people[1].entitlement = .single
    }
    #expect(alone == [])
  }

  @Test func `A family needs no gender, who joins somebody from one side does`() {
    let family = roomsDefects { draft in
      for index in 0...1 { draft.people[index].gender = nil }
      draft.people[0].roommateNames = ["b"]
      draft.people[1].roommateNames = ["a"]
    }
    #expect(family == [])
    let oneSided = roomsDefects { draft in
      for index in 0...1 { draft.people[index].entitlement = .single }
      draft.people[1].gender = nil
      draft.people[0].roommateNames = ["b"]
    }
    #expect(oneSided == [Defect(.people, row: 3, column: "gender", .genderMissing)])
  }

  @Test func `A stay needs its days, from the list or the event`() {
    let found = roomsDefects { draft in
      draft.settings.start = nil
      draft.settings.end = nil
      draft.people[0].checkIn = monday
    }
    #expect(
      found == [
        Defect(.people, row: 3, column: "check_in", .stayWithoutDates(rows: [3])),
        Defect(.people, row: 2, column: "check_out", .stayWithoutDates(rows: [2, 3])),
      ])
  }

  @Test func `A stay of years is a mistake`() {
    #expect(
      roomsDefects { $0.people[0].checkOut = Day(number: monday.number + 367) } == [
        Defect(.people, row: 2, column: "check_out", .stayTooLong(limit: 366))
      ])
    #expect(
      roomsDefects { $0.people[0].checkOut = Day(number: monday.number + 366) } == [
        Defect(.people, row: 2, column: "check_out", .farFromEvent(year: 2025, isCarried: false))
      ])
  }

  @Test func `Weights whose sums no computer holds exactly are refused`() {
    let found = roomsDefects { draft in
      draft.rooms![0].price = 1_000_000
      draft.settings.weights[.roomsPrice] = Weights.largest
      draft.people[0].checkOut = Day(number: monday.number + 200)
    }
    let year = Day(number: monday.number + 200).components.year
    #expect(
      found == [
        Defect(.people, row: 2, column: "check_out", .farFromEvent(year: year, isCarried: false)),
        Defect(.event, row: nil, column: "weights.rooms.price", .sumTooLarge),
      ])
  }

  @Test func `Wishes of who does not sleep here are noted`() {
    let found = roomsDefects { draft in
      draft.people[0].entitlement = Entitlement.none
      draft.people[0].room = "东楼"
      draft.people[1].roommateNames = ["a"]
    }
    #expect(
      found == [
        Defect(.people, row: 2, column: "room", .roomWishBindsNothing),
        Defect(.people, row: 3, column: "roommate", .roommateBindsNothing),
      ])
    #expect(found.allSatisfy { $0.isNote })
  }

  @Test func `Wheelchair users are told once when no room is known to be accessible`() {
    let need = { (draft: inout EventDraft) in
      for index in 0...1 { draft.people[index].needs = [.wheelchair] }
    }
    #expect(
      roomsDefects(change: need) == [
        Defect(.rooms, row: nil, column: "accessible", .accessibleRoomsNotOffered(people: 2))
      ])
    let offered = roomsDefects { draft in
      need(&draft)
      draft.offersAccessibleRooms = true
    }
    #expect(offered == [Defect(.rooms, row: nil, column: "accessible", .noAccessibleRoom(people: 2))])
  }

  @Test func `Ten thousand people and five thousand rooms are checked at once`() {
    let rooms = (0..<5_000).map { room($0 + 2, "酒店\($0 / 250)", "\($0 % 250)") }
    var draft = roomsDraft(rooms)
    draft.people = (0..<10_000).map { number in
      var person = PersonEntry(row: number + 2, id: "P\(number)", name: "人\(number)")
      person.gender = .female
      person.entitlement = .twin
      person.room = "酒店\(number % 20)-\(number / 40)"
      return person
    }
    #expect(Event.defects(of: draft) == [])
  }
}
