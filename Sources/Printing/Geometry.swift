/// A width and a height in millimetres.
public struct Size: Sendable, Hashable {
  /// Millimetres.
  public var width: Double
  /// Millimetres.
  public var height: Double

  /// A size in millimetres.
  public init(_ width: Double, _ height: Double) {
    self.width = width
    self.height = height
  }

  /// A sheet of A4, upright.
  public static let a4 = Size(210, 297)

  /// The same sheet lying on its side.
  public var turned: Size { Size(height, width) }
}

/// A place on a page in millimetres from its upper left corner.
public struct Point: Sendable, Hashable {
  /// To the right.
  public var x: Double
  /// Down.
  public var y: Double

  /// A place in millimetres.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// An upright rectangle in millimetres.
public struct Rectangle: Sendable, Hashable {
  /// Left edge.
  public var x: Double
  /// Upper edge.
  public var y: Double
  /// Width.
  public var width: Double
  /// Height.
  public var height: Double

  /// A rectangle by its upper left corner and its size.
  public init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// All of a sheet or card.
  public init(_ size: Size) {
    self.init(0, 0, size.width, size.height)
  }

  /// Right edge.
  public var maxX: Double { x + width }
  /// Lower edge.
  public var maxY: Double { y + height }
  /// The middle from left to right.
  public var midX: Double { x + width / 2 }
  /// The middle from top to bottom.
  public var midY: Double { y + height / 2 }

  /// The rectangle without a margin on all sides.
  public func inset(_ margin: Double) -> Rectangle { inset(margin, margin) }

  /// The rectangle without margins left and right, above and below.
  public func inset(_ sides: Double, _ ends: Double) -> Rectangle {
    Rectangle(x + sides, y + ends, width - 2 * sides, height - 2 * ends)
  }

  /// The part that begins `offset` below the upper edge and is `height` high.
  public func band(_ offset: Double, _ height: Double) -> Rectangle {
    Rectangle(x, y + offset, width, height)
  }
}
