import Assembly
import Localization
import Testing
import Verification

/// The first night of the events here.
private let first = 20_000

@Suite struct RoomVerificationTests {
  @Test func `Two men in a twin break no rule`() throws {
    let event = try roomsEvent([room(1)], [.male, .male])
    let terms: [Term: Int] = [
      .roomsPrice: 300, .roomsBelow: 0, .roomsFloor: 300, .roomsHotel: 3_000, .roomsStrangers: 0,
      .roomsWithout: 0,
    ]
    #expect(violations(roomPlan([0, 0]), event, Figures(status: .optimal, terms: terms, bound: 3_600)) == [])
  }

  @Test func `A plan of rooms needs rooms`() throws {
    let event = try rostrumEvent([1], people: 1)
    #expect(violations(roomPlan([]), event) == [.tableMissing(.rooms)])
  }

  // MARK: Who is spoken of

  @Test func `Everybody who is due is spoken of once`() throws {
    let event = try roomsEvent([room(1), room(2)], [.male, .male, .male]) { draft in
      draft.people[2].entitlement = Entitlement.none
    }
    #expect(violations(roomPlan([0]), event) == [.forgotten(person: 1, .rooms)])
    #expect(violations(roomPlan([0, 0, 1]), event) == [.notDue(person: 2, .rooms)])
    #expect(
      violations(
        RoomPlan(assignments: [0, 1, 0].enumerated().map { RoomAssignment(person: $0 % 2, room: $1) }), event)
        == [.namedTwice(person: 0, .rooms)])
    var both = roomPlan([0, 0])
    both.unplaced = [Unplaced(person: 1, module: .rooms, reason: .told("full"))]
    #expect(violations(both, event) == [.seatedAndUnplaced(person: 1, .rooms)])
  }

  @Test func `Who is absent sleeps nowhere`() throws {
    let event = try roomsEvent([room(1)], [.male]) { $0.people[0].isAbsent = true }
    #expect(violations(roomPlan([0]), event) == [.notDue(person: 0, .rooms)])
  }

  @Test func `A room must be there`() throws {
    let event = try roomsEvent([room(1)], [.male])
    #expect(violations(roomPlan([7]), event) == [.noSuchRoom(person: 0, room: 7)])
  }

  // MARK: Beds and sharing

  @Test func `On no night are there more people than beds`() throws {
    let event = try roomsEvent([room(1)], [.male, .male, .male]) { draft in
      draft.people[2].checkIn = Day(number: first + 1)
    }
    #expect(
      violations(roomPlan([0, 0, 0]), event) == [
        .moreThanBeds(room: 0, night: Day(number: first + 1), people: 3)
      ])
  }

  @Test func `A bed is free again when somebody has left`() throws {
    let event = try roomsEvent([room(1, .single)], [.male, .female]) { draft in
      draft.people[0].checkOut = Day(number: first + 1)
      draft.people[1].checkIn = Day(number: first + 1)
    }
    #expect(violations(roomPlan([0, 0]), event) == [])
  }

  @Test func `Two sexes share no night unless they are a family`() throws {
    let event = try roomsEvent([room(1)], [.male, .female])
    #expect(violations(roomPlan([0, 0]), event) == [.gendersMixed(0, 1, room: 0)])
    let family = try roomsEvent([room(1)], [.male, .female]) { draft in
      draft.people[0].roommateNames = ["p1"]
      draft.people[1].roommateNames = ["p0"]
    }
    #expect(violations(roomPlan([0, 0]), family) == [])
    let oneSided = try roomsEvent([room(1)], [.male, .female]) { $0.people[0].roommateNames = ["p1"] }
    #expect(violations(roomPlan([0, 0]), oneSided) == [.gendersMixed(0, 1, room: 0)])
  }

  @Test func `Sexes are told of by the first pair of a room`() throws {
    let event = try roomsEvent([room(1, beds: 4)], [.male, .male, .female, .female])
    #expect(violations(roomPlan([0, 0, 0, 0]), event) == [.gendersMixed(0, 2, room: 0)])
  }

  @Test func `A suite has one person or one family`() throws {
    let rooms = [room(1, .suite, beds: 3)]
    let friends = try roomsEvent(rooms, [.male, .male])
    #expect(violations(roomPlan([0, 0]), friends) == [.notAlone(0, 1, room: 0)])
    // The child is linked to the father alone, and yet of the mother's family.
    let family = try roomsEvent(rooms, [.male, .female, .female]) { draft in
      draft.people[0].roommateNames = ["p1", "p2"]
      draft.people[1].roommateNames = ["p0"]
      draft.people[2].roommateNames = ["p0"]
    }
    #expect(violations(roomPlan([0, 0, 0]), family) == [])
  }

  @Test func `Somebody else may sleep beside a family of their gender only`() throws {
    let change = { (draft: inout EventDraft) in
      draft.people[0].roommateNames = ["p1"]
      draft.people[1].roommateNames = ["p0"]
    }
    let men = try roomsEvent([room(1, beds: 3)], [.male, .male, .male], change: change)
    #expect(violations(roomPlan([0, 0, 0]), men) == [])
    let mixed = try roomsEvent([room(1, beds: 3)], [.male, .female, .male], change: change)
    #expect(violations(roomPlan([0, 0, 0]), mixed) == [.gendersMixed(1, 2, room: 0)])
  }

  // MARK: Wishes

  @Test func `Room-mates share a room, named by one side or both`() throws {
    let event = try roomsEvent([room(1), room(2)], [.male, .male]) { $0.people[1].roommateNames = ["p0"] }
    #expect(violations(roomPlan([0, 1]), event) == [.roommatesParted(0, 1)])
    #expect(violations(roomPlan([1, 1]), event) == [])
    #expect(violations(roomPlan([1, nil]), event) == [])
  }

  @Test func `Who is to be apart shares no night`() throws {
    let event = try roomsEvent([room(1)], [.male, .male]) { $0.people[1].apartNames = ["p0"] }
    #expect(violations(roomPlan([0, 0]), event) == [.notApart(0, 1, .rooms)])
    let oneAfterTheOther = try roomsEvent([room(1)], [.male, .male]) { draft in
      draft.people[1].apartNames = ["p0"]
      draft.people[0].checkOut = Day(number: first + 1)
      draft.people[1].checkIn = Day(number: first + 1)
    }
    #expect(violations(roomPlan([0, 0]), oneAfterTheOther) == [])
  }

  @Test func `A wish for a hotel or a room is kept`() throws {
    let rooms = [room(1), room(2), room(3, hotel: "西楼")]
    let hotel = try roomsEvent(rooms, [.male]) { $0.people[0].room = "东楼" }
    #expect(violations(roomPlan([1]), hotel) == [])
    #expect(violations(roomPlan([2]), hotel) == [.roomWishNotKept(person: 0, room: 2)])
    let door = try roomsEvent(rooms, [.male]) { $0.people[0].room = "东楼-2" }
    #expect(violations(roomPlan([1]), door) == [])
    #expect(violations(roomPlan([0]), door) == [.roomWishNotKept(person: 0, room: 0)])
  }

  @Test func `A group stays in its hotels`() throws {
    let event = try roomsEvent([room(1), room(2, hotel: "西楼")], [.male]) { draft in
      draft.groups = [GroupEntry(row: 2, name: "A")]
      draft.groups[0].hotels = ["西楼"]
    }
    #expect(violations(roomPlan([1]), event) == [])
    #expect(violations(roomPlan([0]), event) == [.outsideHotels(person: 0, room: 0)])
  }

  @Test func `Staff sleep on the floor of those beside whom they are`() throws {
    let rooms = [room(1), room(2, floor: "2"), room(3), room(4, hotel: "西楼")]
    let event = try roomsEvent(rooms, [.male, .female]) { draft in
      draft.people[1].role = .staff
      draft.people[1].besideNames = ["p0"]
    }
    #expect(violations(roomPlan([0, 2]), event) == [])
    #expect(violations(roomPlan([0, 1]), event) == [.notBeside(1, 0, .rooms)])
    #expect(violations(roomPlan([0, 3]), event) == [.notBeside(1, 0, .rooms)])
    #expect(violations(roomPlan([0, nil]), event) == [])
    let delegate = try roomsEvent(rooms, [.male, .female]) { $0.people[1].besideNames = ["p0"] }
    #expect(violations(roomPlan([0, 3]), delegate) == [])
  }

  // MARK: Rooms

  @Test func `A room is used only on its nights`() throws {
    for (from, to, keeps) in [(0, 3, true), (1, 3, false), (0, 2, false)] {
      var some = room(1)
      (some.from, some.to) = (Day(number: first + from), Day(number: first + to))
      let event = try roomsEvent([some], [.male])
      #expect(violations(roomPlan([0]), event) == (keeps ? [] : [.roomNotAvailable(person: 0, room: 0)]))
    }
  }

  @Test func `A wheelchair user has an accessible room where the table tells of any`() throws {
    var accessible = room(2)
    accessible.isAccessible = true
    let rooms = [room(1), accessible]
    let offered = try roomsEvent(rooms, [.male, .male]) { draft in
      draft.people[0].needs = [.wheelchair]
      draft.offersAccessibleRooms = true
    }
    #expect(violations(roomPlan([1, 1]), offered) == [])
    #expect(violations(roomPlan([0, 1]), offered) == [.noAccessibleRoom(person: 0, room: 0)])
    let notOffered = try roomsEvent(rooms, [.male]) { $0.people[0].needs = [.wheelchair] }
    #expect(violations(roomPlan([0]), notOffered) == [])
  }

  @Test func `Each hotel keeps its spare rooms`() throws {
    let event = try roomsEvent([room(1), room(2), room(3, hotel: "西楼")], [.male, .female]) {
      $0.settings.roomSpare = 1
    }
    #expect(violations(roomPlan([0, 1]), event) == [.spareRoomsUsed(hotel: 0, used: 2, usable: 1)])
    #expect(violations(roomPlan([0, 2]), event) == [.spareRoomsUsed(hotel: 1, used: 1, usable: 0)])
    #expect(violations(roomPlan([1, nil]), event) == [])
  }

  // MARK: Who stays out

  @Test func `Of people who are alike the lowest stays out`() throws {
    let event = try roomsEvent([room(1, .single)], [.male, .male]) { draft in
      draft.people[0].rank = 2
      draft.people[1].rank = 1
    }
    #expect(violations(roomPlan([nil, 0]), event) == [])
    #expect(violations(roomPlan([0, nil]), event) == [.withoutBedBeforeLower(person: 1, lodged: 0)])
    let unranked = try roomsEvent([room(1, .single)], [.male, .male])
    #expect(violations(roomPlan([nil, 0]), unranked) == [.withoutBedBeforeLower(person: 0, lodged: 1)])
  }

  @Test(
    arguments: [
      { draft in draft.people[1].gender = .female },
      { draft in draft.people[1].entitlement = .single },
      { draft in draft.people[1].checkIn = Day(number: first + 1) },
      { draft in draft.people[1].needs = [.aisle] },
      { draft in draft.people[1].room = "东楼-1" },
      { draft in draft.people[0].apartNames = ["p1"] },
      { draft in
        draft.people[0].groupName = "B"
        draft.groups = [GroupEntry(row: 2, name: "B")]
        draft.groups[0].hotels = ["西楼"]
      },
    ] as [@Sendable (inout EventDraft) -> Void])
  func `People who are not alike, or bound by a wish, have no order`(
    _ change: @Sendable (inout EventDraft) -> Void
  ) throws {
    let event = try roomsEvent([room(1, .single), room(2, hotel: "西楼")], [.male, .male], change: change)
    #expect(violations(roomPlan([nil, 0]), event) == [])
  }

  @Test func `Every violation has words`() throws {
    let event = try roomsEvent([room(1)], [.male, .male])
    for violation: Violation in [
      .noSuchRoom(person: 0, room: 9), .moreThanBeds(room: 0, night: Day(number: first), people: 3),
      .notAlone(0, 1, room: 0), .gendersMixed(0, 1, room: 0), .roommatesParted(0, 1),
      .roomWishNotKept(person: 0, room: 0), .outsideHotels(person: 0, room: 0),
      .roomNotAvailable(person: 0, room: 0), .noAccessibleRoom(person: 0, room: 0),
      .spareRoomsUsed(hotel: 9, used: 2, usable: 1), .withoutBedBeforeLower(person: 0, lodged: 1),
      .notBeside(0, 1, .rooms), .notApart(0, 1, .rooms),
    ] {
      let phrase = violation.phrase(in: event)
      #expect(phrase.chinese != phrase.english)
    }
    #expect(
      Violation.moreThanBeds(room: 0, night: Day(number: first), people: 3).phrase(in: event).english
        == "东楼-1 has 3 people on the night of 2024-10-04 and 2 beds")
  }
}
