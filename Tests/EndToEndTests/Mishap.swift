import Testing

/// Something that goes wrong.
struct Mishap: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// Files of the folder in which the program is started.
  var files: [String: String] = [:]
  var arguments = ["run", "book", "--period", "2026-10"]
  let code: Int32
  let messages: [String]
}

extension Mishap {
  /// A book's only file where nothing is wrong with its files.
  static let orders = "order_id,date,amount\nA1,2026-10-02,12.50\n"
}
