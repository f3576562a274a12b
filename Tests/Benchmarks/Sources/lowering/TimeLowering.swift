import Foundation
import RouterOSModel
import RouterOSSyntax
import SourceText

/// Times the lowering of exports that are parsed already, file by file; prints the median of the times in
/// seconds and by how many bytes the peak of memory rose, a line for each.
@main
struct TimeLowering {
  static func main() throws {
    guard CommandLine.arguments.count > 1 else {
      print("usage: lowering FILE...")
      exit(2)
    }
    for path in CommandLine.arguments.dropFirst() {
      let data = try Data(contentsOf: URL(filePath: path))
      let script = parse(SourceFile(name: "export", bytes: [UInt8](data)))
      let before = peakMemory()
      // The first time reads the catalogue, which belongs to the start of the program.
      _ = seconds { lower(script).understood }
      let rise = peakMemory() - before
      let times = (0..<15).map { _ in seconds { lower(script).understood } }.sorted()
      print("\(times[7]) \(rise)")
    }
  }

  private static func seconds(_ work: () -> Int) -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    precondition(work() > 0, "the file must hold a line")
    return (clock.now - start) / .seconds(1)
  }

  /// The most memory the process ever held, in bytes.
  private static func peakMemory() -> Int {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      return Int(usage.ru_maxrss)
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return Int(usage.ru_maxrss) * 1024
    #endif
  }
}
