/// How much work a solve may do.
///
/// Counts of nodes and iterations decide, so that the same input gives the same result on every machine; the
/// interruption's clock is only a backstop. A limit is looked at between nodes and between blocks of simplex
/// iterations, so a search may pass its iteration limit by the work of one node. Where no count is given, one that
/// grows with the program ends it, so nothing runs without end.
public struct Limits: Sendable {
  /// The greatest number of simplex iterations, in all linear programs of the solve together; nothing: as many as a
  /// program of its size may take.
  public var iterations: Int?
  /// The greatest number of nodes of the search tree; a linear program has none. Nothing: 50,000.
  public var nodes: Int?
  /// Stops the solve from outside and keeps what was found.
  public var interruption: Interruption?
  /// Whether `Termination.detail` keeps all that GLPK reports.
  public var verbose = false

  /// The usual limits but for those given.
  public init(iterations: Int? = nil, nodes: Int? = nil, interruption: Interruption? = nil) {
    require(iterations ?? 0 >= 0 && nodes ?? 0 >= 0, "A limit must not be negative.")
    self.iterations = iterations
    self.nodes = nodes
    self.interruption = interruption
  }

  /// Iterations that no linear program of this size took by far: those that were measured end within three for each
  /// row, those that begin far from the optimum within ten.
  static func iterations(rows: Int, columns: Int) -> Int {
    10_000 + 20 * rows + 2 * columns
  }

  /// The limits of a search whose linear programs have this size, counts included.
  func ofSearch(rows: Int, columns: Int) -> Limits {
    var limits = self
    limits.iterations = iterations ?? 30 * Limits.iterations(rows: rows, columns: columns)
    limits.nodes = nodes ?? 50_000
    return limits
  }
}
