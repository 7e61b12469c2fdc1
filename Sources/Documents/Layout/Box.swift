/// A rectangle of the drawing, in its units; y grows down the page.
struct Box: Hashable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }
  var middle: Double { (left + right) / 2 }

  /// The smallest box around both.
  func union(_ other: Box) -> Box {
    Box(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  /// The box with `margin` more on the left and on the right.
  func widened(by margin: Double) -> Box {
    Box(left: left - margin, top: top, right: right + margin, bottom: bottom)
  }

  mutating func move(x: Double = 0, y: Double = 0) {
    left += x
    right += x
    top += y
    bottom += y
  }
}

/// A short text around its middle.
struct Label: Hashable {
  let text: String
  var x: Double
  var y: Double
  /// Width that it must not exceed.
  let width: Double
}

/// Sizes of a drawn seat.
enum SeatMeasure {
  /// From one seat to the next.
  static let width = 44.0
  /// From one row of the hall to the next.
  static let hallRow = 38.0
  /// From one row of the rostrum to the next; its seats also tell their protocol place.
  static let rostrumRow = 46.0
  /// Between the borders of neighbouring seats.
  static let spacing = 3.0
  /// Smallest size of a name in a seat.
  static let smallestName = 10.0
}
