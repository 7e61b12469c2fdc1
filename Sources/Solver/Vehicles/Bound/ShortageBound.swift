import Assembly
import IntegerProgramming

extension VehicleProblem {
  /// A bound for fleets that cannot carry everybody: first how many must stay out, then the rest.
  ///
  /// Let w be the weight of a trip that is not carried, u the weighted number of such trips (someone with a rank counts
  /// twice) and c all other cost. u is a whole number and at least u₀, the bound of the problem in which nothing else
  /// costs anything. For a weight μ ≤ w the problem with μ in place of w is bounded as well, c + μ u ≥ L(μ), so
  ///
  ///     c + w u = (w − μ) u + (c + μ u) ≥ (w − μ) u₀ + L(μ)
  ///
  /// A linear program would leave out a part of a person only; u₀ is rounded up. μ is what nobody's seat is worth: then
  /// L(μ) leaves out as few as can be, and a part of a person costs little.
  ///
  /// - Returns: the bound, 0 where everybody might be carried; and the iterations it took.
  func shortageBound(_ interruption: Interruption?) -> (value: Int, iterations: Int) {
    let weight = weight(.vehiclesNotCarried)
    let dearest = dearestSeat
    guard weight > dearest else { return (0, 0) }
    var counting = FleetBound(
      weighted { weights in
        for term in [Term.vehiclesFixed, .vehiclesMinutes, .vehiclesWaiting, .vehiclesSplit] {
          weights[term] = 0
        }
        weights[.vehiclesNotCarried] = 1
      }, interruption: interruption)
    counting.improve(enough: .max, isDived: false)
    guard counting.value > 0, interruption?.isInterrupted != true else { return (0, counting.iterations) }
    var rest = FleetBound(weighted { $0[.vehiclesNotCarried] = dearest }, interruption: interruption)
    rest.improve(enough: .max, isDived: false)
    return ((weight - dearest) * counting.value + rest.value, counting.iterations + rest.iterations)
  }

  /// More than any seat costs: a vehicle for one person alone, from and to the farthest places.
  private var dearestSeat: Int {
    let farthest = streams.map { drive($0.from, $0.to) }.max() ?? 0
    let way = vehicles.map { vehicle in
      let empty = streams.map { drive(vehicle.base, $0.from) }.filter { $0 < Self.unreachable }.max() ?? 0
      return vehicle.fixed + vehicle.perMinute * (farthest + empty)
    }
    let waiting = trips.map { $0.window.upperBound - $0.window.lowerBound }.max() ?? 0
    return (way.max() ?? 0) + weight(.vehiclesSplit) + weight(.vehiclesWaiting) * waiting + 1
  }
}
