import Benchmark
import Comparison
import Foundation
import LineSearch
import RouterOSModel
import RouterOSSyntax
import SourceText

/// Every step from bytes to a difference, for itself.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput, .peakMemoryResident], maxDuration: .seconds(3))

  for input in [
    Input(style: "sections", size: 10_000_000), Input(style: "terse", size: 10_000_000),
    Input(style: "scripts", size: 10_000_000), Input(style: "sections", size: 20_000),
  ] {
    Benchmark("parse \(input.style) \(input.size)") { benchmark, file in
      for _ in benchmark.scaledIterations { blackHole(parse(file)) }
    } setup: {
      try input.make()
    }
  }

  Benchmark("unescape every value of scripts 1000000") { benchmark, script in
    for _ in benchmark.scaledIterations {
      for statement in script.statements {
        for argument in statement.arguments { blackHole(argument.valueBytes) }
      }
    }
  } setup: {
    parse(try Input(style: "scripts", size: 1_000_000).make())
  }

  Benchmark("lower sections 10000000") { benchmark, script in
    for _ in benchmark.scaledIterations { blackHole(lower(script)) }
  } setup: {
    parse(try Input(style: "sections", size: 10_000_000).make())
  }

  Benchmark("compare sections 10000000 with itself") { benchmark, configuration in
    for _ in benchmark.scaledIterations { blackHole(compare(configuration, configuration)) }
  } setup: {
    lower(parse(try Input(style: "sections", size: 10_000_000).make()))
  }

  Benchmark("memchr for every line break of sections 10000000") { benchmark, file in
    for _ in benchmark.scaledIterations { blackHole(countLines(file.bytes)) }
  } setup: {
    try Input(style: "sections", size: 10_000_000).make()
  }
}
