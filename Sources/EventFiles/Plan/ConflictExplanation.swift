public import Assembly
public import Localization
public import Tables

/// A conflict in the organizer's own words.
public struct ConflictExplanation: Sendable, Hashable {
  /// Each wish that takes part, at its cell; a row without one as a whole.
  public let wishes: [Diagnostic]
  /// What could be done.
  public let advice: Phrase

  /// The wishes, then the advice, a line each.
  public func lines(in language: Language) -> [String] {
    wishes.map { $0.text(in: language) } + [advice[language]]
  }

  /// The code by which programs know a wish that conflicts.
  public static let wishCode = "wish-in-conflict"
  /// The code by which they know the advice.
  public static let adviceCode = "conflict-advice"

  /// The same as notes of a report.
  func notes(in language: Language) -> [PlanReport.Note] {
    wishes.map { PlanReport.Note($0, code: Self.wishCode, language) }
      + [PlanReport.Note(code: Self.adviceCode, text: advice[language])]
  }
}

extension EventReading {
  /// Tells a conflict by the cells that hold its wishes.
  ///
  /// - Parameters:
  ///   - conflict: the rows that cannot hold together.
  ///   - module: the module that has no plan; wishes of other modules are not quoted.
  public func explanation(of conflict: Conflict, in module: Module) -> ConflictExplanation {
    ConflictExplanation(
      wishes: conflict.rows.flatMap { wishes(of: $0, in: module) }, advice: Wording.conflictAdvice)
  }

  private func wishes(of row: TableRow, in module: Module) -> [Diagnostic] {
    guard let sheet = sources.sheets[row.table], let cells = sheet.row(numbered: row.row) else {
      return [Diagnostic(source: file(of: row.table), row: row.row, message: Wording.rowInConflict)]
    }
    let wishes = (module.wishColumns[row.table] ?? []).compactMap { column -> Diagnostic? in
      guard let position = sheet.positions[column], !cells[position].isEmpty else { return nil }
      return Diagnostic(
        source: sheet.table.source, row: row.row, column: position + 1,
        message: Wording.wish(header: sheet.table.header[position], cell: cells[position]),
        hint: column == "roommate" ? reasonAgainstSharing(row.row) : nil)
    }
    return wishes.isEmpty
      ? [Diagnostic(source: sheet.table.source, row: row.row, message: Wording.rowInConflict)] : wishes
  }

  /// Why the person of a row cannot share a room as the cell asks, where the tables alone tell.
  private func reasonAgainstSharing(_ row: Int) -> Phrase? {
    guard let event, let person = event.people.indices.first(where: { event.people[$0].row == row }) else {
      return nil
    }
    let isOneSided = event.people[person].roommates.contains { other in
      guard let one = event.people[person].gender, let another = event.people[other].gender else {
        return false
      }
      return one != another && !event.people[other].roommates.contains(person)
    }
    if isOneSided { return Wording.oneSidedCouple }
    let beds = event.roomStock?.rooms.map(\.beds).max() ?? 0
    let sharers = event.sharers(with: person).count
    return sharers > beds ? Wording.tooManySharers(sharers, beds: beds) : nil
  }
}

extension Event {
  /// Everybody who is to be in one room with a person, by whoever's wish.
  fileprivate func sharers(with person: Int) -> Set<Int> {
    var neighbours: [Int: [Int]] = [:]
    for (index, one) in people.enumerated() {
      for other in one.roommates {
        neighbours[index, default: []].append(other)
        neighbours[other, default: []].append(index)
      }
    }
    var (found, open): (Set<Int>, [Int]) = ([person], [person])
    while let next = open.popLast() {
      for other in neighbours[next] ?? [] where found.insert(other).inserted { open.append(other) }
    }
    return found
  }
}
