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
  /// What of a selection narrows it.
  let facets: Set<Facet>
  /// Whether it is printed only where it is asked for by name.
  let isAskedFor: Bool
  private let needs: @Sendable (EventPlan, Event) -> Bool
  private let draw: @Sendable (PaperDesk) -> [Page]

  /// What a paper can be narrowed to.
  enum Facet: Sendable {
    case people, days, vehicles
  }

  init(
    _ word: String, _ title: Phrase, by facets: Set<Facet> = [.people], isAskedFor: Bool = false,
    of needs: @escaping @Sendable (EventPlan, Event) -> Bool,
    _ draw: @escaping @Sendable (PaperDesk) -> [Page]
  ) {
    self.word = word
    self.title = title
    self.facets = facets
    self.isAskedFor = isAskedFor
    self.needs = needs
    self.draw = draw
  }

  /// Whether a plan has what the paper shows.
  public func isDue(of plan: EventPlan, _ event: Event) -> Bool { needs(plan, event) }

  /// Whether a selection means this paper when no paper is named.
  public func isMeant(by selection: PaperSelection) -> Bool {
    !isAskedFor && selection.facets.isSubset(of: facets)
  }

  /// The pages; none where nobody is concerned.
  public func pages(_ desk: PaperDesk) -> [Page] { draw(desk) }

  /// The file in the language of an event: `桌签.pdf`, of a part of it `桌签-部分.pdf`, so that it replaces no whole.
  public func fileName(in language: Language, isPart: Bool) -> String {
    let name = language == .chinese ? title.chinese : word
    return name + (isPart ? Phrase("-部分", "-part")[language] : "") + ".pdf"
  }

  /// Every name that a file of the paper can have.
  public var fileNames: [String] {
    Language.allCases.flatMap { language in
      [false, true].map { fileName(in: language, isPart: $0) }
    }
  }
}

extension Paper {
  /// Every paper, in the order in which organizers need them.
  public static let all: [Paper] = [
    delegations, placeCards, foldedCards, wideCards, tickets, badges, signIn, rideLists,
    driverSlips,
    roomList,
    doorSigns, pickups, dropoffs, vehicleSigns, stationSigns, contacts, handbook, budget,
  ]

  /// The paper of a name, in either language.
  public init?(named name: String) {
    let key = name.lowercased().replacing(" ", with: "-")
    guard let paper = Self.all.first(where: { $0.word == key || $0.title.chinese == name }) else {
      return nil
    }
    self = paper
  }
}

/// Of whom and of what papers are printed.
public struct PaperSelection: Sendable {
  /// Indices in `Event.people`; nothing means everybody.
  public var people: Set<Int>?
  /// Nothing means every day.
  public var day: Day?
  /// Numbers that vehicles show; nothing means all.
  public var vehicles: Set<Int>?

  /// All of a plan.
  public init() {}

  /// Whether it is all of a plan.
  public var isEverything: Bool { facets.isEmpty }

  var facets: Set<Paper.Facet> {
    Set(
      [people.map { _ in .people }, day.map { _ in .days }, vehicles.map { _ in .vehicles }]
        .compactMap(
          \.self))
  }
}
