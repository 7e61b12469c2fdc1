import Assembly
import IntegerProgramming

/// In which hotels and on how many floors groups are.
extension SharingProgram {
  /// Whoever has a bed is in the hotel of the others of the party, unless these have none.
  mutating func addParties() {
    let hotels = problem.roomStock.hotels.count
    let numbered = classes.indices.filter { classes[$0].party != nil }
    let parties = Dictionary(grouping: numbered) { classes[$0].party! }
    for (party, numbers) in parties.sorted(by: { $0.key < $1.key }) {
      for one in numbers {
        for other in numbers where other != one {
          let (here, there) = (Double(classes[one].count), Double(classes[other].count))
          for hotel in 0..<hotels where !inHotel[one * hotels + hotel].isEmpty {
            let terms =
              [here * classes[other].out!]
              + inHotel[other * hotels + hotel].map { LinearTerm(here * $0.coefficient, $0.variable) }
              + inHotel[one * hotels + hotel].map { LinearTerm(-there * $0.coefficient, $0.variable) }
            model.addConstraint("together[\(party),\(one),\(other),\(hotel)]", terms, .atLeast(0))
          }
        }
      }
    }
  }

  /// Adds hotels and floors of groups, at their fees.
  mutating func addPlaces() {
    let hotels = problem.roomStock.hotels.count
    for (number, each) in classes.enumerated() {
      for hotel in 0..<hotels where !inHotel[number * hotels + hotel].isEmpty {
        links.append((each.group, hotel, each.count, inHotel[number * hotels + hotel]))
      }
    }
    var roomsOnFloor = [Int](repeating: 0, count: hotels * 4)
    for floor in problem.roomStock.floors {
      for level in 1...3 {
        let count = floor.rooms.count { problem.chambers[$0].level == level }
        roomsOnFloor[floor.hotel * 4 + level] = max(roomsOnFloor[floor.hotel * 4 + level], count)
      }
    }
    var there: [Place: Variable] = [:]
    var floors: [Place: Variable] = [:]
    for (group, hotel, count, people) in links {
      let place = Place(group: group, hotel: hotel, level: 0)
      if there[place] == nil {
        let isThere = variable("there", Double(problem.weight(.roomsHotel)), atMost: 1)
        let onFloors = variable("floors", Double(problem.weight(.roomsFloor)))
        model.addConstraint(
          "floors[\(group),\(hotel)]", [1 * onFloors, -1 * isThere], .atLeast(0))
        (there[place], floors[place]) = (isThere, onFloors)
        floorsInUse.append(1 * onFloors)
      }
      model.addConstraint(
        "there[\(group),\(hotel)]", people + [-Double(count) * there[place]!], .atMost(0))
    }
    let places = onFloors.keys.sorted {
      ($0.place.group, $0.place.hotel, $0.place.level, $0.period)
        < ($1.place.group, $1.place.hotel, $1.place.level, $1.period)
    }
    for key in places {
      let place = key.place
      let floor = floors[Place(group: place.group, hotel: place.hotel, level: 0)]!
      let rooms = Double(roomsOnFloor[place.hotel * 4 + place.level])
      model.addConstraint(
        "floors[\(place.group),\(place.hotel),\(place.level),\(key.period)]",
        onFloors[key]! + [-rooms * floor], .atMost(0))
    }
  }
}
