import Assembly

/// Who keeps the place of the plan that is out, and what the moves of the others weigh.
struct EarlierCheck<Place: Sendable & Hashable> {
  /// People whose place is the one that they had: what only orders people does not bind them.
  let stay: Set<Int>
  /// 5 for each who moved and has a rank, 1 for each other; who is new or gone has not moved.
  let weightOfMoves: Int
  /// How many moved.
  let moves: Int

  /// - Parameter places: where people are now; of two the first counts.
  init(_ earlier: EarlierPlaces<Place>, _ places: [(person: Int, place: Place)], in event: Event) {
    var stay: Set<Int> = []
    var moved: Set<Int> = []
    for (person, place) in places where !stay.contains(person) && !moved.contains(person) {
      if earlier.places[person] == place {
        stay.insert(person)
      } else if earlier.places[person] != nil || earlier.gone.contains(person) {
        moved.insert(person)
      }
    }
    self.stay = stay
    moves = moved.count
    weightOfMoves = moved.reduce(0) { sum, person in
      guard event.people.indices.contains(person) else { return sum }
      return sum + (event.people[person].rank == nil ? 1 : 5)
    }
  }
}

extension Verification {
  /// What is wrong with the moves that a plan is told to make.
  func violations(of figures: Figures, module: Module, moves: Int?) -> [Violation] {
    guard let told = figures.moves, let moves else { return [] }
    if told.count != moves { return [.movesDiffer(module, told: told.count, actual: moves)] }
    return told.least > told.count
      ? [.leastMovesAboveMoves(module, least: told.least, moves: told.count)] : []
  }
}
