import Diagnostics
import RouterOSModel

/// What a rule says, and of which row; nil when it is of a router.
struct Judged: Sendable {
  let diagnostic: Diagnostic
  let row: Row?

  init(_ diagnostic: Diagnostic, of row: Row? = nil) {
    self.diagnostic = diagnostic
    self.row = row
  }
}
