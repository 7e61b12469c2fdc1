/// Writes elements of SVG and HTML. Text and attribute values cannot but be escaped; names are literals.
struct MarkupWriter {
  /// A value of an attribute.
  enum Value {
    case text(String)
    case number(Double)
  }

  typealias Attribute = (name: StaticString, value: Value)

  private(set) var bytes: [UInt8] = []

  /// An element with content and an end tag.
  mutating func element(
    _ name: StaticString, _ attributes: [Attribute] = [], _ content: (inout MarkupWriter) -> Void = { _ in }
  ) {
    open(name, attributes)
    write(">")
    content(&self)
    write("</")
    write(name)
    write(">")
  }

  /// An element that holds text alone.
  mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// An element without content and end tag.
  mutating func empty(_ name: StaticString, _ attributes: [Attribute]) {
    open(name, attributes)
    write("/>")
  }

  /// Text between tags.
  mutating func text(_ text: String) {
    escape(text)
  }

  /// Our own markup, style or script as it is: never anything that comes from an event.
  mutating func verbatim(_ markup: some Collection<UInt8>) {
    bytes.append(contentsOf: markup)
  }

  private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
    write("<")
    write(name)
    for attribute in attributes {
      write(" ")
      write(attribute.name)
      write("=\"")
      switch attribute.value {
      case .text(let text): escape(text)
      case .number(let number): bytes.append(contentsOf: Self.shortened(number).utf8)
      }
      write("\"")
    }
  }

  private mutating func write(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Escapes byte by byte: a quote that a combining mark follows is one character with it, and still a quote.
  private mutating func escape(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): write("&amp;")
      case UInt8(ascii: "<"): write("&lt;")
      case UInt8(ascii: ">"): write("&gt;")
      case UInt8(ascii: "\""): write("&quot;")
      case UInt8(ascii: "'"): write("&#39;")
      default: bytes.append(byte)
      }
    }
  }
}

extension MarkupWriter.Value: ExpressibleByStringLiteral, ExpressibleByFloatLiteral,
  ExpressibleByIntegerLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(floatLiteral number: Double) { self = .number(number) }
  init(integerLiteral number: Int) { self = .number(Double(number)) }
}

extension MarkupWriter {
  /// The number to a tenth, without a needless fraction: more digits are invisible and make the file larger.
  static func shortened(_ number: Double) -> String {
    guard let tenths = Int(exactly: (number * 10).rounded()) else { return "0" }
    if tenths % 10 == 0 { return String(tenths / 10) }
    return "\(tenths < 0 ? "-" : "")\(abs(tenths / 10)).\(abs(tenths % 10))"
  }
}
