import Assembly
import Testing

@Suite struct `A round table` {
  private func seats(of people: Int, guests: Set<Int>, at seats: Int) -> [Int?] {
    RoundTable.seats(of: Array(0..<people), isGuest: guests.contains, seats: seats)
  }

  @Test func `T2: of ten seats clockwise from the host, guests sit at 9, 1, 4 and 6, the second host at 5`() {
    // 0 and 2 are the hosts, 1, 3, 4 and 5 the guests in this order.
    #expect(
      seats(of: 6, guests: [1, 3, 4, 5], at: 10) == [0, 3, nil, nil, 4, 2, 5, nil, nil, 1])
  }

  @Test func `Without guests all sit by rank about the highest, the right hand first`() {
    #expect(seats(of: 5, guests: [], at: 6) == [0, 2, 4, nil, 3, 1])
  }

  @Test func `A table is full, or has one seat, or nobody`() {
    #expect(Set(seats(of: 10, guests: [1, 2, 3], at: 10)) == Set((0..<10).map { $0 }))
    #expect(seats(of: 1, guests: [], at: 1) == [0])
    #expect(seats(of: 0, guests: [], at: 2) == [nil, nil])
    #expect(seats(of: 3, guests: [0, 1, 2], at: 4).compactMap(\.self).sorted() == [0, 1, 2])
  }
}

@Suite struct `Tables of a dining hall` {
  private func table(_ number: String, _ order: Double?, meal: String = "", _ diets: [Diet] = [])
    -> DiningTable
  {
    var table = DiningTable(row: 2, number: number, seats: 10, order: order)
    table.meal = meal
    table.diets = diets
    return table
  }

  @Test func `Equal orders share a place, and those without one come last, meal by meal`() {
    let hall = DiningHall(tables: [
      table("1", 5), table("2", 1), table("3", 5), table("4", nil), table("1", 7, meal: "dinner"),
    ])
    #expect(hall.placeOfTable == [1, 0, 1, 2, 0])
    #expect(hall.mainTables == [1, 4])
    #expect(hall.table("1", meal: "dinner") == 4 && hall.table("2", meal: "dinner") == nil)
  }

  @Test func `Without any order there is no main table`() {
    #expect(DiningHall(tables: [table("1", nil), table("2", nil)]).mainTables == [nil])
  }

  @Test func `Halal people sit apart where there are tables for them, others not with them`() {
    let apart = DiningHall(tables: [table("1", 1), table("2", 2, [.halal])])
    #expect([0, 1].map { apart.admits([.halal], at: $0) } == [false, true])
    #expect([0, 1].map { apart.admits([], at: $0) } == [true, false])
    #expect([0, 1].map { apart.admits([.vegetarian], at: $0) } == [true, false])
    let together = DiningHall(tables: [table("1", 1)])
    #expect(together.admits([.halal], at: 0) && !together.tables[0].serves([.halal]))
    #expect(together.tables[0].serves([.vegetarian]) && together.tables[0].serves([.other("soft")]))
  }
}
