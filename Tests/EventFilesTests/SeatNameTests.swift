import Assembly
import Testing

@testable import EventFiles

@Suite struct SeatNames {
  @Test(arguments: [
    ("rostrum:1-5", SeatWish.rostrum(RostrumSeat(row: 1, seat: 5))),
    ("主席台：２－１１", .rostrum(RostrumSeat(row: 2, seat: 11))),
    ("Rostrum : 1 - 5", .rostrum(RostrumSeat(row: 1, seat: 5))),
    ("A-12-7", .hall(section: "A", row: 12, seat: 7)),
    ("东-二层-3-4", .hall(section: "东-二层", row: 3, seat: 4)),
    ("东区－３－４", .hall(section: "东区", row: 3, seat: 4)),
    ("A:1-2-3", .hall(section: "A:1", row: 2, seat: 3)),
    ("A-B-12a", .hall(section: "A", row: .letters("b"), seat: .letters("12A"))),
    ("none", SeatWish.none), ("无", SeatWish.none), ("NONE", SeatWish.none),
  ])
  func `The last two hyphens part section, row and seat`(_ cell: String, _ wish: SeatWish) {
    #expect(SeatName.wish(cell) == wish)
  }

  @Test(arguments: [
    ("中区 4排7号", SeatWish.hall(section: "中区", row: 4, seat: 7)),
    ("中区第4排第7座", .hall(section: "中区", row: 4, seat: 7)),
    ("中区B排12a座", .hall(section: "中区", row: .letters("B"), seat: .letters("12a"))),
    ("主席台1排8号", .rostrum(RostrumSeat(row: 1, seat: 8))), ("主席台-1-8", .rostrum(RostrumSeat(row: 1, seat: 8))),
  ])
  func `A seat is found as a ticket shows it`(_ cell: String, _ wish: SeatWish) {
    #expect(SeatName.wish(cell) == wish)
  }

  @Test(arguments: [
    "", "A", "A-1", "-1-2", "A-±-2", "A-abc-2", "A-1-", "A-1--2", "rostrum:5", "rostrum:A-1-2",
    "somewhere",
    "A-1-99999999999999999999", "主席台:1-2-3",
  ])
  func `What is no seat is refused`(_ cell: String) {
    #expect(SeatName.wish(cell) == nil)
  }
}
