import Assembly
import Benchmark
import HallInstances
@_spi(Benchmarks) import HallSolver

/// Blocks that were generated.
private let columns = BenchmarkMetric.custom("columns")
/// Masters that were solved.
private let iterations = BenchmarkMetric.custom("iterations")

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .peakMemoryResident], warmupIterations: 0,
    maxDuration: .seconds(2), maxIterations: 20)
  for instance in HallInstance.priced { benchmarkPricing(instance) }
  for instance in HallInstance.generated { benchmarkMaster(instance) }
  for instance in HallInstance.solved { benchmarkSolve(instance) }
}

/// All strips once, against fixed prices.
private func benchmarkPricing(_ instance: HallInstance) {
  Benchmark("pricing, \(instance.name)") { benchmark, relaxation in
    for _ in benchmark.scaledIterations { blackHole(relaxation.price()) }
  } setup: {
    HallRelaxation(try instance.problem())
  }
}

/// Column generation for the bound of plans that keep every group whole.
private func benchmarkMaster(_ instance: HallInstance) {
  Benchmark("master, \(instance.name)", configuration: .counting) { benchmark, relaxation in
    for _ in benchmark.scaledIterations {
      let generated = relaxation.generate()
      benchmark.measurement(columns, generated.columns)
      benchmark.measurement(iterations, generated.iterations)
    }
  } setup: {
    HallRelaxation(try instance.problem())
  }
}

/// The plan of the hall with its bound, as the command finds it.
private func benchmarkSolve(_ instance: HallInstance) {
  Benchmark("solve, \(instance.name)", configuration: .counting) { benchmark, problem in
    for _ in benchmark.scaledIterations {
      let figures = try problem.solve().figures
      benchmark.measurement(columns, figures.work["columns"] ?? 0)
      benchmark.measurement(iterations, figures.work["iterations"] ?? 0)
    }
  } setup: {
    try instance.problem()
  }
}

extension Benchmark.Configuration {
  /// Measures what does not depend on the machine as well.
  fileprivate static var counting: Benchmark.Configuration {
    .init(metrics: Benchmark.defaultConfiguration.metrics + [columns, iterations])
  }
}
