import Assembly
import Testing

@Suite struct `Numbers and leaders of vehicles` {
  @Test func `Numbers follow the highest rank of the first run, then groups, then time, then ids`() throws {
    let event = try event()
    let plan = VehiclePlan(runs: [
      run(0, at: 500, [3]),  // South, without a rank
      run(1, at: 540, [2]),  // rank 5, but its first run is the next line
      run(1, at: 480, [4]),  // North, without a rank
      run(2, at: 600, [5, 0]),  // rank 2
      run(4, at: 470, [4]),  // North, earlier than vehicle B
      run(5, at: 470, [5]),  // North at the same time, a smaller id
    ])
    #expect(plan.numbers(in: event) == [2: 1, 5: 2, 4: 3, 1: 4, 0: 5])
  }

  @Test func `Numbers that the table gives stay, and the others go around them`() throws {
    let event = try event([1: 1, 3: 2, 4: 9])
    let plan = VehiclePlan(runs: [
      run(0, at: 600, [0]), run(1, at: 600, [5]), run(2, at: 600, [2]), run(4, at: 500, [3]),
    ])
    #expect(plan.numbers(in: event) == [0: 3, 1: 1, 2: 4, 4: 9])
  }

  @Test func `Who rides only later raises no number, and an empty plan has none`() throws {
    let event = try event()
    let plan = VehiclePlan(runs: [run(0, at: 100, [4]), run(0, at: 200, [0]), run(1, at: 100, [2])])
    #expect(plan.numbers(in: event) == [1: 1, 0: 2])
    #expect(VehiclePlan(runs: []).numbers(in: event).isEmpty)
  }

  @Test func `The highest of the staff leads, else the contact of a group, else somebody without a rank`()
    throws
  {
    let event = try event(contact: "P4")
    #expect(run(0, at: 0, [0, 1, 6, 7]).leader(in: event) == 7)
    #expect(run(0, at: 0, [0, 4, 6]).leader(in: event) == 6)
    // The first has rank 2: the contact counts heads all the same.
    #expect(run(0, at: 0, [0, 1, 4]).leader(in: event) == 4)
    #expect(run(0, at: 0, [0, 1, 3]).leader(in: event) == 1)
    // Where all are leaders the last of them counts.
    #expect(run(0, at: 0, [0, 2]).leader(in: event) == 2)
    #expect(run(0, at: 0, []).leader(in: event) == nil)
  }

  private func run(_ vehicle: Int, at minute: Int, _ riders: [Int]) -> VehicleRun {
    VehicleRun(
      vehicle: vehicle, purpose: .pickup, from: "A", to: "B", depart: Moment(minutesSince1970: minute),
      arrive: Moment(minutesSince1970: minute + 20), riders: riders)
  }

  private func event(_ numbers: [Int: Int] = [:], contact: String? = nil) throws -> Event {
    var draft = EventDraft(settings: Settings(name: "E"))
    var north = GroupEntry(row: 2, name: "North")
    north.contacts = [contact].compactMap(\.self)
    draft.groups = ["South", "Crew"].enumerated().reduce(into: [north]) {
      $0.append(GroupEntry(row: $1.offset + 3, name: $1.element))
    }
    let people: [(group: String, rank: Double?, role: Role)] = [
      ("North", 2, .delegate), ("North", nil, .delegate), ("South", 5, .delegate), ("South", nil, .delegate),
      ("North", nil, .delegate), ("North", nil, .delegate), ("Crew", nil, .staff), ("Crew", 9, .staff),
    ]
    draft.people = people.enumerated().map { index, person in
      var entry = PersonEntry(row: index + 2, id: "P\(index)", name: "Person \(index)")
      (entry.groupName, entry.rank, entry.role) = (person.group, person.rank, person.role)
      return entry
    }
    draft.vehicles = ["F", "B", "C", "D", "E", "A"].enumerated().map {
      var vehicle = Vehicle(row: $0 + 2, id: $1, seats: 20)
      vehicle.base = "A"
      vehicle.number = numbers[$0]
      return vehicle
    }
    draft.routes = [Route(row: 2, from: "A", to: "B", minutes: 20)]
    return try Event(draft)
  }
}
