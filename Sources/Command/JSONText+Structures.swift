internal import ReviewModel

extension JSONText {
  /// An array of texts that are JSON already.
  static func array(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }

  /// An object of names and texts that are JSON already, in this order.
  static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\(quoted($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
  }
}
