import Foundation
import Testing

@testable import Documents

@Suite struct `Colours and names` {
  @Test func `Black text is readable on every group's colour`() {
    for group in 0..<200 {
      let contrast =
        (luminance(Palette.fill(of: group)) + 0.05) / (luminance(.init(red: 34, green: 34, blue: 34)) + 0.05)
      #expect(contrast >= 4.5, "group \(group)")
    }
  }

  @Test func `Groups that follow one another differ in lightness, whatever colours an eye sees`() {
    for group in 0..<35 {
      let (one, next) = (luminance(Palette.fill(of: group)), luminance(Palette.fill(of: group + 1)))
      #expect((max(one, next) + 0.05) / (min(one, next) + 0.05) > 1.15, "groups \(group) and \(group + 1)")
    }
  }

  @Test func `35 groups have 35 colours`() {
    #expect(Set((0..<35).map(Palette.fill)).count == 35)
  }

  @Test(arguments: [
    ("王五", ["王五"]), ("李小明", ["李小明"]), ("欧阳少东", ["欧阳少东"]),
    ("阿不都热合曼·买买提", ["阿不都热合曼·", "买买提"]), ("诸葛欧阳少东", ["诸葛欧", "阳少东"]),
    ("Christopher Jones", ["Christopher", "Jones"]),
  ])
  func `A name goes on one line or is parted where it is best read`(name: String, lines: [String]) {
    #expect(FittedName(name).lines == lines)
  }

  @Test func `Names are never smaller than the tiles of A4 allow for`() {
    for length in 0...100 {
      let fitted = FittedName(String(repeating: "王", count: length))
      #expect(fitted.size >= SeatMeasure.smallestName)
      #expect(fitted.lines.allSatisfy { ($0.ems * fitted.size) <= FittedName.room * 2 })
    }
  }

  @Test func `A two-character name is spaced`() {
    #expect(FittedName("王五").isSpaced)
    #expect(FittedName("王 五") == FittedName("王五"))
    #expect(!FittedName("Bo").isSpaced)
  }

  /// Relative luminance of WCAG 2.
  private func luminance(_ colour: Palette.Colour) -> Double {
    func linear(_ part: Int) -> Double {
      let value = Double(part) / 255
      return value <= 0.040_45 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
  }
}
