import Assembly
import Localization

/// The page around the drawing.
struct SeatMapPage {
  /// The digest of `SeatMap.js`, base64 of SHA-256: the one script that browsers may run on the page.
  /// `openssl dgst -sha256 -binary SeatMap.js | base64` tells it; a test of the page fails when it is not right.
  static let scriptDigest = "SFcsvo/m2Sm982shoD+14oiwLRlLorN4/T5u8m1sMWo="

  private let map: SeatMap
  private let drawing: SeatMapDrawing
  private let markup: [UInt8]

  /// - Parameter markup: what the drawing writes.
  init(_ map: SeatMap, _ drawing: SeatMapDrawing, _ markup: [UInt8]) {
    self.map = map
    self.drawing = drawing
    self.markup = markup
  }

  func write(to writer: inout MarkupWriter) {
    let frame = map.frame(of: Wording.seatMap, scriptDigest: Self.scriptDigest)
    let sheet = drawing.isLandscape ? "a3 landscape" : "a3 portrait"
    frame.write(to: &writer, bodyAttributes: [("class", .text(sheet))]) {
      $0.verbatim(PackageResources.SeatMap_css)
    } body: { writer in
      toolbar(&writer)
      writer.element("main") { writer in
        writer.element("div", [("id", "view"), ("tabindex", "0")]) { $0.verbatim(markup) }
        sidebar(&writer)
      }
      writer.element("div", [("id", "card"), ("role", "status"), ("hidden", "")])
      writer.element("div", [("id", "pages")])
      writer.element("script") { $0.verbatim(PackageResources.SeatMap_js) }
    }
  }

  private func toolbar(_ writer: inout MarkupWriter) {
    writer.element("header") { writer in
      writer.element("h1", text: map.eventName)
      writer.element("div", [("class", "find")]) { writer in
        writer.empty(
          "input",
          [
            ("id", "search"), ("type", "search"), ("autocomplete", "off"),
            ("placeholder", .text(map.say(Wording.search))), ("aria-label", .text(map.say(Wording.search))),
          ])
        writer.element("output", [("id", "found"), ("aria-live", "polite")])
        button("previous", "‹", Wording.previous, &writer)
        button("next", "›", Wording.next, &writer)
      }
      writer.element("div", [("class", "zoom")]) { writer in
        button("smaller", "−", Wording.smaller, &writer)
        button("whole", map.say(Wording.whole), Wording.whole, &writer)
        button("larger", "+", Wording.larger, &writer)
      }
      writer.element("div", [("class", "print")]) { writer in
        for (paper, title) in [("a3", Wording.oneSheet), ("a4", Wording.severalPages)] {
          writer.element("label") { writer in
            writer.empty("input", [("type", "radio"), ("name", "paper"), ("value", .text(paper))])
            writer.text(map.say(title))
          }
        }
        button("print", map.say(Wording.print), Wording.print, &writer)
      }
    }
  }

  private func button(_ id: String, _ text: String, _ label: Phrase, _ writer: inout MarkupWriter) {
    writer.element(
      "button", [("id", .text(id)), ("type", "button"), ("title", .text(map.say(label)))], text: text)
  }

  /// What was found, the groups, and who has no seat.
  private func sidebar(_ writer: inout MarkupWriter) {
    writer.element("aside") { writer in
      writer.element(
        "ol",
        [
          ("id", "results"), ("data-none", .text(map.say(Wording.nobodyFound))),
          ("data-more", .text(map.say(Wording.moreFound))),
        ])
      writer.element("details", [("open", "")]) { writer in
        writer.element("summary", text: map.say(Wording.groups))
        writer.element("p", text: map.total)
        writer.element("ul", [("id", "groups")]) { writer in
          for (group, count) in map.counts.enumerated() where count.hall + count.rostrum > 0 {
            entry(group, count, &writer)
          }
        }
      }
      if !map.seating.unplaced.isEmpty { unplaced(&writer) }
    }
  }

  private func entry(_ group: Int, _ count: (hall: Int, rostrum: Int), _ writer: inout MarkupWriter) {
    writer.element("li") { writer in
      writer.element("button", [("type", "button"), ("data-group", .text(String(group)))]) { writer in
        writer.element("svg", [("viewBox", "0 0 30 20"), ("width", "30"), ("height", "20")]) { writer in
          writer.empty(
            "rect",
            [
              ("class", "swatch"), ("x", 0.5), ("y", 0.5), ("width", 29), ("height", 19), ("rx", 3),
              ("fill", .text(Palette.fill(of: group).hexadecimal)),
            ])
          writer.element(
            "text", [("class", "swatch-number"), ("x", 15), ("y", 15), ("font-size", 13)],
            text: map.number(of: group))
        }
        writer.element("span", [("class", "group")], text: map.groupName(group))
        writer.element(
          "span", [("class", "count")], text: map.people(hall: count.hall, rostrum: count.rostrum))
      }
    }
  }

  private func unplaced(_ writer: inout MarkupWriter) {
    writer.element("details", [("id", "unplaced"), ("open", "")]) { writer in
      writer.element("summary", text: "\(map.say(Wording.unplaced)) \(map.seating.unplaced.count)")
      writer.element("ul") { writer in
        for index in map.seating.unplaced {
          let person = map.event.people[index]
          let words = [person.shownName, map.groupName(person.group), person.title.printable]
          writer.element("li", text: words.filter { !$0.isEmpty }.joined(separator: " · "))
        }
      }
    }
  }
}
