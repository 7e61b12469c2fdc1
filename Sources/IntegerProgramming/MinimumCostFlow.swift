import CGLPK

/// A flow of least cost from vertices that have something to give to vertices that need it.
///
/// ```swift
/// var network = MinimumCostFlow(vertexCount: 2)
/// network.setSupply(3, at: 0)
/// network.setSupply(-3, at: 1)
/// network.addArc(from: 0, to: 1, cost: 5)
/// network.solve()?.potentials  // [0, 5]
/// ```
///
/// The out-of-kilter method of GLPK: D. R. Fulkerson, "An Out-of-Kilter Method for Minimal-Cost Flow Problems", Journal
/// of the SIAM 9 (1961), 18–27. (GLPK's faster `relax4` is missing from some of its packages, and aborts there.)
/// All numbers are whole.
public struct MinimumCostFlow: Sendable {
  /// A flow and the prices that prove it.
  public struct Solution: Sendable {
    /// Units on each arc, in the order of arcs.
    public let flows: [Int]
    /// What a unit costs at each vertex, 0 at the first: no arc costs less than the difference of its ends, and arcs in
    /// use cost just that.
    public let potentials: [Int]
  }

  private struct Arc {
    let from: Int
    let to: Int
    let cost: Int
  }

  private var supplies: [Int]
  private var arcs: [Arc] = []
  /// Larger numbers could pass the range of the method's own arithmetic.
  private static let largest = 1 << 28

  /// A network without arcs in which nothing is to flow.
  public init(vertexCount: Int) {
    supplies = Array(repeating: 0, count: vertexCount)
  }

  /// Says how much a vertex has to give, less than 0 for what it needs.
  public mutating func setSupply(_ units: Int, at vertex: Int) {
    supplies[vertex] = units
  }

  /// Adds an arc for any number of units.
  public mutating func addArc(from: Int, to: Int, cost: Int) {
    precondition(
      supplies.indices.contains(from) && supplies.indices.contains(to), "An arc joins two vertices.")
    arcs.append(Arc(from: from, to: to, cost: cost))
  }

  /// The flow of least cost.
  ///
  /// - Returns: nothing when supplies cannot reach those who need them, do not sum to 0, or numbers are beyond 2²⁸.
  public func solve() -> Solution? {
    let total = supplies.reduce(0) { $0 + max(0, $1) }
    guard supplies.reduce(0, +) == 0, total < MinimumCostFlow.largest,
      arcs.allSatisfy({ abs($0.cost) < MinimumCostFlow.largest })
    else { return nil }
    guard !arcs.isEmpty else { return total == 0 ? Solution(flows: [], potentials: supplies) : nil }
    let stride = MemoryLayout<Double>.stride
    let graph = glp_create_graph(Int32(2 * stride), Int32(4 * stride))!
    defer { glp_delete_graph(graph) }
    glp_add_vertices(graph, Int32(supplies.count))
    let vertices = supplies.indices.map { graph.pointee.v[$0 + 1]!.pointee.data! }
    for (vertex, supply) in supplies.enumerated() {
      vertices[vertex].storeBytes(of: Double(supply), as: Double.self)
    }
    let handles = arcs.map { arc in
      let data = glp_add_arc(graph, Int32(arc.from + 1), Int32(arc.to + 1))!.pointee.data!
      for (place, value) in [0, Double(total), Double(arc.cost), 0].enumerated() {
        data.storeBytes(of: value, toByteOffset: place * stride, as: Double.self)
      }
      return data
    }
    glp_term_out(GLP_OFF)
    var objective = 0.0
    let code = glp_mincost_okalg(
      graph, 0, 0, Int32(stride), Int32(2 * stride), &objective, Int32(3 * stride), Int32(stride))
    guard code == 0 else { return nil }
    func value(_ data: UnsafeMutableRawPointer, _ place: Int) -> Int {
      Int(data.load(fromByteOffset: place * stride, as: Double.self).rounded())
    }
    let first = value(vertices[0], 1)
    return Solution(
      flows: handles.map { value($0, 3) }, potentials: vertices.map { first - value($0, 1) })
  }
}
