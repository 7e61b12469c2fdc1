import Assembly
import Localization

/// Seats, beds or rooms of which a table offers fewer than there are people or groups for them: told at once, since every
/// plan must leave somebody out. That there are enough by number does not say that a plan finds place for all.
struct ShortOffer {
  private(set) var missing: [Phrase] = []

  /// Compares what is asked for with what is offered, as often as it is: for each meal, night or session.
  mutating func compare(_ asked: Int, with offered: Int, _ missing: (Int) -> Phrase) {
    if asked > offered { self.missing.append(missing(asked - offered)) }
  }
}

extension Phrase {
  /// The offer, and what it lacks; three times or nights are enough to see it.
  func lacking(_ short: ShortOffer) -> Phrase {
    guard !short.missing.isEmpty else { return self }
    let told = Wording.joined(Array(short.missing.prefix(3)))
    let more = short.missing.count > 3
    return Phrase(
      chinese + "；缺 " + told.chinese + (more ? "等" : ""),
      english + "; short of " + told.english + (more ? " and more" : ""))
  }
}

extension Wording {
  static func seatsShort(_ count: Int, at time: String = "") -> Phrase {
    Phrase("\(count) 座" + inBrackets(time).chinese, counted(count, "seat") + inBrackets(time).english)
  }

  static func bedsShort(_ count: Int, on night: Day) -> Phrase {
    Phrase("\(count) 床（\(night) 晚）", counted(count, "bed") + " in the night of \(night)")
  }

  static func discussionRoomsShort(_ count: Int, in session: String) -> Phrase {
    Phrase(
      "\(count) 间讨论室" + inBrackets(session).chinese, counted(count, "room") + inBrackets(session).english)
  }

  private static func inBrackets(_ time: String) -> Phrase {
    time.isEmpty ? Phrase("") : Phrase("（\(time)）", " (\(time))")
  }
}
