/// A text with places for arguments, `{0}` to `{9}`, taken apart once.
public struct Sentence: Sendable {
  /// Texts, and between each two of them the place of an argument.
  private let texts: [String]
  private let arguments: [Int]

  /// The sentence of a text.
  public init(_ text: String) {
    var texts: [String] = []
    var arguments: [Int] = []
    let bytes = Array(text.utf8)
    var start = 0
    for index in bytes.indices.dropLast(2)
    where bytes[index] == UInt8(ascii: "{") && bytes[index + 2] == UInt8(ascii: "}") {
      guard let argument = digits(bytes[(index + 1)...(index + 1)]) else { continue }
      texts.append(String(decoding: bytes[start..<index], as: UTF8.self))
      arguments.append(argument)
      start = index + 3
    }
    texts.append(String(decoding: bytes[start...], as: UTF8.self))
    self.texts = texts
    self.arguments = arguments
  }

  /// The sentence with its arguments put in; a place without one stays as it is.
  public func with(_ arguments: [String]) -> String {
    var said = ""
    forEachPart {
      said += $0
    } argument: {
      said += $0 < arguments.count ? arguments[$0] : "{\($0)}"
    }
    return said
  }

  /// The parts of the sentence in their order: its texts, and the numbers of its arguments.
  public func forEachPart(_ text: (String) -> Void, argument: (Int) -> Void) {
    text(texts[0])
    for (place, number) in arguments.enumerated() {
      argument(number)
      text(texts[place + 1])
    }
  }
}
