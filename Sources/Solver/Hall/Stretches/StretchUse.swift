/// A way to take so many seats of a stretch: in one run or several, wherever in it they lie.
struct StretchUse {
  let people: Int
  let runs: Int
  let lone: Int
  /// The links of each run; where there are three or more, of all of them together.
  let pieces: [Stretch.Links]
  /// Whether it goes on what was taken of the stretch before, where that is next to it, and may go on in the next one.
  let goesOn: Bool
  let mayGoOn: Bool
}

extension StretchUse {
  /// Seats of a stretch up to which two runs in it are told apart by where they lie.
  private static let longestInDetail = 24

  /// All ways to take seats of a stretch that are not worse than others in everything.
  ///
  /// Three runs or more count as three that reach all that the stretch does and hang together: they cost no more.
  ///
  /// - Complexity: O(seats⁴) for up to 24 seats, O(seats²) beyond.
  static func all(of stretch: Stretch, joinsNext: Bool) -> [StretchUse] {
    (1...stretch.seats).flatMap { all(of: stretch, joinsNext: joinsNext, people: $0) }
  }

  private static func all(of stretch: Stretch, joinsNext: Bool, people: Int) -> [StretchUse] {
    let (seats, joinsPrevious) = (stretch.seats, stretch.joinsPrevious)
    let everything = stretch.links.reduce(Stretch.Links(), |)
    func links(_ first: Int, _ count: Int) -> Stretch.Links {
      stretch.links[first..<first + count].reduce(Stretch.Links(), |)
    }
    var uses: [StretchUse] = []
    func add(_ use: StretchUse) {
      guard !uses.contains(where: { $0.isNoWorse(than: use) }) else { return }
      uses.removeAll { use.isNoWorse(than: $0) }
      uses.append(use)
    }
    let lone = people == 1 ? 1 : 0
    if seats > longestInDetail {
      return [
        StretchUse(
          people: people, runs: 1, lone: lone, pieces: [everything], goesOn: joinsPrevious, mayGoOn: joinsNext
        )
      ]
    }
    for first in 0...seats - people {
      add(
        StretchUse(
          people: people, runs: 1, lone: lone, pieces: [links(first, people)],
          goesOn: joinsPrevious && first == 0,
          mayGoOn: joinsNext && first + people == seats))
    }
    for left in 1..<max(1, people) {
      let right = people - left
      for first in stride(from: 0, to: seats - people, by: 1) {
        for second in first + left + 1...seats - right {
          add(
            StretchUse(
              people: people, runs: 2, lone: (left == 1 ? 1 : 0) + (right == 1 ? 1 : 0),
              pieces: [links(first, left), links(second, right)], goesOn: joinsPrevious && first == 0,
              mayGoOn: joinsNext && second + right == seats))
        }
      }
    }
    if people > 2, people + 2 <= seats {
      add(
        StretchUse(
          people: people, runs: 3, lone: max(0, 6 - people), pieces: [everything], goesOn: joinsPrevious,
          mayGoOn: joinsNext))
    }
    return uses
  }

  /// Whether it costs no more than another with as many people, and reaches all that the other reaches.
  private func isNoWorse(than other: StretchUse) -> Bool {
    guard runs <= other.runs, lone <= other.lone, goesOn || !other.goesOn, mayGoOn || !other.mayGoOn
    else { return false }
    if pieces.count == 1 {
      return pieces[0].contains(other.pieces.reduce(Stretch.Links(), |))
    }
    guard other.pieces.count == 2 else { return false }
    if pieces[0].contains(other.pieces[0]) && pieces[1].contains(other.pieces[1]) { return true }
    // What goes on is the first run of one, and not the same run of the other.
    return !other.goesOn && !other.mayGoOn && pieces[0].contains(other.pieces[1])
      && pieces[1].contains(other.pieces[0])
  }
}
