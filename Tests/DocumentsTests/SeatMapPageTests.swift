import Assembly
import Documents
import Foundation
import Testing

@Suite(
  .enabled(if: Browser.isExpected, "no chromium, chromium-browser or google-chrome on PATH"), .serialized)
struct `The page of the seat map` {
  @Test func `A search lights the seats, and the card tells two people of one name apart`() throws {
    let result = try after(
      """
      type("李小明");
      report("lit", [...document.querySelectorAll("#map .lit")].map((seat) => seat.id).join());
      report("count", document.getElementById("found").textContent);
      document.getElementById("next").click();
      report("card", document.getElementById("card").textContent);
      document.getElementById("next").click();
      report("other card", document.getElementById("card").textContent);
      """)
    #expect(result["lit"] == "h2,h4")
    #expect(result["count"] == "1 / 2")
    #expect(result["card"] == "李小明|石桥镇|右区 1排5号")
    #expect(result["other card"] == "李小明|城关镇|镇长|左区 1排3号")
  }

  @Test func `A search by group or by seat lights what it names`() throws {
    let result = try after(
      """
      type("城关镇");
      report("group", [...document.querySelectorAll("#map .lit")].map((seat) => seat.id).join());
      type("右区 1排4号");
      report("seat", [...document.querySelectorAll("#map .lit")].map((seat) => seat.id).join());
      type("谁也不是");
      report("nobody", document.getElementById("results").textContent);
      type("");
      report("cleared", document.querySelectorAll("#map .lit").length + document.getElementById("found").textContent);
      """)
    #expect(result["group"] == "r1-1,r1-2,h1,h2")
    #expect(result["seat"] == "h3")
    #expect(result["nobody"] == "没有找到")
    #expect(result["cleared"] == "0")
  }

  @Test func `The initials of a name in pinyin find its seat, and the card tells room and vehicle`() throws {
    let result = try after(
      """
      type("lxm");
      report("lit", [...document.querySelectorAll("#map .lit")].map((seat) => seat.id).join());
      """)
    #expect(result["lit"] == "h2,h4")
    let event = try Example.roomStock { draft in
      draft.hall = [HallLine(tableRow: 2, section: "中区", row: .number(1), first: 1, last: 2)]
    }
    var plan = EventPlan(rooms: Example.roomPlan(event))
    plan.hall = HallPlan(assignments: [HallAssignment(person: 0, seat: 1)])
    let told = try browser.reports(
      of: SeatMap(event: event, plan).html(),
      after: """
        type("ww");
        report("card", document.getElementById("card").textContent);
        """)
    #expect(told["card"] == "王五|城关镇|镇长|中区 1排2号|住房：迎宾馆 301")
  }

  @Test func `Pointing at a seat or tapping it shows its card`() throws {
    let result = try after(
      """
      const card = document.getElementById("card");
      const point = (id, kind) => document.querySelector("#" + id + " rect").dispatchEvent(new MouseEvent(kind, { bubbles: true }));
      report("before", String(card.hidden));
      point("h1", "pointerover");
      report("pointed", card.textContent);
      point("r2-2", "click");
      report("tapped", card.textContent);
      point("h0", "pointerover");
      report("held", card.textContent);
      """)
    #expect(result["before"] == "true")
    #expect(result["pointed"] == "王五|城关镇|左区 1排2号|轮椅位")
    #expect(result["tapped"] == "主席7|石桥镇|主席台 2排2号 · 第7位")
    #expect(result["held"] == "预留|左区 1排1号")
  }

  @Test func `The legend lights a group`() throws {
    let result = try after(
      """
      document.querySelectorAll("#groups button")[0].click();
      report("lit", [...document.querySelectorAll("#map .lit")].map((seat) => seat.id).join());
      """)
    #expect(result["lit"] == "r1-1,r1-2,h1,h2")
  }

  @Test func `A large hall prints on one sheet of A3`() throws {
    let pages = try browser.printed(Example.map(Example.fan()).html(), fragment: "")
    #expect(pages == ["1191 x 841"])
  }

  @Test func `A large hall prints on A4 as the whole map and its parts`() throws {
    let pages = try browser.printed(Example.map(Example.fan()).html(), fragment: "#a4")
    #expect((6...40).contains(pages.count))
    #expect(Set(pages).isSubset(of: ["841 x 594", "594 x 841"]))
  }

  private var browser: Browser {
    get throws { try #require(Browser.installed, "CI=true asks for these tests, and no Chromium is on PATH") }
  }

  /// What a script reported when it ran on the page of the small event; `|` stands for a line break.
  private func after(_ script: String) throws -> [String: String] {
    try browser.reports(of: Example.map(Example.small()).html(), after: script)
  }
}
