internal import Foundation

/// A pattern over paths: `*` any letters, `?` one, `[a-z]` `[!a-z]` one of a set, none of them across `/`; `**`
/// any folders, also none; `\` takes the next sign for itself.
struct Glob {
  private enum Token: Equatable {
    case literal(Unicode.Scalar)
    case any
    case one
    case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)

    /// Whether it stands for this one scalar.
    func matches(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .literal(let literal): scalar == literal
      case .any: false
      case .one: true
      case .set(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
      }
    }
  }

  private enum Segment: Equatable {
    case folders
    case name([Token])

    /// Whether it stands for this one name of a folder or file.
    func matches(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
      guard case .name(let tokens) = self else { return false }
      return Glob.matches(
        tokens[...], name, fits: { token, scalar in token.matches(scalar) }, isWild: { $0 == .any })
    }
  }

  private let segments: [Segment]

  init(_ pattern: String) {
    let parts = Self.scalars(pattern).split(separator: "/")
    segments = parts.filter { $0 != ["."] }.map { $0 == ["*", "*"] ? .folders : .name(Self.tokens($0)) }
  }

  /// Whether a path relative to the book, with `/` as separator, fits.
  func matches(_ path: String) -> Bool {
    let names = Self.scalars(path).split(separator: "/")
    return Self.matches(
      segments[...], names[...], fits: { segment, name in segment.matches(name) },
      isWild: { $0 == .folders })
  }

  /// Wildcard matching in linear space: on failure only the last wildcard need take one more (backtracking
  /// over earlier ones cannot help), so that no pattern takes exponential time.
  private static func matches<Pattern, Subject>(
    _ pattern: ArraySlice<Pattern>, _ subject: ArraySlice<Subject>,
    fits: (Pattern, Subject) -> Bool, isWild: (Pattern) -> Bool
  ) -> Bool {
    var (p, s) = (pattern.startIndex, subject.startIndex)
    var retry: (p: Int, s: Int)?
    while s < subject.endIndex {
      if p < pattern.endIndex, isWild(pattern[p]) {
        p += 1
        retry = (p, s)
      } else if p < pattern.endIndex, fits(pattern[p], subject[s]) {
        p += 1
        s += 1
      } else if let last = retry {
        (p, s) = (last.p, last.s + 1)
        retry = (p, s)
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy(isWild)
  }

  /// Composed, since systems disagree on how they store `é` in a name.
  private static func scalars(_ text: String) -> [Unicode.Scalar] {
    Array(text.precomposedStringWithCanonicalMapping.unicodeScalars)
  }

  private static func tokens(_ segment: ArraySlice<Unicode.Scalar>) -> [Token] {
    var tokens: [Token] = []
    var rest = segment
    while let scalar = rest.popFirst() {
      switch scalar {
      case "*": tokens.append(.any)
      case "?": tokens.append(.one)
      case "\\": tokens.append(.literal(rest.popFirst() ?? scalar))
      case "[":
        if let (set, after) = set(rest) {
          tokens.append(set)
          rest = after
        } else {
          tokens.append(.literal(scalar))
        }
      default: tokens.append(.literal(scalar))
      }
    }
    return tokens
  }

  /// What stands between brackets; nil where they never close. A `]` that stands first is one of the set.
  private static func set(_ text: ArraySlice<Unicode.Scalar>) -> (Token, ArraySlice<Unicode.Scalar>)? {
    var rest = text
    let isNegated = rest.first == "!" || rest.first == "^"
    if isNegated { rest.removeFirst() }
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    while let first = rest.popFirst() {
      if first == "]", !ranges.isEmpty { return (.set(ranges, isNegated: isNegated), rest) }
      if rest.first == "-", let last = rest.dropFirst().first, last != "]", last >= first {
        ranges.append(first...last)
        rest = rest.dropFirst(2)
      } else {
        ranges.append(first...first)
      }
    }
    return nil
  }
}
