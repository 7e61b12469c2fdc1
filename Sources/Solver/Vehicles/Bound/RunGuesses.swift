/// Prices guessed for some minutes; between two of them prices lie between theirs.
struct RunGuesses {
  /// By stream, in the order of time.
  private var known: [[(minute: Int, price: Double)]]
  private var next: [Int]

  init(_ guesses: [StreamMinute: Double], streams: Int) {
    known = Array(repeating: [], count: streams)
    next = Array(repeating: 0, count: streams)
    for (run, price) in guesses { known[run.stream].append((run.minute, price)) }
    for stream in known.indices { known[stream].sort { $0.minute < $1.minute } }
  }

  /// The price of a run; minutes are asked in the order of time.
  mutating func price(of stream: Int, at minute: Int) -> Double {
    let known = known[stream]
    guard !known.isEmpty else { return 0 }
    while next[stream] < known.count, known[next[stream]].minute < minute { next[stream] += 1 }
    let after = next[stream] < known.count ? known[next[stream]] : nil
    let before = next[stream] > 0 ? known[next[stream] - 1] : nil
    if let after, after.minute == minute { return after.price }
    guard let after, let before else { return after?.price ?? before!.price }
    let share = Double(minute - before.minute) / Double(after.minute - before.minute)
    return before.price + share * (after.price - before.price)
  }
}
