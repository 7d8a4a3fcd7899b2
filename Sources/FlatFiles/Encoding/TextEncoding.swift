/// How a text file's characters are written in bytes.
package enum TextEncoding: Hashable, Sendable, CaseIterable {
  case utf8

  /// The name in reports and in review.yaml.
  package var name: String {
    switch self {
    case .utf8: "UTF-8"
    }
  }

  /// The encoding of that name, in any case.
  package init?(named name: String) {
    let wanted = name.uppercased()
    guard let match = Self.allCases.first(where: { $0.name == wanted }) else { return nil }
    self = match
  }
}
