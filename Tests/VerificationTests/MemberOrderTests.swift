import Assembly
import Testing
import Verification

/// Seats of a row of five from its centre outward, the audience's left first.
private let outward = [2, 1, 3, 0, 4]

@Suite struct MemberOrderTests {
  @Test func `Members sit from the centre outward, the audience's left first`() throws {
    let event = try hallEvent([line(1, 1, 5)], groups: [5])
    #expect(violations(hallPlan(outward), event) == [])
    #expect(
      violations(hallPlan([2, 3, 1, 0, 4]), event) == [.outOfMemberOrder(person: 2, expected: 1, .hall(1))])
  }

  @Test func `With the high side right the right comes first`() throws {
    let event = try hallEvent([line(1, 1, 5)], groups: [5]) { $0.settings.highSide = .right }
    #expect(violations(hallPlan([2, 3, 1, 4, 0]), event) == [])
    #expect(violations(hallPlan(outward), event) == [.outOfMemberOrder(person: 2, expected: 1, .hall(3))])
  }

  @Test func `Front rows come before back rows`() throws {
    let event = try hallEvent([line(1, 1, 1), line(2, 1, 1)], groups: [2])
    #expect(violations(hallPlan([0, 1]), event) == [])
    #expect(violations(hallPlan([1, 0]), event) == [.outOfMemberOrder(person: 1, expected: 0, .hall(0))])
  }

  @Test func `Vertical files are filled from the left, each front to back`() throws {
    let event = try hallEvent([line(1, 1, 2), line(2, 1, 2)], groups: [4]) {
      $0.settings.hallMethod = .vertical
    }
    #expect(violations(hallPlan([0, 2, 1, 3]), event) == [])
    #expect(
      violations(hallPlan([0, 1, 2, 3]), event) == [.outOfMemberOrder(person: 2, expected: 1, .hall(2))])
  }

  @Test func `Outward files are filled from the centre, each front to back`() throws {
    let event = try hallEvent([line(1, 1, 3), line(2, 1, 3)], groups: [6]) {
      $0.settings.hallMethod = .outward
    }
    #expect(violations(hallPlan([1, 4, 0, 3, 2, 5]), event) == [])
    #expect(
      violations(hallPlan([0, 3, 1, 4, 2, 5]), event) == [.outOfMemberOrder(person: 2, expected: 0, .hall(1))]
    )
  }

  @Test func `Who is ranked highest comes first`() throws {
    let event = try hallEvent([line(1, 1, 3)], groups: [3]) { $0.people[2].rank = 9 }
    #expect(violations(hallPlan([0, 2, 1]), event) == [])
    #expect(violations(hallPlan([1, 0, 2]), event) == [.outOfMemberOrder(person: 0, expected: 2, .hall(1))])
  }

  @Test func `Names decide when they are asked for`() throws {
    let event = try hallEvent([line(1, 1, 3)], groups: [3]) { draft in
      draft.settings.memberOrder = .pinyin
      for (index, name) in ["赵", "安", "李"].enumerated() { draft.people[index].name = name }
    }
    #expect(violations(hallPlan([2, 1, 0]), event) == [])
    #expect(violations(hallPlan([1, 0, 2]), event) == [.outOfMemberOrder(person: 0, expected: 1, .hall(1))])
  }

  @Test func `Ranks decide when they are asked for`() throws {
    let event = try hallEvent([line(1, 1, 3)], groups: [3]) { draft in
      draft.settings.memberOrder = .rank
      for (index, rank) in [3.0, 2.5, 2].enumerated() { draft.people[index].rank = rank }
    }
    #expect(violations(hallPlan([2, 0, 1]), event) == [])
    #expect(violations(hallPlan([1, 0, 2]), event) == [.outOfMemberOrder(person: 0, expected: 2, .hall(1))])
  }

  @Test func `Who has a claim sits anywhere, the others take what remains in order`() throws {
    for wish in Claim.allCases {
      let event = try hallEvent([line(1, 1, 5)], groups: [5]) { wish.give(to: 4, in: &$0) }
      // Person 4 sits at the end to the left; the others from the centre outward.
      #expect(violations(hallPlan([2, 1, 3, 4, 0]), event) == [], "\(wish)")
      #expect(
        violations(hallPlan([1, 2, 3, 4, 0]), event) == [.outOfMemberOrder(person: 1, expected: 0, .hall(2))],
        "\(wish)")
    }
  }

  @Test func `Who sits beside somebody leaves the order with them`() throws {
    let wish = try hallEvent([line(1, 1, 5)], groups: [5]) { $0.people[3].besideNames = ["p4"] }
    let none = try hallEvent([line(1, 1, 5)], groups: [5])
    #expect(violations(hallPlan([2, 3, 4, 1, 0]), wish) == [])
    #expect(
      violations(hallPlan([2, 3, 4, 1, 0]), none) == [.outOfMemberOrder(person: 3, expected: 1, .hall(1))])
  }

  @Test func `Who keeps apart from somebody may leave the order`() throws {
    let wish = try hallEvent([line(1, 1, 3)], groups: [3]) { $0.people[0].apartNames = ["p1"] }
    #expect(violations(hallPlan([0, 2, 1]), wish) == [])
  }

  @Test func `Without a claim nobody leaves the order`() throws {
    let event = try hallEvent([line(1, 1, 5)], groups: [5])
    #expect(
      violations(hallPlan([2, 1, 3, 4, 0]), event) == [.outOfMemberOrder(person: 4, expected: 3, .hall(0))])
  }

  @Test func `When the head is pinned nobody else becomes the head`() throws {
    let event = try hallEvent([line(1, 1, 3)], groups: [3]) { draft in
      (draft.people[1].rank, draft.people[2].rank) = (1, 2)
      draft.people[1].seat = .hall(section: "中", row: 1, seat: 3)
    }
    #expect(violations(hallPlan([1, 2, 0]), event) == [])
  }

  @Test func `In a group of several roles a line for one of them stands apart`() throws {
    let event = try hallEvent([line(1, 1, 1), line(2, 1, 1)], groups: [2]) { draft in
      draft.hall![0].reservation = .role(.press)
      draft.people[1].role = .press
    }
    #expect(violations(hallPlan([1, 0]), event) == [])
  }
}

@Suite struct AisleTests {
  private func event(aisle people: Int..., groups: [Int] = [3]) throws -> Event {
    try hallEvent([line(1, 1, 5)], groups: groups) { draft in
      for person in people { draft.people[person].needs = [.aisle] }
    }
  }

  @Test func `A wish for the aisle is met at an end of a run`() throws {
    #expect(try violations(hallPlan([2, 1, 0]), event(aisle: 2)) == [])
    #expect(try violations(hallPlan([2, 3, 4]), event(aisle: 2)) == [])
  }

  @Test func `A wish that is not met must be told`() throws {
    #expect(try violations(hallPlan([2, 1, 3], withoutAisle: [2]), event(aisle: 2)) == [])
    #expect(try violations(hallPlan([2, 1, 3]), event(aisle: 2)) == [.aisleNotTold(person: 2)])
  }

  @Test func `A wish that is met must not be told as missing`() throws {
    #expect(
      try violations(hallPlan([2, 1, 0], withoutAisle: [2]), event(aisle: 2)) == [
        .aisleToldWrongly(person: 2)
      ])
    #expect(
      try violations(hallPlan([2, 1, 3], withoutAisle: [7]), event()) == [.aisleToldWrongly(person: 7)])
  }

  @Test func `Nobody of the group sits at the aisle who did not ask for it`() throws {
    #expect(
      try violations(hallPlan([1, 0, 2], withoutAisle: [2]), event(aisle: 2)) == [
        .aisleSeatWithheld(from: 2, by: 1, .hall(0))
      ])
  }

  @Test func `Another group may`() throws {
    #expect(try violations(hallPlan([0, 2, 1], withoutAisle: [2]), event(aisle: 2, groups: [1, 2])) == [])
  }
}

/// What frees a person from the order of the others.
private enum Claim: CaseIterable {
  case pin, aisle, wheelchair

  func give(to person: Int, in draft: inout EventDraft) {
    switch self {
    case .pin: draft.people[person].seat = .hall(section: "中", row: 1, seat: 1)
    case .aisle: draft.people[person].needs = [.aisle]
    case .wheelchair:
      draft.people[person].needs = [.wheelchair]
      draft.hall![0].wheelchair = [.range(1...1)]
    }
  }
}
