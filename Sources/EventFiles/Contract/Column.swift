/// A column of a table of the contract.
struct Column: Sendable, Hashable {
  /// The English header.
  let name: String
  /// Its Chinese headers, the usual one first.
  let chinese: [String]
  /// Whether a table without the column cannot be used.
  let isRequired: Bool
  /// The column that may stand in the place of this one.
  let substitute: String?

  init(_ name: String, _ chinese: String..., required: Bool = false, unless substitute: String? = nil) {
    self.name = name
    self.chinese = chinese
    isRequired = required
    self.substitute = substitute
  }
}
