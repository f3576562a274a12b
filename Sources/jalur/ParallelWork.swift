import FoundationEssentials

/// Works on many inputs at once, on every processor, and hands what comes out over in their order.
///
/// Inputs are taken in grabs of `grab`, each with a tool of its own, and only a few grabs are ahead of the
/// last result that was handed over: memory does not depend on the number of inputs.
func workInParallel<Input: Sendable, Output: Sendable, Tool>(
  on inputs: [Input], grab: Int, with makeTool: @escaping @Sendable () -> Tool,
  _ work: @escaping @Sendable (Input, inout Tool) -> Output, inOrder take: (Output) -> Void
) async {
  if inputs.count <= grab {
    var tool = makeTool()
    return inputs.forEach { take(work($0, &tool)) }
  }
  let lead = grab * 4 * ProcessInfo.processInfo.activeProcessorCount
  await withTaskGroup(of: (start: Int, outputs: [Output]).self) { group in
    var waiting: [Int: [Output]] = [:]
    var started = 0
    var taken = 0
    while taken < inputs.count {
      while started < inputs.count, started - taken < lead {
        let part = started..<min(started + grab, inputs.count)
        group.addTask {
          var tool = makeTool()
          return (part.lowerBound, inputs[part].map { work($0, &tool) })
        }
        started = part.upperBound
      }
      guard let result = await group.next() else { return }
      waiting[result.start] = result.outputs
      while let outputs = waiting.removeValue(forKey: taken) {
        outputs.forEach(take)
        taken += outputs.count
      }
    }
  }
}
