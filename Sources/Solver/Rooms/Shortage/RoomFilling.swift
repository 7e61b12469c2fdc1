import Assembly

/// Parties that are alike when nothing counts but having a bed.
struct GuestClass: Hashable {
  /// The gender that all of it share with; nothing for who shares with nobody.
  let gender: Gender?
  let periods: Range<Int>
  /// Beds that it takes, on each night no fewer.
  let beds: Int
  /// Kinds of room in which it could sleep.
  let kinds: [Int]
  /// How many people it counts for when it has no bed.
  let weight: Int
}

/// Who sleeps in one room through the nights, so that the sum of values of its guests is as great as can be.
///
/// Dynamic programming over the nights. Guests come in order of their first night; the state is until when each bed is taken,
/// and by which gender.
struct RoomFilling {
  /// How many of each class; those of none are left out.
  let guests: [(guestClass: Int, count: Int)]
  let value: Double

  private struct State: Hashable {
    /// The period in which each bed becomes free, the earliest last; 0 for a free one.
    var ends: SIMD8<UInt8> = .zero
    /// 0 nobody, 1 or 2 a gender, 3 somebody who shares with nobody.
    var sharing: UInt8 = 0

    mutating func take(_ count: Int, until end: UInt8, beds: Int) {
      var left = count
      for bed in 0..<beds where left > 0 && ends[bed] == 0 {
        ends[bed] = end
        left -= 1
      }
      sort()
    }

    mutating func leave(by period: UInt8) {
      ends.replace(with: 0, where: ends .<= period)
      if ends == .zero { sharing = 0 }
      sort()
    }

    private mutating func sort() {
      for last in 1..<ends.scalarCount {
        var place = last
        while place > 0, ends[place] > ends[place - 1] {
          (ends[place], ends[place - 1]) = (ends[place - 1], ends[place])
          place -= 1
        }
      }
    }
  }

  private struct Step {
    let previous: Int
    let guestClass: Int
    let count: Int
  }

  /// More beds in a room than this are not looked at bed by bed.
  static let mostBeds = 8
  /// Periods that a state can tell apart.
  static let mostPeriods = 255

  /// The best filling of a room.
  ///
  /// - Parameters:
  ///   - beds: of the room, at most ``mostBeds``.
  ///   - isForOne: whether two parties never sleep there on one night.
  ///   - classes: those that could sleep there, in order of their first period, with how many there are and what one is worth.
  /// - Complexity: O(classes × states); there are O(periodsᵇ) states for b beds.
  init(beds: Int, isForOne: Bool, classes: [(number: Int, data: GuestClass, count: Int, value: Double)]) {
    var steps: [Step] = []
    var states: [(state: State, value: Double, step: Int)] = [(State(), 0, -1)]
    var now = 0
    for (number, data, count, value) in classes where value > 0 {
      if data.periods.lowerBound > now {
        now = data.periods.lowerBound
        states = RoomFilling.atDawn(states, now)
      }
      let needed = isForOne || data.gender == nil ? beds : min(beds, data.beds)
      let sharing: UInt8 = isForOne ? 3 : data.gender.map { $0 == .female ? 1 : 2 } ?? 3
      for place in states.indices {
        let (first, before, step) = states[place]
        guard first.sharing == 0 || first.sharing == sharing && sharing < 3 else { continue }
        var (state, sum) = (first, before)
        let free = (0..<beds).count { state.ends[$0] == 0 }
        for copies in 0..<min(count, sharing == 3 ? 1 : count, free / needed) {
          sum += value
          state.take(needed, until: UInt8(data.periods.upperBound), beds: beds)
          state.sharing = sharing
          steps.append(Step(previous: step, guestClass: number, count: copies + 1))
          states.append((state, sum, steps.count - 1))
        }
      }
      if states.count > 64 { states = RoomFilling.atDawn(states, now) }
    }
    let best = states.max { $0.value < $1.value }!
    self.value = best.value
    var guests: [(guestClass: Int, count: Int)] = []
    var step = best.step
    while step >= 0 {
      guests.append((steps[step].guestClass, steps[step].count))
      step = steps[step].previous
    }
    self.guests = guests
  }

  /// The states with the beds of who has left set free, the best of equal ones.
  private static func atDawn(
    _ states: [(state: State, value: Double, step: Int)], _ period: Int
  ) -> [(state: State, value: Double, step: Int)] {
    var place: [State: Int] = [:]
    var kept: [(state: State, value: Double, step: Int)] = []
    for var entry in states {
      entry.state.leave(by: UInt8(period))
      if let known = place[entry.state] {
        if entry.value > kept[known].value { kept[known] = entry }
      } else {
        place[entry.state] = kept.count
        kept.append(entry)
      }
    }
    return kept
  }
}
