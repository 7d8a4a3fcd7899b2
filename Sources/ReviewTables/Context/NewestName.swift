internal import Facts

/// The name that the newest row gives of those that give one (docs/inputs.md, section 3).
struct NewestName: Sendable {
  /// Blank where no row gives one.
  private(set) var symbol = Symbol.blank
  private var version: Version?

  /// Takes the name that a row gives.
  mutating func note(_ name: Symbol, _ row: Version) {
    guard !name.isBlank, version.map({ $0 < row }) ?? true else { return }
    (symbol, version) = (name, row)
  }
}
