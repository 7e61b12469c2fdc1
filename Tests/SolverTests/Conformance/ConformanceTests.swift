import Assembly
import IntegerProgramming
import SeededRandomness
import SolverShared
import Testing

/// What every solver promises, whatever its module. A new one is added to `SolverUnderTest.all`.
@Suite struct `Every solver` {
  @Test(arguments: SolverUnderTest.all)
  func `keeps every rule on random events, with figures that are right and a bound below them`(
    solver: SolverUnderTest
  ) throws {
    var plans = 0
    for seed in 0..<cases(20, full: 1_200) {
      guard let event = solver.events.random(seed) else { continue }
      let answer = try #require(solver.solve(event, SolverOptions()))
      guard let figures = answer.figures else { continue }
      plans += 1
      #expect(answer.violations.isEmpty, "seed \(seed)")
      #expect(figures.bound <= figures.objective, "seed \(seed)")
      #expect((figures.status == .optimal) == (figures.bound == figures.objective), "seed \(seed)")
      #expect(figures.status != .stopped, "seed \(seed)")
    }
    #expect(plans > 3)
  }

  @Test(arguments: SolverUnderTest.all)
  func `never has a bound above the best of all plans, nor calls another one proven`(solver: SolverUnderTest)
    throws
  {
    var proven = 0
    for seed in 0..<cases(25, full: 500) {
      guard let (event, least) = solver.events.tiny(seed),
        let figures = try #require(solver.solve(event, SolverOptions())).figures
      else { continue }
      #expect(figures.bound <= least, "seed \(seed)")
      #expect(figures.objective >= least, "seed \(seed)")
      #expect(figures.status != .optimal || figures.objective == least, "seed \(seed)")
      proven += figures.status == .optimal ? 1 : 0
    }
    #expect(proven > 2)
  }

  @Test(arguments: SolverUnderTest.all)
  func `answers the same when it is asked again, with as much work`(solver: SolverUnderTest) throws {
    for seed in [0, 3] {
      for case let event? in [solver.events.random(1), solver.events.random(2), solver.events.random(3)] {
        let answers = (0..<2).map { _ in solver.solve(event, SolverOptions(seed: seed))?.outcome }
        #expect(answers[0] == answers[1])
      }
    }
  }

  @Test(arguments: SolverUnderTest.all)
  func `moves nobody whose tables are as they were, unless that saves more than it costs`(
    solver: SolverUnderTest
  ) throws {
    var replans = 0
    for seed in 0..<cases(8, full: 400) {
      guard let event = solver.events.random(seed),
        let before = solver.solve(event, SolverOptions())?.figures,
        let answer = solver.replan(event, event, SolverOptions()), let figures = answer.figures
      else { continue }
      #expect(answer.violations.isEmpty, "seed \(seed)")
      guard let moves = figures.moves else { continue }
      replans += 1
      #expect(moves.least == 0, "seed \(seed)")
      #expect(moves.count == 0 || figures.objective < before.objective, "seed \(seed)")
    }
    #expect(replans > 2)
  }

  @Test(arguments: SolverUnderTest.all)
  func
    `keeps every rule after any late change, with no bound above the plan and no more moves told than it makes`(
      solver: SolverUnderTest
    ) throws
  {
    var replans = 0
    for seed in 0..<cases(12, full: 600) {
      guard let earlier = solver.events.random(seed), let event = solver.events.random(seed + 1),
        let answer = solver.replan(earlier, event, SolverOptions()), let figures = answer.figures
      else { continue }
      replans += figures.moves == nil ? 0 : 1
      #expect(answer.violations.isEmpty, "seed \(seed)")
      #expect(figures.bound <= figures.objective, "seed \(seed)")
      #expect(figures.moves.map { $0.least <= $0.count } ?? true, "seed \(seed)")
    }
    #expect(replans > 2)
  }

  @Test(arguments: SolverUnderTest.all)
  func `keeps a sound plan after a late change, told to stop before it begins`(solver: SolverUnderTest) throws
  {
    let interruption = Interruption()
    interruption.interrupt()
    let long = solver.events.long
    let answer = try #require(solver.replan(long, long, SolverOptions(interruption: interruption)))
    #expect(answer.violations.isEmpty)
    #expect(try #require(answer.figures).moves.map { $0.count == 0 } ?? true)
  }

  @Test(arguments: SolverUnderTest.all)
  func `keeps a sound plan however early it is interrupted`(solver: SolverUnderTest) throws {
    var delay = Duration.zero
    var figures: Figures
    repeat {
      let interruption = Interruption(deadline: .now + delay)
      let answer = try #require(
        solver.solve(solver.events.long, SolverOptions(interruption: interruption)))
      figures = try #require(answer.figures)
      #expect(answer.violations.isEmpty, "after \(delay)")
      #expect(figures.bound <= figures.objective, "after \(delay)")
      delay = delay == .zero ? .milliseconds(1) : delay * 3
    } while figures.status == .stopped && delay < .seconds(20)
  }

  @Test(arguments: SolverUnderTest.all)
  func `is told to stop before it begins, and has a sound plan all the same`(solver: SolverUnderTest) throws {
    let interruption = Interruption()
    interruption.interrupt()
    let answer = try #require(solver.solve(solver.events.long, SolverOptions(interruption: interruption)))
    #expect(answer.violations.isEmpty)
    #expect(try #require(answer.figures).status != .feasible)
  }

  @Test(arguments: SolverUnderTest.all)
  func `is content with a gap that it is given`(solver: SolverUnderTest) throws {
    let answer = try #require(solver.solve(solver.events.long, SolverOptions(gap: 0.9)))
    #expect(answer.violations.isEmpty)
    #expect(try #require(answer.figures).status != .stopped)
  }

  @Test(arguments: SolverUnderTest.all)
  func `gives its place to a person who is alone`(solver: SolverUnderTest) throws {
    let answer = try #require(solver.solve(try Event(solver.events.alone), SolverOptions()))
    #expect(answer.served == 1)
    #expect(answer.violations.isEmpty)
  }

  @Test(arguments: SolverUnderTest.all)
  func `plans nobody at no cost, where nobody is due`(solver: SolverUnderTest) throws {
    var nobody = solver.events.alone
    for index in nobody.people.indices { nobody.people[index].isAbsent = true }
    let answer = try #require(solver.solve(try Event(nobody), SolverOptions()))
    #expect(answer.served == 0)
    #expect(answer.violations.isEmpty)
    #expect(answer.figures?.objective == 0 && answer.figures?.bound == 0)
  }
}
