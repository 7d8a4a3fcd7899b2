import ReviewModel
import Testing

@Suite("Sentences")
struct SentenceTests {
  @Test(
    "arguments go where their numbers stand",
    arguments: [
      ("plain", ["x"], "plain"), ("", ["x"], ""), ("{0}", ["x"], "x"), ("{1}，{0}。", ["甲", "乙"], "乙，甲。"),
      ("{0}{0}", ["x"], "xx"), ("a {2} b", ["x"], "a {2} b"), ("{a} {0", ["x"], "{a} {0"),
      // What an argument holds is no place.
      ("{0} {1}", ["{1}", "y"], "{1} y"),
    ] as [(String, [String], String)])
  func arguments(text: String, arguments: [String], said: String) {
    #expect(Sentence(text).with(arguments) == said)
  }
}
