import SourceText
extension Parser { func isPrompt(_ text: RawSpan, at offset: Int) -> Bool { false } }
func parseTranscript(_ file: SourceFile) -> Script {
  var p = Parser(byteCount: file.bytes.count); p.looksForPrompts = false; let t = file.bytes;
  unsafe p.parseText(t.span.bytes);
  return Script(p, file.bytes, of: file, origins: nil, skippedLines: 0)
}
