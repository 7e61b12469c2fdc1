import Dispatch
import IntegerProgramming
import Testing

/// GLPK aborts the process on wrong arguments, with a message on standard output. Each must stop in Swift before,
/// with a message of its own.
@Suite struct PreconditionTests {
  @Test func `A variable of another model is refused`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var other = Model(name: "other")
      let stranger = other.addVariable("stranger")
      var model = Model(name: "model")
      model.addConstraint("c", [1 * stranger], .atMost(1))
    }
    #expect(result?.message.contains("is of another model") == true)
  }

  @Test func `A constraint of another model is refused in a column`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var other = Model(name: "other")
      let stranger = other.addConstraint("stranger", [], .free)
      Model(name: "model").withLiveProblem { problem in
        _ = problem.addVariable("x", column: [(stranger, 1)])
      }
    }
    #expect(result?.message.contains("is of another model") == true)
  }

  @Test func `A coefficient that is not a number is refused`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var model = Model(name: "model")
      let x = model.addVariable("x")
      model.addConstraint("c", [.nan * x], .atMost(1))
    }
    #expect(result?.message.contains("must be finite") == true)
  }

  @Test func `Coefficients whose sum overflows are refused`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var model = Model(name: "model")
      let x = model.addVariable("x")
      model.addConstraint("c", [1e308 * x, 1e308 * x], .atMost(1))
    }
    #expect(result?.message.contains("must be finite") == true)
  }

  @Test func `An infinite objective coefficient is refused`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var model = Model(name: "model")
      model.addVariable("x", objective: .infinity)
    }
    #expect(result?.message.contains("must be finite") == true)
  }

  @Test func `An objective constant that is not a number is refused`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var model = Model(name: "model")
      model.objectiveConstant = .nan
    }
    #expect(result?.message.contains("must be finite") == true)
  }

  @Test func `A bound that is not a number is refused`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var model = Model(name: "model")
      model.addVariable("x", in: .atLeast(.nan))
    }
    #expect(result?.message.contains("is not a number") == true)
  }

  @Test func `Bounds that hold no number are refused`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var model = Model(name: "model")
      model.addVariable("x", in: .equal(.infinity))
    }
    #expect(result?.message.contains("hold no number") == true)
  }

  @Test func `A negative limit is refused`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Limits(nodes: -1)
    }
    #expect(result?.message.contains("must not be negative") == true)
  }

  @Test func `A point of the wrong length is refused`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Model(name: "model").violations(at: [1])
    }
    #expect(result?.message.contains("1 values were given for 0 variables") == true)
  }

  @Test func `A value of a solution that is not there is refused`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var model = Model(name: "model")
      let x = model.addVariable("x", in: .between(0.2...0.8), kind: .integer)
      _ = model.solve()[x]
    }
    #expect(result?.message.contains("found no solution") == true)
  }

  @Test func `A live problem that left its closure is refused`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let escaped = Model(name: "model").withLiveProblem { $0 }
      _ = escaped.solve()
    }
    #expect(result?.message.contains("after withLiveProblem returned") == true)
  }

  @Test func `A live problem on another thread is refused`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      struct Smuggled: @unchecked Sendable { let problem: LinearProblem }
      Model(name: "model").withLiveProblem { problem in
        let smuggled = Smuggled(problem: problem)
        let done = DispatchSemaphore(value: 0)
        DispatchQueue.global().async {
          _ = smuggled.problem.solve()
          done.signal()
        }
        done.wait()
      }
    }
    #expect(result?.message.contains("a thread that is not its own") == true)
  }

  @Test func `GLPK writes nothing to standard output`() async throws {
    let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      var model = Model(name: "loud", sense: .maximize)
      let x = (0..<6).map { model.addBinary("x[\($0)]", objective: Double($0 + 1)) }
      model.addConstraint("c", x.map { 2 * $0 }, .atMost(7))
      var options = SearchOptions()
      options.limits.verbose = true
      options.cuts = [.gomory, .cover, .clique, .mixedIntegerRounding]
      options.feasibilityPump = true
      let loud = model.solve(options)
      precondition(loud.termination.detail.contains("Integer optimization begins"))
      precondition(model.solve().termination.detail.isEmpty)
      _ = model.solveRelaxation()
      for format in ExportFormat.allCases { _ = try model.export(format) }
    }
    #expect(try #require(result).standardOutputContent.isEmpty)
  }
}

extension ExitTest.Result {
  /// What the process said before it ended.
  fileprivate var message: String { String(decoding: standardErrorContent, as: UTF8.self) }
}
