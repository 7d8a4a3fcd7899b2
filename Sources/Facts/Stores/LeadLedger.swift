internal import ReviewModel

/// The leads of a book as they stand at as-of and stood at the previous review day.
///
/// A lead has a number, its place in `now` and `before`; `standing` lists those that stand at as-of.
package final class LeadLedger: Sendable {
  package let stages: StageList
  /// The numbers of the leads that stand at as-of.
  package let standing: [Int]
  package let now: RecordList<LeadRow>
  /// Leads that are live by their last row but missing from the newest whole ledger.
  package let vanished: Set<Int>
  private let states: RecordList<LeadBefore>
  private let previous: Day
  private let keys: ByteTable
  private let texts: TextArena
  /// Where ids and names stand, for whoever asks for all of them.
  package let words: LeadWords
  private let versions: RecordList<LeadVersion>
  private let lastVersion: [UInt32]
  /// The second row of an id is called `ID#2` where every row is a lead of its own; empty elsewhere.
  private let ordinals: [UInt32]

  /// By file: what became of its rows, less those that were rejected.
  package let outcomes: [RowCounts]
  /// By file: how many of its rows have no `updated`.
  let undated: [Int]
  /// By file: rows that another one of their own file and day replaced.
  let repeated: [RepeatedRows]

  /// Winds the leads of a store back to their days.
  package init(_ store: consuming LeadStore, stages: StageList, numbersRepeats: Bool, isWhole: Bool) {
    var now = store.now
    var states = store.before
    var versions = store.versions
    var lastVersion = store.lastVersion
    // The store lets go, so that what follows changes the records in their place.
    (store.now, store.before, store.versions) = (RecordList(), RecordList(), RecordList())
    let hasOwnIDs = store.hasOwnIDs
    let newestFile = isWhole ? store.newestWholeLedger() : nil
    let (asOf, previous) = (store.period.asOf, store.period.previousReviewDay)
    var outcomes = store.files.map { RowCounts(superseded: $0.due, future: $0.future) }
    var standing: [Int] = []
    var vanished: Set<Int> = []
    standing.reserveCapacity(now.count)
    for lead in now.indices {
      guard now[lead].isDue || now[lead].created.isOnOrBefore(asOf) else { continue }
      standing.append(lead)
      let file = now[lead].version.position.file
      if now[lead].isDue { outcomes[file].superseded -= 1 } else { outcomes[file].future -= 1 }
      outcomes[file].accepted += 1
      if store.keepsHistory, !now[lead].isDue {
        lastVersion[lead] = UInt32(versions.count)
        versions.append(LeadVersion(now[lead]))
      }
      now[lead].rewind(to: asOf, stages)
      if now[lead].isRewound { outcomes[file].rewound += 1 }
      states[lead].isDue = states[lead].isDue || states[lead].created.isOnOrBefore(previous)
      states[lead].rewind(to: previous, stages)
      if let newestFile, now[lead].isDue, stages.kind(now[lead].stage).isLive,
        !store.files[newestFile].holds(lead)
      {
        vanished.insert(lead)
      }
    }
    undated = store.files.map(\.undated)
    repeated = store.repeats.byFile(of: store.files.count)
    ordinals = numbersRepeats ? Self.ordinals(store.texts, now) : []
    self.outcomes = outcomes
    self.stages = stages
    self.standing = standing
    self.now = now
    self.vanished = vanished
    self.states = states
    self.previous = previous
    self.versions = versions
    self.lastVersion = lastVersion
    keys = store.keys
    texts = store.texts
    words = LeadWords(
      keys: keys.places, texts: texts.places, rows: now.places, hasOwnIDs: hasOwnIDs,
      areNumbered: !ordinals.isEmpty)
  }

  /// A lead's state at the previous review day; nil where it did not stand then.
  package func before(_ lead: Int) -> LeadBefore? { states[lead].isDue ? states[lead] : nil }

  /// A lead's lead_id.
  package func id(_ lead: Int) -> String {
    let id = now[lead].id == 0 ? keys.text(lead) : texts.text(now[lead].id)
    guard !ordinals.isEmpty, ordinals[lead] > 1 else { return id }
    return "\(id)#\(ordinals[lead])"
  }

  /// Whether lead `left` stands before lead `right` by the bytes of its id; leads of one id, which a key of other
  /// columns allows, stand in reading order.
  package func precedes(_ left: Int, _ right: Int) -> Bool {
    if ordinals.isEmpty { return words.precedes(left, right) }
    let (leftID, rightID) = (id(left), id(right))
    return leftID.utf8.elementsEqual(rightID.utf8)
      ? now[left].version.position < now[right].version.position
      : leftID.utf8.lexicographicallyPrecedes(rightID.utf8)
  }

  /// The rows of a lead that are neither rejected nor future, in version order; empty unless history is kept.
  package func history(_ lead: Int) -> [LeadVersion] {
    var rows: [LeadVersion] = []
    history(lead, into: &rows)
    return rows
  }

  /// As `history(_:)`, in the memory of the history asked for before.
  package func history(_ lead: Int, into rows: inout [LeadVersion]) {
    rows.removeAll(keepingCapacity: true)
    guard !lastVersion.isEmpty else { return }
    var link = lastVersion[lead]
    while link != .max {
      rows.append(versions[Int(link)])
      link = versions[Int(link)].next
    }
    // Mostly the links lead straight back from the newest.
    rows.reverse()
    rows.sort { $0.version < $1.version }
  }

  private static func ordinals(_ texts: borrowing TextArena, _ rows: RecordList<LeadRow>) -> [UInt32] {
    var ordinals = [UInt32](repeating: 1, count: rows.count)
    // By bytes: two ids that Swift's strings hold for equal are two ids.
    var met: [[UInt8]: UInt32] = [:]
    for lead in rows.indices.sorted(by: { rows[$0].version.position < rows[$1].version.position }) {
      let id = Array(texts.text(rows[lead].id).utf8)
      met[id, default: 0] += 1
      ordinals[lead] = met[id, default: 1]
    }
    return ordinals
  }
}

/// The texts of a ledger's leads, without a `String`; good for as long as the ledger.
package struct LeadWords: BitwiseCopyable, Sendable {
  private let keys: TextPlaces
  private let texts: ArenaPlaces
  private let rows: RecordList<LeadRow>.Places
  /// Whether any lead's key is not its id.
  private let hasOwnIDs: Bool
  /// Whether leads of one id are told apart by a number behind it, as the ledger alone can say.
  package let areNumbered: Bool

  fileprivate init(
    keys: TextPlaces, texts: ArenaPlaces, rows: RecordList<LeadRow>.Places, hasOwnIDs: Bool,
    areNumbered: Bool
  ) {
    self.keys = keys
    self.texts = texts
    self.rows = rows
    self.hasOwnIDs = hasOwnIDs
    self.areNumbered = areNumbered
  }

  /// A lead's lead_id as it was written.
  package func id(_ lead: Int) -> UnsafeRawBufferPointer {
    // A look at the row is a look at memory that is seldom near.
    guard hasOwnIDs, rows[lead].pointee.id != 0 else { return keys[lead] }
    return texts[rows[lead].pointee.id]
  }

  /// What of a lead's lead_id says where it stands among others; empty where only the ledger can say.
  package func sortable(_ lead: Int) -> UnsafeRawBufferPointer {
    areNumbered ? UnsafeRawBufferPointer(start: nil, count: 0) : id(lead)
  }

  /// A lead's name; empty where it has none.
  package func name(_ lead: Int) -> UnsafeRawBufferPointer { texts[rows[lead].pointee.name] }

  /// Whether one lead stands before another by the bytes of its id, then in reading order.
  fileprivate func precedes(_ left: Int, _ right: Int) -> Bool {
    let (leftID, rightID) = (id(left), id(right))
    if leftID.precedes(rightID) { return true }
    return hasOwnIDs && leftID.equals(rightID)
      && rows[left].pointee.version.position < rows[right].pointee.version.position
  }
}

extension LeadStore {
  /// The file with the newest `updated` up to as-of; of several the last in reading order.
  func newestWholeLedger() -> Int? {
    var newest: Int?
    for file in files.indices where !files[file].newest.isBlank {
      if let best = newest, files[file].newest < files[best].newest { continue }
      newest = file
    }
    return newest
  }
}
