/// A part of a manual page: the help of a command.
public struct ManualSection {
  let title: String
  let text: String

  /// `text` is laid out already, in lines of at most 78 characters.
  public init(title: String, text: String) {
    self.title = title
    self.text = text
  }
}

/// A page for man(1), in roff with the macros of man(7); each section stands as it was laid out.
public func renderManualPage(version: String, abstract: String, sections: [ManualSection]) -> String
{
  var page = """
    .TH JALUR 1 "" "jalur \(version)" "User Commands"
    .SH NAME
    jalur \\- \(roff(abstract))

    """
  for section in sections {
    page += ".SH \(roff(section.title.uppercased()))\n.nf\n"
    for line in section.text.split(separator: "\n", omittingEmptySubsequences: false) {
      page += roff(line) + "\n"
    }
    page += ".fi\n"
  }
  return page
}

/// A line that roff prints as it stands: what begins with a dot or an apostrophe is no request, and a
/// hyphen is one that can be copied into a shell.
private func roff(_ line: some StringProtocol) -> String {
  let guardedStart = line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" : ""
  return line.reduce(into: guardedStart) { text, character in
    switch character {
    case "\\": text += "\\e"
    case "-": text += "\\-"
    case "'": text += "\\(aq"
    case "`": text += "\\(ga"
    case "^": text += "\\(ha"
    case "~": text += "\\(ti"
    default: text.append(character)
    }
  }
}
