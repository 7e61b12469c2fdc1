import IntegerProgramming
import SolverShared

/// Betters a seating: pieces of it change their table or take each other's, each in the best way, until no change pays.
struct SeatingSearch {
  private(set) var seating: MealSeating
  /// Changes of which the cost was looked at.
  private(set) var trials = 0
  private let target: Int
  private let interruption: Interruption?
  /// By source whether a move from home costs more than a seat there and a pair together: of two who are at home neither
  /// goes, nor do they change places.
  private let isSteady: [Bool]
  /// However long the search, it ends.
  private static let mostTrials = 200_000_000

  /// - Parameter target: a seating that costs no more is good enough.
  init(_ seating: MealSeating, to target: Int, _ interruption: Interruption?) {
    self.seating = seating
    self.target = target
    self.interruption = interruption
    let problem = seating.problem
    isSteady = problem.sources.enumerated().map { index, source in
      source.home >= 0
        && problem.weightOfMove * source.weightOfMove
          >= problem.cost(index, at: source.home) + problem.weightOfSplit
    }
  }

  private func stays(_ source: Int, at table: Int) -> Bool {
    isSteady[source] && seating.problem.sources[source].home == table
  }

  private var isDone: Bool {
    seating.objective <= target || trials > Self.mostTrials || interruption?.isInterrupted ?? false
  }

  mutating func improve() {
    var isBetter = true
    while isBetter {
      isBetter = false
      for table in [seating.nowhere] + Array(seating.problem.tables.indices) {
        for piece in seating.pieces(at: table) {
          if isDone { return }
          guard seating.has(piece, at: table), let change = bestChange(of: piece, at: table) else { continue }
          apply(change, at: table)
          isBetter = true
        }
      }
    }
  }

  /// A piece, or a part of it, goes to another table, and maybe a piece of that comes back.
  private struct Change {
    let piece: MealSeating.Piece
    let other: Int
    let back: MealSeating.Piece?
    let cost: Int
  }

  private mutating func apply(_ change: Change, at table: Int) {
    if let back = change.back {
      seating.exchange(change.piece, at: table, back, at: change.other)
    } else {
      seating.move(change.piece, from: table, to: change.other)
    }
  }

  /// The change that saves most; nothing where none saves anything.
  private mutating func bestChange(of piece: MealSeating.Piece, at table: Int) -> Change? {
    let problem = seating.problem
    var best: Change?
    func consider(_ piece: MealSeating.Piece, _ other: Int, _ back: MealSeating.Piece?, _ cost: Int) {
      if cost < best?.cost ?? 0 { best = Change(piece: piece, other: other, back: back, cost: cost) }
    }
    let leavesSome = table != seating.nowhere && problem.isForSome(table)
    let stays = piece.company < 0 && stays(piece.source, at: table)
    for other in problem.tables.indices where other != table {
      let entersSome = problem.isForSome(other)
      // A seat at a table for some is left to nobody else.
      let mayJustLeave = !leavesSome || entersSome
      let room = seating.room[other]
      if !stays, mayJustLeave, room > 0, seating.admits(piece, at: other) {
        if room >= piece.count {
          trials += 1
          consider(piece, other, nil, seating.cost(of: piece, from: table, to: other))
        } else if piece.company < 0 {
          let part = MealSeating.Piece(source: piece.source, company: -1, count: room)
          trials += 1
          consider(part, other, nil, seating.cost(of: part, from: table, to: other))
        }
      }
      guard piece.company >= 0 || problem.admits(piece.source, at: other) else { continue }
      for cell in seating.cells[other] where cell.index != piece.source {
        if stays, self.stays(cell.index, at: other) { continue }
        let back = MealSeating.Piece(source: cell.index, company: -1, count: cell.count)
        guard seating.admits(back, at: table), !staysSeated(back, at: other, against: table) else { continue }
        if piece.company >= 0, !seating.admits(piece, at: other) { break }
        if fit(piece, table, back, other, leavesSome, entersSome) {
          trials += 1
          consider(piece, other, back, seating.cost(of: piece, from: table, to: other, for: back))
        }
        let least = min(piece.count, back.count)
        if piece.company < 0, piece.count != back.count {
          let part = MealSeating.Piece(source: piece.source, company: -1, count: least)
          let partBack = MealSeating.Piece(source: back.source, company: -1, count: least)
          trials += 1
          consider(part, other, partBack, seating.cost(of: part, from: table, to: other, for: partBack))
        } else if piece.company >= 0, back.count > piece.count {
          let partBack = MealSeating.Piece(source: back.source, company: -1, count: piece.count)
          trials += 1
          consider(piece, other, partBack, seating.cost(of: piece, from: table, to: other, for: partBack))
        }
      }
      for company in seating.companiesAt[other] where company != piece.company {
        let back = MealSeating.Piece(
          source: -1, company: company, count: problem.size(ofCompany: company))
        guard seating.admits(piece, at: other, leaving: company),
          seating.admits(back, at: table, leaving: piece.company),
          !staysSeated(back, at: other, against: table)
        else { continue }
        if fit(piece, table, back, other, leavesSome, entersSome) {
          trials += 1
          consider(piece, other, back, seating.cost(of: piece, from: table, to: other, for: back))
        }
        if piece.company < 0, piece.count > back.count {
          let part = MealSeating.Piece(source: piece.source, company: -1, count: back.count)
          trials += 1
          consider(part, other, back, seating.cost(of: part, from: table, to: other, for: back))
        }
      }
    }
    return best
  }

  /// Whether people who sit where they did before a late change would lose their seat to some who have none: nobody stands
  /// up for that.
  private func staysSeated(_ piece: MealSeating.Piece, at table: Int, against other: Int) -> Bool {
    guard other == seating.nowhere else { return false }
    let problem = seating.problem
    return piece.company < 0
      ? problem.sources[piece.source].home == table
      : problem.companies[piece.company].sources.contains { problem.sources[$0.index].home == table }
  }

  /// Whether two pieces have room at each other's tables, and leave no seat empty at one that is for some.
  private func fit(
    _ piece: MealSeating.Piece, _ table: Int, _ back: MealSeating.Piece, _ other: Int, _ leavesSome: Bool,
    _ entersSome: Bool
  ) -> Bool {
    piece.count <= seating.room[other] + back.count && back.count <= seating.room[table] + piece.count
      && (!leavesSome || entersSome || back.count >= piece.count)
      && (!entersSome || leavesSome || piece.count >= back.count)
  }
}
