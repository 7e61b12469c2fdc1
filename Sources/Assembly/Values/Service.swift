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

  private static func number(in cell: String) -> String {
    var text = String(
      String.UnicodeScalarView(
        cell.unicodeScalars.filter { !$0.properties.isWhitespace }.map { scalar in
          (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
        })
    ).uppercased()
    for word in ["航班", "车次", "高铁", "动车", "火车", "城际", "次", "班", "号"] { text = text.replacing(word, with: "") }
    return String(text.prefix { !"/、,，;；\\|或转".contains($0) })
  }

  private static func kind(of number: String) -> Kind {
    let isDigit: (Character) -> Bool = { $0.isASCII && $0.isNumber }
    let rest = "GDCKZTLSY".contains(number.first ?? " ") ? number.dropFirst() : number[...]
    if 1...4 ~= rest.count, rest.allSatisfy(isDigit) { return .train }
    let (carrier, flight) = (number.prefix(2), number.dropFirst(2))
    let isCarrier =
      carrier.count == 2 && carrier.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      && carrier.contains { $0.isLetter }
    return isCarrier && 2...4 ~= flight.count && flight.allSatisfy(isDigit) ? .flight : .unknown
  }
}
