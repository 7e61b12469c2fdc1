/// People linked by `beside`: each wants to sit next to those they name or who name them.
///
/// A component can be seated only when it is a path, since a seat has two neighbours: then it is a chain, to be laid
/// along consecutive seats in one of two directions.
struct BesideChains {
  /// People who are linked to one another.
  struct Chain: Hashable {
    /// Everybody of it. In path order when ``isPath``, starting at the end with the lower index; else ascending.
    let people: [Int]
    /// Whether the links form a path, so that the chain can be laid along a row.
    let isPath: Bool

    /// The orders in which the people may sit from left to right.
    var orders: [[Int]] {
      guard isPath else { return [] }
      return people.count == 1 ? [people] : [people, people.reversed()]
    }
  }

  /// The components in order of their lowest person; people without a link are chains of one.
  let chains: [Chain]

  /// Links `people` (indices) by `links`; a link with somebody outside of `people` binds nothing.
  ///
  /// - Complexity: O(people + links).
  init(people: [Int], links: [(Int, Int)]) {
    let members = Set(people)
    var linked: [Int: Set<Int>] = [:]
    for (first, second) in links where members.contains(first) && members.contains(second) && first != second {
      linked[first, default: []].insert(second)
      linked[second, default: []].insert(first)
    }
    var seen: Set<Int> = []
    var chains: [Chain] = []
    for person in people.sorted() where seen.insert(person).inserted {
      var component = [person]
      var next = 0
      while next < component.count {
        for other in (linked[component[next]] ?? []).sorted() where seen.insert(other).inserted {
          component.append(other)
        }
        next += 1
      }
      chains.append(BesideChains.chain(of: component.sorted(), linked))
    }
    self.chains = chains
  }

  private static func chain(of component: [Int], _ linked: [Int: Set<Int>]) -> Chain {
    let degrees = component.map { linked[$0]?.count ?? 0 }
    let links = degrees.reduce(0, +) / 2
    guard links == component.count - 1, degrees.allSatisfy({ $0 <= 2 }) else {
      return Chain(people: component, isPath: false)
    }
    guard component.count > 1 else { return Chain(people: component, isPath: true) }
    var path = [component[degrees.firstIndex(of: 1)!]]
    while path.count < component.count {
      let last = path[path.count - 1]
      path.append(linked[last]!.first { path.count < 2 || $0 != path[path.count - 2] }!)
    }
    return Chain(people: path, isPath: true)
  }
}
