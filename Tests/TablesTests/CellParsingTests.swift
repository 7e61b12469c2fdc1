import Testing

@testable import Tables

@Suite struct `Meaning of a cell` {
  @Test(
    arguments: [
      ("12", 12), ("-3", -3), ("+4", 4), ("3.0", 3), ("７", 7), (" 8 ", 8), ("007", 7),
      ("9223372036854775807", .max),
    ] as [(String, Int)])
  func `Whole numbers are read in every usual way of writing`(cell: String, number: Int) {
    #expect(CellParsing.integer(cell) == number)
  }

  @Test(
    arguments: [
      "", "-", "x", "1,000", "3.5", "3.", ".0", "1e3", "0x10", "1 2", "9223372036854775808", "٣", "--1",
      "1\u{301}",
    ])
  func `What is no whole number, or too large a one, has no meaning`(cell: String) {
    #expect(CellParsing.integer(cell) == nil)
  }

  @Test(
    arguments: [("7.1", 7.1), ("-0.5", -0.5), ("７．１", 7.1), ("3", 3), ("1.2E+03", 1200), (" 2 ", 2)]
      as [(String, Double)])
  func `Decimals are read`(cell: String, number: Double) {
    #expect(CellParsing.decimal(cell) == number)
  }

  @Test(arguments: [
    "", "nan", "inf", "-inf", "1e999", "0x1p3", "1,000.5", "1.2.3", "e5", "-", ".", "５％", "1\u{0}",
  ])
  func `Infinity, not a number and what is no decimal have no meaning`(cell: String) {
    #expect(CellParsing.decimal(cell) == nil)
  }

  @Test func `Yes and no are read in both languages, as digits and as ticks`() {
    for cell in ["是", "yes", "YES", "true", "1", "１", "√", " 是\u{3000}"] {
      #expect(CellParsing.boolean(cell) == true, "\(cell)")
    }
    for cell in ["否", "no", "False", "0", "×", "", "  "] {
      #expect(CellParsing.boolean(cell) == false, "\(cell)")
    }
    for cell in ["maybe", "2", "y", "是的"] {
      #expect(CellParsing.boolean(cell) == nil, "\(cell)")
    }
  }

  @Test(
    arguments: [
      "2026-03-05", "2026-3-5", "2026/3/5", "2026/03/05", "2026年3月5日", "2026 年 03 月 05 日", "２０２６－０３－０５",
      "2026/3/5 0:00", "2026-03-05 00:00:00", "2026.3.5", "20260305", "46086", "2026年3月5日（星期四）",
      "2026-03-05 14:35",
    ])
  func `A date is read in every form`(cell: String) throws {
    let date = try #require(CellParsing.date(cell))
    #expect(date == (2026, 3, 5))
  }

  @Test(
    arguments: [
      "", "2026", "2026-03", "2026-3/5", "26-3-5", "2026-13-01", "2026-00-10", "2026-02-29", "1900-02-29",
      "2026-04-31",
      "2026-03-05x", "3/5/2026", "1899-12-31", "2201-01-01", "3月5日", "3/5", "20261305",
      "2026-03-005", "2026--3-5",
    ])
  func `A day that is not in the calendar has no meaning`(cell: String) {
    #expect(CellParsing.date(cell) == nil)
  }

  @Test func `Leap years follow the Gregorian calendar`() {
    #expect(CellParsing.date("2028-02-29") != nil)
    #expect(CellParsing.date("2000-02-29") != nil)
    #expect(CellParsing.date("2100-02-29") == nil)
    #expect(CellParsing.date("1900-01-01") != nil)
    #expect(CellParsing.date("2200-12-31") != nil)
  }

  @Test(
    arguments: [
      "2026-03-05 14:35", "2026-03-05 14:35:59", "2026/3/5 14:35", "2026/3/5  14:35:59", "2026年3月5日 14:35",
      "2026年3月5日14时35分",
      "2026年3月5日14时35分20秒", "2026-03-05T14:35:00", "2026.3.5 14.35", "2026-3-5 下午2:35", "2026-3-5 2:35 PM",
      "2026年3月5日 14点35分", "20260305 14:35", "46086.607638889", "２０２６－０３－０５　１４：３５",
    ])
  func `A date with a time is read in every form, seconds ignored`(cell: String) throws {
    let moment = try #require(CellParsing.dateTime(cell))
    #expect(moment == (2026, 3, 5, 14, 35))
  }

  @Test(
    arguments: [
      "", "2026-03-05", "2026-03-05 24:01", "2026-03-05 下午13:00x", "46086", "2026-03-05 14:60",
      "2026-03-05 14", "2026-03-05 14:5",
      "2026-03-0514:35",
      "2026-03-05 14:35:60", "2026-03-05 14:35 x", "2026-02-30 10:00", "14:35",
    ])
  func `A time that no clock shows has no meaning`(cell: String) {
    #expect(CellParsing.dateTime(cell) == nil)
  }

  @Test(arguments: [
    ("3月4日 14:35", 2026, 3), ("3/4 下午2:35", 2026, 3), ("12月31日 14时35分", 2025, 12), ("1月2日 2:35PM", 2026, 1),
  ])
  func `A date without a year is the one nearest to the event`(_ cell: String, _ year: Int, _ month: Int)
    throws
  {
    let moment = try #require(CellParsing.dateTime(cell, near: (2026, 1, 3)))
    #expect((moment.year, moment.month, moment.hour, moment.minute) == (year, month, 14, 35))
  }

  @Test func `Midnight at the end of a day is the beginning of the next`() throws {
    let moment = try #require(CellParsing.dateTime("2025-12-31 24:00"))
    #expect(moment == (2026, 1, 1, 0, 0))
  }

  @Test(arguments: [
    ("14:35", 875), ("14：35", 875), ("14.35", 875), ("14点35分", 875), ("14点半", 870), ("14时", 840),
    ("下午2:35", 875),
    ("2:35 PM", 875), ("12:05 AM", 5), ("24:00", 1_440), ("0.607638889", 875), ("中午12:10", 730),
  ])
  func `A time stands alone in a column of its own`(_ cell: String, _ minutes: Int) {
    #expect(CellParsing.time(cell) == minutes)
  }

  @Test(arguments: ["25:00", "14:60", "2", "下午", "14:3", "上午13:00", "x14:35"])
  func `What no clock shows is no time`(_ cell: String) {
    #expect(CellParsing.time(cell) == nil)
  }

  @Test(arguments: [
    ("26-3-5", ["2026-03-05"]), ("3/5/2026", ["2026-03-05", "2026-05-03"]), ("25.3.2026", ["2026-03-25"]),
    ("明天", []),
  ])
  func `A date that is refused is answered with what it may have been`(_ cell: String, _ ways: [String]) {
    #expect(CellParsing.date(cell) == nil)
    #expect(DateAdvice.rewritten(cell) == ways)
  }

  @Test func `A list is parted by semicolons, commas and line breaks`() {
    #expect(CellParsing.list("轮椅； 靠走道;;a, b、c，d\ne;") == ["轮椅", "靠走道", "a", "b", "c", "d", "e"])
    #expect(CellParsing.list(" ").isEmpty)
  }

  @Test(arguments: ["7,9-13", "7，9－13", "７、９～１３", "7; 9 – 13", "7,9至13"])
  func `Numbers and ranges are read with marks of either width`(cell: String) {
    #expect(CellParsing.numberRanges(cell) == [7...7, 9...13])
  }

  @Test func `A blank cell is no range`() {
    #expect(CellParsing.numberRanges(" ") == [])
  }

  @Test(arguments: ["13-9", "7,,9", "7,", "-3", "1-2-3", "a", "9月13日", "1-99999999999999999999", "7 9", "-"])
  func `Ranges that run backwards or lack an end have no meaning`(cell: String) {
    #expect(CellParsing.numberRanges(cell) == nil)
  }
}

@Suite struct `Comparing words` {
  @Test func `Headers are compared without letter case, blanks and width`() {
    #expect(foldHeader("\u{3000}Ｃｈｅｃｋ＿Ｉｎ ") == "check_in")
    #expect(foldHeader("姓名（必填）") == foldHeader("姓名(必填)"))
    #expect(foldHeader("性\n 别") == "性别")
  }

  @Test func `Names are compared without the kind of bracket and of middle dot too`() {
    #expect(foldName("阿 卜杜•热合曼（一）") == foldName("阿卜杜·热合曼[一]"))
    #expect(foldName("第一代表团") != foldName("第二代表团"))
  }

  @Test(
    arguments: [
      ("gruop", "group"), ("nmae", "name"), ("GROUP", "group"), ("rooms_type", "room_type"), ("性名", "姓名"),
      ("代表", "代表团"), ("姓名（必填）", "姓名"), ("arrival time", "arrival"), ("到站时间", "到达时间"),
    ])
  func `A misspelt word suggests the closest known one`(word: String, expected: String) {
    let known = [
      "id", "name", "group", "room_type", "arrival", "编号", "姓名", "代表团", "到达时间", "返程时间",
    ]
    #expect(suggestion(for: word, among: known) == expected)
  }

  @Test(arguments: ["", "  ", "衣服尺码", "shoe size", "血型"])
  func `A word that is like none suggests none`(word: String) {
    #expect(suggestion(for: word, among: ["id", "name", "group", "编号", "姓名", "代表团"]) == nil)
  }

  @Test func `Of two equally close words the one listed first is suggested`() {
    #expect(suggestion(for: "cat", among: ["car", "cap"]) == "car")
  }
}
