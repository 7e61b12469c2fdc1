import Foundation

/// Light fills for any number of groups, all under black text.
///
/// Hues step by the golden angle, so that few repeat nearly; lightness goes round in three steps, so that groups that
/// follow one another differ for eyes that see no hue too. Made in OKLCH: Björn Ottosson, "A perceptual color space
/// for image processing", 2020.
struct Palette {
  /// A colour of sRGB, each part 0 … 255.
  struct Colour: Hashable {
    let red: Int
    let green: Int
    let blue: Int

    /// `#rrggbb`.
    var hexadecimal: String {
      "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }

  /// The fill of a group by its index.
  static func fill(of group: Int) -> Colour {
    let (lightness, chroma) = [(0.91, 0.06), (0.74, 0.115), (0.83, 0.09)][group % 3]
    let goldenAngle = 137.507_764
    let hue = (80 + goldenAngle * Double(group)).truncatingRemainder(dividingBy: 360) * .pi / 180
    return colour(lightness: lightness, a: chroma * cos(hue), b: chroma * sin(hue))
  }

  private static func colour(lightness: Double, a: Double, b: Double) -> Colour {
    let long = cube(lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b)
    let medium = cube(lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b)
    let short = cube(lightness - 0.089_484_177_5 * a - 1.291_485_548 * b)
    return Colour(
      red: encoded(4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short),
      green: encoded(-1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short),
      blue: encoded(-0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701 * short))
  }

  private static func cube(_ value: Double) -> Double {
    value * value * value
  }

  private static func encoded(_ linear: Double) -> Int {
    let part = min(max(linear, 0), 1)
    let gamma = part <= 0.003_130_8 ? 12.92 * part : 1.055 * pow(part, 1 / 2.4) - 0.055
    return Int((gamma * 255).rounded())
  }
}
