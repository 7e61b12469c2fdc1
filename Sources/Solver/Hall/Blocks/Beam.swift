/// How far a strip is filled.
struct Front {
  var position = 0
  /// The first item that may come next in the block that is open; nothing where none is.
  var next: Int?
}

/// States with equally many items laid, in arrays side by side.
struct Beam {
  private(set) var count = 0
  private(set) var cost: [Double] = []
  private(set) var usedKey: [UInt64] = []
  /// People of the items not laid yet.
  private(set) var people: [Int] = []
  private var firstUnused: [Int] = []
  private var fronts: [Front] = []
  private var used: [UInt64] = []
  private let itemCount: Int
  private let strips: Int
  private let words: Int
}

extension Beam {
  /// The state in which nothing is laid.
  init(fronts: [Front], itemCount: Int, people: Int, bound: Double) {
    self.itemCount = itemCount
    strips = fronts.count
    words = (itemCount + 63) / 64
    count = 1
    cost = [bound]
    usedKey = [0]
    self.people = [people]
    firstUnused = [0]
    self.fronts = fronts
    used = Array(repeating: 0, count: words)
  }

  func fronts(of state: Int) -> [Front] {
    Array(fronts[state * strips..<(state + 1) * strips])
  }

  /// The first items that are not laid, in protocol order.
  func unused(of state: Int, limit: Int) -> [Int] {
    var unused: [Int] = []
    unused.reserveCapacity(limit)
    var item = firstUnused[state]
    while item < itemCount, unused.count < limit {
      if !isUsed(item, in: state) { unused.append(item) }
      item += 1
    }
    return unused
  }

  private func isUsed(_ item: Int, in state: Int) -> Bool {
    used[state * words + item >> 6] & 1 << UInt64(item & 63) != 0
  }

  /// No states yet, of the same shape.
  func emptied(capacity: Int) -> Beam {
    var beam = self
    beam.count = 0
    beam.cost = []
    beam.usedKey = []
    beam.people = []
    beam.firstUnused = []
    beam.fronts = []
    beam.used = []
    beam.used.reserveCapacity(capacity * words)
    return beam
  }

  mutating func append(
    from beam: Beam, _ parent: Int, fronts: [Front], laying item: Int, size: Int, key: UInt64, cost: Double
  ) {
    self.fronts += fronts
    used += beam.used[parent * words..<(parent + 1) * words]
    used[count * words + item >> 6] |= 1 << UInt64(item & 63)
    self.cost.append(cost)
    usedKey.append(beam.usedKey[parent] ^ key)
    people.append(beam.people[parent] - size)
    firstUnused.append(beam.firstUnused[parent])
    count += 1
    while firstUnused[count - 1] < itemCount, isUsed(firstUnused[count - 1], in: count - 1) {
      firstUnused[count - 1] += 1
    }
  }
}
