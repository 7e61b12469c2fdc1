import Assembly
import IntegerProgramming
import SolverShared

/// A floor for every unit: groups are packed into hotels, then into the floors of each hotel.
///
/// People are counted in beds by level and rooms by what they cost on average; single rooms come later.
struct RoomLayout {
  private let problem: RoomProblem
  private let units: [RoomUnit]
  private let floorsOfHotel: [[Int]]
  private let options: SolverOptions
  /// Rooms that are free yet, by floor.
  private var vacant: [[Int]]
  private(set) var hotelOfUnit: [Int]
  /// The floor of each unit; −1 for who has no room-mate and for who has a room already.
  private(set) var floorOfUnit: [Int]

  /// - Parameter arrangement: has the people who have a room by name.
  init(
    _ problem: RoomProblem, _ units: [RoomUnit], _ arrangement: RoomArrangement, _ options: SolverOptions
  ) {
    self.problem = problem
    self.options = options
    self.units = units
    floorsOfHotel = RoomPrices(problem).floorsOfHotel
    vacant = RoomLayout.vacant(problem, arrangement)
    hotelOfUnit = Array(repeating: -1, count: units.count)
    floorOfUnit = hotelOfUnit
    let waiting = units.indices.filter { !arrangement.isPlaced(units[$0]) }
    chooseHotels(waiting, arrangement)
  }

  /// Chooses floors for everybody who has a room-mate, or needs none, and has no room yet.
  mutating func chooseFloors(_ arrangement: RoomArrangement) {
    vacant = RoomLayout.vacant(problem, arrangement)
    let waiting = units.indices.filter { !arrangement.isPlaced(units[$0]) }
    for hotel in floorsOfHotel.indices {
      chooseFloors(waiting.filter { hotelOfUnit[$0] == hotel }, in: hotel, arrangement)
    }
  }

  private static func vacant(_ problem: RoomProblem, _ arrangement: RoomArrangement) -> [[Int]] {
    problem.roomStock.floors.map { $0.rooms.filter { arrangement.occupants[$0].isEmpty } }
  }

  // MARK: Hotels

  private mutating func chooseHotels(_ waiting: [Int], _ arrangement: RoomArrangement) {
    let hotels = floorsOfHotel.count
    let groups = problem.event.groups.count
    var capacity = floorsOfHotel.map { floors in
      floors.reduce(Beds.zero) { $0 &+ beds(of: vacant[$1]) }
    }
    // A twin more is left for the odd ones of the two genders.
    let spare = min(problem.event.settings.roomSpare, problem.chambers.count)
    for hotel in 0..<hotels { capacity[hotel][1] -= Int32(2 * (spare + 1)) }
    var isOpen = (0..<groups * hotels).map { arrangement.has($0 / hotels, inHotel: $0 % hotels) }
    // Somebody bound to one hotel goes there; a group bound to some is laid among them as a whole.
    var unbound: [Int] = []
    for unit in waiting {
      let choice = problem.choices[problem.lodgers[units[unit].members[0]].choice]
      guard choice.count(where: { $0 }) == 1, let hotel = choice.firstIndex(of: true) else {
        unbound.append(unit)
        continue
      }
      hotelOfUnit[unit] = hotel
      isOpen[units[unit].group * hotels + hotel] = true
      capacity[hotel] &-= units[unit].beds(problem)
    }
    let ofGroup = Dictionary(grouping: unbound) { units[$0].group }
    let packed = packing(
      ofGroup, in: floorsOfHotel.map { floors in floors.flatMap { vacant[$0] } }, capacity: capacity,
      fee: problem.weight(.roomsHotel), isOpen: isOpen, floorFee: problem.weight(.roomsFloor),
      floorSize: floorsOfHotel.map { floors in
        floors.map { SIMD4<Double>(beds(of: problem.roomStock.floors[$0].rooms)) }
          .reduce(SIMD4(repeating: 1)) { pointwiseMax($0, $1) }
      }, mostSteps: RoomLayout.mostSteps)
    for (group, members) in ofGroup.sorted(by: { $0.key < $1.key }) {
      for (unit, hotel) in shares(of: members, in: (0..<hotels).map { packed.beds[group * hotels + $0] }) {
        hotelOfUnit[unit] = hotel
      }
    }
  }

  // MARK: Floors

  private mutating func chooseFloors(_ members: [Int], in hotel: Int, _ arrangement: RoomArrangement) {
    let floors = floorsOfHotel[hotel]
    let whole = members.filter { units[$0].level > 1 || units[$0].members.count > 1 }
    let ofGroup = Dictionary(grouping: whole) { units[$0].group }
    let packed = packing(
      ofGroup, in: floors.map { vacant[$0] }, capacity: floors.map { beds(of: vacant[$0]) },
      fee: problem.weight(.roomsFloor),
      isOpen: (0..<problem.event.groups.count * floors.count).map {
        arrangement.has($0 / floors.count, onFloor: floors[$0 % floors.count])
      }, mostSteps: RoomLayout.mostSteps / floorsOfHotel.count)
    for (group, members) in ofGroup.sorted(by: { $0.key < $1.key }) {
      let amounts = floors.indices.map { packed.beds[group * floors.count + $0] }
      for (unit, place) in shares(of: members, in: amounts) { floorOfUnit[unit] = floors[place] }
    }
  }

  // MARK: Both

  /// Steps of a packing for each unit, group and place; and at most, for the hotels and for all floors together.
  private static let steps = 20
  private static let mostSteps = 40_000_000

  private func packing(
    _ ofGroup: [Int: [Int]], in rooms: [[Int]], capacity: [Beds], fee: Int, isOpen: [Bool], floorFee: Int = 0,
    floorSize: [SIMD4<Double>] = [], mostSteps: Int
  ) -> GroupPacking {
    let groups = problem.event.groups.count
    let prices = rooms.map(meanPrices)
    var demand = [Beds](repeating: .zero, count: groups)
    var bedCosts = [SIMD4<Double>](repeating: .zero, count: groups * rooms.count)
    for (group, members) in ofGroup {
      var nights = SIMD4<Double>.zero
      for unit in members {
        demand[group] &+= units[unit].beds(problem)
        nights += SIMD4<Double>(units[unit].beds(problem)) * Double(units[unit].nights)
      }
      nights /= SIMD4<Double>(pointwiseMax(demand[group], .one))
      let choice = problem.choices[problem.lodgers[units[members[0]].members[0]].choice]
      for (place, price) in prices.enumerated() {
        let isBarred = rooms[place].first.map { !choice[problem.chambers[$0].hotel] } ?? true
        bedCosts[group * rooms.count + place] = isBarred ? SIMD4(repeating: 1e6) : nights * price
      }
    }
    var packing = GroupPacking(
      demand: demand, capacity: capacity, bedCosts: bedCosts, fee: Double(fee), isOpen: isOpen,
      floorFee: Double(floorFee), floorSize: floorSize, seed: options.seed)
    let people = ofGroup.values.reduce(0) { $0 + $1.count }
    packing.run(
      steps: min(mostSteps, RoomLayout.steps * people * ofGroup.count * rooms.count),
      interruption: options.interruption)
    return packing
  }

  private func beds(of rooms: [Int]) -> Beds {
    var sum = Beds.zero
    for room in rooms {
      let level = problem.chambers[room].level
      sum[level] += level == 1 ? Int32(problem.chambers[room].beds) : 1
    }
    return sum
  }

  /// What a night in a bed of each level costs on average.
  private func meanPrices(of rooms: [Int]) -> SIMD4<Double> {
    var sum = SIMD4<Double>.zero
    for room in rooms {
      sum[problem.chambers[room].level] += Double(problem.weight(.roomsPrice) * problem.chambers[room].price)
    }
    let beds = beds(of: rooms)
    // Where there is no room of a level, the cost of lacking one must not be balanced by a price of nothing.
    return (sum / SIMD4<Double>(pointwiseMax(beds, .one))).replacing(
      with: 1e4, where: SIMD4<Double>(beds) .== 0)
  }

  /// The units of a group, each with a place, so that no place has more beds of it than it was given, as far as can be.
  private func shares(of members: [Int], in amounts: [Beds]) -> [(unit: Int, place: Int)] {
    var left = amounts
    return members.map { unit in
      let needed = units[unit].beds(problem)
      let level = units[unit].level
      let place =
        left.indices.first { left[$0][level] >= needed[level] } ?? left.indices.max {
          left[$0][level] < left[$1][level]
        }!
      left[place] &-= needed
      return (unit, place)
    }
  }
}
