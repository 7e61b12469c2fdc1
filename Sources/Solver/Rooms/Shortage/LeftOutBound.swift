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

  private let lodging: LodgingClasses

  /// - Parameter enough: it ends when so many are known to stay out.
  init(_ lodging: LodgingClasses, enough: Int, interruption: Interruption?) {
    self.lodging = lodging
    impossible = lodging.impossible
    weight = impossible
    guard weight < enough, lodging.canBeFilled else { return }
    generate(enough: enough, interruption: interruption)
  }

  // MARK: Column generation

  private static let limit = 200
  private static let simplexLimit = 20_000
  /// How much of the best prices so far is in those that are tried next.
  private static let smoothing = 0.5

  private mutating func generate(enough: Int, interruption: Interruption?) {
    var model = Model(name: "left out")
    let rows = FillingRows(lodging, in: &model)
    model.withLiveProblem { master in
      // What a bed of a class is worth beside the room: its price in the master program.
      var prices = [Double](repeating: 0, count: lodging.classes.count)
      var best = (lodged: Double.infinity, prices: prices)
      while iterations < LeftOutBound.limit, interruption?.isInterrupted != true {
        iterations += 1
        let fillings = lodging.kinds.indices.map { lodging.filling(ofKind: $0, prices: prices) }
        let lodged = lodgedAtMost(fillings, prices)
        if lodged < best.lodged { best = (lodged, prices) }
        weight = max(weight, impossible + lodging.weight - Int((best.lodged + 1e-6).rounded(.down)))
        if weight >= enough { return }
        for (kind, filling) in fillings.enumerated() where !filling.guests.isEmpty {
          rows.add(filling, ofKind: kind, to: master)
        }
        let solution = master.solve(
          Limits(iterations: LeftOutBound.simplexLimit, interruption: interruption))
        guard solution.termination.isOptimal, best.lodged + solution.objective > 1e-6 else { return }
        // Nothing that is still to be found makes a whole person of difference.
        if (best.lodged + 1e-6).rounded(.down) == (1e-6 - solution.objective).rounded(.down) { return }
        for number in lodging.classes.indices {
          let dual = max(0, -solution.dual(of: rows.guests[number]))
          prices[number] =
            LeftOutBound.smoothing * best.prices[number] + (1 - LeftOutBound.smoothing) * dual
        }
      }
    }
  }

  /// Lagrange's relaxation: every room has the filling of greatest value, and every class pays its price.
  private func lodgedAtMost(_ fillings: [RoomFilling], _ prices: [Double]) -> Double {
    var sum = zip(lodging.classes, prices).reduce(0) { $0 + Double($1.0.members.count) * $1.1 }
    var ofHotel = [[(value: Double, amount: Int)]](repeating: [], count: lodging.usableRooms.count)
    for (kind, filling) in fillings.enumerated() {
      if let hotel = lodging.kinds[kind].hotel {
        ofHotel[hotel].append((filling.value, lodging.rooms[kind].count))
      } else {
        sum += filling.value * Double(lodging.rooms[kind].count)
      }
    }
    for (hotel, values) in ofHotel.enumerated() {
      var left = lodging.usableRooms[hotel]
      for (value, amount) in values.sorted(by: { $0.value > $1.value }) {
        sum += value * Double(min(left, amount))
        left -= min(left, amount)
      }
    }
    return sum
  }
}
