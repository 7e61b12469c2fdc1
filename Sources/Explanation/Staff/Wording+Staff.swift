import Assembly
import Localization

// What is said of the staff's work.
extension Wording {
  static let duties = Phrase("分工", "Duties")
  static let noPost = Phrase("没有岗位：", "Has no post:")

  /// - Parameters:
  ///   - load: half hours of the person's posts.
  ///   - most: those of who has most.
  static func load(_ load: Int, posts: Int, most: Int) -> Phrase {
    Phrase(
      "共 \(posts) 个岗位，\(hours(load)) 小时；最多的人 \(hours(most)) 小时。",
      "\(counted(posts, "post")), \(hours(load)) hours; nobody has more than \(hours(most)).")
  }

  private static func hours(_ halfHours: Int) -> String {
    "\(halfHours / 2)" + (halfHours % 2 == 0 ? "" : ".5")
  }

  /// - Parameter named: whether a table names the person for it.
  static func isAt(_ post: StaffPost, named: Bool) -> Phrase {
    let name = shown(post.id.title) + " " + shown(post.id.subject)
    let times = post.shifts.first.map { first in
      let more = post.shifts.count > 1
      return Phrase(
        "，\(first.from) 至 \(first.to.clock)\(more ? " 等 \(post.shifts.count) 段" : "")",
        ", \(first.from) to \(first.to.clock)\(more ? " and \(post.shifts.count - 1) more" : "")"
      )
    }
    return Phrase(
      name + (times?.chinese ?? "") + (named ? "，表中指定" : "") + "。",
      name + (times?.english ?? "") + (named ? ", as the tables name them" : "") + ".")
  }

  static func change(_ post: StaffPost, to name: String) -> Phrase {
    let what = shown(post.id.title) + " " + shown(post.id.subject)
    return Phrase("“\(what)”改由\(shown(name))负责", "to leave “\(what)” to \(shown(name))")
  }
}
