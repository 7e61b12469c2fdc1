/// The number of a flight or a train as people write it.
public struct Service: Sendable, Hashable {
  /// What carries the traveller.
  public enum Kind: Sendable, Hashable {
    case train
    case flight
    /// The number reads like neither; it is taken for a flight, which asks for more time.
    case unknown
  }

  /// What the number reads like.
  public let kind: Kind

  /// The service of a cell: `G102`, `Ｇ 12`, `G102次`, `高铁G12`, the first of `G12/G15`, `CA1234`, `3U8888`.
  public init(_ cell: String) {
    kind = Self.kind(of: Self.number(in: cell))
  }

  /// The number alone, in ASCII where it is one: half width, capital letters, without blanks and the words around it.
  private static func number(in cell: String) -> [UInt8] {
    var text = cell
    if !cell.utf8.allSatisfy({ $0 < 0x80 }) {
      text = String(
        String.UnicodeScalarView(
          cell.unicodeScalars.filter { !$0.properties.isWhitespace }.map { scalar in
            (0xFF01...0xFF5E).contains(scalar.value)
              ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
          }))
      for word in ["航班", "车次", "高铁", "动车", "火车", "城际", "次", "班", "号"] {
        text = text.replacing(word, with: "")
      }
      text = String(text.prefix { !"、或转".contains($0) })
    }
    return text.utf8.prefix { !"/,;\\|".utf8.contains($0) }.filter { $0 > UInt8(ascii: " ") }.map { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 32 : byte
    }
  }

  private static func kind(of number: [UInt8]) -> Kind {
    func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
    let rest = number.first.map { "GDCKZTLSY".utf8.contains($0) } == true ? number.dropFirst() : number[...]
    if 1...4 ~= rest.count, rest.allSatisfy(isDigit) { return .train }
    let (carrier, flight) = (number.prefix(2), number.dropFirst(2))
    let isCarrier =
      carrier.count == 2 && carrier.allSatisfy { isLetter($0) || isDigit($0) }
      && carrier.contains(where: isLetter)
    return isCarrier && 2...4 ~= flight.count && flight.allSatisfy(isDigit) ? .flight : .unknown
  }
}
