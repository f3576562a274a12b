import Diagnostics
import Interpretation
import RouterOSModel
import RouterOSSyntax
import SourceText

/// A script while it is written: each statement runs on the router at once, so that the next is written for
/// what it left.
struct Plan {
  let new: Configuration
  let management: Management
  let secrets: SecretsOfScript
  var router: Router
  var remediation = Remediation()
  /// The rows of ordered menus by the place of the new entry.
  var rows: [String: [Int?]] = [:]
  /// The places of new entries that do not stand where they must yet.
  var unsettled: [String: Set<Int>] = [:]
  /// The next entry of the same chain, by menu and place.
  var successors: [String: [Int?]] = [:]

  init(_ old: Configuration, _ new: Configuration, _ management: String?) {
    self.new = new
    self.management = Management(management)
    secrets = SecretsOfScript(old, new)
    router = Router(old)
  }

  /// Writes the statements for all changes. What is refused because it depends on another waits for that.
  mutating func carryOut(_ differences: Differences) throws(SourceError) {
    for change in differences.changes { try requireShown(change) }
    prepareOrder(differences.changes)
    var pending = differences.changes.flatMap { operations(for: $0) }.sorted { $0.rank < $1.rank }
    while !pending.isEmpty {
      var waiting: [Operation] = []
      var first: SourceError?
      for operation in pending {
        do throws(SourceError) { try perform(operation) } catch {
          first = first ?? error
          waiting.append(operation)
        }
      }
      if let first, waiting.count == pending.count { throw first }
      pending = waiting
    }
  }

  /// Refuses to remove what the new export may only not show.
  private func requireShown(_ change: Change) throws(SourceError) {
    guard new.incompleteness(of: [change.menu]) != nil else { return }
    throw SourceError(
      "'\(new.concealment.menu(change.menu))' is not shown whole, so that no script can be proven",
      at: change.new?.statement?.span ?? new.script.header.span, in: new.script.file)
  }

  /// Runs a statement and writes it down; it must mean the one row it was written for.
  mutating func emit(_ text: String, for operation: Operation, row: Int?) throws(SourceError) -> Int
  {
    let script = parse(SourceFile(name: "remediation", text: text + "\n"))
    let isOneLine = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    guard script.count == 1, isOneLine else {
      throw refusal("no statement can be written for this", operation)
    }
    let numbers: [Int]
    do throws(SourceError) {
      numbers = try router.run(script.statement(0))
    } catch {
      throw refusal(error.message, operation)
    }
    guard numbers.count == 1, row == nil || numbers == [row] else {
      throw refusal("no search means this entry alone", operation)
    }
    remediation.lines.append(
      Remediation.Line(text: text, touchesManagement: operation.touchesManagement))
    return numbers[0]
  }

  /// Why no script can be written, at the entry.
  func refusal(_ message: String, _ operation: Operation) -> SourceError {
    let change = operation.change
    let configuration = change.new?.statement == nil ? router.configuration : new
    let span = (change.new?.statement ?? change.old?.statement)?.span
    return SourceError(
      "no script can be proven: \(message)", at: span ?? configuration.script.header.span,
      in: configuration.script.file)
  }
}

/// One step towards a change.
struct Operation {
  enum Kind: Int {
    case rename
    case add
    case set
    case move
    case remove
  }

  let kind: Kind
  let change: Change
  let touchesManagement: Bool

  /// What goes first: what does not touch management; names, then what comes, in the order of the export, which
  /// creates before it refers, but rules from the last to the first; last what goes, from the last to the
  /// first.
  var rank: Rank {
    let isOrdered = (change.new ?? change.old)?.menu.kind == .orderedList
    let line = (change.new ?? change.old)?.statement?.index ?? 0
    let placing = kind == .add || kind == .move
    return Rank(
      parts: [
        touchesManagement ? 1 : 0, kind == .move || placing && isOrdered ? 3 : kind.rawValue,
        kind == .remove || placing && isOrdered ? -line : line,
      ])
  }

  /// Parts in the order in which they count.
  struct Rank: Comparable {
    let parts: [Int]
    static func < (left: Rank, right: Rank) -> Bool {
      left.parts.lexicographicallyPrecedes(right.parts)
    }
  }
}

extension Plan {
  /// The steps that a change takes.
  func operations(for change: Change) -> [Operation] {
    func operation(_ kind: Operation.Kind) -> Operation {
      Operation(kind: kind, change: change, touchesManagement: management.isTouched(by: change))
    }
    let isAdded = (change.new ?? change.old).map { $0.builtIn == nil && $0.selector == nil } ?? true
    let isSettings = (change.new ?? change.old)?.menu.kind == .settings
    switch change.kind {
    case .added: return [operation(isAdded && !isSettings ? .add : .set)]
    case .removed: return [operation(isAdded && !isSettings ? .remove : .set)]
    case .changed: return [operation(.set)] + (change.move == nil ? [] : [operation(.move)])
    case .moved: return [operation(.move)]
    case .renamed: return [operation(.rename)] + (change.move == nil ? [] : [operation(.move)])
    }
  }
}

/// The path by which an operator reaches the router.
struct Management {
  private let word: String?
  private let address: IPAddress?

  init(_ text: String?) {
    word = text
    address = text.flatMap { IPAddress($0) }
  }

  /// Whether a change may cut the path: it opens or closes the router itself, or speaks of the address or
  /// interface.
  func isTouched(by change: Change) -> Bool {
    let risks = change.risks
    if risks.contains(.inputChain) || risks.contains(.management) { return true }
    guard let word else { return !risks.isEmpty }
    return [change.old, change.new].contains { entry in
      guard let entry else { return false }
      return entry.writtenProperties.contains { property in
        guard let text = entry.statedValue(property).text, !entry.menu.isSecret(property) else {
          return false
        }
        return text.split(separator: ",").contains { speaks(String($0), of: word) }
      }
    }
  }

  private func speaks(_ text: String, of word: String) -> Bool {
    if text == word { return true }
    guard let address, let prefix = IPPrefix(text) else { return false }
    return prefix.contains(address)
  }
}
