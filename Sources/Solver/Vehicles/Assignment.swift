/// The cheapest way to give each row a column of its own, with the prices that prove it.
///
/// The Hungarian method with shortest augmenting paths: R. Jonker, A. Volgenant, "A Shortest Augmenting Path Algorithm
/// for Dense and Sparse Linear Assignment Problems", Computing 38 (1987), 325–340, without its start heuristics.
///
/// Invariant: rowPrice[i] + columnPrice[j] ≤ cost(i, j), with equality where j is given to i; column prices are ≤ 0, and
/// 0 for columns that nobody has.
struct Assignment {
  /// The column of each row.
  private(set) var columnOfRow: [Int]
  private(set) var rowPrice: [Int]
  private(set) var columnPrice: [Int]

  /// Assigns `rows` ≤ `columns`.
  ///
  /// - Complexity: O(rows² · columns).
  init(rows: Int, columns: Int, cost: (_ row: Int, _ column: Int) -> Int) {
    precondition(rows <= columns, "each row has a column of its own")
    let far = Int.max / 4
    rowPrice = Array(repeating: 0, count: rows)
    // Column 0 is where a search begins; real columns are counted from 1.
    var price = [Int](repeating: 0, count: columns + 1)
    var owner = [Int](repeating: -1, count: columns + 1)
    for row in 0..<rows {
      owner[0] = row
      var distance = [Int](repeating: far, count: columns + 1)
      var before = [Int](repeating: 0, count: columns + 1)
      var isDone = [Bool](repeating: false, count: columns + 1)
      var current = 0
      repeat {
        isDone[current] = true
        let from = owner[current]
        var (shortest, next) = (far, 0)
        for column in 1...columns where !isDone[column] {
          let reduced = cost(from, column - 1) - rowPrice[from] - price[column]
          if reduced < distance[column] { (distance[column], before[column]) = (reduced, current) }
          if distance[column] < shortest { (shortest, next) = (distance[column], column) }
        }
        for column in 0...columns {
          if isDone[column] {
            rowPrice[owner[column]] += shortest
            price[column] -= shortest
          } else {
            distance[column] -= shortest
          }
        }
        current = next
      } while owner[current] >= 0
      while current != 0 {
        owner[current] = owner[before[current]]
        current = before[current]
      }
    }
    columnOfRow = Array(repeating: 0, count: rows)
    for column in 1..<(columns + 1) where owner[column] >= 0 { columnOfRow[owner[column]] = column - 1 }
    columnPrice = Array(price.dropFirst())
  }
}
