import Assembly

extension RoomProblem {
  /// Why people have no bed, and what would be enough: rooms of their type for everybody left out who is like them, on
  /// the night of the stay on which most of them lack one.
  ///
  /// Rooms that are enough for the people of one lack: stays with at most n people a night, each in a bed, are interval
  /// graphs, and so share n beds.
  ///
  /// - Parameters:
  ///   - roomOfLodger: −1 for who has no bed.
  ///   - isProven: whether nobody could lodge more people in the rooms that are there; else it is not said what is lacking.
  func unplaced(_ roomOfLodger: [Int], isProven: Bool) -> [Unplaced] {
    struct Lack: Hashable {
      let level: Int
      let gender: Gender?
      let needsAccessibleRoom: Bool
      let choice: Int
    }
    func lack(_ lodger: Lodger) -> Lack {
      Lack(
        level: lodger.level, gender: lodger.gender, needsAccessibleRoom: lodger.needsAccessibleRoom,
        choice: lodger.choice)
    }
    let left = lodgers.indices.filter { roomOfLodger[$0] < 0 }
    var people: [Lack: [Int]] = [:]
    for lodger in left { people[lack(lodgers[lodger]), default: []].append(lodger) }
    let crowds = crowds
    return left.map { index in
      let lodger = lodgers[index]
      if let crowd = crowds[index] {
        return Unplaced(
          person: lodger.person, module: .rooms,
          reason: .roomTooSmall(people: crowd.people, beds: crowd.beds))
      }
      let others = people[lack(lodger)]!
      var worst = (period: lodger.periods.lowerBound, count: 0)
      for period in lodger.periods {
        let count = others.count { lodgers[$0].periods.contains(period) }
        if count > worst.count { worst = (period, count) }
      }
      let sharing = lodger.level == 1 && lodger.gender != nil ? 2 : 1
      let hotels = roomStock.hotels.indices.filter { choices[lodger.choice][$0] }
      return Unplaced(
        person: lodger.person, module: .rooms,
        reason: .roomsFull(
          RoomShortage(
            rooms: isProven ? (worst.count + sharing - 1) / sharing : nil,
            entitlement: event.people[lodger.person].entitlement,
            gender: sharing == 2 ? lodger.gender : nil, isAccessible: lodger.needsAccessibleRoom,
            hotels: hotels.count == roomStock.hotels.count ? [] : hotels.map { roomStock.hotels[$0] },
            night: Day(number: firstNightOfPeriod[worst.period]),
            spare: spareRooms(for: index, roomOfLodger))))
    }
  }

  /// Rooms that are kept spare and of which each would do for a lodger, with all who are to share a room with them.
  private func spareRooms(for index: Int, _ roomOfLodger: [Int]) -> Int {
    guard event.settings.roomSpare > 0 else { return 0 }
    let used = Set(roomOfLodger)
    let party = [index] + mates[index]
    let isFamily = areFamily(party)
    let empty = chambers.indices.filter { room in
      let chamber = chambers[room]
      return !used.contains(room) && (isFamily ? chamber.bedsForFamily : chamber.beds) >= party.count
        && party.allSatisfy { admits(lodgers[$0], room) }
        && besideOnFloor[index].allSatisfy { other in
          roomOfLodger[other] < 0 || chambers[roomOfLodger[other]].floor == chamber.floor
        }
    }
    return Dictionary(grouping: empty) { chambers[$0].hotel }
      .reduce(0) { $0 + min(event.settings.roomSpare, $1.value.count) }
  }

  /// People who are to share a room on some night with more than any room holds that they may have: no other room of the
  /// kinds that are there would help them.
  private var crowds: [Int: (people: Int, beds: Int)] {
    var crowds: [Int: (people: Int, beds: Int)] = [:]
    for party in parties where party.count > 1 {
      let most =
        party.map { one in
          party.count { lodgers[$0].periods.contains(lodgers[one].periods.lowerBound) }
        }.max() ?? 0
      let beds = chambers.filter { chamber in
        party.allSatisfy { choices[lodgers[$0].choice][chamber.hotel] }
      }.map { areFamily(party) ? $0.bedsForFamily : $0.beds }.max()
      guard let beds, most > beds else { continue }
      for member in party { crowds[member] = (most, beds) }
    }
    return crowds
  }
}
