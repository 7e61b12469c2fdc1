import Assembly
import SolverShared

/// The seating nearest to the one that is out.
///
/// Everybody stays who may; those whose seat is gone or somebody else's, and who is new, are seated on what is free.
/// Where that is too little for them, people who may sit elsewhere give up their seats for them, as few as can be.
/// Formulation.md has the argument by which no seating moves fewer.
struct HallReplan {
  let problem: HallProblem
  let wishes: HallWishes
  let earlier: EarlierPlaces<Int>
  /// Seat by person.
  var seats: [Int: Int] = [:]
  /// Who holds each seat.
  var personOf: [Int: Int] = [:]
  /// The group of each seat, with the cost of all, kept up to date.
  var seating: Seating
  /// People whom the order of groups keeps out.
  var keptOut: Set<Int> = []
  /// People who could not stay, whatever else is done.
  var forced: Set<Int> = []
  /// Seats that they had and that are there still.
  var vacated: Set<Int> = []
  /// What may move people who could stay.
  let freedom: Freedom
  /// How often people rose for others who cannot sit otherwise.
  var givenUp = 0

  /// What may move people who could stay.
  struct Freedom {
    /// How often somebody may rise for others who cannot sit otherwise.
    var givingUp = Int.max
    /// Whether those who sit move for companions who had no seat.
    var forCompanions = true
  }
  /// Pairs without anybody in common of whom one cannot stay.
  var forcedPairs: [(Int, Int)] = []
  /// People who took the seat that somebody of their group left empty, because the event asks for it.
  var closings: [Int] = []
  /// People of chains that were laid anew: who of them has no seat gets one only beside the others.
  var partless: Set<Int> = []
  /// People whose seat may not change hands any more: they stay, or a wish binds them.
  var settled: Set<Int> = []

  init(
    _ problem: HallProblem, _ wishes: HallWishes, from earlier: EarlierPlaces<Int>, names: any NameOrder,
    _ freedom: Freedom = Freedom(), _ options: SolverOptions
  ) {
    self.freedom = freedom
    self.problem = problem
    self.wishes = wishes
    self.earlier = earlier
    bound = Set(problem.pins.keys).union(wishes.beside.flatMap { [$0.0, $0.1] })
    seating = Seating(problem, Array(repeating: -1, count: problem.hall.seats.count))
    keepWhoMayStay()
    partWhoAreToBeApart()
    seatCompanions()
    seatBoundPeople()
    giveUpSeats()
    seatOthers(options)
    if problem.event.settings.closesUp { closeUp() }
    shareOut(names)
  }

  /// People due in the hall, group after group.
  var due: [Int] { problem.groups.flatMap(\.members) }

  /// The group of each seat, −1 for an empty one.
  var groupOfSeat: [Int] {
    var groups = [Int](repeating: -1, count: problem.hall.seats.count)
    for (person, seat) in seats { groups[seat] = problem.groupOfPerson[person]! }
    return groups
  }

  /// Whether somebody moved who could have stayed.
  var movesSomebodyElse: Bool {
    seats.contains { earlier.hasMoved($0.key, to: $0.value) && !forced.contains($0.key) }
  }

  // MARK: Who stays

  mutating func keepWhoMayStay() {
    let pinned = Set(problem.pins.values)
    for person in due {
      let seat = problem.pins[person] ?? earlier[person]
      if let seat, problem.pins[person] != nil || !pinned.contains(seat), personOf[seat] == nil,
        wishes.suits(person, seat)
      {
        seats[person] = seat
        personOf[seat] = person
        settled.insert(person)
      }
      if earlier.had(person), seats[person] == nil || seats[person] != earlier[person] {
        forced.insert(person)
        if let seat = earlier[person] { vacated.insert(seat) }
      }
    }
    for person in due {
      if let seat = seats[person] { seating.give(seat, to: problem.groupOfPerson[person]!) }
    }
    _ = seating.settle()
    seating.keep()
  }

  mutating func sit(_ person: Int, on seat: Int) {
    seats[person] = seat
    personOf[seat] = person
    seating.give(seat, to: problem.groupOfPerson[person]!)
    _ = seating.settle()
    seating.keep()
  }

  mutating func rise(_ person: Int) {
    guard let seat = seats.removeValue(forKey: person) else { return }
    personOf[seat] = nil
    settled.remove(person)
    seating.give(seat, to: seating.nobody)
    _ = seating.settle()
    seating.keep()
  }

  /// Whether a wish binds somebody to their seat or to others.
  func isBound(_ person: Int) -> Bool { bound.contains(person) }
  let bound: Set<Int>
}
