public import Assembly
import Localization

/// Which version of a plan a document shows, whether it is approved, and where it differs from the plan that was out.
public struct Edition: Sendable, Hashable {
  /// 1, 2, 3 …
  public var version: Int
  /// Who approved it; nothing for a draft.
  public var approval: Approval?
  /// Seats whose people changed since the plan that was out; none where nothing was out.
  public var changedSeats: Set<PrintedPlace> = []

  /// An edition of which nothing is approved.
  public init(version: Int, approval: Approval? = nil) {
    self.version = version
    self.approval = approval
  }

  /// `第3版 审定 2026-03-04 王五`, `第3版 草稿`.
  var phrase: Phrase {
    let state =
      approval.map { Phrase("审定 \($0.date) \($0.name)", "approved \($0.date) by \($0.name)") }
      ?? Phrase("草稿", "draft")
    return Phrase("第\(version)版 \(state.chinese)", "version \(version), \(state.english)")
  }
}

/// Who approved a plan, and when.
public struct Approval: Sendable, Hashable {
  /// The name.
  public var name: String
  /// The day.
  public var date: Day

  /// An approval.
  public init(by name: String, on date: Day) {
    self.name = name
    self.date = date
  }
}
