internal import CSimdJSON
internal import ReviewModel

/// Why a text is no JSON that can be read.
enum JSONProblem: Equatable {
  case empty, syntax, incomplete, unclosedString, controlCharacter, badUTF8, badEscape, badNumber, badLiteral
  case trailing, tooDeep, tooManyValues, noMemory

  init(_ status: CSimdJSONStatus) {
    switch status {
    case CSIMDJSON_EMPTY: self = .empty
    case CSIMDJSON_INCOMPLETE: self = .incomplete
    case CSIMDJSON_UNCLOSED_STRING: self = .unclosedString
    case CSIMDJSON_CONTROL_CHARACTER: self = .controlCharacter
    case CSIMDJSON_BAD_UTF8: self = .badUTF8
    case CSIMDJSON_BAD_ESCAPE: self = .badEscape
    case CSIMDJSON_BAD_NUMBER: self = .badNumber
    case CSIMDJSON_BAD_LITERAL: self = .badLiteral
    case CSIMDJSON_TRAILING: self = .trailing
    case CSIMDJSON_TOO_DEEP: self = .tooDeep
    case CSIMDJSON_TOO_MANY_VALUES: self = .tooManyValues
    case CSIMDJSON_NO_MEMORY: self = .noMemory
    default: self = .syntax
    }
  }

  /// What to say of the document `text` of the file `name`, in which the problem showed at `offset`.
  func error(file name: String, in text: UnsafeRawBufferPointer, at offset: Int) -> FileError {
    switch self {
    case .empty:
      return FileError(
        file: name, problem: text.isEmpty ? "the file is empty" : "the file holds nothing but white space",
        remedy: "write an array of objects into it, or [] where there are none")
    case .noMemory:
      return FileError(
        file: name, problem: "there is not enough memory to read it",
        remedy: "write it as JSON Lines, in several files")
    default:
      let before = text[..<min(offset, text.count)]
      let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      // A continuation byte begins no character.
      let character = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
      return FileError(
        file: name, line: before.count { $0 == UInt8(ascii: "\n") } + 1,
        problem: "\(problem), at character \(character) of the line (byte offset \(offset))", remedy: remedy)
    }
  }

  private var problem: String {
    switch self {
    case .incomplete: "not JSON: the text ends within an array or an object"
    case .unclosedString: "not JSON: a quote opens here and never closes"
    case .controlCharacter: "not JSON: a control character within a string"
    case .badUTF8: "not JSON: bytes that are not UTF-8"
    case .badEscape: "not JSON: no such escape"
    case .badNumber: "not JSON: no such number"
    case .badLiteral: "not JSON: a word that is not true, false or null"
    case .trailing: "not JSON: something follows the document"
    case .tooDeep: "more than \(JSONReader.depthLimit) arrays and objects within each other"
    case .tooManyValues: "more than \(JSONReader.valueLimit) values within one object"
    case .empty, .syntax, .noMemory: "not JSON: a comma, a colon, a bracket or a value is missing"
    }
  }

  private var remedy: String {
    switch self {
    case .unclosedString: #"close the quote, or write \" for one within the text"#
    case .controlCharacter: #"write it as an escape, such as \n for the end of a line"#
    case .badEscape: #"write \\ for a backslash"#
    case .badNumber: "write it as 1234.5, or in quotes"
    case .badLiteral: "write text in quotes"
    case .trailing: "write one array of objects, or call the file .jsonl if it has an object a line"
    case .tooDeep: "write a table: an array of objects whose members are plain values"
    case .tooManyValues: "write an array of objects, or JSON Lines"
    default: "export the file again"
    }
  }
}
