import Assembly
import Localization

/// The whole sheet: title, rostrum, the floors of the hall; the legend follows below.
struct SheetLayout {
  /// All seats: the rostrum, then the sections of each floor.
  private(set) var blocks: [SeatBlock] = []
  private(set) var rowLabels: [Label] = []
  private(set) var sectionNames: [Label] = []
  private(set) var floorNames: [Label] = []
  /// The stage: behind the rostrum's seats, or where it would stand.
  private(set) var stage = Box(left: 0, top: 0, right: 0, bottom: 0)
  /// Upper edge of the legend.
  private(set) var legendTop = 0.0
  let left: Double
  let width: Double
  /// Size of ordinary text outside the seats: it grows with the sheet, which is scaled down to fit the paper.
  let textSize: Double

  /// - Complexity: O(s log s) for s seats.
  init(event: Event) {
    let language = event.settings.language
    func row(_ name: PrintedName) -> String { Wording.row(name)[language] }
    let floors = event.hall.map { SheetLayout.floors(of: $0, row: row) } ?? []
    let hall = floors.flatMap(\.blocks).map(\.box).reduceToUnion
    let rostrum = event.rostrum.map {
      SheetLayout.rostrum($0, name: Wording.rostrum[language], below: hall?.width)
    }
    let margin = 1.6 * SeatMeasure.width * (rostrum?.scale ?? 1)
    let seats =
      [hall, rostrum?.box].compactMap { $0 }.reduceToUnion ?? Box(left: 0, top: 0, right: 0, bottom: 0)
    let content = seats.widened(by: margin)
    width = max(content.width, 1_180)
    left = content.middle - width / 2
    textSize = max(15, width / 115)
    placeStage(rostrum, row: row)
    place(floors, language: language)
  }

  private static func rostrum(_ rostrum: Rostrum, name: String, below hallWidth: Double?) -> SeatBlock {
    let natural = SeatBlock(rostrum: rostrum, name: name, scale: 1)
    let scale = min(max((hallWidth ?? 0) * 0.8 / natural.box.width, 1), 1.4)
    return scale > 1 && scale.isFinite ? SeatBlock(rostrum: rostrum, name: name, scale: scale) : natural
  }

  private static func floors(of hall: Hall, row: (PrintedName) -> String) -> [FloorLayout] {
    Dictionary(grouping: hall.seats.indices) { hall.seats[$0].floor }
      .sorted { $0.key < $1.key }
      .map { FloorLayout(floor: $0.key, seats: $0.value, of: hall, row: row) }
  }

  /// The middle of the sheet.
  var middle: Double { left + width / 2 }

  private mutating func placeStage(_ rostrum: SeatBlock?, row: (PrintedName) -> String) {
    let top = textSize * 6.2
    guard var rostrum, !rostrum.seats.isEmpty else {
      let half = min(width * 0.3, 12 * SeatMeasure.width)
      stage = Box(left: -half, top: top, right: half, bottom: top + textSize * 2.6)
      legendTop = stage.bottom
      return
    }
    rostrum.move(y: top + textSize * 2.4)
    stage = rostrum.box.widened(by: 1.3 * SeatMeasure.width * rostrum.scale)
    stage.top = top
    stage.bottom += textSize * 0.8
    rowLabels += rostrum.rowLabels(row)
    blocks.append(rostrum)
    legendTop = stage.bottom
  }

  private mutating func place(_ floors: [FloorLayout], language: Language) {
    var y = legendTop + textSize * 1.5
    for floor in floors {
      if floors.count > 1 {
        y += textSize * 1.6
        floorNames.append(
          Label(text: Wording.floor(floor.floor)[language], x: middle, y: y, width: width))
        y += textSize * 1.2
      }
      blocks += floor.blocks.map { $0.moved(y: y) }
      rowLabels += floor.rowLabels.map { $0.moved(y: y) }
      sectionNames += floor.sectionNames.map { $0.moved(y: y) }
      y += floor.height
    }
    legendTop = y + textSize * 1.5
  }
}

extension SeatBlock {
  fileprivate func moved(y: Double) -> SeatBlock {
    var block = self
    block.move(y: y)
    return block
  }
}

extension Label {
  fileprivate func moved(y: Double) -> Label {
    var label = self
    label.y += y
    return label
  }
}

extension [Box] {
  fileprivate var reduceToUnion: Box? {
    first.map { dropFirst().reduce($0) { $0.union($1) } }
  }
}
