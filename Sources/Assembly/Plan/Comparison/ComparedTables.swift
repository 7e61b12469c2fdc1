/// The tables of an earlier plan, some modules of which may be of tables older still.
struct ComparedTables {
  /// The tables that the plan came with, and those of now.
  let change: TableChange
  private let older: [Module: Older]

  private struct Older {
    let event: Event
    /// Who of the plan's tables each person is, and the other way round.
    let people: [Int?]
    let back: [Int: Int]
  }

  init(_ change: TableChange, older: [Module: Event] = [:]) {
    self.change = change
    self.older = older.mapValues { event in
      let people = change.earlier.people(of: event)
      let pairs = people.enumerated().compactMap { old, person in person.map { ($0, old) } }
      return Older(event: event, people: people, back: Dictionary(pairs) { first, _ in first })
    }
  }

  /// The event that the plan of a module is of.
  func event(of module: Module) -> Event { older[module]?.event ?? change.earlier }

  /// Who of the plan's tables a person of a module's plan is; nothing for who is in older tables alone.
  func person(_ person: Int, of module: Module) -> Int? {
    older[module].map { $0.people[person] } ?? person
  }

  /// What the tables of a module's plan say of a person of the plan's tables.
  func entry(of person: Int, in module: Module) -> Person {
    older[module].flatMap { older in older.back[person].map { older.event.people[$0] } }
      ?? change.earlier.people[person]
  }
}
