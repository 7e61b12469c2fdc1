public import Localization
public import Printing

extension Page {
  /// A sheet that tells whether a printer keeps sizes and margins: two rulers, and marks in the four corners.
  ///
  /// - Parameters:
  ///   - page: a page of the paper that is to be printed; the sheet is as large.
  ///   - language: that of the event.
  public static func printerTest(like page: Page, in language: Language) -> Page {
    let size = page.size
    var marks: [Mark] = []
    let (left, top) = (size.width / 2 - 75, size.height / 2)
    for millimetre in 0...150 {
      let length = millimetre % 10 == 0 ? 6.0 : millimetre % 5 == 0 ? 4 : 2.5
      let x = left + Double(millimetre)
      marks.append(.line(Point(x, top), Point(x, top - length), .rule))
      if millimetre % 10 == 0 {
        marks.append(
          .text(
            Text("\(millimetre)", .number.sized(8), in: Rectangle(x - 6, top + 1, 12, 4), .centre)))
      }
    }
    marks.append(.line(Point(left, top), Point(left + 150, top), .rule))
    for inset in [4.0, 10] {
      for (x, y) in [(0.0, 0.0), (1, 0), (0, 1), (1, 1)] {
        let corner = Point(
          inset + x * (size.width - 2 * inset), inset + y * (size.height - 2 * inset))
        let (right, down) = (x == 0 ? 1.0 : -1, y == 0 ? 1.0 : -1)
        marks.append(.line(corner, Point(corner.x + 8 * right, corner.y), .rule))
        marks.append(.line(corner, Point(corner.x, corner.y + 8 * down), .rule))
      }
    }
    let middle = Rectangle(15, 0, size.width - 30, 0)
    let lines = [
      (Phrase("打印机测试页", "Printer test"), TextStyle.title, -46.0),
      (
        Phrase(
          "刻度为毫米：量得 150 即比例为 100%（打印时选“实际大小”，不要“适合页面”）。",
          "The ruler counts millimetres: 150 measured is 100% (print at actual size, not fit to page)."
        ),
        .body, -30
      ),
      (
        Phrase(
          "四角内外两组角线距纸边 10 毫米和 4 毫米，都应印出；缺了哪一组，打印机就印不到那里。",
          "The corner marks are 10 and 4 mm from the edges; where one is missing the printer does not reach."
        ),
        .body, 16
      ),
      (
        Phrase(
          "双面打印：选“长边翻转”。裁切线在卡片之外，沿线裁。",
          "Two-sided papers turn on the long edge. Cut along the marks outside the cards."),
        .body, 24
      ),
    ]
    for (phrase, style, y) in lines {
      marks.append(.text(Text(phrase[language], style, in: middle.band(top + y, 8), .centre)))
    }
    return Page(size, marks)
  }
}
