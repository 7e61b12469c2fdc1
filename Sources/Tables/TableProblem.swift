/// What can be wrong with a file or a cell before anyone asks what it means. The wording is in `Wording.swift`.
enum TableProblem: Sendable, Hashable {
  case emptyFile
  case noHeader
  case titleAboveHeader
  case workbook
  case webPage
  case otherProgram(String)
  case binaryWorkbook
  case lockedWorkbook
  case damagedWorkbook
  case oldWorkbook
  case noWorkbook
  case noSheets
  case documentType
  case unpacksTooLarge(limit: Int)
  case tooManyParts(Int, limit: Int)
  case duplicateParts
  case endlessMarkup
  case cellOutsideSheet
  case textWithoutByteOrderMark
  case utf32
  case undecodable(byte: UInt8, position: Int, tried: [TextEncoding])
  case decodedAs(TextEncoding)

  case tooManyBytes(Int, limit: Int)
  case tooManyRows(limit: Int)
  case tooManyColumns(limit: Int)
  case tooManyCells(limit: Int)
  case tooManyMerges(limit: Int)
  case cellTooLong(limit: Int)

  case unclosedQuote
  case textAfterQuote
  case controlCharacter(Unicode.Scalar)
  case formula
  case errorCell
  case lostText
  case cellTwice
  case rowTwice
  case formulaWithoutValue

  case titleSkipped(rows: Int)
  case remarkSkipped
  case remarkBeside(firstRow: Int)
  case hiddenRows([Int])
  case hiddenColumn
  case strayCell

  case duplicateHeader(firstColumn: Int)
  case namelessColumn(firstRow: Int)
  case cellBeyondHeader(columns: Int)
  case furtherProblems(Int)
}

extension TableProblem {
  /// Whether it says that bytes are no text.
  var isUndecodable: Bool {
    switch self {
    case .undecodable, .textWithoutByteOrderMark: true
    default: false
    }
  }
}

/// A problem and where it is, rows and columns counted from 1.
struct LocatedProblem: Error, Hashable {
  let problem: TableProblem
  var row: Int?
  var column: Int?
  var found: String?

  init(_ problem: TableProblem, row: Int? = nil, column: Int? = nil, found: String? = nil) {
    self.problem = problem
    self.row = row
    self.column = column
    self.found = found
  }

  func diagnostic(in source: String) -> Diagnostic {
    Diagnostic(
      problem.severity, source: source, row: row, column: column, found: found,
      message: problem.message, hint: problem.hint, code: code(ofCase: problem))
  }
}

/// The problems of one table, kept up to a limit: a hostile file may hold one in each of its bytes.
struct ProblemLog {
  private let limit: Int
  private var kept: [LocatedProblem] = []
  private var droppedCount = 0

  init(limit: Int) {
    self.limit = limit
  }

  mutating func append(_ problem: LocatedProblem) {
    if kept.count < limit { kept.append(problem) } else { droppedCount += 1 }
  }

  /// All that was logged, in the order of the file.
  func diagnostics(in source: String) -> [Diagnostic] {
    let further = droppedCount == 0 ? [] : [LocatedProblem(.furtherProblems(droppedCount))]
    return kept.map { $0.diagnostic(in: source) }.sorted() + further.map { $0.diagnostic(in: source) }
  }
}

/// Whether a cell holds the name of an error in place of a value.
func isErrorCell(_ cell: String) -> Bool {
  ["#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"].contains(cell)
}
