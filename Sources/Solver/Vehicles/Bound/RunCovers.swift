extension TransferPacking {
  /// The cheapest runs for a number of riders.
  struct Covers {
    private let packing: TransferPacking
    private let prices: [Double]
    /// Least cost by number of riders, pairs counted as one a run.
    private var least: [Double]
    /// The kind of one of the runs; −1 where somebody is left.
    private var choice: [Int]
    private let usable: [Int]

    init(_ packing: TransferPacking, _ prices: [Double]) {
      self.packing = packing
      self.prices = prices
      usable = prices.indices.filter { prices[$0].isFinite && packing.carriers[$0].capacity > 0 }
      let riders = packing.riderCount
      least = [Double](repeating: 0, count: riders + 1)
      choice = [Int](repeating: -1, count: riders + 1)
      for count in 1..<max(1, riders + 1) {
        least[count] = least[count - 1] + Double(packing.penalty)
        for kind in usable {
          let cost = run(kind) + least[max(0, count - packing.carriers[kind].capacity)]
          if cost < least[count] { (least[count], choice[count]) = (cost, kind) }
        }
      }
    }

    /// The cheapest run for one rider alone.
    var single: (kind: Int, cost: Double) {
      guard let kind = usable.min(by: { prices[$0] < prices[$1] }) else { return (0, .infinity) }
      return (kind, prices[kind])
    }

    private func run(_ kind: Int) -> Double { prices[kind] + Double(packing.split) }

    func cost(of riders: Int, _ needsAccess: Bool, _ isParted: Bool) -> Double {
      needsAccess ? first(for: riders).cost : isParted ? parted(for: riders).cost : least[riders]
    }

    /// The first run of a part with people kept apart, which has two runs at least, unless somebody is left.
    private func parted(for riders: Int) -> (kind: Int?, cost: Double) {
      var best: (kind: Int?, cost: Double) = (nil, Double(packing.penalty) + least[riders - 1])
      let second = usable.map(run).min() ?? .infinity
      for kind in usable {
        let rest = least[max(0, riders - packing.carriers[kind].capacity)]
        let cost = run(kind) + (packing.carriers[kind].runs > 1 ? rest : max(second, rest))
        if cost < best.cost { best = (kind, cost) }
      }
      return best
    }

    /// The first run of a part with a wheelchair: an accessible one, unless somebody is left.
    private func first(for riders: Int) -> (kind: Int?, cost: Double) {
      var best: (kind: Int?, cost: Double) = (nil, Double(packing.penalty) + least[riders - 1])
      for kind in usable where packing.carriers[kind].isAccessible {
        let cost = run(kind) + least[max(0, riders - packing.carriers[kind].capacity)]
        if cost < best.cost { best = (kind, cost) }
      }
      return best
    }

    func kinds(for riders: Int, _ needsAccess: Bool, _ isParted: Bool) -> (kinds: [Int], left: Int) {
      var (kinds, left, riders) = ([Int](), 0, riders)
      if needsAccess || isParted {
        let kind = needsAccess ? first(for: riders).kind : parted(for: riders).kind
        if let kind { kinds.append(kind) } else { left += 1 }
        riders -= kind.map { packing.carriers[$0].capacity } ?? 1
        if !needsAccess, let kind, packing.carriers[kind].runs == 1, riders <= 0 {
          kinds.append(usable.min { run($0) < run($1) }!)
        }
      }
      while riders > 0 {
        let kind = choice[riders]
        if kind < 0 { left += 1 } else { kinds.append(kind) }
        riders -= kind < 0 ? 1 : packing.carriers[kind].capacity
      }
      return (kinds.sorted(), left)
    }
  }
}
