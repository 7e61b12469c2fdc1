/// Finds what ids name, also as a spreadsheet leaves them: an id that lost its leading zeros names the only one that differs
/// from it in zeros alone.
public struct IDDirectory: Sendable {
  private let exact: [String: Int]
  private let withoutZeros: [String: Int]

  /// The directory of some ids, each by its place; what is there twice is found by nobody but in full, then the first.
  ///
  /// - Complexity: O(length of all ids).
  public init(_ ids: some Sequence<String>) {
    var exact: [String: Int] = [:]
    var short: [String: Int] = [:]
    var several: Set<String> = []
    for (index, id) in ids.enumerated() {
      if exact[id] == nil { exact[id] = index }
      if short.updateValue(index, forKey: Self.short(id)) != nil { several.insert(Self.short(id)) }
    }
    self.exact = exact
    withoutZeros = short.filter { !several.contains($0.key) }
  }

  /// The place of an id.
  public subscript(id: String) -> Int? { exact[id] ?? withoutZeros[Self.short(id)] }

  private static func short(_ id: String) -> String { String(id.drop { $0 == "0" }) }
}
