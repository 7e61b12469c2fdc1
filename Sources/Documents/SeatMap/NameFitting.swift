/// A name as it fits into a seat: one line, or two for a long one.
struct FittedName: Hashable {
  /// Lines from the top; a line that would be too wide is squeezed to the room there is.
  let lines: [String]
  let size: Double
  /// Room of a line.
  static let room = SeatMeasure.width - 5

  /// Fits a name that is already printable; a very long one ends in an ellipsis.
  init(_ name: String) {
    let name = name.closedUp
    let width = name.ems
    switch width {
    case ...2.7: (lines, size) = ([name], 14)
    case ...3.2: (lines, size) = ([name], 13)
    case ...4.2: (lines, size) = ([name], 12)
    default: (lines, size) = (FittedName.halves(of: name).map(FittedName.shortened), 10.5)
    }
  }

  /// The width that a line must be squeezed to, if it would be wider.
  func squeeze(_ line: String) -> Double? {
    line.ems * size > FittedName.room ? FittedName.room : nil
  }

  /// A Chinese name of two characters, which is spaced as wide as one of three.
  var isSpaced: Bool {
    lines.count == 1 && lines[0].unicodeScalars.count == 2 && lines[0].ems == 2
  }

  /// Parts a name where it is best read: at a dot, a blank or a hyphen near its middle, else in the middle.
  private static func halves(of name: String) -> [String] {
    let characters = Array(name.prefix(64))
    let middle = Double(characters.count) / 2
    let breaks = characters.indices.dropLast().filter { "·•・ -".contains(characters[$0]) }
    let best = breaks.min { abs(Double($0 + 1) - middle) < abs(Double($1 + 1) - middle) }
    let end = (best ?? (characters.count + 1) / 2 - 1) + 1
    return [String(characters[..<end]), String(characters[end...])].map { half in
      half.last == " " ? String(half.dropLast()) : half
    }
  }

  private static func shortened(_ line: String) -> String {
    let widest = 7.0
    guard line.ems > widest else { return line }
    var kept = ""
    for character in line where (kept + String(character)).ems < widest - 1 {
      kept.append(character)
    }
    return kept + "…"
  }
}
