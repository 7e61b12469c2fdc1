import Assembly
import Testing

@Suite struct PeopleValidationTests {
  @Test func `An event of two people has no defects`() {
    #expect(defects { _ in } == [])
  }

  @Test func `An event needs people`() {
    #expect(Event.defects(of: draft()) == [Defect(.people, row: nil, column: "name", .noPeople)])
  }

  @Test func `Ids are unique`() {
    #expect(
      defects { $0.people[1].id = "a" } == [Defect(.people, row: 3, column: "id", .duplicateID(firstRow: 2))])
  }

  @Test func `Wishes name people of the list`() {
    #expect(
      defects { $0.people[0].apartNames = ["王五"] } == [
        Defect(.people, row: 2, column: "apart", .unknownPerson("王五"))
      ])
    #expect(
      defects { $0.people[0].roommateNames = ["李四", "x"] } == [
        Defect(.people, row: 2, column: "roommate", .unknownPerson("x"))
      ])
  }

  @Test func `A name that two people have names nobody`() {
    let defects = Event.defects(of: draft("张三", "李四", "李四") { $0.people[0].besideNames = ["李四"] })
    #expect(
      defects.contains(Defect(.people, row: 2, column: "beside", .ambiguousPerson("李四", rows: [3, 4]))))
    #expect(defects.contains(Defect(.people, row: 4, column: "name", .sameName(rows: [3, 4]))))
  }

  @Test func `An id goes before a name`() throws {
    let event = try Event(draft("b", "李四", "王五") { $0.people[2].besideNames = ["b", "李四"] })
    #expect(event.people[2].beside == [1])
  }

  @Test func `Nobody sits beside themself`() {
    #expect(
      defects { $0.people[0].besideNames = ["a"] } == [
        Defect(.people, row: 2, column: "beside", .namesThemself)
      ])
  }

  @Test func `Equal ranks and names are only noted`() throws {
    let equal = defects { draft in
      draft.people[1].name = "张三"
      for index in 0...1 { draft.people[index].rank = 7 }
    }
    #expect(
      equal == [
        Defect(.people, row: 3, column: "rank", .equalRanks(rows: [2, 3])),
        Defect(.people, row: 3, column: "name", .sameName(rows: [2, 3])),
      ])
    #expect(equal.allSatisfy { $0.isNote })
  }

  @Test func `Who is absent has no equal in rank`() {
    let absent = defects { draft in
      for index in 0...1 { draft.people[index].rank = 7 }
      draft.people[1].isAbsent = true
    }
    #expect(absent == [])
  }

  @Test func `One leaves the hotel after one came`() {
    let day = Day(number: 20_000)
    #expect(
      defects { draft in
        (draft.people[0].checkIn, draft.people[0].checkOut) = (day, day)
      } == [Defect(.people, row: 2, column: "check_out", .checkOutNotAfterCheckIn)])
    #expect(
      defects { draft in
        draft.settings.end = Day(number: 19_998)
        draft.people[0].checkIn = day
      } == [Defect(.people, row: 2, column: "check_in", .checkOutNotAfterCheckIn)])
  }

  @Test func `One departs after one arrived`() {
    #expect(
      defects { draft in
        draft.people[0].arrival.time = moment(20_001)
        draft.people[0].departure.time = moment(20_000)
      } == [Defect(.people, row: 2, column: "departure", .departureBeforeArrival)])
  }

  @Test func `Nights before the arrival and after the departure are only noted`() {
    let nights = defects { draft in
      draft.people[0].arrival.time = moment(20_001)
      draft.people[0].departure.time = moment(20_002)
      draft.people[0].checkIn = Day(number: 20_000)
      draft.people[0].checkOut = Day(number: 20_003)
    }
    #expect(
      nights.filter { $0.row != nil } == [
        Defect(.people, row: 2, column: "check_in", .nightsBeforeArrival),
        Defect(.people, row: 2, column: "check_out", .nightsAfterDeparture),
      ])
    #expect(nights.allSatisfy { $0.isNote })
  }

  @Test func `An event ends after it starts`() {
    #expect(
      defects { draft in
        (draft.settings.start, draft.settings.end) = (Day(number: 2), Day(number: 1))
      } == [Defect(.event, row: nil, column: "end", .endBeforeStart)])
  }

  @Test func `A defective draft makes no event but tells all defects`() {
    let broken = draft("张三", "李四") { draft in
      draft.people[1].id = "a"
      draft.people[0].besideNames = ["nobody"]
    }
    #expect {
      try Event(broken)
    } throws: { error in
      (error as? InvalidEvent)?.defects.count == 2
    }
  }

  private func moment(_ day: Int) -> Moment? {
    Moment(day: Day(number: day), hour: 9, minute: 0)
  }
}

@Suite struct SeatValidationTests {
  @Test func `A pinned seat must exist`() {
    #expect(
      defects { draft in
        draft.hall = [line("中", 1, 1, 5)]
        draft.people[0].seat = .hall(section: "中", row: 1, seat: 6)
      } == [Defect(.people, row: 2, column: "seat", .noSuchSeat)])
    #expect(
      defects { draft in
        draft.rostrum = [RostrumRow(tableRow: 2, number: 1, seats: 3)]
        draft.people[0].role = .rostrum
        draft.people[0].seat = .rostrum(RostrumSeat(row: 1, seat: 0))
      } == [Defect(.people, row: 2, column: "seat", .noSuchSeat)])
  }

  @Test func `A pin without its table is only noted`() {
    let hall = defects { $0.people[0].seat = .hall(section: "中", row: 1, seat: 6) }
    #expect(hall == [Defect(.people, row: 2, column: "seat", .seatTableMissing(.hall))])
    let rostrum = defects { draft in
      draft.people[0].role = .rostrum
      draft.people[0].seat = .rostrum(RostrumSeat(row: 1, seat: 1))
    }
    #expect(
      rostrum == [
        Defect(.people, row: 2, column: "seat", .seatTableMissing(.rostrum)),
        Defect(.people, row: nil, column: "role", .askedWithoutTable(.rostrum, people: 1)),
      ])
    #expect((hall + rostrum).allSatisfy { $0.isNote })
  }

  @Test func `The rostrum is for its role and the hall for the others`() {
    #expect(
      defects { draft in
        draft.rostrum = [RostrumRow(tableRow: 2, number: 1, seats: 3)]
        draft.people[0].seat = .rostrum(RostrumSeat(row: 1, seat: 1))
      } == [Defect(.people, row: 2, column: "seat", .rostrumSeatForOther(.delegate))])
    #expect(
      defects { draft in
        draft.hall = [line("中", 1, 1, 5)]
        draft.people[0].role = .rostrum
        draft.people[0].seat = .hall(section: "中", row: 1, seat: 1)
      } == [Defect(.people, row: 2, column: "seat", .hallSeatForRostrum)])
  }

  @Test func `Between equal heads nobody can be pinned`() {
    #expect(
      defects { draft in
        draft.settings.equalHeads = true
        draft.rostrum = [RostrumRow(tableRow: 2, number: 1, seats: 3)]
        draft.people[0].role = .rostrum
        draft.people[0].seat = .rostrum(RostrumSeat(row: 1, seat: 2))
      } == [Defect(.people, row: 2, column: "seat", .centreHasNoPlace)])
  }

  @Test func `A rostrum has each row once and 10,000 seats at most`() {
    #expect(
      defects { draft in
        draft.rostrum = [
          RostrumRow(tableRow: 2, number: 1, seats: 3), RostrumRow(tableRow: 3, number: 1, seats: 4),
        ]
      } == [Defect(.rostrum, row: 3, column: "row", .duplicateRostrumRow(firstRow: 2))])
    #expect(
      defects { draft in
        draft.rostrum = [
          RostrumRow(tableRow: 2, number: 1, seats: .min), RostrumRow(tableRow: 3, number: 2, seats: .min),
          RostrumRow(tableRow: 4, number: 3, seats: .max),
        ]
      } == [Defect(.rostrum, row: 4, column: "seats", .rostrumTooLarge(limit: 10_000))])
  }

  @Test func `A wish across rostrum and hall binds nothing, which is noted`() {
    let across = defects { draft in
      draft.people[0].role = .rostrum
      draft.people[0].besideNames = ["b"]
    }
    #expect(across.last == Defect(.people, row: 2, column: "beside", .besideBindsNothing))
    #expect(across.allSatisfy { $0.isNote })
    #expect(defects { $0.people[0].besideNames = ["b"] } == [])
  }

  @Test func `A hall without wheelchair places is noted when somebody needs one`() {
    func needing(_ places: [ClosedRange<Int>]) -> [Defect] {
      defects { draft in
        draft.hall = [line("中", 1, 1, 5)]
        draft.hall![0].wheelchair = places.map(NamedSeats.range)
        draft.people[0].needs = [.wheelchair]
      }
    }
    #expect(
      needing([]) == [Defect(.hall, row: nil, column: "wheelchair", .wheelchairPlacesNotOffered(people: 1))])
    #expect(needing([]).allSatisfy { $0.isNote })
    #expect(needing([1...1]) == [])
  }
}

@Suite struct HallValidationTests {
  private func defects(_ lines: HallLine...) -> [Defect] {
    Event.defects(of: draft("张三") { $0.hall = lines })
  }

  @Test(arguments: [
    (1, 6, 2), (6, 1, 1), (1, 5, 3), (1, 5, .min), (2, 6, 0), (5, 5, 0), (-1, 5, 1), (1, .max, 1), (1, 0, 0),
  ])
  func `Seat numbers fit first, last and step`(_ first: Int, _ last: Int, _ step: Int) {
    #expect(
      defects(line("中", 1, first, last, step: step)) == [
        Defect(.hall, row: 2, column: "last", .unusableSeatNumbers)
      ])
  }

  @Test func `A hall has a million seats at most`() {
    #expect(
      defects(line("中", 1, 1, 1_000_001)) == [
        Defect(.hall, row: 2, column: "last", .tooManySeats(limit: 1_000_000))
      ])
  }

  @Test func `A seat is in the hall once, whatever its floor`() {
    var upstairs = line("中", 1, 5, 8)
    (upstairs.floor, upstairs.tableRow) = (2, 3)
    #expect(
      defects(line("中", 1, 1, 5), upstairs)
        .contains(Defect(.hall, row: 3, column: "first", .duplicateSeat(5, firstRow: 2))))
    #expect(defects(line("左", 1, 1, 5), line("右", 1, 1, 5)) == [])
  }

  @Test func `Reserved and wheelchair seats are seats of the line`() {
    var reserved = line("中", 1, 1, 9, step: 2)
    reserved.reservation = .seats([.range(3...3), .range(4...4), .range(9...20)])
    reserved.wheelchair = [.range(10...10)]
    #expect(
      defects(reserved) == [
        Defect(.hall, row: 2, column: "reserved", .noSuchSeatInLine(.range(4...4))),
        Defect(.hall, row: 2, column: "wheelchair", .noSuchSeatInLine(.range(10...10))),
      ])
  }

  @Test func `A left section to the right of the right one is told`() {
    let sides = [line("右区", 1, 1, 5), line("中区", 1, 1, 9), line("左区", 1, 1, 5)]
    #expect(
      defects(sides[0], sides[1], sides[2]) == [
        Defect(.hall, row: 2, column: "section", .sidesSwapped(left: "左区", right: "右区"))
      ])
    #expect(defects(sides[2], sides[1], sides[0]) == [])
  }

  @Test func `A middle section that is listed at a side is told, for it is drawn there`() {
    #expect(
      defects(line("左区", 1, 1, 5), line("右区", 1, 1, 5), line("中区", 1, 1, 9)) == [
        Defect(.hall, row: 2, column: "section", .middleAtASide("中区", left: "左区", right: "右区"))
      ])
    #expect(
      defects(line("Centre", 1, 1, 9), line("Left", 1, 1, 5), line("Right", 1, 1, 5)) == [
        Defect(.hall, row: 2, column: "section", .middleAtASide("Centre", left: "Left", right: "Right"))
      ])
    #expect(defects(line("左中区", 1, 1, 5), line("中区", 1, 1, 9), line("右中区", 1, 1, 5)) == [])
  }

  @Test func `A row that lists sections in another order than most rows is told, for it is drawn so`() {
    let rows = (1...3).flatMap { row in ["甲区", "乙区", "丙区"].map { line($0, row, 1, 9) } }
    func told(_ order: [Int]) -> [Defect] {
      Event.defects(of: draft("张三") { $0.hall = order.map { rows[$0] } })
    }
    #expect(told(Array(0..<9)) == [])
    #expect(
      told([0, 1, 2, 3, 5, 4, 6, 7, 8]) == [
        Defect(.hall, row: 3, column: "section", .sectionsUnlikeOtherRows(left: "丙区", right: "乙区"))
      ])
    // Of two rows nobody knows which is meant; sections that lie behind one another are in no order.
    #expect(told([0, 1, 4, 3]) == [])
    #expect(told([0, 4, 8]) == [])
  }

  @Test(.timeLimit(.minutes(1))) func `A row of thousands of sections is read as quickly as others`() {
    let lines = (1...8_000).map { line("\($0)", 1, 1, 1) }
    #expect(Event.defects(of: draft("张三") { $0.hall = lines }) == [])
  }

  @Test func `A row numbered otherwise than the rows about it is told`() {
    let rows = [line("中", 1, 29, 17, step: -2), line("中", 2, 29, 17), line("中", 3, 29, 17, step: -2)]
    #expect(
      defects(rows[0], rows[1], rows[2]) == [Defect(.hall, row: 3, column: "step", .numbersUnlikeNeighbours)])
    let wings = [line("左", 1, 5, 1, step: -2), line("右", 1, 2, 6, step: 2), line("右", 2, 2, 8, step: 2)]
    #expect(defects(wings[0], wings[1], wings[2]) == [])
  }

  @Test func `A row with any x gives all`() {
    var left = line("左", 1, 1, 5)
    left.x = 0
    var right = line("右", 1, 1, 5)
    right.tableRow = 9
    #expect(defects(left, right) == [Defect(.hall, row: 9, column: "x", .positionMissing)])
  }

  @Test func `Runs of a row do not lie on one another`() {
    var left = line("中", 1, 1, 5)
    left.x = 0
    var right = line("中", 1, 6, 9)
    (right.x, right.tableRow) = (4, 9)
    #expect(defects(left, right) == [Defect(.hall, row: 9, column: "x", .seatsOverlap(firstRow: 2))])
    right.x = 5
    #expect(defects(left, right) == [])
  }

  @Test func `A row of a section is at one distance`() {
    var left = line("中", 1, 1, 5)
    left.y = 1
    var right = line("中", 1, 6, 9)
    (right.y, right.tableRow) = (2, 9)
    #expect(defects(left, right) == [Defect(.hall, row: 9, column: "y", .rowAtTwoDistances)])
  }
}
