import Assembly

/// Who sits where at one meal, by numbers: people of a source at each table, and whole companies. What any change
/// costs is seen from the two tables that it concerns.
///
/// Beside the tables there is one place more for those without a seat, ``nowhere``.
struct MealSeating {
  /// People who change their table together: some of a source, or a company.
  struct Piece {
    /// A source; −1 for a company.
    let source: Int
    let company: Int
    let count: Int
  }

  let problem: MealProblem
  /// Free people of each source at each table; none of 0.
  private(set) var cells: [[MealProblem.Count]]
  private(set) var companiesAt: [[Int]]
  private(set) var tableOfCompany: [Int]
  /// People of each group at each table, those of companies and of the main table included.
  private var groups: [[MealProblem.Count]]
  /// Seats that are free at each table.
  private(set) var room: [Int]
  private(set) var objective = 0
  /// Companies that those at the main table by rank keep away from it.
  private let keptFromMain: [Bool]
  /// For those without a seat.
  let nowhere: Int

  /// Nobody has a seat but those at the main table by rank.
  init(_ problem: MealProblem, _ dining: DiningProblem) {
    self.problem = problem
    let tables = problem.tables.count
    nowhere = tables
    cells = Array(repeating: [], count: tables + 1)
    companiesAt = cells.map { _ in [] }
    groups = cells.map { _ in [] }
    tableOfCompany = problem.companies.map { _ in tables }
    room = problem.seats + [Int.max / 4]
    keptFromMain = problem.companies.indices.map { problem.isKeptFromMainTable($0, dining) }
    for (source, people) in problem.free.enumerated() where !people.isEmpty {
      cells[nowhere].append(MealProblem.Count(index: source, count: people.count))
      objective += people.count * problem.weightUnseated
    }
    for company in problem.companies.indices {
      companiesAt[nowhere].append(company)
      objective += problem.size(ofCompany: company) * problem.weightUnseated
    }
    guard let main = problem.mainTable else { return }
    for person in problem.atMainTable {
      let source = problem.sourceOfPerson[person]
      objective += problem.cost(source, at: main)
      if add(problem.sources[source].group, 1, at: main) { objective += problem.weightOfSplit }
      room[main] -= 1
    }
  }

  // MARK: Looking

  /// Everybody at a table who may leave it.
  func pieces(at table: Int) -> [Piece] {
    cells[table].map { Piece(source: $0.index, company: -1, count: $0.count) }
      + companiesAt[table].map { Piece(source: -1, company: $0, count: problem.size(ofCompany: $0)) }
  }

  /// Whether a piece is still as it was.
  func has(_ piece: Piece, at table: Int) -> Bool {
    piece.company >= 0
      ? tableOfCompany[piece.company] == table
      : cells[table].contains { $0.index == piece.source && $0.count == piece.count }
  }

  /// Whether a table admits a piece, seats apart; of companies there, one may be about to leave.
  func admits(_ piece: Piece, at table: Int, leaving: Int = -1) -> Bool {
    if table == nowhere { return true }
    guard piece.company >= 0 else { return problem.admits(piece.source, at: table) }
    guard problem.admits(company: piece.company, at: table) else { return false }
    if keptFromMain[piece.company], table == problem.mainTable { return false }
    return problem.companies[piece.company].apart.allSatisfy { $0 == leaving || tableOfCompany[$0] != table }
  }

  private func count(of group: Int, at table: Int) -> Int {
    for entry in groups[table] where entry.index == group { return entry.count }
    return 0
  }

  /// What it costs when a piece goes from one table to another, and maybe another piece the other way.
  func cost(of piece: Piece, from table: Int, to other: Int, for back: Piece? = nil) -> Int {
    var cost = seatCost(piece, at: other) - seatCost(piece, at: table)
    if let back { cost += seatCost(back, at: table) - seatCost(back, at: other) }
    return cost
      + problem.weightOfSplit
      * (pairs(at: table, without: piece, with: back) + pairs(at: other, without: back, with: piece))
  }

  private func seatCost(_ piece: Piece, at table: Int) -> Int {
    if table == nowhere { return piece.count * problem.weightUnseated }
    if piece.company < 0 { return piece.count * problem.cost(piece.source, at: table) }
    return problem.companies[piece.company].sources.reduce(0) {
      $0 + $1.count * problem.cost($1.index, at: table)
    }
  }

  /// How many groups more are at a table once a piece is gone and another is there.
  private func pairs(at table: Int, without gone: Piece?, with new: Piece?) -> Int {
    if table == nowhere { return 0 }
    if (gone?.company ?? -1) < 0, (new?.company ?? -1) < 0 {
      let goneGroup = gone.map { problem.sources[$0.source].group } ?? -1
      let newGroup = new.map { problem.sources[$0.source].group } ?? -1
      // Of one group somebody is there before and after.
      if goneGroup == newGroup { return 0 }
      var pairs = 0
      if let gone, count(of: goneGroup, at: table) == gone.count { pairs -= 1 }
      if new != nil, count(of: newGroup, at: table) == 0 { pairs += 1 }
      return pairs
    }
    var change: [Int: Int] = [:]
    if let gone { forEachGroup(of: gone) { change[$0, default: 0] -= $1 } }
    if let new { forEachGroup(of: new) { change[$0, default: 0] += $1 } }
    return change.reduce(0) { sum, entry in
      let before = count(of: entry.key, at: table)
      return sum + (before + entry.value > 0 ? 1 : 0) - (before > 0 ? 1 : 0)
    }
  }

  private func forEachGroup(of piece: Piece, _ body: (Int, Int) -> Void) {
    if piece.company < 0 {
      body(problem.sources[piece.source].group, piece.count)
    } else {
      for entry in problem.companies[piece.company].groups { body(entry.index, entry.count) }
    }
  }

  // MARK: Changing

  /// Moves a piece, which the other table must admit and have room for.
  mutating func move(_ piece: Piece, from table: Int, to other: Int) {
    objective += cost(of: piece, from: table, to: other)
    take(piece, from: table)
    put(piece, at: other)
  }

  /// Two pieces take each other's tables.
  mutating func exchange(_ piece: Piece, at table: Int, _ back: Piece, at other: Int) {
    objective += cost(of: piece, from: table, to: other, for: back)
    take(piece, from: table)
    take(back, from: other)
    put(piece, at: other)
    put(back, at: table)
  }

  private mutating func take(_ piece: Piece, from table: Int) {
    room[table] += piece.count
    if piece.company >= 0 {
      companiesAt[table].removeAll { $0 == piece.company }
    } else if let place = cells[table].firstIndex(where: { $0.index == piece.source }) {
      cells[table][place].count -= piece.count
      if cells[table][place].count == 0 { cells[table].remove(at: place) }
    }
    if table != nowhere { changeGroups(of: piece, at: table, by: -1) }
  }

  private mutating func put(_ piece: Piece, at table: Int) {
    room[table] -= piece.count
    if piece.company >= 0 {
      companiesAt[table].append(piece.company)
      tableOfCompany[piece.company] = table
    } else if let place = cells[table].firstIndex(where: { $0.index == piece.source }) {
      cells[table][place].count += piece.count
    } else {
      cells[table].append(MealProblem.Count(index: piece.source, count: piece.count))
    }
    if table != nowhere { changeGroups(of: piece, at: table, by: 1) }
  }

  private mutating func changeGroups(of piece: Piece, at table: Int, by sign: Int) {
    if piece.company < 0 {
      _ = add(problem.sources[piece.source].group, sign * piece.count, at: table)
    } else {
      for entry in problem.companies[piece.company].groups {
        _ = add(entry.index, sign * entry.count, at: table)
      }
    }
  }

  /// - Returns: whether the group is new at the table.
  private mutating func add(_ group: Int, _ count: Int, at table: Int) -> Bool {
    guard let place = groups[table].firstIndex(where: { $0.index == group }) else {
      groups[table].append(MealProblem.Count(index: group, count: count))
      return true
    }
    groups[table][place].count += count
    if groups[table][place].count == 0 { groups[table].remove(at: place) }
    return false
  }
}
