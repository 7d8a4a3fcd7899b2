package import ReviewModel

/// A file of rows, whatever its format: what the reading of a book asks of it.
///
/// Any number of threads may ask one file for rows at once, each with blocks of its own; neither their number nor the
/// size of blocks shows in rows, lines or positions. After an error every call throws that error.
package protocol RowFile: Sendable {
  /// The name in messages.
  var name: String { get }
  /// The name of the text's encoding; nil for a format that has its own.
  var encodingName: String? { get }
  /// Where the names of the fields stand.
  var header: FileHeader { get }
  /// From which day a number in place of a date counts; nil for formats that write dates as text.
  var dateSystem: DateSystem? { get }
  /// What the spans of all blocks make up together, without a gap and without an overlap; found apart from the
  /// reading of rows, so that a reader that stops early is caught.
  var extent: Range<UInt64> { get }

  /// Fills `block` with the rows that come next, and `nested` with the rows that stand within them; false when
  /// there are no more.
  ///
  /// The `position` of a nested row is the place of its row in `block`; its line is that row's.
  func next(into block: inout RowBlock, nested: inout RowBlock) throws(FileError) -> Bool
}

/// Where a file names its fields.
package enum FileHeader: Hashable, Sendable {
  /// In a header row, which holds for every row: its fields as they stand, and the line on which it starts.
  case row([String], line: Int)
  /// Beside every value. The fields of a row are then in the order of a ``MemberPlan``.
  case members
}

/// How spreadsheets number days.
package enum DateSystem: Hashable, Sendable {
  /// 1 is 1900-01-01; 60 is the 29 February 1900 that never was.
  case from1900
  /// 0 is 1904-01-01.
  case from1904
}

/// Which fields the members of an object fill.
package struct MemberPlan: Sendable {
  /// A field that a member may fill.
  package struct Field: Hashable, Sendable {
    /// Its place in the row.
    package let place: Int
    /// Of several members that fill one field the one of the lowest rank does.
    package let rank: Int

    /// The field at `place`.
    package init(place: Int, rank: Int) {
      self.place = place
      self.rank = rank
    }
  }

  /// How many fields every row has.
  package let fieldCount: Int
  /// The fields that a member of that name may fill; empty for one that nobody reads. Asked once a name and thread.
  package let fields: @Sendable (_ name: String) -> [Field]

  /// A plan for rows of `fieldCount` fields.
  package init(fieldCount: Int, fields: @escaping @Sendable (_ name: String) -> [Field]) {
    self.fieldCount = fieldCount
    self.fields = fields
  }
}

/// Rows that stand within a row: the objects in an array that one of its members holds.
package struct NestedPlan: Sendable {
  /// Whether a member of the outer object is that array.
  package let isNested: @Sendable (_ name: String) -> Bool
  /// The fields of a nested row.
  package let members: MemberPlan
  /// Fields that are the outer row's where the nested row leaves them blank: places in the outer and in the nested row.
  package let inherited: [(outer: Int, nested: Int)]

  /// A plan for nested rows.
  package init(
    isNested: @escaping @Sendable (_ name: String) -> Bool, members: MemberPlan,
    inherited: [(outer: Int, nested: Int)]
  ) {
    self.isNested = isNested
    self.members = members
    self.inherited = inherited
  }
}
