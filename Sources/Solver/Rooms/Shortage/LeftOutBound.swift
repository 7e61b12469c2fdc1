import Assembly
import IntegerProgramming

/// How many people must stay out, whatever it costs to lodge the others: a lower bound by column generation, where a column
/// is what one room holds through the nights.
///
/// The master program fills rooms of each kind with fillings that lodge no more guests of a class than there are. Labels:
/// `guests[c]`, `rooms[k]`, `hotel[h]`. At every step Lagrange's relaxation of `guests[c]` bounds it; see Formulation.md.
struct LeftOutBound {
  /// No plan leaves fewer people out, those with a rank counted twice.
  private(set) var weight = 0
  /// Of these, people whom no room would take if they were alone.
  private(set) var impossible = 0
  /// How often rooms were filled.
  private(set) var iterations = 0

  private struct Kind: Hashable {
    let hotel: Int?
    let beds, bedsForFamily: Int
    let isForOne, isAccessible: Bool
    let periods: Range<Int>
    let wished: Int?
  }

  private let problem: RoomProblem
  private var kinds: [Kind] = []
  /// A room of each kind, and how many there are.
  private var example: [Int] = []
  private var amount: [Int] = []
  private var classes: [(data: GuestClass, count: Int)] = []
  private var totalWeight = 0

  /// - Parameter enough: it ends when so many are known to stay out.
  init(_ problem: RoomProblem, enough: Int, interruption: Interruption?) {
    self.problem = problem
    classifyRooms()
    classifyGuests()
    weight = impossible
    guard weight < enough, problem.nightsOfPeriod.count <= RoomFilling.mostPeriods,
      kinds.allSatisfy({ $0.beds <= RoomFilling.mostBeds })
    else { return }
    generate(enough: enough, interruption: interruption)
  }

  /// Rooms are alike when the same people may sleep there: prices, levels and floors do not matter.
  private mutating func classifyRooms() {
    let isHotelOfMatter = problem.choices.count > 1 || problem.event.settings.roomSpare > 0
    let needAccess = problem.lodgers.contains(where: \.needsAccessibleRoom)
    let wished = Set(problem.lodgers.compactMap(\.room))
    var numbers: [Kind: Int] = [:]
    for (room, chamber) in problem.chambers.enumerated() {
      let kind = Kind(
        hotel: isHotelOfMatter ? chamber.hotel : nil, beds: chamber.beds,
        bedsForFamily: chamber.bedsForFamily, isForOne: chamber.level > 1,
        isAccessible: needAccess && chamber.isAccessible, periods: chamber.periods,
        wished: wished.contains(room) ? room : nil)
      if let number = numbers[kind] {
        amount[number] += 1
      } else {
        numbers[kind] = kinds.count
        kinds.append(kind)
        example.append(room)
        amount.append(1)
      }
    }
  }

  private mutating func classifyGuests() {
    let unit = max(1, problem.weight(.without))
    var numbers: [GuestClass: Int] = [:]
    for (number, lodger) in problem.lodgers.enumerated() {
      let weight = lodger.costWithout / unit
      let kinds = example.indices.filter { problem.admits([number], example[$0]) }
      if kinds.isEmpty { impossible += weight }
      // When beds run short one of those who share by wish may be without, so each is taken by itself; a family, which may
      // share what others may not, is thought to need nothing.
      guard !kinds.isEmpty, lodger.family == nil else { continue }
      totalWeight += weight
      let guest = GuestClass(
        gender: lodger.gender, periods: lodger.periods, beds: 1, kinds: kinds, weight: weight)
      if let number = numbers[guest] {
        classes[number].count += 1
      } else {
        numbers[guest] = classes.count
        classes.append((guest, 1))
      }
    }
    classes.sort { one, other in
      let (first, second) = (one.data.periods, other.data.periods)
      return (first.lowerBound, first.upperBound) < (second.lowerBound, second.upperBound)
    }
  }

  // MARK: Column generation

  private static let limit = 200
  private static let simplexLimit = 20_000
  /// How much of the best prices so far is in those that are tried next.
  private static let smoothing = 0.5

  private mutating func generate(enough: Int, interruption: Interruption?) {
    var model = Model(name: "left out")
    let guests = classes.indices.map {
      model.addConstraint("guests[\($0)]", [], .atMost(Double(classes[$0].count)))
    }
    let rooms = kinds.indices.map { model.addConstraint("rooms[\($0)]", [], .atMost(Double(amount[$0]))) }
    let hotels = problem.roomStock.hotels.indices.map {
      model.addConstraint("hotel[\($0)]", [], .atMost(Double(problem.usableRooms(ofHotel: $0))))
    }
    model.withLiveProblem { master in
      // What a bed of a class is worth beside the room: its price in the master program.
      var prices = [Double](repeating: 0, count: classes.count)
      var best = (lodged: Double.infinity, prices: prices)
      while iterations < LeftOutBound.limit, interruption?.isInterrupted != true {
        iterations += 1
        let fillings = kinds.indices.map { filling(ofKind: $0, prices) }
        let lodged = lodgedAtMost(fillings, prices)
        if lodged < best.lodged { best = (lodged, prices) }
        weight = max(weight, impossible + totalWeight - Int((best.lodged + 1e-6).rounded(.down)))
        if weight >= enough { return }
        for (kind, filling) in fillings.enumerated() where !filling.guests.isEmpty {
          let worth = filling.guests.reduce(0) { $0 + classes[$1.guestClass].data.weight * $1.count }
          var column = filling.guests.map { (guests[$0.guestClass], Double($0.count)) } + [(rooms[kind], 1)]
          if let hotel = kinds[kind].hotel { column.append((hotels[hotel], 1)) }
          master.addVariable("x", objective: -Double(worth), column: column)
        }
        let solution = master.solve(
          Limits(iterations: LeftOutBound.simplexLimit, interruption: interruption))
        guard solution.termination.isOptimal, best.lodged + solution.objective > 1e-6 else { return }
        // Nothing that is still to be found makes a whole person of difference.
        if (best.lodged + 1e-6).rounded(.down) == (1e-6 - solution.objective).rounded(.down) { return }
        for number in classes.indices {
          let dual = max(0, -solution.dual(of: guests[number]))
          prices[number] =
            LeftOutBound.smoothing * best.prices[number] + (1 - LeftOutBound.smoothing) * dual
        }
      }
    }
  }

  private func filling(ofKind kind: Int, _ prices: [Double]) -> RoomFilling {
    RoomFilling(
      beds: kinds[kind].beds, isForOne: kinds[kind].isForOne,
      classes: classes.enumerated().filter { $1.data.kinds.contains(kind) }.map { number, each in
        (number, each.data, each.count, Double(each.data.weight) - prices[number])
      })
  }

  /// Lagrange's relaxation: every room has the filling of greatest value, and every class pays its price.
  private func lodgedAtMost(_ fillings: [RoomFilling], _ prices: [Double]) -> Double {
    var sum = zip(classes, prices).reduce(0) { $0 + Double($1.0.count) * $1.1 }
    var ofHotel = [[(value: Double, amount: Int)]](repeating: [], count: problem.roomStock.hotels.count)
    for (kind, filling) in fillings.enumerated() {
      if let hotel = kinds[kind].hotel {
        ofHotel[hotel].append((filling.value, amount[kind]))
      } else {
        sum += filling.value * Double(amount[kind])
      }
    }
    for (hotel, values) in ofHotel.enumerated() {
      var left = problem.usableRooms(ofHotel: hotel)
      for (value, amount) in values.sorted(by: { $0.value > $1.value }) {
        sum += value * Double(min(left, amount))
        left -= min(left, amount)
      }
    }
    return sum
  }
}
