import Assembly
import Localization
import Printing

/// The hall in print, floor by floor: each seat in the colour of its group, and the number of the group where a run of it
/// begins in a row, which is told in black and white too.
struct HallChart {
  private let desk: PaperDesk
  private let hall: Hall
  private let width: Double

  private static let stage = 7.0
  /// A floor leaves room for the names of its groups on the page.
  private static let height = 165.0

  /// Nothing where no plan of the hall is drawn.
  init?(_ desk: PaperDesk, width: Double) {
    guard let hall = desk.event.hall, desk.plan.hall != nil else { return nil }
    self.desk = desk
    self.hall = hall
    self.width = width
  }

  /// A heading where there are several floors, the drawing, and under the last the groups by number.
  var blocks: [PrintedBlock] {
    let floors = Dictionary(grouping: hall.seats.indices) { hall.seats[$0].floor }.sorted { $0.key < $1.key }
    let table = ListTable(desk, [], width: width)
    return floors.flatMap { floor, seats -> [PrintedBlock] in
      let heading = floors.count > 1 ? [table.heading(desk.say(Wording.floor(floor)))] : []
      return heading + [drawing(of: seats)] + [.space(3)]
    } + legend
  }

  private func drawing(of seats: [Int]) -> PrintedBlock {
    let (xs, ys) = (seats.map { hall.seats[$0].x }, seats.map { hall.seats[$0].y })
    let (left, right) = (xs.min() ?? 0, (xs.max() ?? 0) + 1)
    let (top, bottom) = (ys.min() ?? 0, (ys.max() ?? 0) + 1)
    let names = SectionNames(
      of: seats.map { hall.seats[$0] }, in: hall, style: TextStyle(.hei, 9, bold: true))
    let foot = Self.stage + 2 + names.height
    let room = Self.height - foot
    let pitch = Size(seats: right - left, rows: bottom - top, in: Size(width, room), most: 7)
    let origin = Point(
      (width - (right - left) * pitch.width) / 2 - left * pitch.width, foot - top * pitch.height)
    let stage = Rectangle(width * 0.3, 0, width * 0.4, Self.stage - 1)
    var marks: [Mark] = [
      .rectangle(stage, fill: .grey(0.9), stroke: Stroke(0.2)),
      .text(Text(desk.say(Wording.rostrum), TextStyle(.hei, 10, bold: true), in: stage, .centre)),
    ]
    func box(of seat: HallSeat) -> Rectangle {
      Rectangle(
        origin.x + seat.x * pitch.width, origin.y + seat.y * pitch.height, pitch.width * 0.88,
        pitch.height * 0.7)
    }
    for index in seats {
      let box = box(of: hall.seats[index])
      let group = group(on: index)
      let fill = group.map { Colour(Palette.fill(of: $0)) }
      marks.append(
        .rectangle(box, fill: fill ?? .white, stroke: fill == nil ? Stroke(0.08, .grey(0.5)) : nil))
      if let group, beginsRun(index, of: group) {
        let size = min(7, pitch.width * 0.72 / millimetresPerPoint)
        marks.append(.text(Text("\(group + 1)", TextStyle(.hei, size, bold: true), in: box, .centre)))
      }
    }
    marks += names.marks(desk.typesetter, box)
    return PrintedBlock(PrintedStrip(foot + (bottom - top) * pitch.height, marks))
  }

  private func group(on seat: Int) -> Int? {
    desk.seating.personInHall[seat].map { desk.event.people[$0].group }
  }

  /// Whether the seat before it in its run has somebody of another group, or nobody.
  private func beginsRun(_ seat: Int, of group: Int) -> Bool {
    let first = hall.runs[hall.seats[seat].run].lowerBound
    return seat == first || self.group(on: seat - 1) != group
  }

  /// The groups of the hall by number, several beside one another.
  private var legend: [PrintedBlock] {
    let counts = desk.seating.personInHall.compactMap(\.self).reduce(into: [Int: Int]()) {
      $0[desk.event.people[$1].group, default: 0] += 1
    }
    let groups = counts.keys.sorted()
    let style = TextStyle.body.sized(9)
    let widest = groups.map { desk.typesetter.width(of: desk.groupName($0), style) }.max() ?? 0
    // Long names have fewer columns rather than letters that nobody can read.
    let columns = max(2, min(4, Int(width / (widest * 0.8 + 16))))
    let own = width / Double(columns)
    return stride(from: 0, to: groups.count, by: columns).map { first in
      let marks = groups[first..<min(first + columns, groups.count)].enumerated().flatMap {
        place, group -> [Mark] in
        let x = Double(place) * own
        let swatch = Rectangle(x, 0.6, 7, 4)
        let name = "\(desk.groupName(group)) \(counts[group] ?? 0)"
        return [
          .rectangle(swatch, fill: Colour(Palette.fill(of: group)), stroke: nil),
          .text(Text("\(group + 1)", TextStyle(.hei, 8, bold: true), in: swatch, .centre)),
          .text(Text(name, style, in: Rectangle(x + 8.5, 0, own - 10, 5.2))),
        ]
      }
      return PrintedBlock(PrintedStrip(5.4, marks))
    }
  }
}

extension Colour {
  init(_ colour: Palette.Colour) {
    self.init(
      red: Double(colour.red) / 255, green: Double(colour.green) / 255, blue: Double(colour.blue) / 255)
  }
}
