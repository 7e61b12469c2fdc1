import Assembly

/// One look at the tables of a meal.
struct MealCheck {
  private let event: Event
  private let hall: DiningHall
  private let tables: [Int]
  private let main: Int?
  private let hotels: [String]
  /// People who keep their table after a late change.
  private let stay: Set<Int>
  /// A person's first table.
  private let tableOf: [Int: Int]
  private let guests: [Int: [Int]]
  private let companions: Companions
  private let attendance: Attendance
  private let isOver: [(table: Int, people: Int)]

  init(
    _ event: Event, _ hall: DiningHall, _ meal: Int, _ seats: [TableAssignment], _ hotels: [String],
    stay: Set<Int>
  ) {
    self.event = event
    self.hall = hall
    self.hotels = hotels
    self.stay = stay
    tables = hall.tablesOfMeal[meal]
    main = hall.mainTables[meal]
    attendance = Attendance(.tables, of: event) { $0.isDueAtTable }
    companions = Companions(of: event, attendance: attendance)
    let known = seats.filter { event.people.indices.contains($0.person) }
    isOver = Dictionary(grouping: known, by: \.table).map { ($0.key, $0.value.count) }
      .filter { hall.tables[$0.table].seats < $0.people }.sorted { $0.table < $1.table }
    tableOf = Dictionary(known.map { ($0.person, $0.table) }) { first, _ in first }
    guests = Dictionary(grouping: tableOf.keys.sorted()) { [tableOf] in tableOf[$0]! }
  }

  var violations: [Violation] {
    isOver.map { .moreThanSeatsAtTable(table: $0.table, people: $0.people) } + strangers
      + companions.violations(.tables) { pair in
        guard let one = tableOf[pair.first], let other = tableOf[pair.second] else { return nil }
        return one == other
      } + mainTableNotFilled + tablesForSomeNotFilled + leftOutBeforeLower
  }

  // MARK: Who may sit where

  private func isMeant(_ person: Int, by table: Int) -> Bool {
    hall.tables[table].audience?.includes(event.people[person], sleepingAt: hotels[person]) ?? true
  }

  private func admits(_ person: Int, _ table: Int) -> Bool {
    hall.admits(event.people[person].diets, at: table) && isMeant(person, by: table)
  }

  private var strangers: [Violation] {
    tableOf.sorted { $0.key < $1.key }.flatMap { person, table -> [Violation] in
      [
        hall.admits(event.people[person].diets, at: table)
          ? nil : .otherDietAtTable(person: person, table: table),
        isMeant(person, by: table) ? nil : .notMeantByTable(person: person, table: table),
      ].compactMap(\.self)
    }
  }

  // MARK: The main table

  /// Everybody whom `beside` links to a person, directly or through others, the person included.
  private func company(of person: Int) -> Set<Int> {
    var company: Set = [person]
    var left = [person]
    while let next = left.popLast() {
      for other in companions.beside(next) where company.insert(other).inserted { left.append(other) }
    }
    return company
  }

  private func areApart(_ people: Set<Int>, from others: Set<Int>) -> Bool {
    companions.apartPairs.contains { pair in
      people.contains(pair.first) && others.contains(pair.second)
        || people.contains(pair.second) && others.contains(pair.first)
    }
  }

  /// Those who sit at the main table by rank.
  private var byRank: Set<Int> {
    guard let main else { return [] }
    var chosen: Set<Int> = []
    var passed: Set<Int> = []
    let ranked = event.people.indices.filter { attendance.expects($0) && event.people[$0].rank != nil }
    for person in event.inProtocolOrder(ranked) where !chosen.contains(person) && !passed.contains(person) {
      let company = company(of: person)
      if chosen.count + company.count <= hall.tables[main].seats,
        company.allSatisfy({ admits($0, main) }), !areApart(company, from: chosen)
      {
        chosen.formUnion(company)
      } else {
        passed.formUnion(company)
      }
    }
    return chosen
  }

  private var mainTableNotFilled: [Violation] {
    guard let main else { return [] }
    return byRank.sorted().filter { tableOf[$0] != main }.map { .notAtMainTable(person: $0, table: main) }
  }

  // MARK: Tables for some

  private var tablesForSomeNotFilled: [Violation] {
    let forSome = tables.filter { hall.tables[$0].audience != nil }
    guard !forSome.isEmpty else { return [] }
    let atMain = byRank
    let elsewhere = event.people.indices.filter { person in
      attendance.expects(person) && !atMain.contains(person)
        && (tableOf[person].map { hall.tables[$0].audience == nil } ?? true)
    }
    return forSome.compactMap { table in
      let there = Set(guests[table] ?? [])
      let free = hall.tables[table].seats - there.count
      guard free > 0 else { return nil }
      let person = elsewhere.first { person in
        guard admits(person, table) else { return false }
        let company = company(of: person)
        return company.count <= free && company.allSatisfy { admits($0, table) }
          && company.isDisjoint(with: atMain)
          && company.allSatisfy { member in
            tableOf[member].map { hall.tables[$0].audience == nil } ?? true
          } && !areApart(company, from: there)
      }
      return person.map { .seatForSomeLeftEmpty(person: $0, table: table) }
    }
  }

  // MARK: A shortage

  /// Who is alike: of one group, with the same choice of tables and without a wish.
  private struct Likeness: Hashable {
    let group: Int
    let tables: [Bool]
    let diets: [Diet]
  }

  private var leftOutBeforeLower: [Violation] {
    let out = event.people.indices.filter {
      attendance.expects($0) && tableOf[$0] == nil && !companions.bind($0)
    }
    guard !out.isEmpty else { return [] }
    let atMain = byRank
    let groups = Set(out.map { event.people[$0].group })
    // One table of each kind tells as much as all of them.
    var examples: [Int] = []
    var known: Set<[AnyHashable?]> = []
    for table in tables
    where known.insert([hall.tables[table].diets, hall.tables[table].audience]).inserted {
      examples.append(table)
    }
    func likeness(_ person: Int) -> Likeness {
      Likeness(
        group: event.people[person].group, tables: examples.map { admits(person, $0) },
        diets: event.people[person].diets)
    }
    let seated = Dictionary(
      grouping: tableOf.keys.filter {
        groups.contains(event.people[$0].group) && !companions.bind($0) && !stay.contains($0)
          && !atMain.contains($0)
      }, by: likeness)
    return out.compactMap { person in
      guard let lowest = event.inProtocolOrder(seated[likeness(person)] ?? []).last,
        event.inProtocolOrder([person, lowest])[0] == person
      else { return nil }
      return .noSeatAtTableBeforeLower(person: person, seated: lowest)
    }
  }
}
