import Assembly
import Testing

@Suite("Initials of pinyin") struct PinyinInitialsTests {
  @Test func `A name is looked up by the first letter of each character`() {
    let names = ["张三", "欧阳少东", "阿不都热合曼·买买提", "王 芳", "吴晓文", "郑州帀", "Ada Smith", "李Lee"]
    let initials = PinyinInitials(names.map { PersonName($0) })
    #expect(
      names.map { initials.spellings(of: PersonName($0)) } == [
        "zs", "oysd", "abdrhmmmt", "wf", "wxw", "zzz", "", "l",
      ])
  }

  @Test func `A surname that is read in its own way is found by both letters`() {
    let initials = PinyinInitials(["曾小明", "单雄", "任我行"])
    #expect(initials.spellings(of: "曾小明") == "cxm zxm")
    #expect(initials.spellings(of: PersonName("曾小明", reading: "Ceng Xiaoming")) == "cxm")
    #expect(initials.spellings(of: "单雄") == "dx sx")
    #expect(initials.spellings(of: "任我行").hasPrefix("rw"))
  }

  @Test func `Every letter that begins a syllable is told`() {
    let names = [
      "安", "白", "陈", "邓", "鄂", "方", "郭", "何", "江", "康", "刘", "马", "牛", "欧", "潘", "钱", "阮", "孙", "唐", "魏", "许",
      "杨", "朱",
    ]
    let initials = PinyinInitials(names.map { PersonName($0) })
    #expect(names.map { initials.spellings(of: PersonName($0)) }.joined() == "abcdefghjklmnopqrstwxyz")
  }
}
