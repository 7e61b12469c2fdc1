import Assembly
import SolverShared
import Testing

@testable import RoomsSolver

@Suite struct `The hotels` {
  @Test func `put two of one gender into a twin`() throws {
    let (_, plan, figures) = try solved([.twin(300)], people: [.male, .male])
    #expect(plan.assignments.map(\.room) == [0, 0])
    #expect(figures.status == .optimal)
    #expect(figures.objective == 3 * 300 + 300 + 3_000)
  }

  @Test func `mix genders in a family alone`() throws {
    let (_, plan, _) = try solved([.twin(300), .twin(500)], people: [.male, .female])
    #expect(Set(plan.assignments.map(\.room)).count == 2)
    let (_, family, _) = try solved([.twin(300), .twin(500)], people: [.male, .female]) { draft in
      draft.people[0].roommateNames = ["P1"]
      draft.people[1].roommateNames = ["P0"]
    }
    #expect(family.assignments.map(\.room) == [0, 0])
  }

  @Test func `give a bed again when somebody has left`() throws {
    let (_, plan, figures) = try solved([.twin(300)], people: [.male, .male, .male]) { draft in
      draft.people[0].checkOut = Day(number: RandomRooms.firstNight + 1)
      draft.people[1].checkIn = Day(number: RandomRooms.firstNight + 1)
    }
    #expect(plan.unplaced.isEmpty)
    #expect(figures.terms[.roomsPrice] == 900)
  }

  @Test func `leave the lowest-ranked of people alike out, and say what would be enough`() throws {
    let (event, plan, _) = try solved([.twin(300)], people: [.male, .male, .male, .male]) { draft in
      draft.people[2].rank = 1
    }
    #expect(plan.unplaced.map { event.people[$0.person].name } == ["n1", "n3"])
    let shortage = RoomShortage(
      rooms: 1, entitlement: .twin, gender: .male, isAccessible: false, hotels: [],
      night: Day(number: RandomRooms.firstNight))
    #expect(plan.unplaced.allSatisfy { $0.reason == .roomsFull(shortage) })
  }

  @Test func `give the highest of a group the dearest room of the type on the floor`() throws {
    let (event, plan, _) = try solved(
      [.single(200), .single(400), .single(300)], people: [.male, .male, .male],
      change: { draft in
        for index in 0..<3 { draft.people[index].entitlement = .single }
        draft.people[1].rank = 1
      })
    let room = try #require(plan.assignments.first { event.people[$0.person].name == "n1" }).room
    #expect(event.roomStock?.rooms[room].price == 400)
  }

  @Test func `keep rooms of each hotel spare, and say how many of them would help who has no bed`() throws {
    func spare(_ people: [Gender], change: @escaping (inout EventDraft) -> Void = { _ in }) throws -> [Int?] {
      let (_, plan, _) = try solved([.twin(300), .twin(500)], people: people) { draft in
        draft.settings.roomSpare = 1
        change(&draft)
      }
      return plan.unplaced.map {
        if case .roomsFull(let shortage) = $0.reason { shortage.spare } else { nil }
      }
    }
    #expect(try spare([.male, .female]) == [1])
    // No room is accessible, whether it is kept spare or not.
    let stuck = try spare([.male, .male]) { draft in
      draft.people[0].needs = [.wheelchair]
      draft.offersAccessibleRooms = true
    }
    #expect(stuck == [0])
  }

  @Test func `name two people who are given one single as the conflict`() throws {
    var draft = draft([.single(200), .twin(300)], people: [.male, .male, .male])
    draft.people[0].room = "H-1"
    draft.people[2].room = "H-1"
    let problem = try #require(RoomProblem(try Event(draft)))
    #expect(
      RoomsPlanner(problem).solve()
        == .conflict(Conflict(rows: [TableRow(.people, 2), TableRow(.people, 4)])))
  }

  // MARK: Reading a plan

  private enum Stock {
    case twin(Int)
    case single(Int)
  }

  private func draft(_ rooms: [Stock], people: [Gender]) -> EventDraft {
    var draft = EventDraft(settings: Settings(name: "example"))
    draft.settings.start = Day(number: RandomRooms.firstNight)
    draft.settings.end = Day(number: RandomRooms.firstNight + 2)
    draft.rooms = rooms.enumerated().map { index, room in
      switch room {
      case .twin(let price):
        Room(
          row: index + 2, hotel: "H", floor: "1", number: "\(index + 1)", type: .twin, beds: 2, price: price)
      case .single(let price):
        Room(
          row: index + 2, hotel: "H", floor: "1", number: "\(index + 1)", type: .single, beds: 1, price: price
        )
      }
    }
    draft.people = people.enumerated().map { index, gender in
      var person = PersonEntry(row: index + 2, id: "P\(index)", name: "n\(index)")
      person.groupName = "A"
      person.gender = gender
      person.entitlement = .twin
      return person
    }
    return draft
  }

  private func solved(
    _ rooms: [Stock], people: [Gender], change: (inout EventDraft) -> Void = { _ in }
  ) throws -> (Event, RoomPlan, Figures) {
    var draft = draft(rooms, people: people)
    change(&draft)
    let event = try Event(draft)
    let problem = try #require(RoomProblem(event))
    guard case .plan(let plan, let figures) = RoomsPlanner(problem).solve() else { throw NoRoomPlan() }
    return (event, plan, figures)
  }

  private struct NoRoomPlan: Error {}
}
