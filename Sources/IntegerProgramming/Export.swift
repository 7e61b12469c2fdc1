import CGLPK
import Foundation

/// A text format for models that other solvers read.
public enum ExportFormat: Hashable, Sendable, CaseIterable {
  /// MPS in its free form. Names stay as they are but for blanks and punctuation. The format always minimizes, so
  /// a maximization is written with its objective negated.
  case mps
  /// The LP format of CPLEX. It knows ASCII only, so names in other scripts are written in Latin letters.
  case cplexLP
}

/// Why an export failed.
public enum ExportError: Error, Hashable, Sendable {
  /// The working file in this folder could not be written; with what GLPK said.
  case cannotWrite(folder: String, detail: String)
}

extension Model {
  /// The model as text.
  ///
  /// Names that the format cannot hold are changed, and repeated ones numbered, so that each names one thing.
  /// - Throws: `ExportError` when the temporary folder cannot be written to.
  public func export(_ format: ExportFormat) throws -> String {
    try withLiveProblem { try $0.export(format) }
  }
}

extension LinearProblem {
  /// The problem as it stands, as text; see `Model.export(_:)`.
  public func export(_ format: ExportFormat) throws -> String {
    let problem = problem
    let copy = glp_create_prob()!
    defer { glp_delete_prob(copy) }
    glp_copy_prob(copy, problem, GLP_OFF)
    var rowNames = ExportNames(format, taken: ["objective"])
    var columnNames = ExportNames(format)
    glp_set_prob_name(copy, rowNames.spelled(name))
    glp_set_obj_name(copy, "objective")
    for (index, name) in constraintNames.enumerated() {
      glp_set_row_name(copy, Int32(index) + 1, rowNames.unique(name))
    }
    for (index, name) in variableNames.enumerated() {
      glp_set_col_name(copy, Int32(index) + 1, columnNames.unique(name))
    }
    addConstantColumn(to: copy, named: columnNames.unique("constant"))
    deleteFreeRows(of: copy)
    if format == .mps, glp_get_obj_dir(copy) == GLP_MAX { negateObjective(copy) }
    return try write(copy, format)
  }

  /// A row without bounds says nothing, and GLPK writes no objective to an MPS file that has one.
  private func deleteFreeRows(of problem: OpaquePointer) {
    let free = (1..<(glp_get_num_rows(problem) + 1)).filter { glp_get_row_type(problem, $0) == GLP_FR }
    if free.isEmpty { return }
    glp_del_rows(problem, Int32(free.count), [0] + free)
  }

  /// The constant of the objective as a variable that is 1: GLPK leaves it out of LP files, and readers of MPS
  /// disagree about its sign.
  private func addConstantColumn(to problem: OpaquePointer, named name: String) {
    let constant = glp_get_obj_coef(problem, 0)
    if constant == 0 { return }
    glp_set_obj_coef(problem, 0, 0)
    let place = glp_add_cols(problem, 1)
    glp_set_col_bnds(problem, place, GLP_FX, 1, 1)
    glp_set_obj_coef(problem, place, constant)
    glp_set_col_name(problem, place, name)
  }

  private func negateObjective(_ problem: OpaquePointer) {
    glp_set_obj_dir(problem, GLP_MIN)
    for place in 0...glp_get_num_cols(problem) {
      glp_set_obj_coef(problem, place, -glp_get_obj_coef(problem, place))
    }
  }

  /// GLPK writes to files only.
  private func write(_ problem: OpaquePointer, _ format: ExportFormat) throws -> String {
    let folder = FileManager.default.temporaryDirectory
    let file = folder.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let (code, detail) = Transcript.capture {
      switch format {
      case .mps: glp_write_mps(problem, GLP_MPS_FILE, nil, file.path)
      case .cplexLP: glp_write_lp(problem, nil, file.path)
      }
    }
    guard code == 0, let bytes = try? Data(contentsOf: file) else {
      throw ExportError.cannotWrite(folder: folder.path, detail: detail)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Spells names so that a format can hold them and no two are the same.
struct ExportNames {
  private static let greatestLength = 200
  /// Words that begin a section of an LP file, or are numbers there.
  private static let reserved: Set<String> = [
    "bin", "binaries", "binary", "bound", "bounds", "end", "free", "gen", "general", "generals", "inf",
    "infinity", "int", "integer", "integers", "max", "maximise", "maximize", "maximum", "min", "minimise",
    "minimize", "minimum", "s.t.", "semi", "st", "st.", "subject", "such",
  ]

  private let format: ExportFormat
  private var taken: Set<String>

  init(_ format: ExportFormat, taken: Set<String> = []) {
    self.format = format
    self.taken = taken
  }

  /// The spelling of `name`, with a number if another name was spelled so.
  mutating func unique(_ name: String) -> String {
    let spelling = spelled(name)
    var candidate = spelling
    var number = 1
    while !taken.insert(candidate).inserted {
      number += 1
      candidate = "\(spelling)#\(number)"
    }
    return candidate
  }

  /// The nearest spelling the format can hold.
  func spelled(_ name: String) -> String {
    let letters = format == .mps ? name : latin(name)
    var spelling = ""
    for character in letters {
      let next = isAllowed(character) ? String(character) : substitute(character)
      if spelling.utf8.count + next.utf8.count > ExportNames.greatestLength { break }
      spelling += next
    }
    return needsPrefix(spelling) ? "_" + spelling : spelling
  }

  private func isAllowed(_ character: Character) -> Bool {
    if character.isASCII {
      return character.isLetter || character.isNumber || "_.,()/#'~".contains(character)
    }
    return format == .mps && (character.isLetter || character.isNumber || character.isSymbol)
  }

  private func substitute(_ character: Character) -> String {
    switch character {
    case "[", "（": "("
    case "]", "）": ")"
    case "，": ","
    default: "_"
    }
  }

  /// A number, a word of the format, or nothing cannot stand for a name.
  private func needsPrefix(_ spelling: String) -> Bool {
    guard let first = spelling.first else { return true }
    if first.isNumber || first == "." || ExportNames.reserved.contains(spelling.lowercased()) { return true }
    return first.lowercased() == "e" && spelling.dropFirst().first?.isNumber ?? false
  }

  private func latin(_ name: String) -> String {
    let transliterated = name.applyingTransform(.toLatin, reverse: false) ?? name
    return transliterated.applyingTransform(.stripDiacritics, reverse: false) ?? transliterated
  }
}
