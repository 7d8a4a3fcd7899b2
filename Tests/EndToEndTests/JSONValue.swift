import Foundation

/// A value of JSON. Texts are equal when their bytes are, not when they merely look alike.
enum JSONValue: Decodable, Equatable {
  case null
  case flag(Bool)
  case integer(Int)
  case text(String)
  case array([JSONValue])
  case object([String: JSONValue])

  static func read(_ path: String) throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: try Data(contentsOf: URL(filePath: path)))
  }

  static func read(text: String) throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let integer = try? container.decode(Int.self) {
      self = .integer(integer)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let array = try? container.decode([JSONValue].self) {
      self = .array(array)
    } else {
      // The last resort throws: a number with a fraction has no place in a review.json.
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.flag(let left), .flag(let right)): left == right
    case (.integer(let left), .integer(let right)): left == right
    case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    default: false
    }
  }

  subscript(key: String) -> JSONValue {
    if case .object(let members) = self { members[key] ?? .null } else { .null }
  }

  var array: [JSONValue] { if case .array(let items) = self { items } else { [] } }
  var text: String? { if case .text(let text) = self { text } else { nil } }
}
