import Assembly
import Localization
import Tables

extension TableContract {
  /// The seats of the rostrum.
  static let rostrum = TableContract(
    .rostrum, "主席台", also: ["主席台座位"],
    columns: [
      Column(
        "row", "排", also: ["排号"], required: true,
        help: Phrase("第 1 排为最前排（离观众最近）", "row 1 is the front row, nearest the audience"), example: Phrase("1")
      ),
      Column(
        "seats", "座位数", also: ["座数", "人数", "座位"], required: true, kind: .number,
        help: Phrase("这一排的座位数", "seats of the row"), example: Phrase("9")),
    ]
  ) { sheet, draft in
    let reader = RostrumReader(sheet)
    draft.rostrum = reader.rows
    return reader.diagnostics
  }
}
