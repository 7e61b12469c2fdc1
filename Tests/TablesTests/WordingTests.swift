import Foundation
import Localization
import Testing

@testable import Tables

/// What an organizer reads, word for word.
@Suite struct `Wording of problems` {
  struct Example: Sendable, CustomTestStringConvertible {
    let name: String
    let data: Data
    /// The lines in Chinese, then the same in English.
    let messages: String
    var limits = TableReader.Limits.default

    init(_ name: String, _ text: String, _ messages: String) {
      self.init(name, bytes: Array(text.utf8), messages)
    }

    init(_ name: String, bytes: [UInt8], _ messages: String) {
      (self.name, data, self.messages) = (name, Data(bytes), messages)
    }

    func limited(_ change: (inout TableReader.Limits) -> Void) -> Example {
      var example = self
      change(&example.limits)
      return example
    }

    var testDescription: String { name }
  }

  @Test(arguments: wholeFiles + cells + headers + limits)
  func `Every problem says where it is, what was found, what is wrong and what to do`(example: Example) {
    let reading = Reading(example.data, limits: example.limits)
    #expect((reading.chinese + reading.english).joined(separator: "\n") == example.messages)
  }

  static let wholeFiles = [
    Example(
      "an empty file", "",
      #"""
      people.csv: 文件是空的；第一行应为各列的名称
      people.csv: the file is empty; write the names of the columns in the first row
      """#),
    Example(
      "only a byte order mark", "\u{FEFF}",
      #"""
      people.csv: 没有表头，只有空行；第一行应为各列的名称
      people.csv: there is no header, only blank rows; write the names of the columns in the first row
      """#),
    Example(
      "only blank rows", " \n,,\n",
      #"""
      people.csv: 没有表头，只有空行；第一行应为各列的名称
      people.csv: there is no header, only blank rows; write the names of the columns in the first row
      """#),
    Example(
      "a title above the header", "2026年大会人员名单,,\n编号,姓名,分组\n1,王伟,一组\n",
      #"""
      people.csv:1: “2026年大会人员名单”：表头应有各列的名称，这一行只有一个单元格；请删除表头上方的标题行
      people.csv:1: “2026年大会人员名单”: expected a header with a name for each column, found a single cell; remove the title above the header
      """#),
    Example(
      "a workbook", bytes: [0x50, 0x4B, 0x03, 0x04, 0x14],
      #"""
      people.csv: 这是 Excel 工作簿，不是 CSV；请在 Excel 中另存为“CSV UTF-8”
      people.csv: this is an Excel workbook, not CSV; save it from Excel as “CSV UTF-8”
      """#),
    Example(
      "UTF-16 without a mark", bytes: [0x61, 0x00, 0x2C, 0x00, 0x62, 0x00],
      #"""
      people.csv: 不是文本，或是没有字节顺序标记的 UTF-16；请在 Excel 中另存为“CSV UTF-8”
      people.csv: this is not text, or UTF-16 without a byte order mark; save it from Excel as “CSV UTF-8”
      """#),
    Example(
      "neither UTF-8 nor GB18030", bytes: Array("a,b\n1,2\n3,".utf8) + [0xFF, 0x0A],
      #"""
      people.csv:3: 第 11 个字节（0xFF）不符合 UTF-8 或 GB18030；请在 Excel 中另存为“CSV UTF-8”
      people.csv:3: byte 11 (0xFF) is not valid UTF-8 or GB18030; save it from Excel as “CSV UTF-8”
      """#),
    Example(
      "half a UTF-16 unit", bytes: [0xFF, 0xFE, 0x61, 0x00, 0x2C],
      #"""
      people.csv: 第 5 个字节（0x2C）不符合 UTF-16 LE；请在 Excel 中另存为“CSV UTF-8”
      people.csv: byte 5 (0x2C) is not valid UTF-16 LE; save it from Excel as “CSV UTF-8”
      """#),
    Example(
      "half a UTF-16 pair", bytes: [0xFE, 0xFF, 0x00, 0x61, 0xD8, 0x00, 0x00, 0x2C],
      #"""
      people.csv: 第 5 个字节（0xD8）不符合 UTF-16 BE；请在 Excel 中另存为“CSV UTF-8”
      people.csv: byte 5 (0xD8) is not valid UTF-16 BE; save it from Excel as “CSV UTF-8”
      """#),
    Example(
      "GB18030", bytes: [0xD0, 0xD5, 0xC3, 0xFB, 0x0A],
      #"""
      people.csv: 提示：按 GB18030 读取，不是 UTF-8；如有乱码，请另存为“CSV UTF-8”
      people.csv: note: read as GB18030, not UTF-8; if characters look wrong, save it as “CSV UTF-8”
      """#),
  ]

  static let cells = [
    Example(
      "a quote that is never closed", "name,note\n王伟,\"好\n李娜,=1\n",
      #"""
      people.csv:2:2: “好”：引号没有配对；请补上右引号；文字中的引号应写两次
      people.csv:3:2: “=1”：应为文字，这里是公式；请复制后选择性粘贴为“值”，或改为不以 = + - @ 开头
      people.csv:2:2: “好”: this quote is never closed; add the closing quote; write a quote inside a text twice
      people.csv:3:2: “=1”: expected text, found a formula; paste it as a value, or begin with another character
      """#),
    Example(
      "text after a closing quote", "name\n\"王\"伟\n",
      #"""
      people.csv:2:1: “"王"伟”：右引号之后还有文字；文字中的引号应写两次；也请检查上方是否少了引号
      people.csv:2:1: “"王"伟”: there is text after the closing quote; write a quote inside a text twice; a quote may be missing above
      """#),
    Example(
      "control characters", "name,note\n王\u{0}伟,a\tb\n\"\u{1B}[31m\",\"a\u{9F}\nb\"\n",
      #"""
      people.csv:2:1: “王U+0000伟”：含有控制字符 U+0000；请删除后重新输入
      people.csv:2:2: “a\tb”：含有控制字符 U+0009；请删除后重新输入
      people.csv:3:1: “U+001B[31m”：含有控制字符 U+001B；请删除后重新输入
      people.csv:3:2: “aU+009F\nb”：含有控制字符 U+009F；请删除后重新输入
      people.csv:2:1: “王U+0000伟”: there is a control character, U+0000; delete it and type the text anew
      people.csv:2:2: “a\tb”: there is a control character, U+0009; delete it and type the text anew
      people.csv:3:1: “U+001B[31m”: there is a control character, U+001B; delete it and type the text anew
      people.csv:3:2: “aU+009F\nb”: there is a control character, U+009F; delete it and type the text anew
      """#),
    Example(
      "formulas", "name,phone\n=A1,@x\n+1+2,-x\n",
      #"""
      people.csv:2:1: “=A1”：应为文字，这里是公式；请复制后选择性粘贴为“值”，或改为不以 = + - @ 开头
      people.csv:2:2: “@x”：应为文字，这里是公式；请复制后选择性粘贴为“值”，或改为不以 = + - @ 开头
      people.csv:3:1: “+1+2”：应为文字，这里是公式；请复制后选择性粘贴为“值”，或改为不以 = + - @ 开头
      people.csv:3:2: “-x”：应为文字，这里是公式；请复制后选择性粘贴为“值”，或改为不以 = + - @ 开头
      people.csv:2:1: “=A1”: expected text, found a formula; paste it as a value, or begin with another character
      people.csv:2:2: “@x”: expected text, found a formula; paste it as a value, or begin with another character
      people.csv:3:1: “+1+2”: expected text, found a formula; paste it as a value, or begin with another character
      people.csv:3:2: “-x”: expected text, found a formula; paste it as a value, or begin with another character
      """#),
    Example(
      "surplus cells", "a,b\n1,2,,4,5\n1,2,3\n",
      #"""
      people.csv:2:4: “4”：表头只有 2 列，此处多出内容；请补上列名；含逗号的文字应加引号
      people.csv:3:3: “3”：表头只有 2 列，此处多出内容；请补上列名；含逗号的文字应加引号
      people.csv:2:4: “4”: the header has 2 columns, this cell is beyond them; name the column; put a text with a comma in quotes
      people.csv:3:3: “3”: the header has 2 columns, this cell is beyond them; name the column; put a text with a comma in quotes
      """#),
  ]

  static let headers = [
    Example(
      "two columns of one name", "id,name,ＩＤ \n1,2,3\n",
      #"""
      people.csv:1:3: “ＩＤ”：表头与第 1 列重复；请删除或改名其中一列
      people.csv:1:3: “ＩＤ”: this header is already the name of column 1; remove or rename one of the two
      """#),
    Example(
      "a column without a name", "a,,c,\n1,,3\n1,2,3\n1,2,3,4\n",
      #"""
      people.csv:1:2: 这一列没有表头，但第 3 行有内容；请补上列名，或清空这一列
      people.csv:1:4: 这一列没有表头，但第 4 行有内容；请补上列名，或清空这一列
      people.csv:1:2: this column has no header, but row 3 has a cell in it; name the column or clear it
      people.csv:1:4: this column has no header, but row 4 has a cell in it; name the column or clear it
      """#),
  ]

  static let limits = [
    Example(
      "a file too large", "a,b\n1,2\n",
      #"""
      people.csv: 文件有 8 字节，上限为 5；请检查文件是否正确
      people.csv: the file has 8 bytes, the limit is 5; check that this is the right file
      """#
    ).limited { $0.bytes = 5 },
    Example(
      "too many rows", "a\n=1\n2\n3\n",
      #"""
      people.csv:2:1: “=1”：应为文字，这里是公式；请复制后选择性粘贴为“值”，或改为不以 = + - @ 开头
      people.csv:4: 行数超过上限 3；请检查文件是否正确
      people.csv:2:1: “=1”: expected text, found a formula; paste it as a value, or begin with another character
      people.csv:4: there are more than 3 rows; check that this is the right file
      """#
    ).limited { $0.rows = 3 },
    Example(
      "too many columns", "a,b,c\n1,2,3\n",
      #"""
      people.csv:1:3: “c”：列数超过上限 2；请检查文件是否正确
      people.csv:2:3: “3”：列数超过上限 2；请检查文件是否正确
      people.csv:1:3: “c”: there are more than 2 columns; check that this is the right file
      people.csv:2:3: “3”: there are more than 2 columns; check that this is the right file
      """#
    ).limited { $0.columns = 2 },
    Example(
      "too many cells", "a,b\n1,2\n3,4\n",
      #"""
      people.csv:3: 单元格数超过上限 3；请检查文件是否正确
      people.csv:3: there are more than 3 cells; check that this is the right file
      """#
    ).limited { $0.cells = 3 },
    Example(
      "a cell too long", "a\nabcdef\n中文字\n",
      #"""
      people.csv:2:1: “abcdef”：单元格超过 5 个字符；请缩短，或检查前面是否少了引号
      people.csv:2:1: “abcdef”: the cell has more than 5 characters; shorten it, or look for a missing quote before it
      """#
    ).limited { $0.cellLength = 5 },
    Example(
      "too many problems", "a\n=1\n=2\n=3\n=4\n",
      #"""
      people.csv:2:1: “=1”：应为文字，这里是公式；请复制后选择性粘贴为“值”，或改为不以 = + - @ 开头
      people.csv:3:1: “=2”：应为文字，这里是公式；请复制后选择性粘贴为“值”，或改为不以 = + - @ 开头
      people.csv: 另有 2 处问题未列出；请先改正已列出的
      people.csv:2:1: “=1”: expected text, found a formula; paste it as a value, or begin with another character
      people.csv:3:1: “=2”: expected text, found a formula; paste it as a value, or begin with another character
      people.csv: further problems that are not listed: 2; mend those that are listed first
      """#
    ).limited { $0.problems = 2 },
  ]
}
