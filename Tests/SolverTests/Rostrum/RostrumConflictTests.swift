import Assembly
import RostrumSolver
import Testing

/// Wishes that cannot hold together: the rows named are those that clash, and not one more.
@Suite struct RostrumConflictTests {
  @Test func `Two people cannot have one seat`() throws {
    let people = try conflict(in: [9], of: 9) {
      $0.pin(2, seat: 5)
      $0.pin(7, seat: 5)
      $0.pin(3, seat: 1)
      $0.seat(4, beside: 6)
    }
    #expect(people == [2, 7])
  }

  @Test func `A pair cannot be both beside and apart, whoever says so`() throws {
    #expect(
      try conflict(in: [9], of: 9) {
        $0.seat(2, beside: 7); $0.keep(7, apartFrom: 2)
      } == [2, 7])
    #expect(
      try conflict(in: [9], of: 9) {
        $0.seat(2, beside: 7); $0.keep(2, apartFrom: 7)
      } == [2])
  }

  @Test func `Three people cannot all sit beside each other`() throws {
    let people = try conflict(in: [9], of: 9) {
      $0.seat(2, beside: 3)
      $0.seat(3, beside: 4)
      $0.seat(4, beside: 2)
      $0.keep(1, apartFrom: 5)
    }
    #expect(people == [2, 3, 4])
  }

  @Test func `Nobody has three neighbours`() throws {
    #expect(try conflict(in: [9], of: 9) { $0.seat(5, beside: 2, 3, 4) } == [5])
    #expect(
      try conflict(in: [9], of: 9) {
        for person in 2...4 { $0.seat(person, beside: 5) }
      } == [2, 3, 4])
  }

  @Test func `A chain must fit into a row`() throws {
    let people = try conflict(in: [3, 3, 3], of: 9) {
      $0.seat(1, beside: 2)
      $0.seat(2, beside: 3)
      $0.seat(3, beside: 4)
      $0.pin(9, seat: 1)
    }
    #expect(people == [1, 2, 3])
  }

  @Test func `An empty centre between equal heads parts a chain`() throws {
    let event = try rostrumEvent(rows: [5], people: 4) {
      $0.equalHeads = true
    } wishes: {
      $0.seat(1, beside: 2)
      $0.seat(2, beside: 3)
    }
    #expect(try conflictingPeople(event) == [1, 2])
  }

  @Test func `Two pinned far from each other cannot sit together`() throws {
    let people = try conflict(in: [9], of: 9) {
      $0.pin(2, seat: 1)
      $0.pin(3, seat: 4)
      $0.seat(2, beside: 3)
      $0.pin(8, seat: 9)
    }
    #expect(people == [2, 3])
  }

  @Test func `A third person cannot bridge pins that are too far from each other`() throws {
    let people = try conflict(in: [9], of: 9) {
      $0.pin(2, seat: 1)
      $0.pin(3, seat: 4)
      $0.seat(5, beside: 2, 3)
    }
    #expect(people == [2, 3, 5])
  }

  @Test func `Whoever would sit beside somebody needs a seat there`() throws {
    let people = try conflict(in: [9], of: 9) {
      $0.pin(1, seat: 5)
      $0.pin(2, seat: 4)
      $0.pin(3, seat: 6)
      $0.seat(8, beside: 1)
      $0.pin(9, seat: 9)
    }
    #expect(people == [1, 2, 3, 8])
  }

  @Test func `Pins next to each other keep nobody apart`() throws {
    let people = try conflict(in: [9], of: 9) {
      $0.pin(2, seat: 3)
      $0.pin(3, seat: 4)
      $0.keep(7, apartFrom: 2)
      $0.keep(3, apartFrom: 2)
    }
    #expect(people == [2, 3])
  }

  @Test func `Chains must fit into the rows together`() throws {
    let people = try conflict(in: [3, 3, 3], of: 9) {
      for person in [1, 3, 5, 7] { $0.seat(person, beside: person + 1) }
    }
    #expect(people == [1, 3, 5, 7])
  }

  @Test func `Those who must be apart may run out of rows`() throws {
    let people = try conflict(in: [2, 2], of: 4) {
      $0.keep(1, apartFrom: 2, 3)
      $0.keep(4, apartFrom: 1)
      $0.seat(2, beside: 3)
    }
    #expect(people == [1, 4])
  }

  @Test func `Wishes that hold together are no conflict, however many`() throws {
    for seed in 0..<20 {
      #expect(try conflictingPeople(wishful(people: 36, seats: [12, 12, 12], seed: seed, wishes: 20)) == [])
    }
  }

  /// The people named as conflicting.
  private func conflict(
    in rows: [Int], of people: Int, wishes: (inout RostrumList) -> Void
  ) throws -> [Int] {
    try conflictingPeople(rostrumEvent(rows: rows, people: people, wishes: wishes))
  }
}
