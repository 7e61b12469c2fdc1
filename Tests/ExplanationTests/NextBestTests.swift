import Assembly
import SeededRandomness
import Testing
import Verification

/// The next best against all single changes, each judged with the whole plan.
@Suite("The next best")
struct NextBestTests {
  @Test func `Of a room it is the cheapest of all moves and exchanges that break no rule`() throws {
    var random = SeededGenerator(seed: 6)
    var (attempt, judged) = (0, 0)
    while judged < cases(12, full: 40) {
      attempt += 1
      let example = randomRooms(&random)
      let (event, plan) = try example.read()
      let rooms = try #require(plan.rooms)
      let judge = Verification(of: event, names: event.nameOrdering().order)
      // A room in which one pair breaks a rule hides the next one.
      guard judge.violations(of: rooms).isEmpty else { continue }
      judged += 1
      let now = roomTerms(of: rooms.assignments, in: event).values.reduce(0, +)
      for assignment in rooms.assignments {
        var costs: [Int] = []
        func add(_ change: (RoomAssignment) -> Int) {
          let changed = RoomPlan(
            assignments: rooms.assignments.map { RoomAssignment(person: $0.person, room: change($0)) },
            unplaced: rooms.unplaced)
          guard judge.violations(of: changed).isEmpty else { return }
          costs.append(roomTerms(of: changed.assignments, in: event).values.reduce(0, +) - now)
        }
        for room in event.roomStock!.rooms.indices where room != assignment.room {
          add { $0 == assignment ? room : $0.room }
        }
        for other in rooms.assignments where other.room != assignment.room {
          add { $0 == assignment ? other.room : $0 == other ? assignment.room : $0.room }
        }
        let told = try #require(try example.explanation(of: event.people[assignment.person].id).last)
        #expect(cost(told) == costs.min(), "attempt \(attempt), person \(assignment.person): \(told)")
      }
    }
  }

  @Test func `Of a seat it is the cheapest of all exchanges that break no rule`() throws {
    var random = SeededGenerator(seed: 7)
    for attempt in 1...cases(12, full: 40) {
      let example = try randomHall(&random)
      let (event, plan) = try example.read()
      let hall = try #require(plan.hall)
      let judge = Verification(of: event, names: event.nameOrdering().order)
      let known = Set(judge.violations(of: hall))
      let now = hallTerms(of: hall.assignments, in: event).values.reduce(0, +)
      for assignment in hall.assignments {
        let costs = event.hall!.seats.indices.filter { $0 != assignment.seat }.compactMap { seat -> Int? in
          let exchanged = HallPlan(
            assignments: hall.assignments.map { each in
              let seats = each == assignment ? seat : each.seat == seat ? assignment.seat : each.seat
              return HallAssignment(person: each.person, seat: seats)
            })
          let changed = judge.inMemberOrder(exchanged, groups: Set(event.groups.indices))
          guard Set(judge.violations(of: changed)).isSubset(of: known) else { return nil }
          // Two people of one group who change and are put into order again have changed nothing.
          guard changed != hall else { return nil }
          return hallTerms(of: changed.assignments, in: event).values.reduce(0, +) - now
        }
        let told = try #require(try example.explanation(of: event.people[assignment.person].id).last)
        #expect(cost(told) == costs.min(), "attempt \(attempt), person \(assignment.person): \(told)")
      }
    }
  }

  @Test func `Of a ride it is the cheapest of all moves and exchanges that break no rule`() throws {
    var random = SeededGenerator(seed: 8)
    var (attempt, judged) = (0, 0)
    while judged < cases(12, full: 40) {
      attempt += 1
      let example = randomRides(&random)
      let (event, plan) = try example.read()
      let rides = try #require(plan.vehicles)
      let fleet = try #require(event.fleet)
      let judge = Verification(of: event, names: event.nameOrdering().order)
      guard judge.violations(of: rides, rooms: nil).isEmpty, rides.runs.count > 1 else { continue }
      judged += 1
      let trips = ExpectedTrips(of: event, fleet, rooms: nil)
      func cost(_ runs: [VehicleRun]) -> Int {
        vehicleTerms(of: Dictionary(grouping: runs, by: \.vehicle), trips, in: event, fleet).values
          .reduce(0, +)
      }
      for run in rides.runs {
        for person in run.riders {
          let changes = rides.runs.filter { $0 != run }.flatMap { other in
            [(other, nil)] + other.riders.map { (other, $0 as Int?) }
          }
          let costs = changes.compactMap { other, partner -> Int? in
            let riders = rides.runs.map { each in
              let left = each.riders.filter { $0 != person && $0 != partner }
              return left + (each == other ? [person] : [])
                + (each == run ? [partner].compactMap(\.self) : [])
            }
            let runs = zip(rides.runs, riders).filter { !$1.isEmpty }.map { each, riders in
              VehicleRun(
                vehicle: each.vehicle, purpose: each.purpose, from: each.from, to: each.to,
                depart: each.depart,
                arrive: each.arrive, riders: riders)
            }
            let changed = VehiclePlan(runs: runs, unplaced: rides.unplaced)
            return judge.violations(of: changed, rooms: nil).isEmpty ? cost(runs) - cost(rides.runs) : nil
          }
          let told = try #require(try example.explanation(of: event.people[person].id).last)
          #expect(self.cost(told) == costs.min(), "attempt \(attempt), person \(person): \(told)")
        }
      }
    }
  }

  /// What the sentence says that the next best costs; nothing where it says that there is none.
  private func cost(_ sentence: String) -> Int? {
    guard sentence.contains("the cheapest single change") else { return nil }
    guard let match = sentence.firstMatch(of: /it costs ([0-9,]+)( yuan)? (more|less)/) else { return 0 }
    let amount = Int(match.1.filter { $0 != "," })!
    return match.3 == "more" ? amount : -amount
  }

  /// Some people of two groups, lodged at random, with a few wishes.
  private func randomRooms(_ random: inout SeededGenerator) -> Example {
    let rooms = [
      ("Garden", "1", "101", "twin"), ("Garden", "1", "102", "single"), ("Garden", "2", "201", "twin"),
      ("Lake", "1", "1", "twin"), ("Lake", "1", "2", "suite"),
    ]
    let people = (1...5).map { number -> String in
      let gender = Bool.random(using: &random) ? "M" : "F"
      let type = ["twin", "single", "suite"].randomElement(using: &random)!
      let apart = number > 1 && Int.random(in: 0..<4, using: &random) == 0 ? "P1" : ""
      let until = Bool.random(using: &random) ? "2026-03-06" : "2026-03-07"
      return
        "P\(number),Person \(number),\(number % 2 == 0 ? "North" : "South"),\(gender),\(type),2026-03-04,\(until),\(apart)\n"
    }
    let lodged = people.map { line -> String in
      let cells = line.dropLast().split(separator: ",", omittingEmptySubsequences: false)
      let room = rooms.randomElement(using: &random)!
      return "\(cells[0]),\(cells[1]),\(cells[2]),\(room.0),\(room.1),\(room.2),\(cells[5]),\(cells[6])\n"
    }
    let prices = rooms.map { "\($0),\($1),\($2),\($3),\(Int.random(in: 1...9, using: &random) * 100)\n" }
    return Example(
      [
        "people": "id,name,group,gender,room_type,check_in,check_out,apart\n" + people.joined(),
        "rooms": "hotel,floor,room,type,price\n" + prices.joined(),
      ],
      plan: ["rooms": "person,name,group,hotel,floor,room,check_in,check_out\n" + lodged.joined()])
  }

  /// Some people who arrive one after another, met by runs of two vehicles, with a few wishes.
  private func randomRides(_ random: inout SeededGenerator) -> Example {
    let runs = [(1, "V1", 30), (2, "V2", 40), (3, "V3", 50)]
    let people = (1...5).map { number -> (run: Int, line: String) in
      let run = Int.random(in: 1...3, using: &random)
      let arrival = Int.random(in: 0...20, using: &random)
      let apart = number > 1 && Int.random(in: 0..<4, using: &random) == 0 ? "P1" : ""
      let group = number % 2 == 0 ? "North" : "South"
      return (
        run,
        "P\(number),Person \(number),\(group),2026-03-04 10:\(arrival < 10 ? "0" : "")\(arrival),Airport,yes,\(apart)\n"
      )
    }
    // Vehicles are numbered by the first group that rides in them, then by departure; South is listed first.
    func cells(_ line: String) -> [Substring] { line.split(separator: ",", omittingEmptySubsequences: false) }
    func groups(_ run: Int) -> [Substring] { people.filter { $0.run == run }.map { cells($0.line)[2] } }
    let used = runs.filter { !groups($0.0).isEmpty }
    let inOrder = used.sorted { one, other in
      (groups(one.0).contains("South") ? 0 : 1, one.2) < (groups(other.0).contains("South") ? 0 : 1, other.2)
    }
    let numbers = Dictionary(uniqueKeysWithValues: zip(inOrder.map(\.0), 1...))
    let riders = people.map { run, line in
      cells(line).prefix(3).joined(separator: ",") + ",\(run),\(numbers[run]!)\n"
    }
    let made = used.map { run, vehicle, minute in
      "\(run),\(numbers[run]!),\(vehicle),pickup,Airport,Hall,2026-03-04 10:\(minute),2026-03-04 11:\(minute - 15),"
        + "\(groups(run).count)\n"
    }
    let vehicles = runs.map { "\($0.1),coach,\(Int.random(in: 2...4, using: &random)),300,4,Airport\n" }
    return Example(
      [
        "people": "id,name,group,arrival,arrival_place,pickup,apart\n" + people.map(\.line).joined(),
        "vehicles": "id,kind,seats,fixed,per_minute,base\n" + vehicles.joined(),
        "routes": "from,to,minutes\nAirport,Hall,45\n",
      ],
      plan: [
        "runs": "run,number,vehicle,transfer,from,to,depart,arrive,riders\n" + made.joined(),
        "riders": "person,name,group,run,number\n" + riders.joined(),
      ])
  }

  /// Some people of three groups, seated at random but in the order of members, with a few wishes.
  private func randomHall(_ random: inout SeededGenerator) throws -> Example {
    let count = Int.random(in: 4...8, using: &random)
    let people = (1...count).map { number -> String in
      let apart = number > 1 && Int.random(in: 0..<5, using: &random) == 0 ? "P1" : ""
      return "P\(number),Person \(number),Group \(Int.random(in: 1...3, using: &random)),\(apart)\n"
    }
    let method = ["horizontal", "vertical", "outward"].randomElement(using: &random)!
    var example = Example(
      [
        "people": "id,name,group,apart\n" + people.joined(),
        "hall": "section,row,first,last\nA,1,1,3\nB,1,4,5\nA,2,1,3\nB,2,4,5\n",
      ], settings: "hall_method,\(method)\n", plan: [:])
    let seats = [("A", 1, 1...3), ("B", 1, 4...5), ("A", 2, 1...3), ("B", 2, 4...5)].flatMap {
      section, row, numbers in
      numbers.map { "\(section),\(row),\($0)" }
    }.shuffled(using: &random)
    let lines = zip(people, seats).map { person, seat in
      let cells = person.dropLast().split(separator: ",", omittingEmptySubsequences: false)
      return "\(cells[0]),\(cells[1]),\(cells[2]),\(seat)\n"
    }
    example.plan["hall"] = "person,name,group,section,row,seat\n" + lines.joined()
    let (event, plan) = try example.read()
    let judge = Verification(of: event, names: event.nameOrdering().order)
    let inOrder = judge.inMemberOrder(plan.hall!, groups: Set(event.groups.indices))
    let rows = inOrder.assignments.map { assignment in
      let (person, seat) = (event.people[assignment.person], event.hall!.seats[assignment.seat])
      let section = event.hall!.sections[seat.section]
      return "\(person.id),\(person.name),\(person.groupName!),\(section),\(seat.row),\(seat.number)\n"
    }
    example.plan["hall"] = "person,name,group,section,row,seat\n" + rows.joined()
    return example
  }
}
