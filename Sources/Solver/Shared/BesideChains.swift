/// People who wish to sit beside each other, as the chains they must form: each wish joins two people, people so
/// joined sit in one unbroken series of seats, in an order that every wish allows.
///
/// A component of the graph of wishes can be seated only if it is a path; then its order is fixed but for the
/// direction.
package struct BesideChains {
  /// Components that are paths, each from one end to the other, the end of the lower index first. People without
  /// a wish are chains of one. In order of the first person.
  package let chains: [[Int]]
  /// Components that no row of seats can hold: somebody has three neighbours, or they close a circle.
  package let knots: [[Int]]

  /// Finds the components.
  ///
  /// - Parameters:
  ///   - people: everybody to be seated, by any index.
  ///   - pairs: who wish to sit beside each other; pairs may repeat, in either order, and name only `people`.
  /// - Complexity: O((*n* + *w*) log *w*) for *n* people and *w* pairs.
  package init(of people: some Sequence<Int>, beside pairs: some Sequence<(Int, Int)>) {
    var neighbours: [Int: Set<Int>] = [:]
    for (one, other) in pairs where one != other {
      neighbours[one, default: []].insert(other)
      neighbours[other, default: []].insert(one)
    }
    var chains: [[Int]] = []
    var knots: [[Int]] = []
    var seen: Set<Int> = []
    for person in people where !seen.contains(person) {
      let component = BesideChains.component(of: person, neighbours)
      seen.formUnion(component)
      if let path = BesideChains.path(through: component, neighbours) {
        chains.append(path)
      } else {
        knots.append(component.sorted())
      }
    }
    self.chains = chains.sorted { $0[0] < $1[0] }
    self.knots = knots.sorted { $0[0] < $1[0] }
  }

  private static func component(of person: Int, _ neighbours: [Int: Set<Int>]) -> [Int] {
    var component = [person]
    var seen: Set = [person]
    var next = 0
    while next < component.count {
      for other in neighbours[component[next], default: []].sorted() where seen.insert(other).inserted {
        component.append(other)
      }
      next += 1
    }
    return component
  }

  /// The component from end to end, nil when it is no path.
  private static func path(through component: [Int], _ neighbours: [Int: Set<Int>]) -> [Int]? {
    func degree(_ person: Int) -> Int { neighbours[person]?.count ?? 0 }
    guard component.allSatisfy({ degree($0) <= 2 }), let end = component.filter({ degree($0) < 2 }).min()
    else {
      return nil
    }
    var path = [end]
    while let next = neighbours[path[path.count - 1]]?.first(where: { $0 != path.dropLast().last }) {
      path.append(next)
    }
    return path
  }
}
