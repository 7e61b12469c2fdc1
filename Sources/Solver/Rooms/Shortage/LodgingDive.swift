import IntegerProgramming

/// Beds for everybody by the linear program of fillings: room after room gets the filling that the program has decided most
/// nearly, and the program is solved again for the rooms and guests that are left.
///
/// Where it can no longer lodge as many as are wanted, the last decision is taken back and another one is taken. What binds
/// people to each other is not looked at here; ``BedSearch`` goes on from what was found.
struct LodgingDive {
  /// The room of each lodger, −1 for none; nothing when no more people than wanted were lodged.
  private(set) var roomOfLodger: [Int]?
  /// How often rooms were filled.
  private(set) var fillings = 0

  private struct Column {
    let kind: Int
    let filling: RoomFilling
    let variable: Variable
  }

  /// What is left to lodge and to be filled.
  private struct Rest {
    var guests: [Int]
    var rooms: [Int]
    var hotels: [Int]
    /// Columns that were tried here in vain.
    var refused: Set<Int> = []
    /// How many people are lodged, those with a rank counted twice.
    var lodged = 0
    var decided: [Int] = []
  }

  private struct ColumnKey: Hashable {
    let kind: Int
    let guests: [[Int]]
  }

  private let lodging: LodgingClasses
  private var columns: [Column] = []
  private var known: Set<ColumnKey> = []
  private let interruption: Interruption?

  /// Fillings that are computed at most: more did not find beds that fewer had not found.
  private static let limit = 20_000
  private static let simplexLimit = 20_000
  private static let roundsOfDecision = 20

  /// - Parameters:
  ///   - wanted: how many people should have a bed, those with a rank counted twice.
  ///   - lodgers: of the event.
  init(_ lodging: LodgingClasses, wanted: Int, lodgers: Int, interruption: Interruption?) {
    self.lodging = lodging
    self.interruption = interruption
    guard lodging.canBeFilled else { return }
    var model = Model(name: "lodging")
    let rows = FillingRows(lodging, in: &model)
    let found = model.withLiveProblem { master in
      dive(
        Rest(
          guests: lodging.classes.map(\.members.count), rooms: lodging.rooms.map(\.count),
          hotels: lodging.usableRooms),
        wanted: wanted, master, rows)
    }
    if let found { roomOfLodger = handedOut(found, lodgers: lodgers) }
  }

  /// Decides one filling after another.
  ///
  /// - Returns: columns, one for each room that is filled.
  private mutating func dive(
    _ rest: Rest, wanted: Int, _ master: LinearProblem, _ rows: FillingRows
  ) -> [Int]? {
    var rest = rest
    while fillings < LodgingDive.limit, interruption?.isInterrupted != true {
      guard let amounts = relaxation(rest, wanted: wanted, master, rows) else { return nil }
      guard let column = mostDecided(amounts, rest.refused) else {
        return rest.lodged >= wanted ? rest.decided : nil
      }
      let copies = max(1, Int((amounts[column] + 1e-6).rounded(.down)))
      if let found = dive(decided(column, copies, rest), wanted: wanted, master, rows) { return found }
      rest.refused.insert(column)
    }
    return nil
  }

  /// The filling that is nearest to so many whole rooms; of equal ones that of most people, then the first found.
  private func mostDecided(_ amounts: [Double], _ refused: Set<Int>) -> Int? {
    func key(_ column: Int) -> (Double, Int, Int) {
      let part = amounts[column] - (amounts[column] + 1e-6).rounded(.down)
      return (part < 1e-6 ? 1 : part, lodging.worth(columns[column].filling), -column)
    }
    return amounts.indices.filter { amounts[$0] > 1e-6 && !refused.contains($0) }.max { key($0) < key($1) }
  }

  private func decided(_ column: Int, _ copies: Int, _ rest: Rest) -> Rest {
    var rest = rest
    let (kind, filling) = (columns[column].kind, columns[column].filling)
    for guest in filling.guests { rest.guests[guest.guestClass] -= guest.count * copies }
    rest.rooms[kind] -= copies
    if let hotel = lodging.kinds[kind].hotel { rest.hotels[hotel] -= copies }
    rest.lodged += lodging.worth(filling) * copies
    rest.decided += Array(repeating: column, count: copies)
    return rest
  }

  /// How many rooms get each filling in the linear program of what is left.
  ///
  /// - Returns: nothing where that lodges fewer people than wanted.
  private mutating func relaxation(
    _ rest: Rest, wanted: Int, _ master: LinearProblem, _ rows: FillingRows
  ) -> [Double]? {
    for (row, count) in zip(rows.guests, rest.guests) {
      master.setBounds(of: row, to: .atMost(Double(count)))
    }
    for (row, count) in zip(rows.rooms, rest.rooms) { master.setBounds(of: row, to: .atMost(Double(count))) }
    for (row, count) in zip(rows.hotels, rest.hotels) {
      master.setBounds(of: row, to: .atMost(Double(count)))
    }
    for number in columns.indices {
      let fits = columns[number].filling.guests.allSatisfy { $0.count <= rest.guests[$0.guestClass] }
      master.setBounds(
        of: columns[number].variable, to: fits && !rest.refused.contains(number) ? .atLeast(0) : .equal(0))
    }
    let open = lodging.kinds.indices.filter { rest.rooms[$0] > 0 }
    var solution = master.solve(Limits(iterations: LodgingDive.simplexLimit, interruption: interruption))
    for _ in 0..<LodgingDive.roundsOfDecision {
      guard solution.termination.isOptimal else { return nil }
      let prices = rows.guests.map { max(0, -solution.dual(of: $0)) }
      var isBettered = false
      for kind in open {
        let filling = lodging.filling(ofKind: kind, prices: prices, left: rest.guests)
        fillings += 1
        var cost = max(0, -solution.dual(of: rows.rooms[kind]))
        if let hotel = lodging.kinds[kind].hotel { cost += max(0, -solution.dual(of: rows.hotels[hotel])) }
        guard !filling.guests.isEmpty, filling.value > cost + 1e-6,
          known.insert(ColumnKey(kind: kind, guests: filling.guests.map { [$0.guestClass, $0.count] }))
            .inserted
        else { continue }
        columns.append(
          Column(kind: kind, filling: filling, variable: rows.add(filling, ofKind: kind, to: master)))
        isBettered = true
      }
      guard isBettered else { break }
      solution = master.solve(Limits(iterations: LodgingDive.simplexLimit, interruption: interruption))
    }
    guard solution.termination.isOptimal, Double(rest.lodged) - solution.objective + 1e-6 >= Double(wanted)
    else { return nil }
    return columns.map { solution[$0.variable] }
  }

  /// Members of the classes in the rooms that were decided for them.
  private func handedOut(_ decided: [Int], lodgers: Int) -> [Int] {
    var roomOfLodger = [Int](repeating: -1, count: lodgers)
    var rooms = lodging.rooms
    var members = lodging.classes.map(\.members)
    for column in decided {
      let room = rooms[columns[column].kind].removeLast()
      for guest in columns[column].filling.guests {
        for _ in 0..<guest.count { roomOfLodger[members[guest.guestClass].removeLast()] = room }
      }
    }
    return roomOfLodger
  }
}
