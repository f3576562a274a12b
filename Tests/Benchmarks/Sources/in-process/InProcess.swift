import Foundation
import LineSearch
import RouterOSSyntax
import SourceText

/// Times one parse of a file against one search for each of its line breaks, turn by turn, so that both
/// meet the same machine; prints the medians in seconds.
@main
struct InProcess {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      print("usage: in-process FILE")
      exit(2)
    }
    let data = try Data(contentsOf: URL(filePath: CommandLine.arguments[1]))
    let file = SourceFile(name: "export", bytes: [UInt8](data))
    var parsing: [Double] = []
    var searching: [Double] = []
    for _ in 0..<15 {
      searching.append(seconds { countLines(file.bytes) })
      parsing.append(seconds { parse(file).count })
    }
    print("parse \(parsing.sorted()[7])")
    print("memchr \(searching.sorted()[7])")
  }

  private static func seconds(_ work: () -> Int) -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    precondition(work() > 0, "the file must hold a line")
    return (clock.now - start) / .seconds(1)
  }
}
