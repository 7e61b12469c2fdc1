import Assembly
import Documents
import Foundation
import Testing

@Suite(
  .enabled(if: Browser.isExpected, "no chromium, chromium-browser or google-chrome on PATH"), .serialized)
struct `The search of pages` {
  private var browser: Browser {
    get throws { try #require(Browser.installed, "CI=true asks for these tests, and no Chromium is on PATH") }
  }

  private static let script = """
    const lit = () => [...document.querySelectorAll(".lit")].map((one) => one.textContent).join("·");
    report("shown", String(document.querySelector(".find").hidden));
    for (const words of ["李小明", "lxm", "302", "石桥镇", "谁也不是", ""]) {
      type(words);
      report(words, lit() + " " + document.getElementById("found").textContent);
    }
    type("lxm");
    document.getElementById("next").click();
    report("next", document.getElementById("found").textContent);
    """

  @Test func `Rooms are found by names, initials of pinyin, groups and numbers`() throws {
    let event = try Example.roomStock()
    let page = RoomPages(event: event, plan: Example.roomPlan(event)).html()
    let result = try browser.reports(of: page, after: Self.script)
    #expect(result["shown"] == "false")
    #expect(result["李小明"]?.hasSuffix("1 / 2") == true && result["lxm"] == result["李小明"])
    #expect(result["302"] == "302 1 / 1")
    #expect(result["石桥镇"]?.contains("李小明") == true && result["石桥镇"]?.hasSuffix("1 / 1") == true)
    #expect(result["谁也不是"] == " 没有找到" && result[""] == " ")
    #expect(result["next"] == "2 / 2")
  }

  @Test func `Rides are found by names and initials wherever somebody rides`() throws {
    let event = try Example.fleet()
    let page = VehiclePages(event: event, plan: Example.vehiclePlan).html()
    let result = try browser.reports(of: page, after: Self.script)
    #expect(result["shown"] == "false")
    #expect(result["李小明"]?.contains("李小明") == true && result["lxm"] == result["李小明"])
    #expect(result["谁也不是"] == " 没有找到")
  }
}
