import Localization

// Every sentence of this module, in both languages.

/// What a cell should have held.
public enum Expectation: Sendable, Hashable {
  /// A whole number, of a range when one is given.
  case wholeNumber(ClosedRange<Int>? = nil)
  /// A number that may have decimals.
  case number
  /// Yes or no.
  case boolean
  /// A day.
  case date
  /// A day and a time of day.
  case dateTime
  /// Numbers and ranges of numbers.
  case numberRanges
  /// Any text.
  case text
  /// One of some words.
  case oneOf([String])
}

extension Expectation {
  /// What is expected.
  public var message: Phrase {
    switch self {
    case .wholeNumber(nil): Phrase("应为整数", "expected a whole number")
    case .wholeNumber(let range?):
      Phrase(
        "应为 \(range.lowerBound) 到 \(range.upperBound) 的整数",
        "expected a whole number from \(range.lowerBound) to \(range.upperBound)")
    case .number: Phrase("应为数字", "expected a number")
    case .boolean: Phrase("应为是或否", "expected yes or no")
    case .date: Phrase("应为日期", "expected a date")
    case .dateTime: Phrase("应为日期和时间", "expected a date and a time")
    case .numberRanges: Phrase("应为号码或号码范围", "expected numbers or ranges of numbers")
    case .text: Phrase("此处不能为空", "this cell must not be blank")
    case .oneOf(let words):
      Phrase(
        "应为以下之一：" + words.joined(separator: "、"), "expected one of: " + words.joined(separator: ", "))
    }
  }

  /// How to write what is expected in place of `cell`.
  public func hint(for cell: String) -> Phrase? {
    switch self {
    case .wholeNumber, .number:
      Phrase("只写数字，不带单位和千位分隔符", "write digits alone, without units or thousands separators")
    case .boolean: Phrase("填“是”或“否”，或留空", "write yes or no, or leave it blank")
    case .date: Phrase("写成 2026-03-05", "write it as 2026-03-05")
    case .dateTime: Phrase("写成 2026-03-05 14:35", "write it as 2026-03-05 14:35")
    case .numberRanges:
      Phrase(
        "写成 7,9-13，并先把单元格格式设为文本", "write it as 7,9-13, in a cell that is formatted as text")
    case .text: nil
    case .oneOf(let words): suggestion(for: cell, among: words).map(didYouMean)
    }
  }
}

/// The advice that a known word may have been meant.
public func didYouMean(_ word: String) -> Phrase {
  Phrase("是否应为“\(word)”？", "did you mean \"\(word)\"?")
}

/// The words around the parts of a diagnostic.
struct DiagnosticWording {
  let note: String
  let beforeHint: String
  private let quotes: (open: String, close: String)

  init(_ language: Language) {
    switch language {
    case .chinese: (note, beforeHint, quotes) = ("提示：", "；", ("“", "”："))
    case .english: (note, beforeHint, quotes) = ("note: ", "; ", ("\"", "\": "))
    }
  }

  func quotation(of cell: String) -> String {
    quotes.open + cell + quotes.close
  }
}
