internal import Facts
internal import ReviewModel

/// Putting what facts hold, as it stands there.
extension RowCells {
  /// The text of a symbol; a blank for the blank one.
  @inline(__always)
  mutating func put(_ symbol: Symbol, _ review: ReviewContext) {
    if symbol.isBlank { putBlank() } else { put(text: review.facts.symbols.bytes(symbol)) }
  }

  /// The name by which a customer is shown.
  mutating func putCustomer(_ customer: Symbol, named ownName: Symbol, _ review: ReviewContext) {
    put(review.customer(customer, named: ownName), review)
  }

  /// A text of a single record; a blank for the blank one.
  mutating func put(_ text: RecordText, _ review: ReviewContext) {
    if text.isBlank { putBlank() } else { put(text: review.facts.texts.bytes(text)) }
  }

  @inline(__always)
  mutating func put(_ day: OptionalDay) { put(day.day) }

  @inline(__always)
  mutating func put(_ money: OptionalMoney) { if let money = money.money { put(money) } else { putBlank() } }

  /// A lead's lead_id.
  mutating func putID(of lead: Int, _ review: ReviewContext) {
    let words = review.leadWords
    if words.areNumbered { put(text: review.facts.leads.id(lead)) } else { put(text: words.id(lead)) }
  }

  /// A lead's name.
  mutating func putName(of lead: Int, _ review: ReviewContext) {
    let name = review.leadWords.name(lead)
    if name.isEmpty { putBlank() } else { put(text: name) }
  }

  /// The id of a lead's stage.
  mutating func putStage(of lead: LeadView, _ review: ReviewContext) {
    put(text: review.stageIDs[Int(lead.row.stage)])
  }

  /// The canonical word of a lead's chance.
  mutating func putChance(of lead: LeadView, _ review: ReviewContext) {
    let number = Int(lead.row.chance)
    if number < review.chances.count { put(text: review.chances[number]) } else { putBlank() }
  }
}

/// A few words by number - the stages, the chances - for rows that are put by the hundred thousand.
struct WordList: Sendable {
  private let words: Symbols

  /// Distinct words, none of them blank.
  init(_ words: [String]) {
    let table = SymbolTable()
    for word in words { _ = table.symbol(word) }
    self.words = table.frozen()
    // Symbol 0 is the blank one.
    precondition(count == words.count, "a word stands in the list twice")
  }

  var count: Int { words.count - 1 }

  /// A word in UTF-8; good for as long as the list.
  @inline(__always)
  subscript(number: Int) -> UnsafeRawBufferPointer { words.bytes(Symbol(number: UInt32(number + 1))) }
}
