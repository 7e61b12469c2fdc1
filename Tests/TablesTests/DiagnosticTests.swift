import Localization
import Testing

@testable import Tables

@Suite struct `Telling a problem` {
  private func diagnostic(
    _ severity: Diagnostic.Severity = .error, source: String = "people.csv", row: Int? = nil,
    column: Int? = nil,
    found: String? = nil, hint: Phrase? = nil
  ) -> Diagnostic {
    Diagnostic(
      severity, source: source, row: row, column: column, found: found, message: Phrase("有误", "wrong"),
      hint: hint)
  }

  @Test func `A message names the file, the row and the column, quotes the cell and ends in an advice`() {
    let whole = diagnostic(row: 17, column: 9, found: "12x", hint: Phrase("请改正", "mend it"))
    #expect(whole.text(in: .english) == "people.csv:17:9: “12x”: wrong; mend it")
    #expect(whole.text(in: .chinese) == "people.csv:17:9: “12x”：有误；请改正")
    #expect(diagnostic(row: 17).text(in: .english) == "people.csv:17: wrong")
    #expect(diagnostic(.note).text(in: .english) == "people.csv: note: wrong")
    #expect(diagnostic(.note).text(in: .chinese) == "people.csv: 提示：有误")
    #expect(diagnostic(row: 2, column: 1, found: "").text(in: .english) == "people.csv:2:1: wrong")
  }

  @Test func `What is the matter with several files is told once, and of a row each time`() {
    let files = ["event.csv", "hall.csv", "people.csv"].map { diagnostic(.note, source: $0) }
    let rows = [diagnostic(row: 2), diagnostic(row: 3)]
    #expect(
      (files + rows).grouped().map { $0.text(in: .chinese) } == [
        "event.csv、hall.csv、people.csv: 提示：有误", "people.csv:2: 有误", "people.csv:3: 有误",
      ])
    #expect(files.grouped()[0].text(in: .english) == "event.csv, hall.csv, people.csv: note: wrong")
  }

  @Test func `A message is one line whatever the cell and the file name hold`() {
    let hostile = diagnostic(
      source: "a\nb.csv", row: 1, column: 1, found: "x\r\ny\u{202E}z\u{2028}\u{1B}[2J", hint: Phrase("c\u{7}")
    )
    #expect(
      hostile.text(in: .english)
        == #"a\nb.csv:1:1: “x\r\nyU+202EzU+2028U+001B[2J”: wrong; cU+0007"#)
  }

  @Test func `A long cell is shortened to forty characters`() {
    #expect(shown(String(repeating: "王", count: 40)) == String(repeating: "王", count: 40))
    #expect(shown(String(repeating: "王", count: 41)) == String(repeating: "王", count: 39) + "…")
    #expect(shown("e" + String(repeating: "\u{301}", count: 5_000)).unicodeScalars.count == 40)
  }

  @Test func `Problems are told in the order of the input`() {
    let ordered = [
      diagnostic(source: "groups.csv", row: 9), diagnostic(), diagnostic(row: 2),
      diagnostic(row: 2, column: 3),
      diagnostic(.note, row: 2, column: 3), diagnostic(row: 10, column: 1),
    ]
    #expect(ordered.reversed().sorted() == ordered)
  }

  @Test func `What follows from a refused cell is not told`() {
    let first = diagnostic(row: 2, column: 3, found: "=1")
    let consequence = Diagnostic(source: "people.csv", row: 2, column: 3, message: Phrase("应为整数", "a number"))
    let elsewhere = diagnostic(row: 2, column: 1)
    let note = diagnostic(.note, row: 2, column: 3)
    #expect([first, consequence, elsewhere, note, elsewhere].tidied() == [elsewhere, first, note])
  }

  @Test func `Of very many problems of a file the number is told, errors and notes apart`() {
    let diagnostics = (1...9).reversed().map { row in
      Diagnostic(row > 4 ? .error : .note, source: "a.csv", row: row, column: 1, message: Phrase("x"))
    }
    let other = Diagnostic(source: "b.csv", row: 1, message: Phrase("y"))
    #expect(
      (diagnostics + [other]).tidied(limit: 2).map { $0.text(in: .english) } == [
        "a.csv: further problems that are not listed: 3; mend those that are listed first",
        "a.csv: note: further problems that are not listed: 2; mend those that are listed first",
        "a.csv:1:1: note: x", "a.csv:2:1: note: x", "a.csv:5:1: x", "a.csv:6:1: x", "b.csv:1: y",
      ])
  }

  @Test func `A cell of a table is pointed at by its row and column`() throws {
    let table = try #require(Reading("name,gruop\n王伟,十\n").table)
    #expect(
      table.diagnostic(row: table.rows[0], column: 1, expected: .wholeNumber(1...9)).text(in: .english)
        == "people.csv:2:2: “十”: expected a whole number from 1 to 9; "
        + "write digits alone, without units or thousands separators")
    #expect(
      table.headerDiagnostic(.note, column: 1, Phrase("未知的列", "unknown column"), hint: didYouMean("group"))
        .text(in: .chinese) == "people.csv:1:2: 提示：“gruop”：未知的列；是否应为“group”？")
  }

  @Test(
    arguments: [
      (.wholeNumber(), "应为整数", "expected a whole number"),
      (.wholeNumber(1...9), "应为 1 到 9 的整数", "expected a whole number from 1 to 9"),
      (.number, "应为数字", "expected a number"),
      (.boolean, "应为是或否", "expected yes or no"),
      (.date, "应为日期", "expected a date"),
      (.dateTime, "应为日期和时间", "expected a date and a time"),
      (.numberRanges, "应为号码或号码范围", "expected numbers or ranges of numbers"),
      (.text, "此处不能为空", "this cell must not be blank"),
      (.oneOf(["左", "右"]), "应为以下之一：左、右", "expected one of: 左, 右"),
    ] as [(Tables.Expectation, String, String)])
  func `An expectation says what a cell should hold`(
    expectation: Tables.Expectation, chinese: String, english: String
  ) {
    #expect(expectation.message == Phrase(chinese, english))
  }

  @Test(
    arguments: [
      (.number, "只写数字，不带单位和千位分隔符", "write digits alone, without units or thousands separators"),
      (.boolean, "填“是”或“否”，或留空", "write yes or no, or leave it blank"),
      (.date, "写成 2026-03-05", "write it as 2026-03-05"),
      (.dateTime, "写成 2026-03-05 14:35", "write it as 2026-03-05 14:35"),
      (
        .numberRanges, "写成 7,9-13，并先把单元格格式设为文本", "write it as 7,9-13, in a cell that is formatted as text"
      ),
      (.oneOf(["near", "free"]), "是否应为“near”？", "did you mean “near”?"),
    ] as [(Tables.Expectation, String, String)])
  func `An expectation says how to write it`(
    expectation: Tables.Expectation, chinese: String, english: String
  ) {
    #expect(expectation.hint(for: "neer") == Phrase(chinese, english))
  }
}
