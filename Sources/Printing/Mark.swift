/// A colour of sRGB, each part 0 … 1.
public struct Colour: Sendable, Hashable {
  /// Red.
  public let red: Double
  /// Green.
  public let green: Double
  /// Blue.
  public let blue: Double

  /// A colour by its parts.
  public init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// A grey, 0 black and 1 white.
  public static func grey(_ light: Double) -> Colour { Colour(red: light, green: light, blue: light) }

  /// Black.
  public static let black = grey(0)
  /// White.
  public static let white = grey(1)
}

/// A face of type that Chinese papers are set in.
public enum Typeface: String, Sendable, Hashable, CaseIterable {
  /// 宋体, for text.
  case song
  /// 黑体, for headings and numbers that are read from afar.
  case hei
  /// 楷体, for names on cards where it is installed.
  case kai
}

/// How a text is set.
public struct TextStyle: Sendable, Hashable {
  /// The face.
  public var face: Typeface
  /// Points.
  public var size: Double
  /// Whether it is bold.
  public var isBold: Bool
  /// Its colour.
  public var colour: Colour

  /// A style of black text.
  public init(_ face: Typeface, _ size: Double, bold: Bool = false, colour: Colour = .black) {
    self.face = face
    self.size = size
    isBold = bold
    self.colour = colour
  }

  /// The height of an ideograph in millimetres.
  public var em: Double { size * millimetresPerPoint }
}

/// A point of type in millimetres.
public let millimetresPerPoint = 25.4 / 72

/// One line of text in a box, in the middle of its height. Where it is wider than the box it is squeezed, never cut.
public struct Text: Sendable, Hashable {
  /// Where in the width of its box a text stands.
  public enum Alignment: Sendable, Hashable {
    case leading, centre, trailing
  }

  /// The text, a single line.
  public let string: String
  /// How it is set.
  public let style: TextStyle
  /// Where it stands.
  public let box: Rectangle
  /// Where in the width of the box.
  public let alignment: Alignment

  /// A text in a box.
  public init(_ string: String, _ style: TextStyle, in box: Rectangle, _ alignment: Alignment = .leading) {
    self.string = string
    self.style = style
    self.box = box
    self.alignment = alignment
  }

  /// How a text of a natural width is scaled to fit: narrower letters first,
  /// ideographs and numbers down to three fifths, other letters to four; then smaller ones too.
  func scale(ofWidth natural: Double) -> (x: Double, y: Double) {
    guard natural > box.width, natural > 0 else { return (1, 1) }
    let narrowing = max(box.width, 0.1) / natural
    let narrowest = string.hasWideCharacters || !string.contains(where: \.isLetter) ? 0.6 : 0.8
    return (narrowing, min(1, narrowing / narrowest))
  }
}

extension String {
  /// Whether some of it is as wide as an ideograph: Chinese, Japanese, Korean.
  var hasWideCharacters: Bool {
    unicodeScalars.contains {
      (0x2E80..<0xFB00).contains($0.value) || (0xFF00..<0xFFF0).contains($0.value) || $0.value >= 0x2_0000
    }
  }
}

/// A stroke.
public struct Stroke: Sendable, Hashable {
  /// Millimetres.
  public var width: Double
  /// Its colour.
  public var colour: Colour
  /// Millimetres of strokes and of gaps in turn; none for an unbroken line.
  public var dashes: [Double]

  /// A stroke.
  public init(_ width: Double, _ colour: Colour = .black, dashes: [Double] = []) {
    self.width = width
    self.colour = colour
    self.dashes = dashes
  }
}

/// A drawing that stands in many places and is kept in a file once: the seats of a hall on the backs of badges.
public final class Stamp: Sendable, Hashable {
  /// Its extents.
  public let size: Size
  /// As if its upper left corner were the origin.
  public let marks: [Mark]

  /// A drawing.
  public init(_ size: Size, _ marks: [Mark]) {
    self.size = size
    self.marks = marks
  }

  /// Whether both are one stamp, not merely alike.
  public static func == (left: Stamp, right: Stamp) -> Bool { left === right }

  /// By identity.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// Something that is drawn.
public indirect enum Mark: Sendable, Hashable {
  case text(Text)
  case line(Point, Point, Stroke)
  case rectangle(Rectangle, fill: Colour?, stroke: Stroke?)
  /// Many of one colour, drawn at once.
  case rectangles([Rectangle], fill: Colour)
  /// Filled black.
  case code(QRCode, in: Rectangle)
  /// Marks whose origin is moved to a point.
  case placed([Mark], at: Point)
  /// A drawing whose upper left corner is moved to a point.
  case stamp(Stamp, at: Point)
  /// What of marks lies in a rectangle, whose upper left corner is moved to a point: one of several sheets of a drawing.
  case window([Mark], of: Rectangle, at: Point)
  /// Marks turned by 180° about the middle of a rectangle, in which they stand as if they were not.
  case turned([Mark], in: Rectangle)
}

/// One side of a sheet.
public struct Page: Sendable, Hashable {
  /// The sheet.
  public var size: Size
  /// What is drawn, later marks over earlier ones.
  public var marks: [Mark]

  /// A page.
  public init(_ size: Size, _ marks: [Mark] = []) {
    self.size = size
    self.marks = marks
  }

  /// All texts of the page with their boxes on the page; turned ones as if they were not.
  public var texts: [Text] {
    func texts(_ marks: [Mark], _ origin: Point) -> [Text] {
      marks.flatMap { mark -> [Text] in
        switch mark {
        case .text(let text):
          let box = Rectangle(
            text.box.x + origin.x, text.box.y + origin.y, text.box.width, text.box.height)
          return [Text(text.string, text.style, in: box, text.alignment)]
        case .placed(let inner, let place): return texts(inner, Point(origin.x + place.x, origin.y + place.y))
        case .turned(let inner, _): return texts(inner, origin)
        case .window(let inner, let part, let place):
          return texts(inner, Point(origin.x + place.x - part.x, origin.y + place.y - part.y)).filter {
            text in
            text.box.maxX > place.x && text.box.x < place.x + part.width && text.box.maxY > place.y
              && text.box.y < place.y + part.height
          }
        case .line, .rectangle, .rectangles, .code, .stamp: return []
        }
      }
    }
    return texts(marks, Point(0, 0))
  }
}

extension [Mark] {
  /// The marks larger or smaller, about the origin, letters too. Stamps stay as large as they are and only move.
  public func scaled(by scale: Double) -> [Mark] {
    scale == 1 ? self : map { $0.scaled(by: scale) }
  }
}

extension Mark {
  fileprivate func scaled(by scale: Double) -> Mark {
    switch self {
    case .text(let text):
      var style = text.style
      style.size *= scale
      return .text(Text(text.string, style, in: text.box.scaled(by: scale), text.alignment))
    case .line(let from, let to, let stroke):
      return .line(from.scaled(by: scale), to.scaled(by: scale), stroke)
    case .rectangle(let rectangle, let fill, let stroke):
      return .rectangle(rectangle.scaled(by: scale), fill: fill, stroke: stroke)
    case .rectangles(let rectangles, let fill):
      return .rectangles(rectangles.map { $0.scaled(by: scale) }, fill: fill)
    case .code(let code, let rectangle): return .code(code, in: rectangle.scaled(by: scale))
    case .placed(let marks, let place): return .placed(marks.scaled(by: scale), at: place.scaled(by: scale))
    case .stamp(let stamp, let place): return .stamp(stamp, at: place.scaled(by: scale))
    case .window(let marks, let part, let place):
      return .window(marks.scaled(by: scale), of: part.scaled(by: scale), at: place.scaled(by: scale))
    case .turned(let marks, let rectangle):
      return .turned(marks.scaled(by: scale), in: rectangle.scaled(by: scale))
    }
  }
}

extension Point {
  fileprivate func scaled(by scale: Double) -> Point { Point(x * scale, y * scale) }
}

extension Rectangle {
  fileprivate func scaled(by scale: Double) -> Rectangle {
    Rectangle(x * scale, y * scale, width * scale, height * scale)
  }
}
