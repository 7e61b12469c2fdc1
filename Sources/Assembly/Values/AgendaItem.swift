/// A line of the agenda: what there is when and where, and for whom. It is printed and plans nothing.
public struct AgendaItem: Sendable, Hashable {
  /// Row in the table `agenda`, the header counted as 1.
  public var row: Int
  /// The day.
  public var day: Day
  /// When on the day, as it is printed: `08:30`, `8:30–11:00`, `下午`; blank for all of it.
  public var time: String
  /// What there is.
  public var what: String
  /// Where; blank where that is no matter.
  public var place: String
  /// Who takes part; blank for everybody.
  public var who: String

  /// A line of the agenda.
  public init(row: Int, day: Day, time: String = "", what: String, place: String = "", who: String = "") {
    self.row = row
    self.day = day
    self.time = time
    self.what = what
    self.place = place
    self.who = who
  }
}

extension Sequence<AgendaItem> {
  /// The items of each day, days in their order and items as listed.
  public var byDay: [(day: Day, items: [AgendaItem])] {
    Dictionary(grouping: self, by: \.day).sorted { $0.key < $1.key }.map { ($0, $1) }
  }
}
