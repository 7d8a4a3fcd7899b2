/// A row as a test expects it.
struct Row: Hashable, Comparable, CustomStringConvertible {
  let line: Int
  let fields: [String]

  init(_ line: Int, _ fields: [String]) {
    self.line = line
    self.fields = fields
  }

  var description: String { "\(line) \(fields)" }

  static func < (a: Row, b: Row) -> Bool { a.line < b.line }
}

/// docs/inputs.md, section 5, one character at a time and nothing else in mind: what the reader must agree with.
enum ReferenceParser {
  struct Unterminated: Error, Equatable {
    let line: Int
  }

  /// All rows that are not blank, the first being the header.
  static func rows(_ text: String, delimiter: Unicode.Scalar) throws(Unterminated) -> [Row] {
    let scalars = Array(text.unicodeScalars)
    var rows: [Row] = []
    var fields: [String] = []
    var field = ""
    var line = 1
    var rowLine = 1
    var index = 0

    func endRow() {
      fields.append(field)
      if fields.contains(where: { $0.unicodeScalars.contains { !$0.properties.isWhitespace } }) {
        rows.append(Row(rowLine, fields))
      }
      fields = []
      field = ""
    }
    /// Whether a line ends at `index`, and how long its end is.
    func lineEnd() -> Int {
      if scalars[index] == "\r" { return index + 1 < scalars.count && scalars[index + 1] == "\n" ? 2 : 1 }
      return scalars[index] == "\n" ? 1 : 0
    }

    var atFieldStart = true
    var rowIsOpen = false
    while index < scalars.count {
      let scalar = scalars[index]
      if atFieldStart && scalar == "\"" {
        let opened = line
        rowIsOpen = true
        atFieldStart = false
        index += 1
        while true {
          guard index < scalars.count else { throw Unterminated(line: opened) }
          if scalars[index] == "\"" {
            if index + 1 < scalars.count && scalars[index + 1] == "\"" {
              field.unicodeScalars.append("\"")
              index += 2
              continue
            }
            index += 1
            break
          }
          let end = lineEnd()
          if end > 0 { line += 1 }
          for _ in 0..<max(1, end) {
            field.unicodeScalars.append(scalars[index])
            index += 1
          }
        }
      } else if scalar == delimiter {
        fields.append(field)
        field = ""
        atFieldStart = true
        rowIsOpen = true
        index += 1
      } else if lineEnd() > 0 {
        index += lineEnd()
        endRow()
        line += 1
        rowLine = line
        atFieldStart = true
        rowIsOpen = false
      } else {
        field.unicodeScalars.append(scalar)
        atFieldStart = false
        rowIsOpen = true
        index += 1
      }
    }
    if rowIsOpen { endRow() }
    return rows
  }
}
