import Assembly
import Localization
import Tables
import Testing

@testable import EventFiles

/// What people write in the cells of a list, and what they are told: nothing where it can be read in one way only.
@Suite struct CommonMistakes {
  private static let event = "项目,内容\n名称,大会\n开始,2026-03-05\n结束,2026-03-07\n"
  private static let hall = "区,排,起号,止号\n中区,1,1,6\n中区,2,1,6\n"

  /// The messages about one cell of 王芳, who stands in row 2 above 李雷, 张伟 and 李 娜.
  private func told(_ column: String, _ cell: String) -> [String] {
    let text = cell.contains(",") || cell.contains("\n") ? "\"\(cell)\"" : cell
    let people =
      "编号,姓名,单位,\(column)\n001,王芳,东区,\(text)\n002,李雷,东区,\n003,张伟,西区,\n004,李 娜,西区,\n"
    let reading = reading(["人员.csv": people, "会议.csv": Self.event, "会场.csv": Self.hall])
    return reading.diagnostics.filter { $0.source == "人员.csv" && $0.column == 4 }.map {
      ($0.severity == .note ? "提示：" : "") + $0.sentence(in: .chinese)
    }
  }

  @Test(arguments: [
    ("到达时间", "2026.3.4 14:35"), ("到达时间", "3月4日 14:35"), ("到达时间", "2026年3月4日下午2:35"),
    ("到达时间", "2026-3-4 2:35 PM"),
    ("到达时间", "2026-03-04 24:00"), ("到达时间", "46085.6"), ("到达时间", "20260304 14:35"), ("到达时间", "3/4 14.35"),
    ("到达时间", "2026-03-04 14点35分"), ("到达时间", "2026/3/4（周三）14：35"), ("入住", "3/4"), ("入住", "46085"),
    ("入住", "3月4日"),
    ("入住", "20260304"), ("入住日期", "2026.3.4"), ("接站", "不需要"), ("接站", "×"), ("缺席", "无"), ("需求", "靠走道"),
    ("类别", "工作 人员"),
    ("指定座位", "中区 1排2号"), ("指定座位", "中-1-2"), ("指定座位", "中区第2排第3座"), ("指定座位", "2排3号"), ("位次", "７．１"),
    ("挨着", "李雷、张伟"),
    ("挨着", "李　雷"), ("挨着", "李娜"), ("挨着", "2，3"), ("避开", "002\n003"), ("电话", "13800000000"), ("是否住宿", "否"),
  ])
  func `What can be read in one way only is read without a word`(_ column: String, _ cell: String) {
    #expect(told(column, cell) == [])
  }

  @Test(arguments: [
    ("到达时间", "2026-03-04", "“2026-03-04”：应为日期和时间；只有日期，请补上时间，如 2026-03-04 14:35"),
    ("到达时间", "14:35", "“14:35”：应为日期和时间；只有时间，请补上日期，如 2026-03-05 14:35"),
    ("到达时间", "明天下午", "“明天下午”：应为日期和时间；名单会用好几天，请写明日期，如 2026-03-05 14:35"),
    ("到达时间", "26/3/4 14:35", "“26/3/4 14:35”：应为日期和时间；写成 2026-03-04 14:35"),
    ("到达时间", "2026-03-04 25:00", "“2026-03-04 25:00”：应为日期和时间；写成 2026-03-04 14:35"),
    ("到达时间", "2025-03-05 08:20", "提示：“2025-03-05 08:20”：离会期超过 14 天，请检查年份（2025 年）和月份"),
    ("到达时间", "2026-03-09 08:20", "“2026-03-09 08:20”：到达时间晚于会议结束日期"),
    ("入住", "2026-02-30", "“2026-02-30”：应为日期；2026 年 2 月没有 30 日"),
    ("入住", "26-3-5", "“26-3-5”：应为日期；写成 2026-03-05"),
    ("入住", "3/5/2026", "“3/5/2026”：应为日期；写成 2026-03-05 或 2026-05-03"),
    ("入住", "会前一天", "“会前一天”：应为日期；名单会用好几天，请写明日期，如 2026-03-05"),
    ("入住", "待定", "“待定”：应为日期；还没有定就留空"),
    ("性别", "先生", "“先生”：应为以下之一：男、女"),
    ("类别", "代裱", "“代裱”：应为以下之一：主席台、代表、列席、特邀、记者、工作人员；是否应为“代表”？"),
    ("缺席", "也许", "“也许”：应为是或否；填“是”或“否”，或留空"),
    ("需求", "电梯", "“电梯”：应为 轮椅、靠走道 中的一项或几项，以分号分隔"),
    ("位次", "第一", "“第一”：应为大于 0 的数字；只写数字，不带单位和千位分隔符"),
    ("位次", "0", "“0”：应为大于 0 的数字；只写数字，不带单位和千位分隔符"),
    ("指定座位", "前排", "“前排”：应为 主席台:排-座、区-排-座 或 无"),
    ("指定座位", "中区-3-1", "“中区-3-1”：没有这个座位"), ("指定座位", "4排7号", "“4排7号”：没有这个座位"),
    ("指定座位", "东区1排2号", "“东区1排2号”：没有这个座位"),
    ("挨着", "王芳", "“王芳”：不能指本人"),
    ("挨着", "王大力", "“王大力”：名单中没有编号或姓名为“王大力”的人"),
    ("挨着", "李磊", "“李磊”：名单中没有编号或姓名为“李磊”的人；是否指第 3 行？"),
    ("避开", "009", "“009”：名单中没有编号或姓名为“009”的人"),
    ("电话", "1.38E+10", "提示：“1.38E+10”：表格软件把号码改成了科学记数，后几位已丢失；请把该列设为文本格式后重新填写"),
    ("电话", "#N/A", "“#N/A”：公式出错，单元格里没有值；请改正公式，或直接填写内容"),
    ("备注", "=A1", "“=A1”：应为文字，这里是公式；请复制后选择性粘贴为“值”，或改为不以 = + - @ 开头"),
  ])
  func `What cannot be read is asked back in the reader's words`(
    _ column: String, _ cell: String, _ message: String
  ) {
    #expect(told(column, cell) == [message])
  }

  @Test(arguments: [
    ("王芳等3人", "提示：“王芳等3人”：似乎是几个人，只按一人安排；请每人一行"), ("李雷夫妇", "提示：“李雷夫妇”：似乎是几个人，只按一人安排；请每人一行"),
    ("张伟、李娜", "提示：“张伟、李娜”：似乎是几个人，只按一人安排；请每人一行"), ("待定", "提示：“待定”：不是姓名，仍按一人安排"),
    ("-", "提示：“-”：不是姓名，仍按一人安排"),
    ("？？", "提示：“？？”：不是姓名，仍按一人安排"), ("空缺", "提示：“空缺”：不是姓名，仍按一人安排"),
    ("王?芳", "提示：“王?芳”：姓名里有问号或乱码，可能在转存时丢了生僻字"), ("阿卜杜·热合曼", ""), ("John Smith", ""), ("欧阳春晓", ""),
  ])
  func `A name that is not one person's is noted`(_ name: String, _ message: String) {
    let reading = reading(["人员.csv": "编号,姓名\n1,\(name)\n"])
    let told = reading.diagnostics.filter { $0.column == 2 }
    #expect(told.map { "提示：" + $0.sentence(in: .chinese) } == (message.isEmpty ? [] : [message]))
    #expect(reading.event?.people.count == 1)
  }

  @Test func `Damage to a whole column is one message with the count and the first rows`() {
    let rows = (1...12).map { "\($0),人\($0),1.38E+10\n" }.joined()
    let grouped = reading(["人员.csv": "编号,姓名,电话\n" + rows]).diagnostics.grouped()
    #expect(
      grouped.map { $0.text(in: .chinese) } == [
        "人员.csv:2:3: 提示：C列“电话”，人1：“1.38E+10”：表格软件把号码改成了科学记数，后几位已丢失；请把该列设为文本格式后重新填写"
          + "（本列同类共 12 处：第 2、3、4、5、6、7、8、9、10、11 等 行）"
      ])
    #expect(grouped[0].text(in: .english).hasPrefix("人员.csv:2:3: note: column C “电话”, 人1: “1.38E+10”: "))
  }

  @Test func `Units that differ in blanks, width and brackets are one, and one note says so`() throws {
    let reading = reading(["人员.csv": "编号,姓名,单位\n1,甲,教育局（一）\n2,乙,教育局 (一)\n3,丙,教育局(一)\n"])
    #expect(reading.event?.groups.count == 1)
    #expect(reading.event?.people.map(\.groupName) == Array(repeating: "教育局（一）", count: 3))
    #expect(reading.diagnostics.grouped().map(\.code) == ["other-spelling"])
  }

  @Test func `Some without a unit among others are one note with the rows`() {
    let told = reading(["人员.csv": "编号,姓名,单位\n1,甲,教育局\n2,乙,\n3,丙,\n4,丁,卫健委\n"]).diagnostics.grouped()
    #expect(told.map(\.code) == ["group-missing"])
    #expect(told[0].alike == [3, 4])
  }

  @Test func `Groups that the table of groups does not list are noted`() {
    let told = lines(["分组.csv": "分组,顺序\n东区,1\n"])
    #expect(told == ["人员.csv:4:3: 提示：“西区”：“分组”表里没有这个分组"])
  }

  @Test func `People who ask for what has no table are told of it`() {
    #expect(
      lines(people: "编号,姓名,类别,住房\n1,甲,主席台,单间\n2,乙,,\n") == [
        "人员.csv: 提示：1 人需要，但没有“房间”表，这一项不安排", "人员.csv: 提示：1 人需要，但没有“主席台”表，这一项不安排",
      ])
  }

  @Test(arguments: [("礼宾次序", "2"), ("邻座", "乙"), ("回避", "乙"), ("室友", "乙")])
  func `A column of wishes is known by its usual names`(_ header: String, _ cell: String) {
    let told = reading(["人员.csv": "编号,姓名,性别,\(header)\n1,甲,男,\(cell)\n2,乙,男,\n"]).diagnostics
    #expect(!told.contains { $0.code == "unknown-columns" || $0.message.chinese.contains("不认识的列") })
  }

  @Test func `The kinds of services are known by their numbers`() {
    for train in ["G12", "Ｇ１２", "g 12", "G102次", "1234次", "高铁G12", "G12/G15", "动车 D301", "K7"] {
      #expect(Service(train).kind == .train, "\(train)")
    }
    for flight in ["CA1234", "3U8888", "MU 5101 航班", "ca 12"] {
      #expect(Service(flight).kind == .flight, "\(flight)")
    }
    for other in ["高铁", "自驾", "C", "CA12345", "12345"] {
      #expect(Service(other).kind == .unknown, "\(other)")
    }
  }

  @Test(arguments: [
    ("全体", RiderCondition.all), ("东区", .groups(["东区"])), ("分组:东区", .groups(["东区"])),
    ("东区、西区", .groups(["东区", "西区"])),
    ("记者", .roles([.press])), ("全体代表", .roles([.delegate])), ("迎宾馆", .hotels(["迎宾馆"])),
  ])
  func `Riders are told in words`(_ cell: String, _ condition: RiderCondition) {
    var draft = EventDraft(settings: Settings(name: ""))
    draft.people = ["东区", "西区"].enumerated().map { index, group in
      var person = PersonEntry(row: index, id: "\(index)", name: "")
      person.groupName = group
      return person
    }
    draft.groups = [GroupEntry(row: 2, name: "东区")]
    draft.groups[0].hotels = ["迎宾馆"]
    #expect(RiderSelector.conditions(cell, SelectorNames(draft)) == [condition])
  }

  @Test func `Two conditions are joined by 且`() {
    #expect(RiderSelector.conditions("类别:代表且酒店:迎宾馆") == [.roles([.delegate]), .hotels(["迎宾馆"])])
  }

  @Test(arguments: [("迎宾馆 302", "迎宾馆-302"), ("迎宾馆303房", "迎宾馆-303"), ("迎宾馆302", "迎宾馆-302"), ("迎 宾馆", "迎宾馆")])
  func `A room is found as people write it`(_ cell: String, _ room: String) {
    let reading = reading([
      "人员.csv": "编号,姓名,性别,入住,离店,指定房间\n1,甲,男,2026-03-04,2026-03-06,\(cell)\n",
      "房间.csv": "酒店,房号,房型\n迎宾馆,302,单间\n迎宾馆,303,单间\n",
    ])
    #expect(reading.event?.people.first?.room == room)
  }
}
