import Assembly

// The first seating: everybody home after a late change, then groups poured into the tables in order.
extension MealSeating {
  /// Lets everybody stay at the table that they had, as far as it admits them and has seats; companies first.
  mutating func stayAtHome() {
    for company in problem.companies.indices {
      let homes = problem.companies[company].sources.map { problem.sources[$0.index].home }
      guard let home = homes.first(where: { $0 >= 0 }) else { continue }
      let piece = Piece(source: -1, company: company, count: problem.size(ofCompany: company))
      if admits(piece, at: home), room[home] >= piece.count { move(piece, from: nowhere, to: home) }
    }
    for cell in cells[nowhere] {
      let home = problem.sources[cell.index].home
      guard home >= 0, problem.admits(cell.index, at: home), room[home] > 0 else { continue }
      move(some(cell.index, min(cell.count, room[home])), from: nowhere, to: home)
    }
  }

  /// Seats people as they were counted at each table.
  mutating func seat(_ counts: [SeatedCount]) {
    for entry in counts { move(some(entry.source, entry.count), from: nowhere, to: entry.table) }
    fillTablesForSome()
  }

  /// Seats groups in their order at the tables in theirs: of all seatings the one of least precedence, where nothing else
  /// binds. Tables for some are filled first, by those for whom they are.
  mutating func pour() {
    let order = tablesInOrder
    pourIntoTablesForSome(order)
    for members in companiesAndSourcesByGroup {
      for company in members.companies where tableOfCompany[company] == nowhere {
        let piece = Piece(source: -1, company: company, count: problem.size(ofCompany: company))
        let table = order.first {
          !problem.isForSome($0) && room[$0] >= piece.count && admits(piece, at: $0)
        }
        if let table { move(piece, from: nowhere, to: table) }
      }
      for source in members.sources {
        for table in order where !problem.isForSome(table) {
          guard let left = cells[nowhere].first(where: { $0.index == source })?.count else { break }
          guard room[table] > 0, problem.admits(source, at: table) else { continue }
          move(some(source, min(left, room[table])), from: nowhere, to: table)
        }
      }
    }
  }

  /// Seats groups in their order, each at as many tables as it fills alone, and then what is left of them, the largest
  /// parts first, where it fits most closely: of many seatings the one of few pairs.
  mutating func pourWhole() {
    let order = tablesInOrder
    pourIntoTablesForSome(order)
    let members = companiesAndSourcesByGroup
    for company in members.flatMap(\.companies) where tableOfCompany[company] == nowhere {
      let piece = Piece(source: -1, company: company, count: problem.size(ofCompany: company))
      if let table = closest(to: piece, order) { move(piece, from: nowhere, to: table) }
    }
    for source in members.flatMap(\.sources) {
      for table in order where !problem.isForSome(table) && room[table] == problem.seats[table] {
        guard let left = cells[nowhere].first(where: { $0.index == source })?.count,
          left >= room[table]
        else { break }
        if problem.admits(source, at: table) { move(some(source, room[table]), from: nowhere, to: table) }
      }
    }
    while let cell = cells[nowhere].max(by: { ($0.count, $1.index) < ($1.count, $0.index) }) {
      let piece = some(cell.index, cell.count)
      if let table = closest(to: piece, order) {
        move(piece, from: nowhere, to: table)
      } else if let table = order.filter({
        !problem.isForSome($0) && room[$0] > 0 && problem.admits(cell.index, at: $0)
      }).max(by: { room[$0] < room[$1] }) {
        move(some(cell.index, min(room[table], cell.count)), from: nowhere, to: table)
      } else {
        break
      }
    }
  }

  /// The table with the fewest seats free that has room for a piece; of equal ones the first.
  private func closest(to piece: Piece, _ order: [Int]) -> Int? {
    order.filter { !problem.isForSome($0) && room[$0] >= piece.count && admits(piece, at: $0) }
      .min { room[$0] < room[$1] }
  }

  /// Tables by their place, those of one place as they are listed.
  private var tablesInOrder: [Int] {
    problem.tables.indices.sorted { (problem.place[$0], $0) < (problem.place[$1], $1) }
  }

  private struct Members {
    var companies: [Int] = []
    var sources: [Int] = []
  }

  /// In the order of groups; of a group those whom the fewest tables admit come first.
  private var companiesAndSourcesByGroup: [Members] {
    var members = problem.event.groups.map { _ in Members() }
    for company in problem.companies.indices {
      members[problem.companies[company].groups[0].index].companies.append(company)
    }
    for source in problem.sources.indices { members[problem.sources[source].group].sources.append(source) }
    let choices = problem.sources.indices.map { source in
      problem.tables.indices.count { problem.admits(source, at: $0) }
    }
    for group in members.indices {
      members[group].companies.sort {
        (problem.size(ofCompany: $1), $0) < (problem.size(ofCompany: $0), $1)
      }
      members[group].sources.sort { (choices[$0], $0) < (choices[$1], $1) }
    }
    return members
  }

  private func some(_ source: Int, _ count: Int) -> Piece {
    Piece(source: source, company: -1, count: count)
  }

  // MARK: Tables for some

  /// Decides in protocol order who sits at tables that are for some, as long as these have seats, and seats them group by
  /// group.
  mutating func pourIntoTablesForSome(_ order: [Int]? = nil) {
    let tables = (order ?? tablesInOrder).filter(problem.isForSome)
    guard !tables.isEmpty else { return }
    for kind in Set(tables.map { problem.kindOfTable[$0] }).sorted() {
      let tables = tables.filter { problem.kindOfTable[$0] == kind }
      var left = tables.reduce(0) { $0 + max(0, room[$1]) }
      var chosen: [(person: Int, piece: Piece)] = []
      for cell in cells[nowhere] where problem.isFor(cell.index, tables[0]) {
        chosen += problem.free[cell.index].suffix(cell.count).map { ($0, some(cell.index, 1)) }
      }
      for company in companiesAt[nowhere] where problem.isFor(company: company, tables[0]) {
        let people = problem.event.inProtocolOrder(problem.companies[company].people)
        chosen.append((people[0], Piece(source: -1, company: company, count: people.count)))
      }
      let rank = Dictionary(
        zip(problem.event.inProtocolOrder(chosen.map(\.person)), 0...)
      ) { first, _ in first }
      chosen.sort { rank[$0.person]! < rank[$1.person]! }
      chosen = chosen.filter { entry in
        guard entry.piece.count <= left else { return false }
        left -= entry.piece.count
        return true
      }
      func group(_ piece: Piece) -> Int {
        piece.company < 0
          ? problem.sources[piece.source].group : problem.companies[piece.company].groups[0].index
      }
      chosen.sort { one, other in
        (group(one.piece), -one.piece.count, rank[one.person]!)
          < (group(other.piece), -other.piece.count, rank[other.person]!)
      }
      for (_, piece) in chosen {
        let table = tables.first { room[$0] >= piece.count && admits(piece, at: $0) }
        if let table { move(piece, from: nowhere, to: table) }
      }
    }
    fillTablesForSome()
  }

  /// Fills seats at tables for some with those for whom they are and who sit elsewhere, the cheapest first.
  mutating func fillTablesForSome() {
    for table in problem.tables.indices where problem.isForSome(table) {
      while room[table] > 0 {
        var best: (cost: Int, piece: Piece, from: Int)?
        for other in cells.indices where other == nowhere || !problem.isForSome(other) {
          for piece in pieces(at: other) {
            let isMeant =
              piece.company < 0
              ? problem.isFor(piece.source, table) : problem.isFor(company: piece.company, table)
            guard isMeant else { continue }
            let part =
              piece.company < 0 ? some(piece.source, min(piece.count, room[table])) : piece
            guard part.count <= room[table], admits(part, at: table) else { continue }
            let cost = cost(of: part, from: other, to: table)
            if best.map({ cost < $0.cost }) ?? true { best = (cost, part, other) }
          }
        }
        guard let best else { break }
        move(best.piece, from: best.from, to: table)
      }
    }
  }

  // MARK: Those without a seat

  /// Finds seats for those who have none: along a chain of people each of whom takes a seat that another can leave.
  mutating func seatByChains() {
    for source in cells[nowhere].map(\.index) {
      while cells[nowhere].contains(where: { $0.index == source }), let chain = chain(for: source) {
        for step in chain { move(some(step.source, 1), from: step.from, to: step.to) }
      }
    }
    for company in companiesAt[nowhere] { seatByMakingRoom(company) }
  }

  private struct Step {
    let source: Int
    let from: Int
    let to: Int
  }

  /// The moves, the last of which comes first, that give one of a source a seat; by breadth first.
  private func chain(for source: Int) -> [Step]? {
    var step = [Step?](repeating: nil, count: problem.tables.count)
    var queue: [Int] = []
    for table in problem.tables.indices where problem.admits(source, at: table) {
      step[table] = Step(source: source, from: nowhere, to: table)
      queue.append(table)
    }
    var next = 0
    while next < queue.count {
      let table = queue[next]
      next += 1
      if room[table] > 0 {
        var chain: [Step] = []
        var last = step[table]
        while let one = last {
          chain.append(one)
          last = one.from == nowhere ? nil : step[one.from]
        }
        return chain
      }
      for cell in cells[table] {
        for other in problem.tables.indices
        where step[other] == nil && problem.admits(cell.index, at: other)
          && (!problem.isForSome(table) || problem.isForSome(other))
        {
          step[other] = Step(source: cell.index, from: table, to: other)
          queue.append(other)
        }
      }
    }
    return nil
  }

  /// Tables that are tried at most for one company.
  private static let tablesTried = 100

  /// Seats a company at the first table that others can leave for free seats elsewhere.
  private mutating func seatByMakingRoom(_ company: Int) {
    let piece = Piece(source: -1, company: company, count: problem.size(ofCompany: company))
    let tables = problem.tables.indices.filter { admits(piece, at: $0) && problem.seats[$0] >= piece.count }
    for table in tables.prefix(Self.tablesTried) {
      var other = self
      var missing = piece.count - other.room[table]
      for cell in other.cells[table] where missing > 0 {
        for free in problem.tables.indices
        where free != table && missing > 0 && other.room[free] > 0 && problem.admits(cell.index, at: free)
          && (!problem.isForSome(table) || problem.isForSome(free))
        {
          guard let left = other.cells[table].first(where: { $0.index == cell.index })?.count else { break }
          let count = min(left, missing, other.room[free])
          other.move(some(cell.index, count), from: table, to: free)
          missing -= count
        }
      }
      guard missing <= 0 else { continue }
      other.move(piece, from: nowhere, to: table)
      if other.objective < objective { self = other }
      return
    }
  }
}
