public import Assembly

extension Verification {
  /// Everything that is wrong with a plan of rooms; with its figures, what is wrong with those too.
  ///
  /// Readings of what objectives.md leaves open:
  /// * People share a room when they are there on one night: two of one sex may have a single one after the other.
  /// * Who shares on a night is of one gender or of one family, pair by pair; a suite or a single is shared by one
  ///   family only. So a family need not have the beds to itself that are left in a larger room.
  /// * `roommate` and `beside` bind those who have a bed; when beds run short one of them may be without.
  /// * `beside` asks for one floor when the person whose row names the other is staff.
  /// * A higher person without a bed and a lower one with a bed break the order only when nothing but rank tells them
  ///   apart: no wish binds either, and the higher one's group may stay in the lower one's hotel.
  ///
  /// A room of which several pairs of people break a rule is told once, by the first pair.
  ///
  /// - Complexity: O(people log people + nights of all people + Σ pairs of people of each room).
  public func violations(of plan: RoomPlan, figures: Figures? = nil) -> [Violation] {
    guard let roomStock = event.roomStock else { return [.tableMissing(.rooms)] }
    let moves = earlier?.rooms.map { earlier in
      EarlierCheck(earlier, plan.assignments.map { ($0.person, $0.room) }, in: event)
    }
    let check = RoomCheck(event, roomStock, plan, stay: moves?.stay ?? [])
    let figureViolations =
      figures.map { figures -> [Violation] in
        var terms = roomTerms(of: plan.assignments, in: event)
        terms[.roomsMoved] = moves.map { weighted(event.settings.weights[.roomsMoved], $0.weightOfMoves) }
        return violations(of: figures, module: .rooms, terms: terms)
          + violations(of: figures, module: .rooms, moves: moves?.moves)
      } ?? []
    return check.violations + figureViolations
  }
}

/// One look at a plan of rooms.
struct RoomCheck {
  let event: Event
  let roomStock: RoomStock
  let plan: RoomPlan
  /// People who keep their room after a late change, whatever their rank.
  let stay: Set<Int>
  let attendance: Attendance
  let occupation: RoomOccupation
  let families: Families
  let companions: Companions
  /// Who must sleep on the floor of whom, as far as both are due.
  let staffAndPrincipals: [(staff: Int, principal: Int)]
  private let bound: Set<Int>

  init(_ event: Event, _ roomStock: RoomStock, _ plan: RoomPlan, stay: Set<Int> = []) {
    self.stay = stay
    self.event = event
    self.roomStock = roomStock
    self.plan = plan
    attendance = Attendance(.rooms, of: event) { $0.stay != nil }
    occupation = RoomOccupation(plan.assignments, in: event, roomStock)
    families = Families(of: event)
    companions = Companions(of: event, attendance: attendance)
    let due = event.people.indices.filter(attendance.expects)
    let staffAndPrincipals = due.filter { event.people[$0].role == .staff }.flatMap { [attendance] staff in
      event.people[staff].beside.filter(attendance.expects).map { (staff: staff, principal: $0) }
    }
    self.staffAndPrincipals = staffAndPrincipals
    bound = Set(
      families.roommates.flatMap { [$0.first, $0.second] }
        + staffAndPrincipals.flatMap { [$0.staff, $0.principal] })
  }

  var violations: [Violation] {
    attendance.violations(seated: plan.assignments.map(\.person), unplaced: plan.unplaced)
      + unknownRooms + roomsThatDoNotFit + roomsSharedWrongly + wishesNotKept + spareRoomsUsed
      + RoomsOrderCheck(self).violations
  }

  // MARK: Rules

  private var unknownRooms: [Violation] {
    plan.assignments.filter { !roomStock.rooms.indices.contains($0.room) }.map {
      .noSuchRoom(person: $0.person, room: $0.room)
    }
  }

  private var roomsThatDoNotFit: [Violation] {
    occupation.roomOf.sorted { $0.key < $1.key }.flatMap { person, room in
      [
        isOtherThanWished(room, person) ? .roomWishNotKept(person: person, room: room) : nil,
        isOutsideHotels(room, person) ? .outsideHotels(person: person, room: room) : nil,
        isClosed(room, person) ? .roomNotAvailable(person: person, room: room) : nil,
        lacksAccess(room, person) ? .noAccessibleRoom(person: person, room: room) : nil,
      ].compactMap(\.self)
    }
  }

  private var roomsSharedWrongly: [Violation] {
    occupation.guests.keys.sorted().flatMap { room in
      [firstNightOverBeds(room), firstPairWithoutReason(room)].compactMap(\.self)
    }
  }

  private func firstNightOverBeds(_ room: Int) -> Violation? {
    var guests: [Int: [Int]] = [:]
    for person in occupation.guests[room] ?? [] {
      for night in occupation.stay(of: person).nights { guests[night, default: []].append(person) }
    }
    return guests.filter { $0.value.count > bedsFor($0.value, room) }.min { $0.key < $1.key }.map {
      .moreThanBeds(room: room, night: Day(number: $0.key), people: $0.value.count)
    }
  }

  /// A double bed is one bed, and two for people of one family.
  private func bedsFor(_ guests: [Int], _ room: Int) -> Int {
    let beds = roomStock.rooms[room].beds
    let isFamily = guests.count > 1 && guests.dropFirst().allSatisfy { families.unite(guests[0], $0) }
    return roomStock.rooms[room].type == .double && isFamily ? max(2, beds) : beds
  }

  private func firstPairWithoutReason(_ room: Int) -> Violation? {
    for (one, other) in occupation.pairsThatMeet(in: room) where !families.unite(one, other) {
      if isForOne(room) { return .notAlone(one, other, room: room) }
      if !areOfOneGender(one, other) { return .gendersMixed(one, other, room: room) }
    }
    return nil
  }

  private var wishesNotKept: [Violation] {
    let parted = families.roommates.filter { pair in
      guard let one = occupation.roomOf[pair.first], let other = occupation.roomOf[pair.second] else {
        return false
      }
      return one != other
    }
    let farOff = staffAndPrincipals.filter { pair in
      guard let one = occupation.roomOf[pair.staff], let other = occupation.roomOf[pair.principal] else {
        return false
      }
      return roomStock.floorOfRoom[one] != roomStock.floorOfRoom[other]
    }
    let together = companions.apartPairs.filter { pair in
      guard let room = occupation.roomOf[pair.first] else { return false }
      return room == occupation.roomOf[pair.second] && meet(pair.first, pair.second)
    }
    return parted.map { .roommatesParted($0.first, $0.second) }
      + farOff.map { .notBeside($0.staff, $0.principal, .rooms) }
      + together.map { .notApart($0.first, $0.second, .rooms) }
  }

  private var spareRoomsUsed: [Violation] {
    var used = [Int](repeating: 0, count: roomStock.hotels.count)
    var rooms = used
    for room in roomStock.rooms.indices { rooms[roomStock.hotel(ofRoom: room)] += 1 }
    for room in occupation.guests.keys { used[roomStock.hotel(ofRoom: room)] += 1 }
    return roomStock.hotels.indices.compactMap { hotel in
      let usable = max(0, rooms[hotel] - event.settings.roomSpare)
      return used[hotel] > usable ? .spareRoomsUsed(hotel: hotel, used: used[hotel], usable: usable) : nil
    }
  }

  // MARK: Rooms and people

  /// Whether a wish names this person or is theirs.
  func hasWish(_ person: Int) -> Bool {
    event.people[person].roomWish != nil || companions.keepApart(person) || bound.contains(person)
  }

  func isOutsideHotels(_ room: Int, _ person: Int) -> Bool {
    let hotels = event.groups[event.people[person].group].hotels
    return !hotels.isEmpty && !hotels.contains(roomStock.rooms[room].hotel)
  }

  private func isOtherThanWished(_ room: Int, _ person: Int) -> Bool {
    guard let wish = event.people[person].roomWish else { return false }
    return wish.hotel != roomStock.hotel(ofRoom: room) || (wish.room ?? room) != room
  }

  private func isClosed(_ room: Int, _ person: Int) -> Bool {
    let nights = occupation.stay(of: person).nights
    let (from, to) = (roomStock.rooms[room].from, roomStock.rooms[room].to)
    return (from.map { nights.lowerBound < $0.number } ?? false)
      || (to.map { nights.upperBound > $0.number } ?? false)
  }

  private func lacksAccess(_ room: Int, _ person: Int) -> Bool {
    roomStock.offersAccessibleRooms && event.people[person].needs.contains(.wheelchair)
      && !roomStock.rooms[room].isAccessible
  }

  private func isForOne(_ room: Int) -> Bool {
    switch roomStock.rooms[room].type {
    case .suite, .single: true
    case .shared: false
    }
  }

  private func areOfOneGender(_ one: Int, _ other: Int) -> Bool {
    event.people[one].gender != nil && event.people[one].gender == event.people[other].gender
  }

  private func meet(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (occupation.stay(of: one).nights, occupation.stay(of: other).nights)
    return max(first.lowerBound, second.lowerBound) < min(first.upperBound, second.upperBound)
  }
}
