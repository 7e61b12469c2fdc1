import Printing

/// The styles of all papers: few, so that papers of one event look alike.
extension TextStyle {
  static let body = TextStyle(.song, 9.5)
  static let name = TextStyle(.song, 10.5, bold: true)
  static let number = TextStyle(.hei, 9.5)
  static let columnHeader = TextStyle(.hei, 9, bold: true)
  static let heading = TextStyle(.hei, 11, bold: true)
  static let title = TextStyle(.song, 20, bold: true)
  static let subtitle = TextStyle(.kai, 12)
  static let small = TextStyle(.song, 8, colour: .grey(0.3))

  func sized(_ points: Double) -> TextStyle {
    var style = self
    style.size = points
    return style
  }
}

extension Stroke {
  static let hair = Stroke(0.1, .grey(0.65))
  static let rule = Stroke(0.25, .grey(0.2))
  static let fold = Stroke(0.1, .grey(0.7), dashes: [2, 2])
}
