/// How much work a solve may do.
///
/// Counts of nodes and iterations decide, so that the same input gives the same result on every machine; the
/// interruption's clock is only a backstop. A limit is looked at between nodes and between blocks of simplex
/// iterations, so a search may pass its iteration limit by the work of one node.
public struct Limits: Sendable {
  /// The greatest number of simplex iterations, in all linear programs of the solve together.
  public var iterations: Int?
  /// The greatest number of nodes of the search tree; a linear program has none.
  public var nodes: Int?
  /// Stops the solve from outside and keeps what was found.
  public var interruption: Interruption?
  /// Whether `Termination.detail` keeps all that GLPK reports.
  public var verbose = false

  /// No limits but those given.
  public init(iterations: Int? = nil, nodes: Int? = nil, interruption: Interruption? = nil) {
    precondition(iterations ?? 0 >= 0 && nodes ?? 0 >= 0, "A limit must not be negative.")
    self.iterations = iterations
    self.nodes = nodes
    self.interruption = interruption
  }
}
