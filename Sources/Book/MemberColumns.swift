package import FlatFiles
package import ReviewModel

/// Which columns the members of JSON objects are read from: by the names by which headers are (docs/inputs.md,
/// section 2), for each object by itself.
extension MemberPlan {
  /// The columns of a kind, in the order of its schema. Of several members for one column the canonical name wins, then
  /// the order of the aliases; `columns` in review.yaml names the only one.
  package init(columnsOf schema: KindSchema, options: Configuration.InputOptions) {
    var fields: [String: [Field]] = [:]
    for (place, column) in schema.columns.enumerated() {
      let names = options.columns[column.id].map { [$0] } ?? [column.id] + column.aliases
      for (rank, name) in names.enumerated() {
        let name = normalisedHeader(name)
        guard !(fields[name] ?? []).contains(where: { $0.place == place }) else { continue }
        fields[name, default: []].append(Field(place: place, rank: rank))
      }
    }
    let known = fields
    self.init(fieldCount: schema.columns.count) { known[normalisedHeader($0)] ?? [] }
  }
}

extension NestedPlan {
  /// The visits that an object of a JSON file of daily reports may hold: rep, date and version are the report's where
  /// a visit does not say.
  package init(visitsOf reports: KindSchema, _ visits: KindSchema, options: Configuration.InputOptions) {
    self.init(
      isNested: { normalisedHeader($0) == visits.kind.rawValue },
      members: MemberPlan(columnsOf: visits, options: options),
      inherited: ["rep_id", "date", "updated"].compactMap { column in
        guard let outer = reports.index(of: column), let nested = visits.index(of: column) else { return nil }
        return (outer, nested)
      })
  }
}

extension HeaderPlan {
  /// The plan for rows whose fields are in the order of the columns already.
  package init(inOrderOf schema: KindSchema) {
    sources = Array(schema.columns.indices)
    findings = []
    unread = []
  }

  /// Members that lost a column to one of a better name.
  package static func findings(_ members: MemberReport, of schema: KindSchema, file: String) -> [Finding] {
    members.unused.map { member in
      Finding(
        .unusedColumn, at: SourceLocation(file: file, line: 1, column: schema.columns[member.place].id),
        text: member.name)
    }
  }

  /// What review.yaml maps a column to and no object has. A file without a member has no rows that could lack one.
  ///
  /// - Parameter object: what has the members: an object, a visit.
  package static func missing(
    _ members: MemberReport, of schema: KindSchema, options: Configuration.InputOptions, file: String,
    object: String
  ) -> [FileError] {
    guard !members.names.isEmpty else { return [] }
    return schema.columns.enumerated().compactMap { place, column in
      guard let name = options.columns[column.id], !members.places.contains(place) else { return nil }
      return FileError(
        file: file, column: column.id,
        problem: "review.yaml reads it from the member \(quoted(name)), which no \(object) of this file has",
        remedy: members.unread.isEmpty
          ? "the members here are: \(listed(members.names, most: 12))"
          : oneOf(members.unread, called: "members"))
    }
  }

  /// Members that no column is read from.
  package static func unread(_ members: MemberReport, of schema: KindSchema, file: String) -> [UnreadHeader] {
    members.unread.map { header in
      UnreadHeader(file: file, line: 1, header: header, near: nearHeader(to: header, among: schema.columns))
    }
  }
}
