/// How well a goal is reached: under 0.8 red, from there amber, from 1 green (docs/outputs.md, section 2).
public enum Grade: String, CaseIterable, Hashable, Sendable {
  case poor, fair, good

  /// The least rate of the grade; nil for the poorest, which has none.
  public var least: Figure? {
    switch self {
    case .poor: nil
    case .fair: Figure(units: 8, decimals: 1)
    case .good: Figure(units: 1, decimals: 0)
    }
  }

  /// The grade of an attainment.
  public init(_ rate: Figure) {
    self = Self.allCases.last { grade in grade.least.map { rate >= $0 } ?? true } ?? .poor
  }
}
