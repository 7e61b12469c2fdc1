import Assembly
import EventFiles
import Foundation
import ProcessorTime
import Testing

private func sorted(_ names: [String], by order: any NameOrder) -> [String] {
  names.sorted { order.compare(PersonName($0), PersonName($1)) == .ascending }
}

/// The golden lists of rules.md with the whole table.
@Suite(.enabled(if: StrokeCodes.installed(for: []) != nil, "rime-data-stroke is not installed"))
struct InstalledStrokeTests {
  static let surnames = """
    丁 于 万 马 王 毛 文 方 尹 孔 邓 石 龙 卢 叶 田 史 白 冯 吕 朱 乔 任 刘 江 汤 许 孙 苏 杜 李 杨 吴 邱 何 余 邹 汪 沈 宋 张 陆 陈 邵 武 范 林 易 罗 金 \
    周 郑 孟 赵 郝 胡 钟 段 侯 姜 姚 贺 秦 袁 贾 夏 顾 钱 徐 高 郭 唐 黄 曹 龚 常 崔 康 梁 彭 董 蒋 韩 程 傅 曾 谢 赖 蔡 廖 谭 熊 黎 潘 薛 戴 魏
    """.split(separator: " ").map(String.init)

  @Test func `Surnames stand as in printed lists`() {
    let names = Self.surnames
    let order = StrokeOrder(names, codes: .installed(for: names), blankFirst: true)
    #expect(sorted(names.reversed(), by: order) == names)
    #expect(order.charactersWithoutCode.isEmpty)
  }

  @Test func `Names stand as at a party congress with blank first`() {
    let names = "丁小宁 王小宁 田富 田大利 李一鸣 李大鸣 欧阳少东 洪少东 高富 高大富".split(separator: " ").map(String.init)
    let order = StrokeOrder(names, codes: .installed(for: names), blankFirst: true)
    #expect(sorted(names.reversed(), by: order) == names)
  }

  @Test func `Names stand as at a people's congress without blank first`() {
    let names = "丁小宁 王小宁 田大利 田富 李一鸣 李大鸣 欧阳少东 洪少东 高大富 高富".split(separator: " ").map(String.init)
    let order = StrokeOrder(names, codes: .installed(for: names), blankFirst: false)
    #expect(sorted(names.reversed(), by: order) == names)
  }

  @Test func `Ten thousand names are sorted while one waits`() {
    let names = Self.surnames.flatMap { surname in
      (0..<125).map { surname + String(Character(Unicode.Scalar(0x4E00 + $0 * 37)!)) }
    }
    var inOrder: [String] = []
    let seconds = processorSeconds {
      inOrder = sorted(names, by: StrokeOrder(names, codes: .installed(for: names), blankFirst: true))
    }
    #expect(inOrder.count > 10_000)
    #expect(seconds < 30)
  }

  @Test func `An event that asks for their order brings the strokes of its names`() throws {
    func event(_ order: String) throws -> Event {
      let reading = EventReader.read(files: [
        "会议.csv": Data("项目,内容\n名称,大会\n组内顺序,\(order)\n".utf8),
        "人员.csv": Data("编号,姓名\nP1,王大\nP2,丁大\n".utf8),
      ])
      return try #require(reading.event)
    }
    let ordering = try event("按笔画").nameOrdering()
    #expect(ordering.notes.isEmpty)
    #expect(ordering.order.compare("丁大", "王大") == .ascending)
    #expect(try event("按拼音").strokeCodes == nil)
  }
}
