public import Assembly
import Foundation
public import Localization
public import Printing

/// A paper of a plan: what is printed for one use.
public struct Paper: Sendable {
  /// The word for it in commands, and its name in English files: `place-cards`.
  public let word: String
  /// What it is called: 桌签.
  public let title: Phrase
  /// The sizes of its cards, the usual one first; none for a paper that is no card.
  public let sizes: [CardSheet]
  /// What of a selection narrows it.
  let facets: Set<Facet>
  /// What changes.csv calls it where it is void; nothing for a paper that is not printed again for single people.
  let reprint: PaperChanges.Reprint?
  /// Whether it is a sheet a group: it is void for all of the group where it is for one.
  let isByGroup: Bool
  /// Whether a card can have a size that is not among ``sizes``.
  private let fits: @Sendable (Size) -> Bool
  private let needs: @Sendable (EventPlan, Event) -> Bool
  private let draw: @Sendable (PaperDesk, CardSheet?) -> [Page]

  /// What a paper can be narrowed to.
  enum Facet: Sendable {
    case people, days, vehicles
  }

  /// A list, or sheets of one size.
  init(
    _ word: String, _ title: Phrase, by facets: Set<Facet> = [.people],
    reprintedAs reprint: PaperChanges.Reprint? = nil, isByGroup: Bool = false,
    of needs: @escaping @Sendable (EventPlan, Event) -> Bool,
    _ draw: @escaping @Sendable (PaperDesk) -> [Page]
  ) {
    self.isByGroup = isByGroup
    self.word = word
    self.title = title
    self.facets = facets
    self.reprint = reprint
    self.needs = needs
    sizes = []
    fits = { _ in false }
    self.draw = { desk, _ in draw(desk) }
  }

  /// Cards for single people, or sheets of one of several sizes.
  ///
  /// - Parameters:
  ///   - sizes: the usual one first.
  ///   - fits: whether a card of another size can be drawn.
  init(
    _ word: String, _ title: Phrase, by facets: Set<Facet> = [.people],
    reprintedAs reprint: PaperChanges.Reprint? = nil, sizes: [CardSheet],
    orFitting fits: @escaping @Sendable (Size) -> Bool = { _ in false },
    of needs: @escaping @Sendable (EventPlan, Event) -> Bool,
    _ draw: @escaping @Sendable (PaperDesk, CardSheet) -> [Page]
  ) {
    self.word = word
    self.title = title
    self.sizes = sizes
    self.reprint = reprint
    isByGroup = false
    self.fits = fits
    self.needs = needs
    self.facets = facets
    self.draw = { desk, sheet in draw(desk, sheet ?? sizes[0]) }
  }

  /// Whether a plan has what the paper shows.
  public func isDue(of plan: EventPlan, _ event: Event) -> Bool { needs(plan, event) }

  /// Whether a selection means this paper when no paper is named.
  public func isMeant(by selection: PaperSelection) -> Bool {
    guard selection.changes == nil else { return reprint != nil || tellsChanges }
    return word != Self.notice.word && selection.facets.isSubset(of: facets)
  }

  /// The pages; none where nobody is concerned.
  ///
  /// - Parameters:
  ///   - desk: the plan, and of whom and of what papers are printed.
  ///   - size: that of cards; nothing for the usual one.
  public func pages(_ desk: PaperDesk, size: CardSheet? = nil) -> [Page] {
    guard let changes = desk.selection.changes, !tellsChanges else { return draw(desk, size) }
    return draw(desk.selecting(changes.narrowing(desk.selection, to: reprint, isByGroup: isByGroup)), size)
  }

  /// The size of a name, `105×148`, or one that is made for it: as many cards a sheet as A4 holds. Nothing where cards
  /// of the paper cannot have it.
  public func size(named name: String) -> CardSheet? {
    let name = name.folded
    if let known = sizes.first(where: { $0.name.folded == name }) { return known }
    let sides = name.split(separator: "×", omittingEmptySubsequences: false).compactMap { Double($0) }
    guard sides.count == 2, sides.allSatisfy({ $0 >= 20 && $0 <= 297 }), fits(Size(sides[0], sides[1])) else {
      return nil
    }
    return CardSheet(fitting: Size(sides[0], sides[1]))
  }
}

extension String {
  /// A size as it is compared: `90 x 130 mm` is `90×130`.
  fileprivate var folded: String {
    String(
      lowercased().withoutBlanks.replacing("mm", with: "").map {
        "x*＊╳✕".contains($0) ? "×" : $0
      })
  }
}

// MARK: Files

extension Paper {
  /// The file in the language of an event: `桌签.pdf`; of a part of it `桌签-部分.pdf`, of what changed `桌签-变动.pdf`, of
  /// another size `证件-105×148.pdf`, so that it replaces no other.
  public func fileName(in language: Language, _ selection: PaperSelection, size: CardSheet? = nil) -> String {
    let name = language == .chinese ? title.chinese : word
    let another = size.flatMap { $0.name == sizes.first?.name ? nil : $0.name }
    let extent = word == Self.notice.word ? nil : selection.extent?[language]
    return ([name] + [another, extent].compactMap(\.self)).joined(separator: "-") + ".pdf"
  }

  /// Whether a file of this name is of a paper, whatever its language, part and size.
  public static func isFile(named name: String) -> Bool {
    guard name.hasSuffix(".pdf") else { return false }
    let stem = String(name.dropLast(4))
    return all.flatMap { [$0.title.chinese, $0.word] }.contains { title in
      guard stem.hasPrefix(title) else { return false }
      let parts = stem.dropFirst(title.count).split(separator: "-", omittingEmptySubsequences: false)
      return stem == title || parts.first == "" && parts.dropFirst().allSatisfy(isRemark)
    }
  }

  /// A size, or a word for a part.
  private static func isRemark(_ text: Substring) -> Bool {
    PaperSelection.extents.contains { $0.chinese == text || $0.english == text }
      || all.contains { $0.sizes.contains { $0.name == text } }
      || text.split(separator: "×", omittingEmptySubsequences: false).compactMap { Double($0) }.count == 2
  }
}

extension Paper {
  /// Every paper, in the order in which organizers need them.
  public static let all: [Paper] = [
    notice, delegations, seatMap, placeCards, tickets, badges, signIn, rideLists, driverSlips, roomList,
    doorSigns,
    pickups, dropoffs, vehicleSigns, stationSigns, tableCards, tableLists, discussionDoors, dutyList,
    contacts, agenda,
    handbook, budget,
  ]

  /// The paper of a name, in either language.
  public init?(named name: String) {
    let key = name.lowercased().replacing(" ", with: "-")
    guard let paper = Self.all.first(where: { $0.word == key || $0.title.chinese == name }) else {
      return nil
    }
    self = paper
  }

  /// Whether the paper itself shows what changed, and is not of the people concerned alone.
  private var tellsChanges: Bool { [Self.notice.word, Self.seatMap.word].contains(word) }

  /// Whether the paper tells only of changes.
  public var needsChanges: Bool { word == Self.notice.word }
}

/// Of whom and of what papers are printed.
public struct PaperSelection: Sendable {
  /// Indices in `Event.people`; nothing means everybody.
  public var people: Set<Int>?
  /// Nothing means every day.
  public var day: Day?
  /// Numbers that vehicles show; nothing means all.
  public var vehicles: Set<Int>?
  /// Only what is void since an earlier plan; nothing means all.
  public var changes: PaperChanges?
  /// Nothing means all.
  var runs: Set<VehicleRun>?

  /// All of a plan.
  public init() {}

  /// Whether it is all of a plan.
  public var isEverything: Bool { extent == nil }

  var facets: Set<Paper.Facet> {
    Set(
      [people.map { _ in .people }, day.map { _ in .days }, vehicles.map { _ in .vehicles }]
        .compactMap(
          \.self))
  }

  /// What the name of a file tells of it.
  var extent: Phrase? {
    if changes != nil { return Self.extents[1] }
    return facets.isEmpty ? nil : Self.extents[0]
  }

  fileprivate static let extents = [Phrase("部分", "part"), Phrase("变动", "changed")]
}
