import Audit
import Diagnostics
import Policy
import Report
import RouterOSModel
import RouterOSSyntax
import SourceText

/// What is judged, and by what: the rules that were chosen, and the project.
struct AuditPlan {
  let policies: PolicySet
  let project: OpenProject?
  /// The files and folders that decide, beside the exports and Jalur's own rules, what is found.
  let files: [String]
  /// All rules there are, those included that are not judged.
  let known: KnownRules
  /// The ids of all rules there are, by those they had before, too.
  private let ids: [String: String]
  private let least: Severity
  private let today: Day

  init(_ judgement: Judgement) throws(Failure) {
    let project = try judgement.project.open()
    known = try KnownRules(project, judgement.policies)
    ids = PolicySet.ids(of: known.shipped + known.own)
    let own = Set(known.own.map(\.id.text))
    let rules = known.all.filter { own.contains($0.id.text) || project?.wants($0) ?? true }
    let all = try checked(rules, for: project)
    let chosen = try Choice(judgement, ids: ids, rules: rules, of: known)
    policies = all.only(chosen.contains)
    self.project = project
    files = try judgement.policies + (project?.files(besides: known.shipped) ?? [])
    least = judgement.severity.severity
    today = judgement.today?.day ?? currentDay()
  }

  /// The routers of exports, with what the project says of them; those that were `renamed` since have their
  /// new paths, by the old names, so that what is found in them stays the same.
  func fleet(of scripts: [Script], renamed: [String: String] = [:]) async throws(Failure) -> Fleet {
    var devices: [Device] = []
    await workInParallel(on: scripts, grab: 8, with: {}) { script, _ in
      let name = script.file.name
      return Device(lower(script), path: stablePath(renamed[name] ?? name))
    } inOrder: {
      devices.append($0)
    }
    return Fleet(
      devices, facts: try project?.facts(of: devices.map(NamedRouter.init)) ?? FleetFacts())
  }

  /// The rules there are of which nothing is said: not chosen, or less than the least severity.
  var unjudged: Set<String> {
    let judged = policies.rules.map(\.summary) + RuleSummary.ofExportItself
    return Set(ids.values).subtracting(judged.filter { $0.severity >= least }.map(\.id))
  }

  /// What is found; `coversProject` when all its exports are there.
  func findings(in fleet: Fleet, coversProject: Bool) async -> [Diagnostic] {
    let exceptions = Exceptions(
      today: today, project: project?.project, knownRules: ids, coversProject: coversProject)
    let audits = await auditRouters(of: fleet)
    let found = audit(fleet, by: policies, except: exceptions, after: audits)
    // What an export says wrongly no choice of rules silences: a rule would pass for want of it.
    return found.filter { diagnostic in
      diagnostic.severity >= least || diagnostic.rule == RuleSummary.unreadableStatement.id
    }
  }
}

extension AuditPlan {
  /// Audits each router by itself, on every processor.
  private func auditRouters(of fleet: Fleet) async -> [RouterAudit] {
    let places = Array(fleet.devices.indices)
    let isLarge = places.count > Self.mostWithRows
    // A router alone faces nobody.
    await workInParallel(on: places.count > 1 ? places : [], grab: 8, with: {}) { place, _ in
      fleet.prepareEnds(of: place)
      if isLarge { fleet.forgetRows(of: place) }
    } inOrder: { _ in
    }
    var audits: [RouterAudit] = []
    await workInParallel(on: places, grab: 8, with: {}) { [policies] place, _ in
      let audit = RouterAudit(of: place, in: fleet, by: policies)
      if isLarge { fleet.forgetRows(of: place) }
      return audit
    } inOrder: {
      audits.append($0)
    }
    return audits
  }

  /// How many routers may hold their rows until the end: working them out once more costs less than the
  /// memory for those of more.
  private static let mostWithRows = 256
}

/// The rules, held against the model and as the project sets them.
private func checked(_ rules: [Rule], for open: OpenProject?) throws(Failure) -> PolicySet {
  do throws(SourceError) {
    guard let open else { return try PolicySet(rules) }
    return try PolicySet(rules, for: open.project)
  } catch { throw Failure(renderErrorWithPlaces(error)) }
}

/// The rules that arguments choose.
private struct Choice {
  /// The ids that were asked for; empty for all.
  private let rules: Set<String>
  private let packs: Set<String>
  private let profile: Profile
  private let known: KnownRules

  init(
    _ judgement: Judgement, ids: [String: String], rules judged: [Rule], of known: KnownRules
  ) throws(Failure) {
    var rules: Set<String> = []
    for id in judgement.rule {
      guard let present = ids[id] else { throw unknown("rule", id, ids.keys.sorted()) }
      rules.insert(present)
    }
    let packs = Set(judged.flatMap(known.packs))
    for pack in judgement.pack where !packs.contains(pack) {
      throw unknown("pack", pack, packs.sorted())
    }
    self.rules = rules
    self.packs = Set(judgement.pack)
    self.known = known
    profile = judgement.profile.profile
  }

  /// A rule that is asked for by name is judged whatever its profile.
  func contains(_ rule: Rule) -> Bool {
    if !rules.isEmpty { return rules.contains(rule.id.text) }
    if !packs.isEmpty, packs.isDisjoint(with: known.packs(of: rule)) { return false }
    switch profile {
    case .recommended: return rule.profile == .recommended
    case .strict: return true
    }
  }
}

/// `no rule 'x'; did you mean 'y'?`, or all that there are.
func unknown(_ what: String, _ word: String, _ words: [String]) -> Failure {
  if let near = nearestWord(to: word, among: words) {
    return Failure("no \(what) '\(word)'; did you mean '\(near)'?")
  }
  return Failure("no \(what) '\(word)'; expected one of \(words.joined(separator: ", "))")
}
