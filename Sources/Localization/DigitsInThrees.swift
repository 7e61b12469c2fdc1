extension Int {
  /// The number as both languages write it, its digits in threes: `1,035,131`.
  public var inThrees: String {
    let digits = Array(String(magnitude))
    let text = digits.indices.reduce("") { text, place in
      text + (place > 0 && (digits.count - place) % 3 == 0 ? "," : "") + String(digits[place])
    }
    return (self < 0 ? "-" : "") + text
  }
}
