/// The names of sheets: at most 31 UTF-16 units, without `[]:*?/\`, no apostrophe at either end, not
/// `History`, no two the same whatever their case.
struct SheetNames {
  static let limit = 31
  private var taken: Set<String> = ["history"]

  /// A name for a sheet that is called `title`.
  mutating func name(for title: String) -> String {
    var number = 1
    while true {
      let suffix = number == 1 ? "" : " (\(number))"
      let name = Self.cleaned(title, room: Self.limit - suffix.utf16.count) + suffix
      if taken.insert(name.lowercased()).inserted { return name }
      number += 1
    }
  }

  /// A name as formulas and links write it.
  static func quoted(_ name: String) -> String {
    "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// The title in at most `room` UTF-16 units and without what a name may not hold.
  static func cleaned(_ title: String, room: Int = limit) -> String {
    var name = String.UnicodeScalarView()
    for scalar in title.unicodeScalars {
      let isBad = scalar.value < 0x20 || "[]:*?\\".unicodeScalars.contains(scalar)
      name.append(scalar == "/" ? "-" : isBad ? " " : scalar)
    }
    var text = trimmed(String(name))
    if let cut = CellText.cut(text, to: room) { text = trimmed(cut) }
    return text.isEmpty ? "-" : text
  }

  private static func trimmed(_ text: String) -> String {
    let isEdge: (Character) -> Bool = { $0 == " " || $0 == "'" }
    guard let first = text.firstIndex(where: { !isEdge($0) }),
      let last = text.lastIndex(where: { !isEdge($0) })
    else { return "" }
    return String(text[first...last])
  }
}
