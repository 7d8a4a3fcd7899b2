internal import CSimdJSON

/// Which of an object's members fill which fields of its row: of several for one field the one of the lowest rank,
/// whatever its value.
struct MemberChoice {
  /// The value of each field, a place in the list of values; -1 where no member fills it.
  private(set) var chosen: [Int]
  /// The value of the member that holds nested rows.
  private(set) var nested: Int?
  /// Whether two members have the same claim to one field, and none has a better one: which of them is meant, nobody
  /// can tell.
  private(set) var isAmbiguous = false
  /// Whether any member, read or not, has a value that is not blank.
  private(set) var hasContent = false
  /// What has been seen of members.
  private(set) var notes: MemberNotes

  private let fields: @Sendable (_ name: String) -> [MemberPlan.Field]
  private let isNested: @Sendable (_ name: String) -> Bool
  private var names = NameIndex()
  /// What is known of each name, by its number.
  private var members: [Member] = []
  /// The claims of all members to fields.
  private var claims: [Claim] = []
  /// The claim that each field was given to.
  private var winners: [Int]
  /// Claims that came upon another of the same rank.
  private var ties: [Int] = []

  private struct Member {
    let claims: Range<Int>
    let isNested: Bool
  }

  private struct Claim {
    let place: Int
    let rank: Int
    let member: Int
    /// Whether it is known that the claim has lost to a better one.
    var isNoted = false
  }

  init(
    _ plan: MemberPlan, isNested: (@Sendable (_ name: String) -> Bool)?, noteLimit: Int
  ) {
    fields = plan.fields
    self.isNested = isNested ?? { _ in false }
    notes = MemberNotes(limit: noteLimit)
    chosen = Array(repeating: -1, count: plan.fieldCount)
    winners = chosen
  }

  /// Looks at the members of the object that is the value `object` of `values`, which stands on `line`.
  mutating func choose(among values: JSONElement, of object: Int, line: Int) {
    nested = nil
    isAmbiguous = false
    hasContent = false
    ties.removeAll(keepingCapacity: true)
    for place in chosen.indices {
      chosen[place] = -1
    }
    // Names that no object but a few have are forgotten again.
    if members.count > Self.memberLimit { forget() }
    var previous = NameIndex.start
    var value = object + 1
    let end = Int(values[object].end)
    while value < end {
      let number = names.number(of: values[value].nameBytes, after: previous)
      if number == members.count { learn(values[value].nameBytes, line: line, value: value) }
      previous = number + 1
      if !hasContent { hasContent = !values[value].isBlank }
      take(number, value, values, line)
      value = Int(values[value].end)
    }
    for claim in ties where claims[claim].rank == claims[winners[claims[claim].place]].rank {
      isAmbiguous = true
    }
  }

  private static let memberLimit = 1 << 14

  private mutating func forget() {
    names = NameIndex()
    members = []
    claims = []
  }

  private mutating func learn(_ bytes: UnsafeRawBufferPointer, line: Int, value: Int) {
    let name = String(decoding: bytes, as: UTF8.self)
    let first = claims.count
    let isNested = isNested(name)
    let fields = isNested ? [] : fields(name)
    claims += fields.map { Claim(place: $0.place, rank: $0.rank, member: members.count) }
    members.append(Member(claims: first..<claims.count, isNested: isNested))
    if isNested || !fields.isEmpty {
      notes.addRead(bytes, places: fields.map(\.place), line: line, value: value)
    } else {
      notes.addUnread(bytes, line: line, value: value)
    }
  }

  @inline(__always)
  private mutating func take(
    _ number: Int, _ value: Int, _ values: JSONElement, _ line: Int
  ) {
    let range = members[number].claims
    if range.isEmpty {
      guard members[number].isNested else { return }
      if nested != nil { isAmbiguous = true }
      nested = value
      return
    }
    for claim in range {
      let place = claims[claim].place
      guard chosen[place] >= 0 else {
        chosen[place] = value
        winners[place] = claim
        continue
      }
      contest(place, claim, value, values, line)
    }
  }

  /// Gives a field that another member has taken to the better of the two.
  private mutating func contest(
    _ place: Int, _ claim: Int, _ value: Int, _ values: JSONElement, _ line: Int
  ) {
    let other = winners[place]
    var loser = claim
    var lost = value
    if claims[claim].rank == claims[other].rank {
      ties.append(claim)
      return
    }
    if claims[claim].rank < claims[other].rank {
      loser = other
      lost = chosen[place]
      winners[place] = claim
      chosen[place] = value
    }
    guard !claims[loser].isNoted else { return }
    claims[loser].isNoted = true
    notes.addUnused(values[lost].nameBytes, place: place, line: line, value: lost)
  }
}

extension JSONValue {
  /// Whether it says nothing: null, white space, an array of nothing.
  var isBlank: Bool {
    switch kind {
    case CSIMDJSON_NULL: true
    case CSIMDJSON_STRING: WhiteSpace.fills(bytes)
    case CSIMDJSON_ARRAY: isEmptyArray
    default: false
    }
  }

  /// Whether it is an array of nothing: nothing but white space stands between its brackets.
  private var isEmptyArray: Bool {
    WhiteSpace.fills(UnsafeRawBufferPointer(rebasing: bytes.dropFirst().dropLast()))
  }
}
