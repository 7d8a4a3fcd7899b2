import FlatFiles

/// A value of JSON as RFC 8259 has it, read one byte after the other: what the reader must come to as well.
struct ReferenceJSON {
  indirect enum Value {
    case null, word, number
    case string([UInt8])
    case array([ReferenceJSON])
    case object([(name: [UInt8], value: ReferenceJSON)])
  }

  let value: Value
  /// The value as it is written.
  let written: [UInt8]

  var isObject: Bool { if case .object = value { true } else { false } }

  /// The text is no JSON, or it nests too deep.
  struct NotJSON: Error {}

  /// The one value that is the text.
  init(_ text: [UInt8]) throws(NotJSON) {
    guard String(validating: text, as: UTF8.self) != nil else { throw NotJSON() }
    var parser = Parser(text: text)
    self = try parser.value(depth: 0)
    parser.skipWhite()
    guard parser.at == text.count else { throw NotJSON() }
  }

  fileprivate init(_ value: Value, _ written: ArraySlice<UInt8>) {
    self.value = value
    self.written = Array(written)
  }

  fileprivate struct Parser {
    let text: [UInt8]
    var at = 0

    private var next: UInt8? { at < text.count ? text[at] : nil }

    private mutating func take(_ byte: Character) -> Bool {
      guard next == byte.asciiValue else { return false }
      at += 1
      return true
    }

    mutating func skipWhite() {
      while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { at += 1 }
    }

    mutating func value(depth: Int) throws(NotJSON) -> ReferenceJSON {
      skipWhite()
      let start = at
      let value: Value
      switch next.map({ Character(UnicodeScalar($0)) }) {
      case "[": value = .array(try array(depth: depth + 1))
      case "{": value = .object(try object(depth: depth + 1))
      case "\"": value = .string(try string())
      case "t": value = try word("true", .word)
      case "f": value = try word("false", .word)
      case "n": value = try word("null", .null)
      default: value = try number()
      }
      return ReferenceJSON(value, text[start..<at])
    }

    private mutating func array(depth: Int) throws(NotJSON) -> [ReferenceJSON] {
      guard depth <= 64, take("[") else { throw NotJSON() }
      skipWhite()
      if take("]") { return [] }
      var values: [ReferenceJSON] = []
      repeat {
        values.append(try value(depth: depth))
        skipWhite()
      } while take(",")
      guard take("]") else { throw NotJSON() }
      return values
    }

    private mutating func object(depth: Int) throws(NotJSON) -> [(name: [UInt8], value: ReferenceJSON)] {
      guard depth <= 64, take("{") else { throw NotJSON() }
      skipWhite()
      if take("}") { return [] }
      var members: [(name: [UInt8], value: ReferenceJSON)] = []
      repeat {
        skipWhite()
        let name = try string()
        skipWhite()
        guard take(":") else { throw NotJSON() }
        members.append((name, try value(depth: depth)))
        skipWhite()
      } while take(",")
      guard take("}") else { throw NotJSON() }
      return members
    }

    private mutating func word(_ word: String, _ value: Value) throws(NotJSON) -> Value {
      guard text[at...].starts(with: word.utf8) else { throw NotJSON() }
      at += word.utf8.count
      return value
    }

    private mutating func digits() throws(NotJSON) {
      let start = at
      while let byte = next, (0x30...0x39).contains(byte) { at += 1 }
      guard at > start else { throw NotJSON() }
    }

    private mutating func number() throws(NotJSON) -> Value {
      _ = take("-")
      if !take("0") { try digits() }
      if take(".") { try digits() }
      if take("e") || take("E") {
        if !take("+") { _ = take("-") }
        try digits()
      }
      return .number
    }

    /// UTF-16 units of escapes are put together by the standard library, which replaces what is no pair.
    private mutating func string() throws(NotJSON) -> [UInt8] {
      guard take("\"") else { throw NotJSON() }
      var bytes: [UInt8] = []
      var units: [UInt16] = []
      while let byte = next, byte >= 0x20 {
        at += 1
        if byte == UInt8(ascii: "\\"), next == UInt8(ascii: "u") {
          units.append(try unit())
          continue
        }
        bytes += String(decoding: units, as: UTF16.self).utf8
        units = []
        switch byte {
        case UInt8(ascii: "\""): return bytes
        case UInt8(ascii: "\\"): bytes.append(try escaped())
        default: bytes.append(byte)
        }
      }
      throw NotJSON()
    }

    private mutating func unit() throws(NotJSON) -> UInt16 {
      let hex = text[(at + 1)...].prefix(4)
      guard hex.count == 4, hex.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
        let unit = UInt16(String(decoding: hex, as: UTF8.self), radix: 16)
      else { throw NotJSON() }
      at += 5
      return unit
    }

    private mutating func escaped() throws(NotJSON) -> UInt8 {
      let escapes: [Character: UInt8] = [
        "\"": 0x22, "\\": 0x5C, "/": 0x2F, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9,
      ]
      guard let byte = next, let meant = escapes[Character(UnicodeScalar(byte))] else { throw NotJSON() }
      at += 1
      return meant
    }
  }
}
