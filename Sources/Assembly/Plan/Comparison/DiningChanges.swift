/// Why people have another table: somebody left a seat at the new one, or somebody else has theirs at the old one.
struct DiningChanges {
  typealias Change = PlanComparison.Change

  private let leavers: [PrintedPlace: [Change]]
  private let comers: [PrintedPlace: [Change]]
  /// The place that tables have in the order of tables: people with a rank fill them, and move up.
  private let order: [PrintedPlace: Double]

  init(_ changes: [Change], _ tables: ComparedTables) {
    let changes = changes.filter { $0.use.kind == .table }
    func byPlace(_ place: KeyPath<Change, PrintedPlace?>) -> [PrintedPlace: [Change]] {
      Dictionary(
        grouping: changes.filter { $0[keyPath: place] != nil }, by: { $0[keyPath: place]! })
    }
    (leavers, comers) = (byPlace(\.from), byPlace(\.to))
    let all = tables.change.event.diningHall?.tables ?? []
    order = Dictionary(all.compactMap { table in table.order.map { (.table(table), $0) } }) { first, _ in
      first
    }
  }

  /// Why somebody moved from a table to another of the same meal.
  ///
  /// - Parameter isOwn: whether the tables changed something of who moved, or of their place.
  /// - Complexity: O(changes of the meal).
  func cause(of change: Change, _ isOwn: (Change) -> Bool) -> PlanComparison.Cause {
    guard let from = change.from, let to = change.to else { return .rearranged }
    let (drawn, pushed) = (drawn(change, to: to, isOwn), pushed(change, from: from, isOwn))
    let isUpward = order[to] ?? .infinity < order[from] ?? .infinity
    return (isUpward ? drawn ?? pushed : pushed ?? drawn) ?? .rearranged
  }

  /// Who left a seat at a table, where the chain of those who moved up into each other's seats begins with somebody who is gone
  /// or whom the tables moved: of several leavers each is named to another of those who came.
  private func drawn(
    _ change: Change, to: PrintedPlace, _ isOwn: (Change) -> Bool
  ) -> PlanComparison.Cause? {
    let left = (leavers[to] ?? []).filter { isChained($0, leavers, \.to, isOwn) }
    return Self.partner(of: change, among: comers[to] ?? [], in: left)?.earlierPerson.map(
      PlanComparison.Cause.inPlaceOf)
  }

  /// Who has a seat at a table, where the chain of those who took each other's begins with somebody who is new or whom the
  /// tables moved.
  private func pushed(
    _ change: Change, from: PrintedPlace, _ isOwn: (Change) -> Bool
  ) -> PlanComparison.Cause? {
    let came = (comers[from] ?? []).filter { isChained($0, comers, \.from, isOwn) }
    return Self.partner(of: change, among: leavers[from] ?? [], in: came)?.person.map(
      PlanComparison.Cause.takenBy)
  }

  private static func partner(of change: Change, among all: [Change], in others: [Change]) -> Change? {
    let index = all.filter(\.isMove).firstIndex(of: change) ?? 0
    return others.isEmpty ? nil : others[index % others.count]
  }

  private func isChained(
    _ start: Change, _ changes: [PrintedPlace: [Change]], _ next: KeyPath<Change, PrintedPlace?>,
    _ isOwn: (Change) -> Bool
  ) -> Bool {
    var seen: Set<PrintedPlace> = []
    var open = [start]
    while let change = open.popLast() {
      guard let place = change[keyPath: next], !isOwn(change) else { return true }
      if seen.insert(place).inserted { open += changes[place] ?? [] }
    }
    return false
  }
}
