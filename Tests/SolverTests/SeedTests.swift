import SolverShared
import Testing

@Suite struct `Seeds` {
  private func numbers(_ stream: UInt64, seed: Int) -> [UInt64] {
    var random = SplitMix64(stream: stream, seed: seed)
    return (0..<4).map { _ in random.next() }
  }

  @Test func `Seed 0 is the stream itself, as it was before there were seeds`() {
    var plain = SplitMix64(seed: 4)
    #expect(numbers(4, seed: 0) == (0..<4).map { _ in plain.next() })
  }

  @Test func `Every seed gives every search numbers of its own, the same each time`() {
    let all = (-3...3).flatMap { seed in [1, 4, 11].map { numbers($0, seed: seed) } }
    #expect(Set(all).count == all.count)
    #expect(numbers(11, seed: 5) == numbers(11, seed: 5))
  }
}
