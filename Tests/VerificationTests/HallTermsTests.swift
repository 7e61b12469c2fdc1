import Assembly
import SeededRandomness
import Testing
import Verification

private func terms(_ seats: [Int?], _ event: Event) -> [Term: Int] {
  hallTerms(of: hallPlan(seats).assignments, in: event)
}

private func objective(_ seats: [Int?], _ event: Event) -> Int {
  terms(seats, event).values.reduce(0, +)
}

/// Two rows of five; seats 0–4 in front, 5–9 behind.
private let twoRows = [line(1, 1, 5), line(2, 1, 5)]

@Suite struct HallTermsTests {
  @Test func `The best plan of groups of 4, 3 and 3 costs 30,804`() throws {
    let event = try hallEvent(twoRows, groups: [4, 3, 3])
    // B B B A A
    // C C C A A
    let best = [3, 4, 8, 9, 0, 1, 2, 5, 6, 7]
    #expect(
      terms(best, event) == [
        .hallUnseated: 0, .hallPart: 30_000, .hallRun: 800, .hallLone: 0, .hallHole: 0, .hallPrecedence: 4,
      ])
    #expect(objective(best, event) == 30_804)
  }

  @Test func `In protocol order they cost 31,102`() throws {
    let event = try hallEvent(twoRows, groups: [4, 3, 3])
    // A A A A B
    // C C C B B
    let poured = [0, 1, 2, 3, 4, 8, 9, 5, 6, 7]
    #expect(
      terms(poured, event) == [
        .hallUnseated: 0, .hallPart: 30_000, .hallRun: 800, .hallLone: 300, .hallHole: 0, .hallPrecedence: 2,
      ])
    #expect(objective(poured, event) == 31_102)
  }

  @Test func `Seats diagonal to each other belong to one part, farther ones do not`() throws {
    let event = try hallEvent(twoRows, groups: [2])
    #expect(terms([0, 6], event)[.hallPart] == 10_000)
    #expect(terms([0, 7], event)[.hallPart] == 20_000)
    #expect(terms([0, 6], event)[.hallLone] == 600)
  }

  @Test func `An empty seat parts a run`() throws {
    let event = try hallEvent(twoRows, groups: [2])
    #expect(terms([0, 1], event)[.hallRun] == 200)
    #expect(terms([0, 2], event)[.hallRun] == 400)
  }

  @Test func `A group of one is never lone`() throws {
    #expect(try terms([0], hallEvent(twoRows, groups: [1]))[.hallLone] == 0)
  }

  @Test func `An aisle parts a run, and a section a part`() throws {
    let event = try hallEvent(
      [line(1, 1, 2, section: "左"), line(1, 3, 4, section: "左"), line(2, 1, 2, section: "右", x: 0)],
      groups: [2])
    #expect(
      terms([1, 2], event) == [
        .hallUnseated: 0, .hallPart: 20_000, .hallRun: 400, .hallLone: 600, .hallHole: 0, .hallPrecedence: 0,
      ])
  }

  @Test func `Rows whose numbers leave a gap do not follow each other`() throws {
    let event = try hallEvent([line(1, 1, 2), line(3, 1, 2)], groups: [2])
    #expect(terms([0, 2], event)[.hallPart] == 20_000)
  }

  @Test func `Who has no seat costs the depth behind the last row`() throws {
    let event = try hallEvent(twoRows, groups: [2, 1])
    // One of A has no seat: 10,000,000 and priority 1 × depth 2.
    #expect(
      terms([0, nil, 1], event) == [
        .hallUnseated: 10_000_000, .hallPart: 20_000, .hallRun: 400, .hallLone: 0, .hallHole: 0,
        .hallPrecedence: 2,
      ])
  }

  @Test func `Only groups with somebody due in the hall count for priority`() throws {
    let event = try hallEvent(twoRows, groups: [1, 1, 1]) { $0.people[1].isAbsent = true }
    // A has priority 1, C has 0.
    #expect(terms([5, nil, 0], event)[.hallPrecedence] == 1)
  }

  @Test func `Freely seated groups have no precedence`() throws {
    let event = try hallEvent(twoRows, groups: [1, 1]) { $0.settings.hallOrder = .free }
    #expect(terms([5, 0], event)[.hallPrecedence] == 0)
  }

  @Test func `Weights of the event count`() throws {
    let event = try hallEvent(twoRows, groups: [2, 1]) { draft in
      draft.settings.weights[.hallPart] = 7
      draft.settings.weights[.hallPrecedence] = 3
    }
    #expect(terms([5, 6, 0], event)[.hallPart] == 14)
    #expect(terms([5, 6, 0], event)[.hallPrecedence] == 6)
  }

  @Test func `A file runs from front to back`() throws {
    for method in [HallMethod.vertical, .outward] {
      let event = try hallEvent(twoRows, groups: [4]) { $0.settings.hallMethod = method }
      // Columns 0 and 1 of both rows: two runs of two.
      let terms = terms([0, 5, 1, 6], event)
      #expect(terms[.hallRun] == 400 && terms[.hallLone] == 0 && terms[.hallPart] == 10_000, "\(method)")
    }
  }

  @Test func `An empty seat with somebody behind it in its file is a hole, unless it is kept for somebody`()
    throws
  {
    func holes(_ seats: [Int?], _ method: HallMethod, change: (inout HallLine) -> Void = { _ in }) throws
      -> Int?
    {
      var front = line(1, 1, 5)
      change(&front)
      return try terms(
        seats,
        hallEvent([front, line(2, 1, 5), line(3, 1, 5)], groups: [2]) { $0.settings.hallMethod = method })[
          .hallHole]
    }
    #expect(try holes([10, 0], .vertical) == 20)
    #expect(try holes([10, 6], .vertical) == 60)
    #expect(try holes([10, 1], .outward) == 40)
    #expect(try holes([10, nil], .horizontal) == 0)
    #expect(try holes([10, nil], .vertical) { $0.reservation = .seats([.range(1...1)]) } == 20)
    #expect(try holes([10, nil], .vertical) { $0.reservation = .role(.press) } == 20)
    #expect(try holes([10, nil], .vertical) { $0.wheelchair = [.range(1...1)] } == 20)
  }

  @Test func `Depth grows from the left in files, from the centre outward`() throws {
    func precedence(_ method: HallMethod, _ seat: Int) throws -> Int? {
      let event = try hallEvent(twoRows, groups: [1, 1]) { $0.settings.hallMethod = method }
      return terms([seat, nil], event)[.hallPrecedence]
    }
    #expect(try (0..<5).map { try precedence(.vertical, $0) } == [0, 1, 2, 3, 4])
    #expect(try (0..<5).map { try precedence(.outward, $0) } == [2, 1, 0, 1, 2])
    #expect(try (3..<7).map { try precedence(.horizontal, $0) } == [0, 0, 1, 1])
  }

  @Test func `Depth is an index among the distances that occur`() throws {
    var lines = [line(1, 1, 1), line(2, 1, 1), line(3, 1, 1)]
    (lines[0].y, lines[1].y, lines[2].y) = (1, 1, 40)
    let event = try hallEvent(lines, groups: [1, 1])
    #expect(terms([1, 0], event)[.hallPrecedence] == 0)
    #expect(terms([2, 0], event)[.hallPrecedence] == 1)
  }

  @Test func `Weights and positions beyond all measure do not stop the count`() throws {
    let event = try hallEvent(
      [line(1, 1, 1, x: 1e300), line(.max, 1, 2, x: -1e300), line(.min, 1, 1, x: .nan)], groups: [4]
    ) { draft in
      draft.settings.hallMethod = .outward
      draft.settings.weights[.hallPart] = .max
    }
    #expect(terms([0, 1, 2, 3], event)[.hallPart]! > 0)
    let strangers = [HallAssignment(person: -3, seat: 0), HallAssignment(person: 0, seat: 99)]
    #expect(hallTerms(of: strangers, in: event)[.hallUnseated] == 40_000_000)
  }

  @Test(arguments: HallMethod.allCases)
  func `Random plans cost what the definitions say word by word`(_ method: HallMethod) throws {
    var random = SeededGenerator(seed: 11)
    for round in 0..<150 {
      let event = try randomEvent(method, using: &random)
      let hall = try #require(event.hall)
      let seats = Array(hall.seats.indices.shuffled(using: &random).prefix(event.people.count))
      let assignments = zip(event.people.indices, seats).filter { _ in
        Int.random(in: 0..<8, using: &random) > 0
      }
      .map { HallAssignment(person: $0, seat: $1) }
      let computed = hallTerms(of: assignments, in: event)
      #expect(computed == NaiveTerms(event, hall, assignments).terms, "round \(round)")
    }
  }
}

/// A hall of up to two sections and four rows, the rows in one or two runs at odd positions.
private func randomEvent(_ method: HallMethod, using random: inout SeededGenerator) throws -> Event {
  var lines: [HallLine] = []
  for section in ["左", "右"].prefix(Int.random(in: 1...2, using: &random)) {
    for row in 1...Int.random(in: 1...4, using: &random)
    where Int.random(in: 0..<6, using: &random) > 0 || lines.isEmpty {
      var first = 1
      var x = Double(Int.random(in: -16...2, using: &random)) / 2
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let last = first + Int.random(in: 0...4, using: &random)
        lines.append(line(row, first, last, section: section, x: x))
        x += Double(last - first + 1) + Double(Int.random(in: 0...6, using: &random)) / 2
        first = last + 1
      }
    }
  }
  let groups = (0..<Int.random(in: 1...4, using: &random)).map { _ in Int.random(in: 1...7, using: &random) }
  return try hallEvent(lines, groups: groups) { $0.settings.hallMethod = method }
}

/// The terms by the definitions themselves: every pair of seats is looked at.
private struct NaiveTerms {
  let event: Event
  let hall: Hall
  let holder: [Int: Int]

  init(_ event: Event, _ hall: Hall, _ assignments: [HallAssignment]) {
    self.event = event
    self.hall = hall
    holder = Dictionary(uniqueKeysWithValues: assignments.map { ($0.seat, $0.person) })
  }

  var terms: [Term: Int] {
    let runs = pieces { areNeighbours($0, $1) }
    let parts = pieces { areNeighbours($0, $1) || follow($0, $1) }
    let lone = runs.count { run in run.count == 1 && holder.keys.count { group($0) == group(run[0]) } > 1 }
    let depths = Set(hall.seats.map(distance)).sorted()
    let groups = Set(event.people.map(\.group)).count
    let seatOf = Dictionary(uniqueKeysWithValues: holder.map { ($1, $0) })
    let precedence = event.people.enumerated().map { index, person in
      let depth = seatOf[index].map { depths.firstIndex(of: distance(hall.seats[$0]))! } ?? depths.count
      return (groups - 1 - person.group) * depth
    }
    return [
      .hallUnseated: 10_000_000 * (event.people.count - holder.count), .hallPart: 10_000 * parts.count,
      .hallRun: 200 * runs.count,
      .hallLone: 300 * lone, .hallHole: 20 * holes, .hallPrecedence: precedence.reduce(0, +),
    ]
  }

  /// Empty seats with a taken one behind them in a file.
  private var holes: Int {
    guard event.settings.hallMethod != .horizontal else { return 0 }
    return hall.seats.indices.count { seat in
      let front = hall.seats[seat]
      return holder[seat] == nil && !front.isHeld && front.role == nil && !front.isWheelchairPlace
        && holder.keys.contains { other in
          let back = hall.seats[other]
          return back.section == front.section && column(back.x) == column(front.x) && back.y > front.y
        }
    }
  }

  private func group(_ seat: Int) -> Int {
    event.people[holder[seat]!].group
  }

  private func column(_ x: Double) -> Int {
    Int((x + 0.5).rounded(.down))
  }

  private func distance(_ seat: HallSeat) -> Double {
    switch event.settings.hallMethod {
    case .horizontal: seat.y
    case .vertical: Double(column(seat.x))
    case .outward: Double(column(abs(seat.x)))
    }
  }

  private func areNeighbours(_ one: Int, _ other: Int) -> Bool {
    let (a, b) = (hall.seats[one], hall.seats[other])
    if event.settings.hallMethod == .horizontal { return a.run == b.run && abs(a.x - b.x) == 1 }
    return a.section == b.section && column(a.x) == column(b.x) && abs(a.row - b.row) == 1
  }

  private func follow(_ one: Int, _ other: Int) -> Bool {
    let (a, b) = (hall.seats[one], hall.seats[other])
    guard a.section == b.section else { return false }
    if event.settings.hallMethod == .horizontal { return abs(a.row - b.row) == 1 && abs(a.x - b.x) <= 1 }
    return abs(column(a.x) - column(b.x)) == 1 && abs(a.row - b.row) <= 1
  }

  /// Sets of seats of one group that a relation connects.
  private func pieces(_ areRelated: (Int, Int) -> Bool) -> [[Int]] {
    var left = Set(holder.keys)
    var pieces: [[Int]] = []
    while let start = left.popFirst() {
      var piece = [start]
      var next = 0
      while next < piece.count {
        for seat in left where group(seat) == group(start) && areRelated(seat, piece[next]) {
          left.remove(seat)
          piece.append(seat)
        }
        next += 1
      }
      pieces.append(piece)
    }
    return pieces
  }
}
