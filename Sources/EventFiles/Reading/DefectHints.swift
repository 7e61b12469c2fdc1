import Assembly
import Localization
import Tables

/// Finds what was probably meant by a name that nothing bears. The other cell is told by its place, never by its
/// text: what stands there may be another person's name; a place of the routes is nobody's.
final class DefectHints {
  private let draft: EventDraft
  private let sources: EventSources
  /// Comparing a word with everybody is slow: in a long list only the first unknown names get a hint.
  private var comparisonsLeft = 200_000
  private lazy var people = Candidates(draft.people.lazy.flatMap { [($0.name, $0.row), ($0.id, $0.row)] })
  private lazy var sections = Candidates((draft.hall ?? []).lazy.map { ($0.section, $0.tableRow) })
  private lazy var hotels = Candidates((draft.rooms ?? []).lazy.map { ($0.hotel, $0.row) })
  private lazy var rooms = Candidates((draft.rooms ?? []).lazy.map { ($0.hotel + "-" + $0.number, $0.row) })
  private lazy var groups = Candidates(
    draft.people.lazy.compactMap { person in person.groupName.map { ($0, person.row) } })
  private lazy var listedGroups = Candidates(draft.groups.lazy.map { ($0.name, $0.row) })
  private lazy var groupOfRow = Dictionary(
    draft.people.lazy.compactMap { person in person.groupName.map { (person.row, $0) } }
  ) { first, _ in first }
  private lazy var groupNames = Dictionary(draft.groups.lazy.map { ($0.row, $0.name) }) { first, _ in first }
  private lazy var vehicles = Candidates((draft.vehicles ?? []).lazy.map { ($0.id, $0.row) })
  private lazy var places = Candidates(
    draft.routes.lazy.flatMap { [($0.from, $0.row), ($0.to, $0.row)] })

  init(_ draft: EventDraft, _ sources: EventSources) {
    self.draft = draft
    self.sources = sources
  }

  /// The advice for a defect, if there is one.
  func hint(for defect: Defect) -> Phrase? {
    switch defect.fault {
    case .unknownPerson(let name):
      row(like: name, in: people).flatMap { row in
        defect.table != .people
          ? Wording.meantRow(row, of: file(.people)) : row == defect.row ? nil : Wording.meantRow(row)
      }
    case .unknownSection(let name):
      row(like: name, in: sections).map { Wording.meantRow($0, of: file(.hall)) }
    case .unknownHotel(let name):
      (row(like: name, in: hotels) ?? row(like: name, in: rooms)).map {
        Wording.meantRow($0, of: file(.rooms))
      }
    case .unknownRoom(let name):
      row(like: name, in: rooms).map { Wording.meantRow($0, of: file(.rooms)) }
    case .groupNotListed:
      defect.row.flatMap { groupOfRow[$0] }
        .flatMap { row(like: $0, in: listedGroups) }.map { Wording.meantRow($0, of: file(.groups)) }
    case .countsAsTwin(let name, _): Words.roomType.hint(for: name)
    case .groupWithoutPeople:
      defect.row.flatMap { groupNames[$0] }
        .flatMap { row(like: $0, in: groups) }.map { Wording.meantRow($0, of: file(.people)) }
    case .fleet(let fault): hint(for: fault)
    default: nil
    }
  }

  private func hint(for fault: VehiclesFault) -> Phrase? {
    switch fault {
    case .unknownVehicle(let id):
      row(like: id, in: vehicles).map { Wording.meantRow($0, of: file(.vehicles)) }
    case .placeWithoutRoute(let place, _):
      word(like: place, in: places).flatMap { meant in
        places.rows[meant].map { Wording.meantPlace(meant, row: $0, of: file(.routes)) }
      }
    case .noGroupOfThatName(let name):
      row(like: name, in: groups).map { Wording.meantRow($0, of: file(.people)) }
    case .noHotelOfThatName(let name):
      row(like: name, in: hotels).map { Wording.meantRow($0, of: file(.rooms)) }
    default: nil
    }
  }

  private func row(like word: String, in candidates: Candidates) -> Int? {
    self.word(like: word, in: candidates).flatMap { candidates.rows[$0] }
  }

  private func word(like word: String, in candidates: Candidates) -> String? {
    guard candidates.words.count <= comparisonsLeft else { return nil }
    comparisonsLeft -= candidates.words.count
    guard let meant = suggestion(for: word, among: candidates.words), digits(of: meant) == digits(of: word)
    else {
      return nil
    }
    return meant
  }

  /// Room 302 is not a slip for 301: numbers that differ are other things. A letter that looks like a digit is one.
  private func digits(of word: String) -> String {
    word.replacing("O", with: "0").replacing("o", with: "0").replacing("l", with: "1")
      .filter { $0.isASCII && $0.isNumber }
  }

  private func file(_ table: TableName) -> String {
    sources.sheets[table]?.table.source ?? table.rawValue + ".csv"
  }
}

/// Words and the row in which each comes first.
private struct Candidates {
  let words: [String]
  let rows: [String: Int]

  init(_ entries: some Sequence<(String, Int)>) {
    var words: [String] = []
    var rows: [String: Int] = [:]
    for (word, row) in entries where rows[word] == nil {
      rows[word] = row
      words.append(word)
    }
    self.words = words
    self.rows = rows
  }
}
