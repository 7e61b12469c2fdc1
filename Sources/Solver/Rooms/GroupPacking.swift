import Foundation
import IntegerProgramming
import SolverShared

/// Beds by level: for twins and their like the number of beds, for singles and suites that of rooms; the first is not used.
typealias Beds = SIMD4<Int32>

/// Groups laid into places, which are the hotels of an event or the floors of one hotel: each group into few places, in
/// cheap ones, and no place beyond its beds.
///
/// Simulated annealing over whole groups and parts of them; a part may be what a place has left. People are numbers here.
struct GroupPacking {
  /// Beds that each group needs.
  let demand: [Beds]
  /// Beds of each place.
  let capacity: [Beds]
  /// What a bed of each level costs in a place: group × places + place.
  let bedCosts: [SIMD4<Double>]
  /// What a group pays for each place that it is in, and whether it is there anyway.
  let fee: Double
  let isOpen: [Bool]
  /// What a group pays for each floor of a place, and how much such a floor holds; no fee where places are floors.
  let floorFee: Double
  let floorSize: [SIMD4<Double>]
  /// What a bed costs of which a place has not enough.
  let lack: SIMD4<Double>

  /// Beds of each group in each place: group × places + place.
  private(set) var beds: [Beds] = []
  private var used: [Beds] = []
  private var cost: Double = 0
  private var random: SplitMix64

  init(
    demand: [Beds], capacity: [Beds], bedCosts: [SIMD4<Double>], fee: Double, isOpen: [Bool],
    floorFee: Double = 0, floorSize: [SIMD4<Double>] = [], seed: Int = 0
  ) {
    random = SplitMix64(stream: 11, seed: seed)
    self.demand = demand
    self.capacity = capacity
    self.bedCosts = bedCosts
    self.fee = fee
    self.isOpen = isOpen
    self.floorFee = floorFee
    self.floorSize = floorSize.isEmpty ? capacity.map { SIMD4<Double>($0) } : floorSize
    lack = SIMD4(0, 0.55, 1.1, 1.1) * (fee + floorFee)
  }

  private var places: Int { capacity.count }

  /// Lays every group where it costs least by itself in what is left, the largest first, then betters the packing.
  ///
  /// - Complexity: O(steps × places).
  mutating func run(steps: Int, interruption: Interruption? = nil) {
    beds = Array(repeating: .zero, count: demand.count * places)
    used = Array(repeating: .zero, count: places)
    let order = demand.indices.filter { demand[$0] != .zero }
      .sorted { (demand[$0].wrappedSum(), $1) > (demand[$1].wrappedSum(), $0) }
    for group in order { lay(group) }
    if places > 1, !order.isEmpty { anneal(order, steps: steps, interruption) }
  }

  /// Lays a group where all that is left of it fits at least cost, else where most of it fits.
  private mutating func lay(_ group: Int) {
    var rest = demand[group]
    while rest != .zero {
      let fits = (0..<places).map { whatFits(rest, in: capacity[$0] &- used[$0]) }
      let roomy = fits.indices.filter { fits[$0] == rest }
      if let place = roomy.min(by: { charge(group, $0, rest) < charge(group, $1, rest) }) {
        return add(rest, group, place)
      }
      let best = fits.indices.max { fits[$0].wrappedSum() < fits[$1].wrappedSum() }!
      guard fits[best] != .zero else {
        let costs = (0..<places).map {
          charge(group, $0, rest) + overflow(used[$0] &+ rest, $0) - overflow(used[$0], $0)
        }
        return add(rest, group, costs.indices.min { costs[$0] < costs[$1] }!)
      }
      add(fits[best], group, best)
      rest &-= fits[best]
    }
  }

  private mutating func anneal(_ groups: [Int], steps: Int, _ interruption: Interruption?) {
    cost = total(of: groups)
    var best = (cost: cost, beds: beds)
    var heat = (fee + floorFee) / 2
    let cooling = pow(0.01, 1 / Double(max(1, steps)))
    for step in 0..<steps {
      if step % 4_096 == 0, interruption?.isInterrupted == true { break }
      heat *= cooling
      let group = groups[random.below(groups.count)]
      guard let from = somePlace(of: group) else { continue }
      var to = random.below(places - 1)
      if to >= from { to += 1 }
      let before = cost
      let mine = beds[group * places + from]
      var moved = Beds.zero
      var returned: (group: Int, beds: Beds)?
      switch random.below(8) {
      case 0, 1: moved = mine
      case 2:
        let level = 1 + random.below(3)
        moved[level] = mine[level]
      case 3: moved = whatFits(mine, in: capacity[to] &- used[to])
      case 4: moved = whatFits(mine, in: used[from] &- capacity[from])
      default:
        let other = groups[random.below(groups.count)]
        let theirs = beds[other * places + to]
        guard other != group, theirs != .zero else { continue }
        moved = mine
        let left = capacity[from] &- used[from] &+ mine
        returned = (other, random.below(2) == 0 ? theirs : whatFits(theirs, in: left))
      }
      guard moved != .zero else { continue }
      transfer(moved, of: group, from, to)
      if let returned { transfer(returned.beds, of: returned.group, to, from) }
      if cost - before <= -heat * log(1 - Double(random.unit())) {
        if cost < best.cost - 0.5 { best = (cost, beds) }
      } else {
        if let returned { transfer(returned.beds, of: returned.group, from, to) }
        transfer(moved, of: group, to, from)
        cost = before
      }
    }
    beds = best.beds
  }

  /// Some place where a group is.
  private mutating func somePlace(of group: Int) -> Int? {
    var found: Int?
    var seen = 0
    for place in 0..<places where beds[group * places + place] != .zero {
      seen += 1
      if seen == 1 || random.below(seen) == 0 { found = place }
    }
    return found
  }

  /// As many of some beds as there is room for; of those of twins an even number, unless all fit.
  private func whatFits(_ wanted: Beds, in room: Beds) -> Beds {
    var fitting = pointwiseMin(wanted, pointwiseMax(room, .zero))
    if fitting[1] < wanted[1] { fitting[1] &= ~1 }
    return fitting
  }

  private mutating func add(_ added: Beds, _ group: Int, _ place: Int) {
    beds[group * places + place] &+= added
    used[place] &+= added
  }

  private mutating func transfer(_ moved: Beds, of group: Int, _ from: Int, _ to: Int) {
    cost -= local(group, from) + local(group, to)
    add(.zero &- moved, group, from)
    add(moved, group, to)
    cost += local(group, from) + local(group, to)
  }

  private func local(_ group: Int, _ place: Int) -> Double {
    charge(group, place, beds[group * places + place]) + overflow(used[place], place)
  }

  /// What a group pays in a place for some beds.
  private func charge(_ group: Int, _ place: Int, _ beds: Beds) -> Double {
    guard beds != .zero else { return 0 }
    let index = group * places + place
    let amounts = SIMD4<Double>(beds)
    var sum = (amounts * bedCosts[index]).sum()
    if !isOpen[index] { sum += fee }
    if floorFee > 0 { sum += floorFee * (amounts / floorSize[place]).rounded(.up).max() }
    return sum
  }

  private func overflow(_ used: Beds, _ place: Int) -> Double {
    (lack * SIMD4<Double>(pointwiseMax(used &- capacity[place], .zero))).sum()
  }

  private func total(of groups: [Int]) -> Double {
    var sum: Double = 0
    for group in groups {
      for place in 0..<places { sum += charge(group, place, beds[group * places + place]) }
    }
    for place in 0..<places { sum += overflow(used[place], place) }
    return sum
  }
}
