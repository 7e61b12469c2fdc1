/// Finds what ids name, also as a spreadsheet leaves them: an id that lost its leading zeros names the only one that differs
/// from it in zeros alone.
public struct IDDirectory: Sendable {
  private let exact: [String: Int]
  /// What is there twice.
  private let repeated: Set<String>
  /// Those that begin with zeros, without these; several places where they then are one.
  private let withoutZeros: [String: [Int]]

  /// The directory of some ids, each by its place; what is there twice is found by nobody but in full, then the first.
  ///
  /// - Complexity: O(length of all ids).
  public init(_ ids: some Collection<String>) {
    var exact = [String: Int](minimumCapacity: ids.count)
    var repeated: Set<String> = []
    var withoutZeros: [String: [Int]] = [:]
    for (index, id) in ids.enumerated() {
      if let first = exact.updateValue(index, forKey: id) {
        exact[id] = first
        repeated.insert(id)
      }
      if let short = Self.withoutZeros(id) { withoutZeros[short, default: []].append(index) }
    }
    (self.exact, self.repeated, self.withoutZeros) = (exact, repeated, withoutZeros)
  }

  /// The place of an id.
  public subscript(id: String) -> Int? {
    if let place = exact[id] { return place }
    let short = Self.withoutZeros(id) ?? id
    let others = withoutZeros[short] ?? []
    guard let plain = exact[short] else { return others.count == 1 ? others[0] : nil }
    return others.isEmpty && !repeated.contains(short) ? plain : nil
  }

  /// An id that begins with zeros without them; nothing for any other.
  private static func withoutZeros(_ id: String) -> String? {
    id.first == "0" ? String(id.drop { $0 == "0" }) : nil
  }
}
