import Localization
import Tables
import Testing

@testable import EventFiles

/// What is wrong with single cells, headers and settings: every message word for word.
@Suite struct CellProblems {
  @Test(arguments: [
    ("位次", "0", "“0”：应为大于 0 的数字；只写数字，不带单位和千位分隔符"),
    ("位次", "-1", "“-1”：应为大于 0 的数字；只写数字，不带单位和千位分隔符"),
    ("位次", "1e999", "“1e999”：应为大于 0 的数字；只写数字，不带单位和千位分隔符"),
    ("类别", "代裱", "“代裱”：应为以下之一：主席台、代表、列席、特邀、记者、工作人员；是否应为“代表”？"),
    ("类别", "delegat", "“delegat”：应为以下之一：主席台、代表、列席、特邀、记者、工作人员；是否应为“delegate”？"),
    ("性别", "X", "“X”：应为以下之一：男、女"),
    ("缺席", "也许", "“也许”：应为是或否；填“是”或“否”，或留空"),
    ("需求", "轮椅;电梯", "“轮椅;电梯”：应为 轮椅、靠走道 中的一项或几项，以分号分隔"),
    ("住房", "大床", "“大床”：应为以下之一：套房、单间、标间、不住"),
    ("入住", "2026-02-30", "“2026-02-30”：应为日期；2026 年 2 月没有 30 日"),
    ("到达时间", "2026-03-05", "“2026-03-05”：应为日期和时间；只有日期，请补上时间，如 2026-03-05 14:35"),
    ("接站", "2", "“2”：应为是或否；填“是”或“否”，或留空"),
    ("指定座位", "前排", "“前排”：应为 主席台:排-座、区-排-座 或 无"),
  ])
  func `A cell of people that says something else is told`(
    _ column: String, _ cell: String, _ message: String
  ) {
    #expect(lines(people: "姓名,备注,\(column)\n王芳,,\(cell)\n") == ["人员.csv:2:3: \(message)"])
  }

  @Test func `A person needs a name, and an id where others have one`() {
    #expect(lines(people: "编号,姓名\nP1,\nP2,李雷\n") == ["人员.csv:2:2: 此处不能为空"])
    #expect(lines(people: "编号,姓名\n,王芳\nP2,李雷\n") == ["人员.csv:2:1: 此处不能为空"])
  }

  @Test(arguments: [
    ("开始", "昨天", "“昨天”：应为日期；名单会用好几天，请写明日期，如 2026-03-05"),
    ("语言", "法语", "“法语”：应为以下之一：中文、英文"),
    ("尊位", "中", "“中”：应为以下之一：左、右"),
    ("双数规则", "右", "“右”：应为以下之一：居左、并列"),
    ("两人规则", "x", "“x”：应为以下之一：居左、并列"),
    ("并列首席", "x", "“x”：应为是或否；填“是”或“否”，或留空"),
    ("排座方法", "斜排", "“斜排”：应为以下之一：横排、竖排、左右排列；是否应为“横排”？"),
    ("顺序", "x", "“x”：应为以下之一：严格、就近、自由"),
    ("组内顺序", "x", "“x”：应为以下之一：按名单、按位次、按笔画、按拼音"),
    ("单名优先", "x", "“x”：应为是或否；填“是”或“否”，或留空"),
    ("最长等候", "10001", "“10001”：应为 0 到 10000 的整数；只写数字，不带单位和千位分隔符"),
    ("车辆余量", "100%", "“100%”：应为不小于 0、小于 1 的比例，如 0.2 或 20%"),
    ("车辆余量", "-0.1", "“-0.1”：应为不小于 0、小于 1 的比例，如 0.2 或 20%"),
    ("机动房", "1.5", "“1.5”：应为 0 到 10000 的整数；只写数字，不带单位和千位分隔符"),
    (
      "权重.hall.part", "99999999999999999999",
      "“99999999999999999999”：应为 0 到 100000000 的整数；只写数字，不带单位和千位分隔符"
    ),
    ("weights.hall.run", "-1", "“-1”：应为 0 到 100000000 的整数；只写数字，不带单位和千位分隔符"),
  ])
  func `A setting that says something else is told`(_ key: String, _ value: String, _ message: String) {
    #expect(lines(["会议.csv": "项目,内容\n名称,大会\n\(key),\(value)\n"]) == ["会议.csv:3:2: \(message)"])
  }

  @Test func `The name of the event must be there`() {
    #expect(lines(["会议.csv": "项目,内容\n语言,zh\n"]) == ["会议.csv: 缺少“名称”（name）一项"])
    #expect(lines(["会议.csv": "项目,内容\n名称,\n"]) == ["会议.csv:2:2: 此处不能为空"])
  }

  @Test func `A setting that is unknown is noted, one given twice is an error`() {
    #expect(
      lines(["会议.csv": "项目,内容\n名称,大会\n最长等侯,5\nweights.hall.parts,1\n备用,x\n"]) == [
        "会议.csv:3:1: 提示：“最长等侯”：不认识的设置，不予使用；是否应为“最长等候”？",
        "会议.csv:4:1: 提示：“weights.hall.parts”：不认识的设置，不予使用；是否应为“weights.hall.part”？",
        "会议.csv:5:1: 提示：“备用”：不认识的设置，不予使用",
      ])
    #expect(lines(["会议.csv": "项目,内容\n名称,大会\nNAME,年会\n"]) == ["会议.csv:3:1: “NAME”：此项已在第 2 行设置"])
    #expect(lines(["会议.csv": "项目,内容\n名称,大会\n,年会\n"]) == ["会议.csv:3:1: 此处不能为空"])
  }

  @Test(arguments: [
    ("排,座位数\n0.5,3\n", "2:1: “0.5”：应为 0 到 100000 的整数；只写数字，不带单位和千位分隔符"),
    ("排,座位数\n1,0\n", "2:2: “0”：应为 1 到 1000 的整数；只写数字，不带单位和千位分隔符"),
    ("排,座位数\n1,9223372036854775807\n", "2:2: “9223372036854775807”：应为 1 到 1000 的整数；只写数字，不带单位和千位分隔符"),
    ("排,座位数\n,3\n", "2:1: 应为 0 到 100000 的整数"),
  ])
  func `A cell of the rostrum that says something else is told`(_ table: String, _ message: String) {
    #expect(lines(["主席台.csv": table]) == ["主席台.csv:\(message)"])
  }

  @Test(arguments: [
    ("区", "", "此处不能为空"),
    ("排", "三", "“三”：应为排号：数字，或字母（如 A、AA）"),
    ("起号", "", "应为 0 到 1000000 的整数"),
    ("止号", "1e9", "“1e9”：应为 0 到 1000000 的整数；只写数字，不带单位和千位分隔符"),
    ("间隔", "3", "“3”：应为 -2 到 2 的整数；只写数字，不带单位和千位分隔符"),
    ("横位", "1000001", "“1000001”：应为 -1,000,000 到 1,000,000 的数字；只写数字，不带单位和千位分隔符"),
    ("纵位", "nan", "“nan”：应为 -1,000,000 到 1,000,000 的数字；只写数字，不带单位和千位分隔符"),
    ("楼层", "一", "“一”：应为 -1000 到 1000 的整数；只写数字，不带单位和千位分隔符"),
    ("预留", "5-3", "“5-3”：应为座位号码或范围（如 7,9-13），或一种类别"),
    ("预留", "记着", "“记着”：应为座位号码或范围（如 7,9-13），或一种类别；是否应为“记者”？"),
    ("轮椅位", "左边", "“左边”：应为号码或号码范围；写成 7,9-13，并先把单元格格式设为文本"),
    ("轮椅位", "1-99999999999", "“1-99999999999”：应为号码或号码范围；写成 7,9-13，并先把单元格格式设为文本"),
  ])
  func `A cell of the hall that says something else is told`(
    _ column: String, _ cell: String, _ message: String
  ) {
    let header = ["区", "排", "起号", "止号", "间隔", "横位", "纵位", "楼层", "预留", "轮椅位"]
    let sound = ["中", "1", "1", "6", "", "", "", "", "", ""]
    let position = header.firstIndex(of: column)!
    var row = sound
    row[position] = cell
    let table = header.joined(separator: ",") + "\n" + row.joined(separator: ",") + "\n"
    #expect(lines(["会场.csv": table]) == ["会场.csv:2:\(position + 1): \(message)"])
  }

  @Test func `A group needs a name and orders are numbers`() {
    #expect(
      lines(["分组.csv": "分组,顺序\n,1\n东区,第一\n"]) == [
        "分组.csv:2:1: 此处不能为空", "分组.csv:3:2: “第一”：应为数字；只写数字，不带单位和千位分隔符",
      ])
  }

  @Test(arguments: [
    ("人员.csv", "编号,性别\nP1,男\n", "人员.csv:1: 缺少“姓名”列（name）"),
    ("主席台.csv", "排,椅子\n1,3\n", "主席台.csv:1: 缺少“座位数”列（seats）"),
    ("会场.csv", "区,排,起号\n中,1,1\n", "会场.csv:1: 缺少“止号”列（last）"),
    ("分组.csv", "顺序,酒店\n1,\n", "分组.csv:1: 缺少“分组”列（group）"),
  ])
  func `A required column that is missing is an error`(_ file: String, _ table: String, _ message: String) {
    #expect(lines([file: table]).filter { !$0.contains("提示：") } == [message])
  }

  @Test func `An event's own table without its columns is told in the language of the tables`() {
    #expect(
      lines(["会议.csv": "项目,写法\n名称,大会\n"]) == [
        "会议.csv:1: 缺少“内容”列（value）", "会议.csv:1:2: 提示：不认识的列：“写法”，不予使用",
      ])
  }

  @Test func `Unknown columns are noted once, with what may be meant`() {
    #expect(
      lines(people: "姓名,分组名称,座右铭,gruop\n王芳,东,甲,乙\n") == [
        "人员.csv:1:2: 提示：不认识的列：“分组名称”“座右铭”“gruop”，将原样印在名单上；"
          + "“分组名称”是否应为“分组”？“gruop”是否应为“group”？"
      ])
    #expect(lines(["主席台.csv": "排,座位数,颜色\n1,3,红\n"]).last == "主席台.csv:1:3: 提示：不认识的列：“颜色”，不予使用")
    #expect(
      lines(people: "性别,姓名称\n男,王芳\n").first
        == "人员.csv:1: 缺少“姓名”列（name）；是否就是“姓名称”列？请改名")
  }

  @Test func `Two columns of one meaning are an error`() {
    #expect(lines(people: "姓名,name\n王芳,王芳\n") == ["人员.csv:1:2: “name”：与第 1 列是同一列，请只保留一列"])
  }

  @Test func `Control characters and unreadable files are told as well`() {
    #expect(lines(people: "姓名,备注\n王\u{7}芳,\n") == ["人员.csv:2:1: “王U+0007芳”：含有控制字符 U+0007；请删除后重新输入"])
    #expect(lines(people: "") == ["人员.csv: 文件是空的；第一行应为各列的名称"])
  }

  @Test func `Every problem of every table is told at once, in the order of the files`() {
    #expect(
      lines([
        "会议.csv": "项目,内容\n名称,大会\n语言,en\n开始,2026-02-30\n",
        "人员.csv": "编号,姓名,类别,性别\nP1,王芳,delegat,X\nP1,,记者,女\n",
        "会场.csv": "区,排,起号,止号\n中,三,1,6\n中,2,1,six\n",
      ]) == [
        "人员.csv:2:3: “delegat”: expected one of: rostrum, delegate, observer, guest, press, staff; "
          + "did you mean “delegate”?",
        "人员.csv:2:4: “X”: expected one of: M, F",
        "人员.csv:3:1: “P1”: row 2 has the same id",
        "人员.csv:3:2: this cell must not be blank",
        "会场.csv:2:2: “三”: expected a row: a number, or letters such as A or AA",
        "会场.csv:3:4: “six”: expected a whole number from 0 to 1000000; write digits alone, without units or "
          + "thousands separators",
        "会议.csv:4:2: “2026-02-30”: expected a date; that month has no day 30",
      ])
  }
}
