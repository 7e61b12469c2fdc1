/// What is printed on a row or a seat: a number, or a name such as `B`, `AA` or `12a`.
///
/// Two names are the same when they differ in letter case only.
public enum PrintedName: Sendable, ExpressibleByIntegerLiteral, CustomStringConvertible {
  /// A plain number.
  case number(Int)
  /// A name with a letter in it, as the table writes it.
  case letters(String)

  /// A plain number.
  public init(integerLiteral value: Int) {
    self = .number(value)
  }

  /// The name as it is printed.
  public var description: String {
    switch self {
    case .number(let number): String(number)
    case .letters(let letters): letters
    }
  }

  /// The number, if it is one.
  var number: Int? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  /// The number that the name begins with: 12 for `12a`.
  fileprivate var leadingNumber: Int? {
    guard case .letters(let letters) = self else { return number }
    return Int(letters.prefix { ("0"..."9").contains($0) })
  }
}

extension PrintedName: Hashable {
  /// Whether both are one name.
  public static func == (left: PrintedName, right: PrintedName) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): left == right
    case (.letters(let left), .letters(let right)): left.uppercased() == right.uppercased()
    default: false
    }
  }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .number(let number): hasher.combine(number)
    case .letters(let letters): hasher.combine(letters.uppercased())
    }
  }
}

/// Seats of a line that the table names: `12a`, or a range, in which `12a` lies between 12 and 13.
public enum NamedSeats: Sendable, Hashable, CustomStringConvertible {
  /// All from one number to another.
  case range(ClosedRange<Int>)
  /// One seat whose name is no number.
  case name(PrintedName)

  /// As a table would write it.
  public var description: String {
    switch self {
    case .range(let range):
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    case .name(let name): name.description
    }
  }

  /// Whether the seat is one of these.
  func contains(_ seat: PrintedName) -> Bool {
    switch self {
    case .name(let name): name == seat
    case .range(let range):
      if let number = seat.number {
        range.contains(number)
      } else {
        seat.leadingNumber.map { range.contains($0) && $0 < range.upperBound } ?? false
      }
    }
  }
}
