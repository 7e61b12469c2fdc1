import Printing
import Testing

/// Where titles and names are broken.
@Suite struct `The lines of a phrase` {
  /// Millimetres of an ideograph.
  private let em = TextStyle(.song, 10).em

  @Test(
    arguments: [
      // A little too wide is squeezed.
      ("主席团成员", 4.6, ["主席团成员"]),
      ("村党支部书记", 4, ["村党支部", "书记"]),
      ("县乡村振兴局局长", 6, ["县乡村振兴局", "局长"]),
      ("市人大常委会副主任、党组成员", 8, ["市人大常委会", "副主任、党组成员"]),
      ("青石县第十八届人民代表大会第三次会议", 13, ["青石县第十八届人民代表大会", "第三次会议"]),
      ("阿不都热合曼·买买提", 6.5, ["阿不都热合曼·", "买买提"]),
      ("Chief Executive Officer", 6, ["Chief", "Executive", "Officer"]),
    ] as [(String, Double, [String])])
  func `Lines end where units, offices and parts of names do`(text: String, ems: Double, lines: [String]) {
    #expect(Typesetter().lines(ofPhrase: text, TextStyle(.song, 10), width: ems * em) == lines)
  }

  @Test(arguments: ["", "一", "乡村振兴局", String(repeating: "很长的名字", count: 300), "W", "超长ABCDEFGHIJKLMNOP词"])
  func `Nothing is lost, whatever the width`(text: String) {
    for ems in [0.5, 1, 2.5, 7, 40] {
      let lines = Typesetter().lines(ofPhrase: text, TextStyle(.song, 10), width: ems * em)
      #expect(!lines.isEmpty && lines.joined() == text, "\(ems)")
    }
  }
}
