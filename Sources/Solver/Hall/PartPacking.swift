/// A way to share groups out over components with few parts, when it is known how many of each class are whole in each: the others
/// are cut, one after another, over what is left there. Each takes all that is left of some components, and of a last one what it
/// needs.
struct PartPacking {
  /// The components of each group, class after class.
  private(set) var components: [Set<Int>] = []

  private typealias Kind = LeastParts.Class

  /// Steps of the search.
  private static let mostSteps = 50_000

  /// Nothing where no such way with `most` parts is found.
  ///
  /// - Parameters:
  ///   - room: seats of each component.
  ///   - whole: how many groups of a class lie whole in a component.
  init?(
    _ classes: [LeastParts.Class], _ room: [Int], most: Int, whole: (_ class: Int, _ component: Int) -> Int
  ) {
    var left = room
    var parts = 0
    var ofClass: [[Set<Int>]] = []
    var cut: [(index: Int, kind: Kind)] = []
    for (k, kind) in classes.enumerated() {
      let places = kind.usable.flatMap { c in Array(repeating: c, count: whole(k, c)) }
      guard places.count <= kind.count else { return nil }
      for c in places { left[c] -= kind.size }
      parts += places.count
      ofClass.append(places.map { [$0] })
      cut += Array(repeating: (k, kind), count: kind.count - places.count)
    }
    guard left.allSatisfy({ $0 >= 0 }) else { return nil }
    // Who is bound most first.
    cut.sort {
      (-$0.kind.pinned.count, $0.kind.size, $0.index) < (-$1.kind.pinned.count, $1.kind.size, $1.index)
    }
    var search = Search(left: left, steps: 0)
    guard let chosen = search.share(out: cut.map(\.kind)[...], most - parts) else { return nil }
    for (group, components) in zip(cut, chosen) { ofClass[group.index].append(components) }
    components = ofClass.flatMap { $0 }
  }

  private struct Search {
    /// Seats that are left of each component.
    var left: [Int]
    var steps: Int

    /// The components of each of these groups, with so many parts in all.
    mutating func share(out groups: ArraySlice<Kind>, _ most: Int) -> [Set<Int>]? {
      guard let first = groups.first else { return [] }
      return take(first.size, of: first, from: 0, [], groups.dropFirst(), most)
    }

    /// So many people of a group go on over its components from one on.
    private mutating func take(
      _ people: Int, of kind: Kind, from index: Int, _ used: Set<Int>, _ others: ArraySlice<Kind>, _ most: Int
    ) -> [Set<Int>]? {
      steps += 1
      let pins = kind.pinned.subtracting(used)
      let partsOfOthers = others.reduce(0) { $0 + $1.fewestParts }
      guard steps < PartPacking.mostSteps, used.count + max(1, pins.count) + partsOfOthers <= most else {
        return nil
      }
      // So many parts hold no more than the largest components.
      let held = left.sorted(by: >).prefix(most - used.count).reduce(0, +)
      guard held >= people + others.reduce(0, { $0 + $1.size }) else { return nil }
      let order = kind.usable.filter { left[$0] > 0 }.sorted { (-left[$0], $0) < (-left[$1], $1) }
      // The last component takes all who are left.
      for c in order where !used.contains(c) && left[c] >= people && pins.isSubset(of: [c]) {
        left[c] -= people
        let rest = share(out: others, most - used.count - 1)
        left[c] += people
        if let rest { return [used.union([c])] + rest }
      }
      for c in kind.usable.dropFirst(index) where left[c] > 0 && left[c] < people {
        let all = left[c]
        left[c] = 0
        let next = kind.usable.firstIndex(of: c)! + 1
        let rest = take(people - all, of: kind, from: next, used.union([c]), others, most)
        left[c] = all
        if let rest { return rest }
      }
      return nil
    }
  }
}
