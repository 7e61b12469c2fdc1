import Assembly
import Localization
import Tables

/// Reads the table `event`: a key and its value in each row.
struct SettingsReader {
  /// What a key of the table sets.
  private enum Setting: Hashable {
    case key(SettingKey)
    case weight(Term)
  }

  private static let settings: [String: Setting] = {
    var settings: [String: Setting] = [:]
    for key in SettingKey.allCases {
      settings[foldHeader(key.rawValue)] = .key(key)
      for name in [key.chinese] + key.synonyms { settings[foldHeader(name)] = .key(key) }
    }
    for term in Term.allCases {
      for key in term.keys { settings[foldHeader(key)] = .weight(term) }
    }
    return settings
  }()

  private var cells: CellReader
  private(set) var settings = Settings(name: "")
  /// Row of each key that the table has, by its English name.
  private(set) var rows: [String: Table.Row] = [:]
  /// The language that the table asks for; nothing where it says something else than a language.
  private(set) var language: Language? = .chinese

  /// Reads the settings of a sheet, which has its columns.
  init(_ sheet: Sheet) {
    cells = CellReader(sheet, near: Self.dayWithYear(in: sheet))
    var firstRow: [Setting: Int] = [:]
    for row in sheet.table.rows {
      let key = sheet.text("key", row)
      guard let setting = Self.settings[foldHeader(key)] else {
        noteUnknown(key, row)
        continue
      }
      if let first = firstRow[setting] {
        cells.refuse("key", row, Wording.sameKeyTwice(firstRow: first))
        continue
      }
      firstRow[setting] = row.number
      switch setting {
      case .key(let key):
        rows[key.rawValue] = row
        read(key, row)
      case .weight(let term):
        rows[term.key] = row
        readWeight(term, row)
      }
    }
    if rows[SettingKey.name.rawValue] == nil {
      missing = Diagnostic(source: sheet.table.source, message: Wording.missingName)
    }
  }

  /// A day of the event that is written with its year: the others may lack theirs.
  private static func dayWithYear(in sheet: Sheet) -> Day? {
    let days: [Setting] = [.key(.start), .key(.end), .key(.report), .key(.leave)]
    return days.lazy.compactMap { setting in
      sheet.table.rows.first { settings[foldHeader(sheet.text("key", $0))] == setting }
        .flatMap { CellParsing.date(sheet.text("value", $0)) }
        .flatMap { Day(year: $0.year, month: $0.month, day: $0.day) }
    }.first
  }

  /// What is wrong with the table.
  var diagnostics: [Diagnostic] {
    cells.diagnostics + (missing.map { [$0] } ?? [])
  }

  private var missing: Diagnostic?
  /// A table with more unknown keys than this is another table: nobody needs a hundred thousand pieces of advice.
  private var hintsLeft = 100

  private mutating func noteUnknown(_ key: String, _ row: Table.Row) {
    guard !key.isEmpty else {
      cells.refuse("key", row, Expectation.text.message)
      return
    }
    cells.note("key", row, Wording.unknownKey, hint: hint(for: key))
  }

  private mutating func hint(for key: String) -> Phrase? {
    guard hintsLeft > 0 else { return nil }
    hintsLeft -= 1
    let keys =
      SettingKey.allCases.flatMap { [$0.chinese, $0.rawValue] }
      + Term.allCases.flatMap { [$0.chineseKey, $0.key] }
    return suggestion(for: key, among: keys).map(didYouMean)
  }

  private mutating func read(_ key: SettingKey, _ row: Table.Row) {
    switch key {
    case .name: settings.name = cells.required("value", row) ?? ""
    case .start: settings.start = cells.day("value", row).value
    case .end: settings.end = cells.day("value", row).value
    case .report: settings.report = cells.day("value", row).value
    case .leave: settings.leave = cells.day("value", row).value
    case .place: set(\.place, .init(cells.text("value", row)))
    case .language: readLanguage(row)
    case .highSide: set(\.highSide, cells.word("value", row, of: Words.side))
    case .evenRule: set(\.evenRule, cells.word("value", row, of: Words.evenRule))
    case .twoRule: settings.twoRule = cells.word("value", row, of: Words.evenRule).value
    case .equalHeads: settings.equalHeads = cells.isYes("value", row)
    case .hallMethod: set(\.hallMethod, cells.word("value", row, of: Words.hallMethod))
    case .hallOrder: set(\.hallOrder, cells.word("value", row, of: Words.hallOrder))
    case .closeUp: settings.closesUp = cells.isYes("value", row)
    case .memberOrder: set(\.memberOrder, cells.word("value", row, of: Words.memberOrder))
    case .strokeBlankFirst: readYes(\.strokeBlankFirst, row)
    case .maxWait: setMinutes(\.maxWait, row)
    case .vipWait: setMinutes(\.vipWait, row)
    case .readyFlight: setMinutes(\.readyFlight, row)
    case .readyTrain: setMinutes(\.readyTrain, row)
    case .leadFlight: setMinutes(\.leadFlight, row)
    case .leadTrain: setMinutes(\.leadTrain, row)
    case .maxEarly: setMinutes(\.maxEarly, row)
    case .vehicleSpare: readVehicleSpare(row)
    case .notice: settings.notice = cells.text("value", row)
    case .mealPrice: settings.mealPrice = cells.whole("value", row, in: 0...1_000_000).value
    case .phone: readYes(\.printsPhones, row)
    case .roomSpare: set(\.roomSpare, cells.whole("value", row, in: 0...CellLimits.rooms))
    }
  }

  private mutating func set<Value>(_ field: WritableKeyPath<Settings, Value>, _ cell: Cell<Value>) {
    if let value = cell.value { settings[keyPath: field] = value }
  }

  private mutating func setMinutes(_ field: WritableKeyPath<Settings, Int>, _ row: Table.Row) {
    set(field, cells.whole("value", row, in: 0...CellLimits.minutes))
  }

  private mutating func readLanguage(_ row: Table.Row) {
    let cell = cells.word("value", row, of: Words.language)
    set(\.language, cell)
    language = cell.isRefused ? nil : settings.language
  }

  /// The default is yes, so that a blank cell is not the no that it is elsewhere.
  private mutating func readYes(_ field: WritableKeyPath<Settings, Bool>, _ row: Table.Row) {
    guard !cells.text("value", row).isEmpty else { return }
    settings[keyPath: field] = cells.isYes("value", row)
  }

  /// A share, `0.2`, or a percentage, `20%`.
  private mutating func readVehicleSpare(_ row: Table.Row) {
    let share = cells.read("value", row, expected: Wording.expectedShare) { (text: String) -> Double? in
      let folded = foldHeader(text)
      let isPercentage = folded.hasSuffix("%")
      guard let number = CellParsing.decimal(isPercentage ? String(folded.dropLast()) : folded) else {
        return nil
      }
      let share = isPercentage ? number / 100 : number
      return share >= 0 && share < 1 ? share : nil
    }
    set(\.vehicleSpare, share)
  }

  private mutating func readWeight(_ term: Term, _ row: Table.Row) {
    if let weight = cells.whole("value", row, in: 0...Weights.largest).value {
      settings.weights[term] = weight
    }
  }
}

extension Cell<String> {
  fileprivate init(_ text: String) {
    self = text.isEmpty ? .blank : .value(text)
  }
}
