import Assembly
import Testing

@Suite struct DayTests {
  @Test func `A day is counted from 1970`() {
    #expect(Day(year: 1970, month: 1, day: 1)?.number == 0)
    #expect(Day(year: 2026, month: 3, day: 5)?.number == 20_517)
    #expect(Day(year: 1969, month: 12, day: 31)?.number == -1)
  }

  @Test func `A day that no calendar has is none`() {
    #expect(Day(year: 2026, month: 2, day: 29) == nil)
    #expect(Day(year: 2024, month: 2, day: 29) != nil)
    #expect(Day(year: 2026, month: 13, day: 1) == nil)
    #expect(Day(year: 2026, month: 4, day: 31) == nil)
    #expect(Day(year: 2026, month: 0, day: 0) == nil)
  }

  @Test func `A day reads as it was made`() {
    for number in stride(from: -1_000, through: 40_000, by: 997) {
      let (year, month, day) = Day(number: number).components
      #expect(Day(year: year, month: month, day: day)?.number == number)
    }
    #expect(Day(year: 987, month: 3, day: 5)?.description == "0987-03-05")
  }

  @Test func `Moments are ordered by day, then by minute`() throws {
    let day = Day(number: 20_000)
    let noon = try #require(Moment(day: day, hour: 12, minute: 0))
    #expect(noon < Moment(day: day, hour: 12, minute: 1)!)
    #expect(Moment(day: day, hour: 23, minute: 59)! < Moment(day: Day(number: 20_001), hour: 0, minute: 0)!)
    #expect(noon.description == "2024-10-04 12:00")
  }

  @Test func `A minute that no clock has is none`() {
    let day = Day(number: 0)
    #expect(Moment(day: day, hour: 24, minute: 0) == nil)
    #expect(Moment(day: day, hour: 0, minute: 60) == nil)
    #expect(Moment(day: day, hour: -1, minute: 0) == nil)
  }
}
