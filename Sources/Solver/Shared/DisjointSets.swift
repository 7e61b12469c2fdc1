/// Disjoint sets with path halving; a set's smallest member is its root.
package struct DisjointSets {
  private var parent: [Int]

  package init(count: Int) {
    parent = Array(0..<count)
  }

  package mutating func root(of element: Int) -> Int {
    var element = element
    while parent[element] != element {
      parent[element] = parent[parent[element]]
      element = parent[element]
    }
    return element
  }

  package mutating func join(_ first: Int, _ second: Int) {
    let (first, second) = (root(of: first), root(of: second))
    parent[max(first, second)] = min(first, second)
  }

  /// The sets, each sorted, in the order of their smallest members.
  package var sets: [[Int]] {
    var copy = self
    var members = [[Int]](repeating: [], count: parent.count)
    for element in parent.indices { members[copy.root(of: element)].append(element) }
    return members.filter { !$0.isEmpty }
  }
}
