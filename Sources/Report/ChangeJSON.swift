public import Comparison
import RouterOSModel
public import RouterOSSyntax
import SourceText

/// The differences as JSON; its shape is a contract, described in the README. All keys are always there,
/// `null` where there is nothing; places count from 1.
///
/// `concealed` is what of both may be shown, if that is known already.
public func renderChangesJSON(
  _ differences: Differences, _ old: Script, _ new: Script, concealed: ConcealedSides? = nil
) -> String {
  let oldLines = LineTable(old.file)
  let newLines = LineTable(new.file)
  let views = ChangeViews(old, new, concealed)
  var writer = JSONWriter()
  writer.object { writer in
    writer.key("schema")
    writer.value(1)
    writer.key("old")
    writer.value(old.file.name)
    writer.key("new")
    writer.value(new.file.name)
    writer.key("changes")
    writer.array(differences.changes) { write($1, views, oldLines, newLines, &$0) }
    writer.key("upgrade")
    writeUpgrade(differences.upgrade, &writer)
    writer.key("unmanaged")
    writer.array(differences.unmanaged) { $0.value(views.menu($1)) }
    writer.key("summary")
    writeSummary(differences, &writer)
  }
  return writer.text + "\n"
}

private func write(
  _ change: Change, _ views: ChangeViews, _ oldLines: LineTable, _ newLines: LineTable,
  _ writer: inout JSONWriter
) {
  writer.object { writer in
    writer.key("kind")
    writer.value(change.kind.rawValue)
    writer.key("menu")
    writer.value(views.menu(of: change))
    writer.key("item")
    writer.value(views.title(of: change))
    writer.key("properties")
    writer.array(change.properties) { write(views.view(of: $1, in: change), &$0) }
    writer.key("risks")
    writer.array(change.risks) { $0.value($1.rawValue) }
    writer.key("moved")
    if let move = change.move {
      writer.object { writer in
        writer.pair("from", move.from + 1)
        writer.pair("to", move.to + 1)
      }
    } else {
      writer.value(String?.none)
    }
    writeLine("old", change.old, oldLines, &writer)
    writeLine("new", change.new, newLines, &writer)
  }
}

private func writeLine(
  _ key: String, _ entry: Entry?, _ lines: LineTable, _ writer: inout JSONWriter
) {
  writer.key(key)
  guard let statement = entry?.statement else {
    writer.value(String?.none)
    return
  }
  writer.object { writer in
    let place = lines.place(at: statement.span.start)
    // Of fragments that were joined the name above says nothing.
    if !statement.script.file.parts.isEmpty { writer.pair("file", place.file) }
    writer.pair("line", place.line)
  }
}

private func write(_ property: PropertyView, _ writer: inout JSONWriter) {
  writer.object { writer in
    writer.key("name")
    writer.value(property.name)
    writer.key("old")
    writer.value(property.old?.text)
    writer.key("new")
    writer.value(property.new?.text)
    writer.key("comparable")
    writer.value(property.isComparable)
  }
}

private func writeSummary(_ differences: Differences, _ writer: inout JSONWriter) {
  let kinds: [Change.Kind] = [.added, .removed, .changed, .moved, .renamed]
  writer.object { writer in
    for kind in kinds {
      writer.key(kind.rawValue)
      writer.value(differences.changes.count { $0.kind == kind })
    }
    writer.key("notComparable")
    writer.value(differences.notComparable)
  }
}

private func writeUpgrade(_ upgrade: Upgrade?, _ writer: inout JSONWriter) {
  guard let upgrade else { return writer.value(String?.none) }
  writer.object { writer in
    writer.key("old")
    writer.value(upgrade.old.description)
    writer.key("new")
    writer.value(upgrade.new.description)
    writer.key("effects")
    writer.array(sorted(upgrade)) { writer, item in
      writer.object { writer in
        writer.key("menu")
        writer.value(item.effect.menu)
        writer.key("property")
        writer.value(item.effect.property)
        writer.pair("count", item.count)
      }
    }
  }
}
