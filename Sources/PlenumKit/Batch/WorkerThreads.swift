import Foundation
import Synchronization

/// Does independent pieces of work on threads of their own.
///
/// Threads and no tasks: GLPK's environment belongs to a thread, and a search must not hop. Each has the stack of a
/// main thread, for the searches descend deep.
enum WorkerThreads {
  private static let stackSize = 8 << 20

  /// Calls `work` once for each number below `count`, in order of beginning, and waits for all.
  ///
  /// - Parameter threads: how many work at the same time.
  /// - Returns: the results by number.
  static func map<Result: Sendable>(
    _ count: Int, threads: Int, _ work: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    let next = Counter()
    let results = Results<Result>(count)
    let end = DispatchGroup()
    for _ in 0..<min(count, max(1, threads)) {
      end.enter()
      let thread = Thread {
        while case let number = next.take(), number < count { results.keep(work(number), of: number) }
        end.leave()
      }
      thread.stackSize = stackSize
      thread.start()
    }
    end.wait()
    return results.all
  }

  private final class Counter: Sendable {
    private let next = Atomic(0)

    func take() -> Int {
      next.add(1, ordering: .relaxed).oldValue
    }
  }

  private final class Results<Result: Sendable>: Sendable {
    private let results: Mutex<[Result?]>

    init(_ count: Int) {
      results = Mutex(Array(repeating: nil, count: count))
    }

    func keep(_ result: Result, of number: Int) {
      results.withLock { $0[number] = result }
    }

    var all: [Result] { results.withLock { $0.compactMap(\.self) } }
  }
}
