import Foundation
import IntegerProgramming
import SeededRandomness
import Testing

/// A generalized assignment of 60 jobs that takes this search hours.
private let long: Model = {
  var random = SeededGenerator(seed: 1)
  var model = Model(name: "long")
  let x = (0..<10).map { i in
    (0..<60).map { model.addBinary("x[\(i),\($0)]", objective: random.whole(10...50)) }
  }
  for j in 0..<60 { model.addConstraint("job[\(j)]", x.map { 1 * $0[j] }, .equal(1)) }
  for i in 0..<10 {
    let load = x[i].map { random.whole(5...25) * $0 }
    model.addConstraint("capacity[\(i)]", load, .atMost(load.reduce(0) { $0 + $1.coefficient } * 0.08))
  }
  return model
}()

/// Options under which `long` finds a plan early.
private func quickToFirstPlan(_ limits: Limits) -> SearchOptions {
  var options = SearchOptions(limits: limits)
  options.cuts = []
  options.backtracking = .depthFirst
  return options
}

@Suite struct LimitTests {
  @Test func `A node limit ends the search with incumbent and bound, the same in every run`() throws {
    let options = quickToFirstPlan(Limits(nodes: 400))
    let first = long.solve(options)
    #expect(first.termination.reason == .nodeLimit)
    #expect(first.nodes == 400)
    let objective = try #require(first.objective)
    #expect(first.bound < objective)
    #expect(try #require(first.gap) > 0)
    #expect(long.violations(at: try #require(first.values)).isEmpty)
    let second = long.solve(options)
    #expect(second.values == first.values)
    #expect(second.bound == first.bound)
    #expect(second.iterations == first.iterations)
  }

  @Test func `More nodes never weaken the bound`() {
    let bounds = [1, 10, 100, 300].map { long.solve(quickToFirstPlan(Limits(nodes: $0))).bound }
    #expect(bounds == bounds.sorted())
  }

  @Test func `An iteration limit stops a linear program and a search`() {
    let root = long.solveRelaxation(limits: Limits(iterations: 5))
    #expect(root.termination.reason == .iterationLimit)
    #expect(root.iterations == 5)
    let free = long.solveRelaxation()
    let search = long.solve(quickToFirstPlan(Limits(iterations: free.iterations + 500)))
    #expect(search.termination.reason == .iterationLimit)
    #expect(search.iterations >= free.iterations)
    #expect(search.bound.isFinite)
  }

  @Test func `A deadline in the past stops at once and knows nothing`() {
    let limits = Limits(interruption: Interruption(deadline: .now))
    #expect(long.solveRelaxation(limits: limits).termination.reason == .timeLimit)
    let search = long.solve(SearchOptions(limits: limits))
    #expect(search.termination.reason == .timeLimit)
    #expect(search.values == nil)
    #expect(search.bound == -.infinity)
  }

  @Test func `A deadline ahead stops the search, which keeps its bound`() {
    let search = cutShort(while: { !$0.bound.isFinite }) { wait in
      long.solve(SearchOptions(limits: Limits(interruption: Interruption(deadline: .now + wait))))
    }
    #expect(search.termination.reason == .timeLimit)
    #expect(search.bound.isFinite)
  }

  @Test func `An interruption from another thread keeps the incumbent`() throws {
    let search = cutShort(while: { $0.values == nil }) { wait in
      let interruption = Interruption()
      Thread.detachNewThread {
        Thread.sleep(forTimeInterval: wait / .seconds(1))
        interruption.interrupt()
      }
      return long.solve(quickToFirstPlan(Limits(interruption: interruption)))
    }
    #expect(search.termination.reason == .interrupted)
    let values = try #require(search.values)
    #expect(long.violations(at: values).isEmpty)
    #expect(search.bound <= long.objective(at: values))
  }

  @Test func `A part has its share of the time, and the whole knows that it was stopped`() throws {
    let whole = Interruption(deadline: .now + .seconds(1_000))
    let half = whole.part(0.5)
    let left = ContinuousClock.now.duration(to: try #require(half.deadline))
    #expect(.seconds(490) < left && left < .seconds(501))
    #expect(!half.isInterrupted && !whole.hasStoppedWork)
    #expect(whole.part(0).reason == .deadline)
    #expect(whole.hasStoppedWork && !whole.isInterrupted && !half.hasStoppedWork)
    whole.interrupt()
    #expect(half.part(0.5).reason == .signal)
    #expect(Interruption().part(0.5).deadline == nil)
  }

  /// A search that was stopped after a while; after twice as long while that was `tooEarly`, as on a busy machine.
  private func cutShort(
    while tooEarly: (IntegerSolution) -> Bool, _ search: (Duration) -> IntegerSolution
  ) -> IntegerSolution {
    var wait = Duration.milliseconds(300)
    var found = search(wait)
    while tooEarly(found), wait < .seconds(60) {
      wait *= 2
      found = search(wait)
    }
    return found
  }

  @Test func `A gap that is good enough ends the search`() throws {
    var options = quickToFirstPlan(Limits())
    options.relativeGap = 0.5
    let near = long.solve(options)
    #expect(near.termination.reason == .gapReached)
    #expect(try #require(near.gap) <= 0.5)
    options.relativeGap = 0
    options.absoluteGap = 400
    let nearer = long.solve(options)
    #expect(nearer.termination.reason == .gapReached)
    #expect(try #require(nearer.objective) - nearer.bound <= 400)
  }

  @Test func `The bound moves up to the next value that whole numbers can reach`() {
    var model = Model(name: "lattice")
    model.objectiveConstant = 1
    let x = (0..<3).map { model.addVariable("x[\($0)]", in: .between(0...9), kind: .integer, objective: 6) }
    model.addConstraint("c", [3 * x[0], 2 * x[1], 2 * x[2]], .atLeast(10))
    var options = SearchOptions(limits: Limits(nodes: 0))
    options.presolve = false
    #expect(model.solveRelaxation().objective == 21)
    #expect(model.solve(options).bound == 25)
    #expect(model.solve().objective == 25)
  }

  @Test func `Threads solve models of their own at the same time`() async {
    let expected = long.solve(quickToFirstPlan(Limits(nodes: 60)))
    await withTaskGroup(of: [Double]?.self) { group in
      for _ in 0..<6 { group.addTask { long.solve(quickToFirstPlan(Limits(nodes: 60))).values } }
      for await values in group { #expect(values == expected.values) }
    }
  }
}
