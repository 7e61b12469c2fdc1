import Foundation
import Localization
import ProcessorTime
import Tables
import Testing

@testable import EventFiles

/// A table that is far longer than any real one, with something to tell of each row.
@Suite struct LongTables {
  private static let header = [
    "会议.csv": "项目,内容\n名称,年度大会\n", "人员.csv": "编号,姓名,位次\n", "分组.csv": "分组,顺序\n", "主席台.csv": "排,座位数\n",
    "会场.csv": "区,排,起号,止号,预留\n", "房间.csv": "酒店,房号,房型,房价\n", "车辆.csv": "编号,座位数\n",
    "线路.csv": "起点,终点,分钟\n", "用车.csv": "编号,起点,终点,最早发车,最晚发车,乘车人\n",
  ]
  private static let row: [String: @Sendable (Int) -> String] = [
    "会议.csv": { "设置\($0),1" }, "人员.csv": { "\($0 / 2),姓名\($0),x" }, "分组.csv": { "分组\($0),x" },
    "主席台.csv": { "\($0),x" }, "会场.csv": { "东区,\($0),1,9,role\($0)" }, "房间.csv": { "宾馆,\($0),房型\($0),x" },
    "车辆.csv": { "\($0),x" }, "线路.csv": { "甲\($0),乙\($0),x" }, "用车.csv": { "\($0),甲,乙,x,x,角色\($0)" },
  ]

  @Test(arguments: header.keys.sorted())
  func
    `A long table that is all wrong takes no more than linear time, and tells a bounded number of problems`(
      name: String
    )
  {
    let rows = (0..<12_000).map(Self.row[name]!).joined(separator: "\n")
    let seconds = processorSeconds {
      let reading = reading([name: Self.header[name]! + rows + "\n"])
      let problems = reading.diagnostics.filter { $0.source == name }
      #expect((10_001...20_002).contains(problems.count))
      #expect(problems.contains { $0.message.english.hasPrefix("further problems that are not listed: ") })
    }
    #expect(seconds < 20)
  }
}
