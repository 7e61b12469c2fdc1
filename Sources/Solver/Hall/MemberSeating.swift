import Assembly

/// Gives the seats of a group to its people: those whose seats are given already keep them, then people who need an
/// aisle, then the others in member order (objectives.md §2).
struct MemberSeating {
  let problem: HallProblem
  let names: any NameOrder

  /// Seats of one group's people by person, and who stays without.
  struct Result {
    var seats: [Int: Int] = [:]
    var unseated: [Int] = []
  }

  /// Seats people of one group.
  ///
  /// - Parameters:
  ///   - people: who has no seat yet; the lowest by protocol stay out when there are more of them than seats.
  ///   - seats: the group's other seats.
  ///   - atAisle: those of these seats that are somebody's for their place at an aisle.
  ///   - colleagues: people of the group who sit already; when its head is among them, nobody else comes first.
  /// - Complexity: O(m²) for m people when lines are kept for roles, O(m log m) otherwise.
  func seat(
    _ people: [Int], on seats: [Int], atAisle: [Int: Int] = [:], beside colleagues: [Int] = []
  ) -> Result {
    var ledger = RoleLedger(hall: problem.hall, seats: seats)
    let chosen = Set(problem.event.inProtocolOrder(people).filter { ledger.admit(role(of: $0)) })
    var result = Result(unseated: people.filter { !chosen.contains($0) })
    var queue = problem.event.inMemberOrder(chosen + colleagues, names: names).filter(chosen.contains)
    var free = problem.inMemberSeatOrder(seats)
    for person in queue {
      guard let aisle = atAisle[person], free.contains(aisle), ledger.mayTake(role(of: person), aisle) else {
        continue
      }
      ledger.take(role(of: person), aisle)
      result.seats[person] = aisle
      free.removeAll { $0 == aisle }
    }
    for person in queue
    where problem.event.people[person].needs.contains(.aisle) && result.seats[person] == nil {
      let aisle = free.firstIndex { problem.hall.isAtAisle($0) && ledger.mayTake(role(of: person), $0) }
      if let aisle {
        ledger.take(role(of: person), free[aisle])
        result.seats[person] = free.remove(at: aisle)
      }
    }
    queue.removeAll { result.seats[$0] != nil }
    for seat in free {
      guard let next = queue.firstIndex(where: { ledger.mayTake(role(of: $0), seat) }) else { continue }
      let person = queue.remove(at: next)
      ledger.take(role(of: person), seat)
      result.seats[person] = seat
    }
    result.unseated += queue
    return result
  }

  private func role(of person: Int) -> Role {
    problem.event.people[person].role
  }
}

/// Keeps enough people of a role back for the seats that are kept for that role.
private struct RoleLedger {
  private let roleOfSeat: [Int: Role]
  /// Seats kept for each role that are still free.
  private var kept: [Role: Int] = [:]
  private var open: Int
  /// People admitted and not seated yet.
  private var waiting: [Role: Int] = [:]
  /// Of those, how many must use open seats.
  private var beyondKept: [Role: Int] = [:]

  init(hall: Hall, seats: [Int]) {
    var roleOfSeat: [Int: Role] = [:]
    for seat in seats { roleOfSeat[seat] = hall.seats[seat].role }
    self.roleOfSeat = roleOfSeat
    for role in roleOfSeat.values { kept[role, default: 0] += 1 }
    open = seats.count - roleOfSeat.count
  }

  /// Lets somebody of this role in while there is a seat left for the role.
  mutating func admit(_ role: Role) -> Bool {
    if waiting[role, default: 0] >= kept[role, default: 0] {
      guard open > 0 else { return false }
      open -= 1
      beyondKept[role, default: 0] += 1
    }
    waiting[role, default: 0] += 1
    return true
  }

  /// Whether somebody of this role may sit there without leaving a kept seat empty that another needs open.
  func mayTake(_ role: Role, _ seat: Int) -> Bool {
    roleOfSeat[seat].map { $0 == role } ?? (beyondKept[role, default: 0] > 0)
  }

  mutating func take(_ role: Role, _ seat: Int) {
    waiting[role]! -= 1
    if roleOfSeat[seat] == nil { beyondKept[role]! -= 1 }
  }
}
