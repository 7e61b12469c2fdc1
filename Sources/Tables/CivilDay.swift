/// A day of the Gregorian calendar by its distance from 1 March of the year 0.
///
/// H. Hinnant, chrono-compatible low-level date algorithms.
struct CivilDay {
  /// Excel's count of days begins on 30 December 1899, but for the days before March 1900: it believes that there was
  /// a 29 February.
  static func serial(_ serial: Int, isFrom1904: Bool) -> CivilDay {
    CivilDay(number: serial + (isFrom1904 ? 695_361 : serial < 60 ? 693_900 : 693_899))
  }

  let number: Int

  init(number: Int) {
    self.number = number
  }

  init(_ year: Int, _ month: Int, _ day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }

  var fields: CellParsing.DateFields {
    let era = number / 146_097
    let dayOfEra = number - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month < 10 ? 0 : 1), month < 10 ? month + 3 : month - 9, day)
  }

  /// `YYYY-MM-DD`.
  var text: String {
    let (year, month, day) = fields
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      + "-\(twoDigits(month))-\(twoDigits(day))"
  }
}

/// A number below 100 with two digits.
func twoDigits(_ number: Int) -> String {
  number < 10 ? "0\(number)" : String(number)
}
