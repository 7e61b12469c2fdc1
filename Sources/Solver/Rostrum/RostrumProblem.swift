import Assembly

/// Who is to sit on the rostrum, and where they may.
///
/// Everything is counted from 0 here: people by protocol order among those due, places from the highest, so that
/// without wishes person *i* has place *i*. Seats are indices of ``ProtocolPlaces/seats``: neighbours of one run
/// follow each other.
struct RostrumProblem: Sendable {
  /// A wish of one row of the table of people, binding because all it names are seated.
  enum Wish: Sendable, Hashable {
    case seat(Int)
    case beside(Int)
    case apart(Int)
  }

  /// People due, as indices of the event's people, in protocol order.
  let due: [Int]
  /// Those of them who are seated: when there are too few seats the lowest without a pin stay out.
  let seated: [Int]
  /// Wishes by the person whose row tells them; only people who have some.
  let wishes: [Int: [Wish]]
  /// Unbroken runs of seats.
  let runs: [Range<Int>]
  /// The place of each seat.
  let placeOfSeat: [Int]
  /// The seat of each place.
  let seatOfPlace: [Int]
  private let isFollowed: [Bool]

  init(_ event: Event, _ places: ProtocolPlaces) {
    let due = event.dueOnRostrum
    let pins = due.map { person -> Int? in
      guard case .rostrum(let seat) = event.people[person].seat else { return nil }
      return places.place(of: seat).map { $0 - 1 }
    }
    let seatOfPlace = places.places.indices.sorted { places.places[$0] < places.places[$1] }
    let unpinned = due.indices.filter { pins[$0] == nil }
    let left = Set(unpinned.suffix(max(0, due.count - places.count)))
    let seated = due.indices.filter { !left.contains($0) }
    let numberOfPerson = Dictionary(uniqueKeysWithValues: seated.map { (due[$0], $0) })
    var wishes: [Int: [Wish]] = [:]
    for number in seated {
      let person = event.people[due[number]]
      let told =
        (pins[number].map { [Wish.seat(seatOfPlace[$0])] } ?? [])
        + person.beside.compactMap { numberOfPerson[$0] }.map(Wish.beside)
        + person.apart.compactMap { numberOfPerson[$0] }.map(Wish.apart)
      if !told.isEmpty { wishes[number] = told }
    }
    self.due = due
    self.seated = seated
    self.wishes = wishes
    self.seatOfPlace = seatOfPlace
    runs = places.runs
    placeOfSeat = places.places.map { $0 - 1 }
    isFollowed = places.runs.flatMap { run in run.map { $0 + 1 < run.upperBound } }
  }

  /// How many seats have a place.
  var seatCount: Int { placeOfSeat.count }

  /// Whether every seat will be taken.
  var isFull: Bool { seated.count == seatCount }

  /// Whether `seat` and the seat after it are next to each other.
  func hasNeighbour(after seat: Int) -> Bool { isFollowed[seat] }

  /// (place of the seat − place of the person)².
  func displacement(of person: Int, at seat: Int) -> Int {
    let distance = placeOfSeat[seat] - person
    return distance * distance
  }
}

/// The wishes of some rows together: pins by person, and pairs of people, each once.
struct RostrumWishes: Sendable {
  private(set) var seatOfPerson: [Int: Int] = [:]
  private(set) var beside: Set<Pair> = []
  private(set) var apart: Set<Pair> = []

  /// Two people; the order does not matter.
  struct Pair: Hashable, Comparable, Sendable {
    let first: Int
    let second: Int

    init(_ one: Int, _ other: Int) {
      first = min(one, other)
      second = max(one, other)
    }

    static func < (left: Pair, right: Pair) -> Bool {
      (left.first, left.second) < (right.first, right.second)
    }
  }

  /// The wishes that the rows of `owners` tell.
  init(of owners: some Sequence<Int>, in problem: RostrumProblem) {
    for owner in owners {
      for wish in problem.wishes[owner, default: []] {
        switch wish {
        case .seat(let seat): seatOfPerson[owner] = seat
        case .beside(let other): beside.insert(Pair(owner, other))
        case .apart(let other): apart.insert(Pair(owner, other))
        }
      }
    }
  }

  /// Everybody who is named in a wish or tells one.
  var people: Set<Int> {
    Set(seatOfPerson.keys).union((Array(beside) + Array(apart)).flatMap { [$0.first, $0.second] })
  }
}
