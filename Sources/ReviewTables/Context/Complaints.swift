internal import Facts
internal import ReviewModel

extension Event {
  /// Whether the event is of a kind, by its canonical word.
  func isOf(_ word: String) -> Bool { Vocabulary.eventKind.words[Int(kind)].canonical == word }

  /// Whether this is a complaint that waited for an answer on a day.
  func isOpenComplaint(on day: Day) -> Bool { date <= day && isOpen(on: day) && isOf("complaint") }
}
