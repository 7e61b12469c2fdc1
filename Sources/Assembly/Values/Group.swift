/// A line of the table of groups.
public struct GroupEntry: Sendable, Hashable {
  /// Row in the table of groups, the header counted as 1.
  public var row: Int
  /// Name as the list of people writes it.
  public var name: String
  /// Place in the order of groups; groups without one come after all that have one.
  public var order: Double?
  /// Sections of the hall that bind the group; none means everywhere.
  public var sectionNames: [String] = []
  /// Hotels that bind the group; none means everywhere.
  public var hotels: [String] = []
  /// With whom the group discusses; nothing: by itself.
  public var discussion: Meeting?
  /// Who of the staff serves it: ids or unique names.
  public var contacts: [String] = []
  /// A remark, printed.
  public var note: String = ""

  /// An entry that binds nothing.
  public init(row: Int, name: String, order: Double? = nil) {
    self.row = row
    self.name = name
    self.order = order
  }
}

/// A delegation or unit, or those people of one role who belong to none.
public struct Group: Sendable, Hashable {
  /// Who a group is.
  public enum Kind: Sendable, Hashable {
    /// A delegation or unit by its name.
    case named(String)
    /// The people of one role who have no group.
    case role(Role)
  }

  /// Who the group is.
  public let kind: Kind
  /// Row in the table of groups that speaks of it.
  public let row: Int?
  /// Indices of the hall's sections that bind it; empty means everywhere.
  public let sections: [Int]
  /// Hotels that bind it; empty means everywhere.
  public let hotels: [String]
  /// Everybody of the group in listed order, absent people too; indices of people.
  public let members: [Int]
}
