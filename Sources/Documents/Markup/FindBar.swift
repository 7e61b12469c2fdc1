import Assembly
import Localization
import Synchronization

/// The search of a page: a box, and a script that lights what it names. Elements are found by their text and by their
/// attribute `data-find`.
struct FindBar {
  /// The digest of `Find.js`, base64 of SHA-256: the one script that browsers may run on the page.
  /// `openssl dgst -sha256 -binary Find.js | base64` tells it; a test of a page fails when it is not right.
  static let scriptDigest = "CDxeptSIlahu8SkVYjxrlw6QdW3uvpZCxm/V4t5bqOQ="

  let page: any EventPage
  let placeholder: Phrase

  /// Writes the box, which stays out of sight where no script runs.
  func write(to writer: inout MarkupWriter) {
    let words = page.say(placeholder)
    writer.element("div", [("class", "find"), ("hidden", "")]) { writer in
      writer.empty(
        "input",
        [
          ("id", "search"), ("type", "search"), ("autocomplete", "off"), ("placeholder", .text(words)),
          ("aria-label", .text(words)),
        ])
      writer.element(
        "output",
        [("id", "found"), ("aria-live", "polite"), ("data-none", .text(page.say(Wording.nobodyFound)))])
      for (id, sign, title) in [("previous", "‹", Wording.previous), ("next", "›", Wording.next)] {
        writer.element(
          "button", [("id", .text(id)), ("type", "button"), ("title", .text(page.say(title)))], text: sign)
      }
    }
  }

  /// Writes the script, after all that can be found.
  static func writeScript(to writer: inout MarkupWriter) {
    writer.element("script") { $0.verbatim(PackageResources.Find_js) }
  }
}

extension Event {
  /// What each person is looked up by in pinyin.
  var spellingsInPinyin: [String] {
    let names = people.map(\.spelledName)
    return lastSpelled.withLock { last in
      if last.names != names {
        let initials = PinyinInitials(names)
        last = (names, names.map(initials.spellings))
      }
      return last.spellings
    }
  }
}

/// The names that were spelled last: the documents of an event ask one after another for the same.
private let lastSpelled = Mutex<(names: [PersonName], spellings: [String])>(([], []))
