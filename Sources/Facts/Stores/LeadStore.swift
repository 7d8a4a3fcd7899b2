package import ReviewModel

/// A lead's row on its way to the store. The texts behind its key are the lead_id, where the key is another, and the
/// name.
package struct LeadEntry: Sendable {
  package var row: LeadRow
  package var idLength: Int

  package init(row: LeadRow, idLength: Int) {
    self.row = row
    self.idLength = idLength
  }
}

/// The leads of a book: of each its state now and before, and its history (docs/inputs.md, section 6).
///
/// A state is the newest row that is due on the day; while none is due, the oldest row of all stands in, and counts
/// in the end if the lead had been created by then. Both are extremes of an order, so rows may come in any order and
/// stores may be merged.
package struct LeadStore: ~Copyable {
  let period: ReviewPeriod
  /// The previous review day: asked of the period for each row, it would be worked out each time.
  private let previous: Day
  let keepsHistory: Bool
  let keepsPresence: Bool
  var keys = ByteTable()
  /// Names of leads; their ids where a key is not the id itself.
  var texts = TextArena()
  /// Whether any lead's key is not the id itself.
  private(set) var hasOwnIDs = false
  var now = RecordList<LeadRow>()
  var before = RecordList<LeadBefore>()
  /// Every row that is due, as a list a lead from its newest entry back; empty unless history is kept.
  var versions = RecordList<LeadVersion>()
  var lastVersion: [UInt32] = []
  /// By file: rows that are due at as-of, rows that are not, and the newest `updated` up to as-of.
  var files: [LeadFile]
  var repeats = Repeats()

  package init(period: ReviewPeriod, files: Int, keepsHistory: Bool, keepsPresence: Bool) {
    self.period = period
    previous = period.previousReviewDay
    self.keepsHistory = keepsHistory
    self.keepsPresence = keepsPresence
    self.files = Array(repeating: LeadFile(), count: files)
  }

  /// A store like this one, with nothing in it.
  func emptied() -> LeadStore {
    LeadStore(period: period, files: files.count, keepsHistory: keepsHistory, keepsPresence: keepsPresence)
  }

  /// Makes room for the keys of about so many rows.
  package mutating func reserve(_ rows: Int) { keys.reserve(rows) }

  /// Adds a batch of one worker.
  package mutating func add(_ batch: inout Batch<LeadEntry>) {
    batch.visit { soon, entry, key, hash, texts in
      keys.prefetch(hash: soon)
      let id = UnsafeRawBufferPointer(rebasing: texts[..<entry.idLength])
      let name = UnsafeRawBufferPointer(rebasing: texts[entry.idLength...])
      add(entry.row, key: key, hash: hash, id: id, name: name)
    }
    batch.removeAll()
  }

  private mutating func add(
    _ row: LeadRow, key: UnsafeRawBufferPointer, hash: UInt64, id: UnsafeRawBufferPointer,
    name: UnsafeRawBufferPointer
  ) {
    let dueNow = !row.effective.isAfter(period.asOf)
    let dueBefore = !row.effective.isAfter(previous)
    files[row.version.position.file].count(row, isDue: dueNow, asOf: period.asOf)
    let (lead, isNew) = keys.insert(key, hash: hash)
    var row = row
    row.isDue = dueNow
    if !id.isEmpty { hasOwnIDs = true }
    if isNew {
      row.id = texts.append(id)
      row.name = texts.append(name)
      now.append(row)
      before.append(LeadBefore(row, isDue: dueBefore))
      if keepsHistory { lastVersion.append(.max) }
    } else {
      let isNewer = supersedes(row.version, isDue: dueNow, now[lead].version, isDue: now[lead].isDue)
      repeats.note(now[lead], row, alike: dueNow && now[lead].isDue, newCounts: isNewer, ofKey: lead)
      if isNewer {
        row.id = number(of: id, or: now[lead].id)
        row.name = number(of: name, or: now[lead].name)
        now[lead] = row
      }
      if supersedes(row.version, isDue: dueBefore, before[lead].version, isDue: before[lead].isDue) {
        before[lead] = LeadBefore(row, isDue: dueBefore)
      }
    }
    if keepsHistory, dueNow {
      var version = LeadVersion(row)
      version.next = lastVersion[lead]
      lastVersion[lead] = UInt32(versions.count)
      versions.append(version)
    }
    if keepsPresence { files[row.version.position.file].note(lead) }
  }

  /// The number of a text that is mostly the one that stands there already.
  private mutating func number(of text: UnsafeRawBufferPointer, or known: UInt32) -> UInt32 {
    texts.places[known].equals(text) ? known : texts.append(text)
  }

  /// Due rows before rows that are not; of due rows the newer, of the others the older.
  private func supersedes(_ new: Version, isDue: Bool, _ old: Version, isDue oldIsDue: Bool) -> Bool {
    guard isDue == oldIsDue else { return isDue }
    return isDue ? old < new : new < old
  }

  /// Adds what another store holds of other rows of the same book.
  package mutating func merge(_ other: borrowing LeadStore) {
    var leads: [Int] = []
    hasOwnIDs = hasOwnIDs || other.hasOwnIDs
    for lead in 0..<other.keys.count {
      let (own, isNew) = keys.insert(other.keys.places[lead])
      leads.append(own)
      var row = other.now[lead]
      let counts =
        isNew || supersedes(row.version, isDue: row.isDue, now[own].version, isDue: now[own].isDue)
      if isNew {
        repeats[own] = other.repeats[lead]
      } else {
        repeats.note(
          now[own], row, alike: row.isDue && now[own].isDue, newCounts: counts, ofKey: own,
          other.repeats[lead])
      }
      if counts {
        row.id = texts.append(other.texts.places[row.id])
        row.name = texts.append(other.texts.places[row.name])
        if isNew { now.append(row) } else { now[own] = row }
      }
      let past = other.before[lead]
      if isNew {
        before.append(past)
        if keepsHistory { lastVersion.append(.max) }
      } else if supersedes(past.version, isDue: past.isDue, before[own].version, isDue: before[own].isDue) {
        before[own] = past
      }
      var link = keepsHistory ? other.lastVersion[lead] : .max
      while link != .max {
        var version = other.versions[Int(link)]
        link = version.next
        version.next = lastVersion[own]
        lastVersion[own] = UInt32(versions.count)
        versions.append(version)
      }
    }
    for (number, file) in other.files.enumerated() { files[number].merge(file, leads: leads) }
  }
}

/// What is counted of a ledger file.
struct LeadFile: Sendable {
  private(set) var due = 0
  private(set) var future = 0
  /// Rows without `updated`.
  private(set) var undated = 0
  private(set) var newest = OptionalDay.blank
  /// A bit a lead: whether the file has a row of it.
  private var presence: [UInt64] = []

  mutating func count(_ row: LeadRow, isDue: Bool, asOf: Day) {
    if isDue { due += 1 } else { future += 1 }
    if row.version.updated.isBlank { undated += 1 }
    if !row.version.updated.isAfter(asOf), newest < row.version.updated { newest = row.version.updated }
  }

  mutating func note(_ lead: Int) {
    while presence.count <= lead / 64 { presence.append(0) }
    presence[lead / 64] |= 1 << UInt64(lead % 64)
  }

  func holds(_ lead: Int) -> Bool {
    lead / 64 < presence.count && presence[lead / 64] & 1 << UInt64(lead % 64) != 0
  }

  mutating func merge(_ other: LeadFile, leads: [Int]) {
    due += other.due
    future += other.future
    undated += other.undated
    if newest < other.newest { newest = other.newest }
    for (lead, own) in leads.enumerated() where other.holds(lead) { note(own) }
  }
}
