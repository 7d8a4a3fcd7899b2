package import ReviewModel

/// Which field of a row each column of a kind is read from (docs/inputs.md, section 2).
package struct HeaderPlan: Hashable, Sendable {
  /// By the place of a column in its schema: the index of its field, nil where the file has no such column.
  package let sources: [Int?]
  /// Headers that would serve a column which a better one serves already; in the order of the headers.
  package let findings: [Finding]
  /// Headers that no column is read from; in the order of the headers.
  package let unread: [UnreadHeader]

  /// Assigns the headers of a file to the columns of its kind.
  ///
  /// - Parameters:
  ///   - headers: as they stand in the file, blank ones included: their index is the field's.
  ///   - file: path relative to the book.
  ///   - line: the line of the header row.
  /// - Throws: every file error of these headers.
  package init(
    headers: [String], schema: KindSchema, options: Configuration.InputOptions, file: String, line: Int = 1
  ) throws(HeaderError) {
    var matcher = HeaderMatcher(
      headers: headers, schema: schema, options: options, file: file, line: line)
    let sources = schema.columns.map { matcher.source(of: $0) }
    guard matcher.problems.isEmpty else { throw HeaderError(problems: matcher.problems) }
    self.sources = sources
    let taken = Set(sources.compactMap { $0 })
    let losers = Set(matcher.losers.map(\.header))
    let free = zip(schema.columns, sources).filter { $0.1 == nil }.map(\.0)
    unread = headers.indices.filter { index in
      !taken.contains(index) && !losers.contains(index) && !normalisedHeader(headers[index]).isEmpty
    }.map { index in
      UnreadHeader(
        file: file, line: line, header: headers[index], near: nearHeader(to: headers[index], among: free))
    }
    // A header that loses one column and serves another is in use.
    findings = matcher.losers.filter { !taken.contains($0.header) }.sorted { $0.header < $1.header }.map {
      Finding(
        .unusedColumn, at: SourceLocation(file: file, line: 1, column: $0.column), text: headers[$0.header])
    }
  }
}

/// The accepted header that one is nearly, or that means the same; nil where it is like none.
func nearHeader(to header: String, among columns: [ColumnSchema]) -> String? {
  let columns = HeaderHint.columns(columns, for: header)
  if let near = nearest(to: header, among: columns.flatMap { [$0.id] + $0.aliases }), near.isClose {
    return near.word
  }
  return columns.first { HeaderHint.isCalled($0, header) }.flatMap { column in
    nearest(to: header, among: column.aliases)?.word
  }
}

/// Headers on one line; of many only the first, for a wide file has hundreds, and one cut at the wrong places
/// thousands.
func listed(_ headers: [String], most: Int) -> String {
  let named = headers.filter { !normalisedHeader($0).isEmpty }
  let text = named.prefix(most).joined(separator: ", ")
  return named.count > most ? text + ", …" : text
}

/// What to do where one of some names may be the one that is missing. Which, only a person knows: net looks as like to
/// gross as a slip of the pen does.
func oneOf(_ unread: [String], called what: String) -> String {
  "\(what) here that nothing reads: \(listed(unread, most: 12)); "
    + "rename the one that is meant, or name it in review.yaml"
}

/// A header that no column is read from: a column that nobody asked for, or one whose name is misspelled.
package struct UnreadHeader: Hashable, Sendable {
  /// Path relative to the book.
  package let file: String
  /// The line of the header row; 1 of a file that has none.
  package let line: Int
  /// As it stands in the file.
  package let header: String
  /// The accepted header that it is nearly, of a column that the file lacks; nil where it is like none.
  package let near: String?
}

/// What is wrong with the headers of a file, in the order of the columns.
package struct HeaderError: Error, Hashable, Sendable {
  /// At least one.
  package let problems: [FileError]
}

private struct HeaderMatcher {
  /// How many headers a message names.
  private static let mostListed = 40

  let headers: [String]
  let schema: KindSchema
  let options: Configuration.InputOptions
  let file: String
  let line: Int
  /// The indices of the headers of one normalised name.
  let places: [String: [Int]]
  var losers: [(header: Int, column: String)] = []
  var problems: [FileError] = []

  init(
    headers: [String], schema: KindSchema, options: Configuration.InputOptions, file: String, line: Int
  ) {
    self.headers = headers
    self.schema = schema
    self.options = options
    self.file = file
    self.line = line
    places = Dictionary(grouping: headers.indices) { normalisedHeader(headers[$0]) }.filter {
      !$0.key.isEmpty
    }
  }

  mutating func source(of column: ColumnSchema) -> Int? {
    if let header = options.columns[column.id] { return mapped(column, to: header) }
    var source: Int?
    for name in unique([column.id] + column.aliases) {
      guard let found = places[name] else { continue }
      // Twice is an error whichever name counts: the file may have been put together wrongly.
      let header = single(found, for: column)
      if source == nil { source = header } else { losers.append((header, column.id)) }
    }
    if source == nil, column.isRequired, options.constants[column.id] == nil {
      reportMissing(column)
    }
    return source
  }

  /// Names as they are compared, without those that differ only in writing.
  private func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.map(normalisedHeader).filter { seen.insert($0).inserted }
  }

  private mutating func mapped(_ column: ColumnSchema, to header: String) -> Int? {
    if let found = places[normalisedHeader(header)] { return single(found, for: column) }
    report(
      column, "review.yaml reads it from the header \(quoted(header)), which this file lacks",
      remedy: unread.isEmpty ? there("the headers here are") : oneOf(unread, called: "headers"))
    return nil
  }

  /// The only one of the headers found; the first, and an error, where there are more.
  private mutating func single(_ found: [Int], for column: ColumnSchema) -> Int {
    if found.count > 1 {
      let numbers = found.map { "\($0 + 1)" }
      report(
        column,
        "the header \(quoted(headers[found[0]])) stands \(found.count) times, in columns "
          + "\(numbers.dropLast().joined(separator: ", ")) and \(numbers[numbers.count - 1])",
        remedy: "rename or delete all but one")
    }
    return found[0]
  }

  private mutating func reportMissing(_ column: ColumnSchema) {
    var remedy = "accepted headers: \(listed([column.id] + column.aliases, most: Self.mostListed))"
    let likely = HeaderHint(
      headers: headers, schema: schema, taken: options.columns.values.map { $0 }
    ).candidates(for: column)
    if let header = likely.first {
      remedy =
        "is it \(likely.map(quoted).joined(separator: " or "))? Then rename that header, or write in review.yaml "
        + "inputs: {\(schema.kind.rawValue): {columns: {\(column.id): \(quoted(header))}}}; " + remedy
    } else {
      remedy += "; " + there("the file has")
    }
    report(column, "the required column is missing", remedy: remedy)
  }

  /// The headers that no column is read from.
  private var unread: [String] {
    let names = schema.columns.flatMap { column in
      options.columns[column.id].map { [$0] } ?? [column.id] + column.aliases
    }
    let read = Set(names.map(normalisedHeader)).union([""])
    return headers.filter { !read.contains(normalisedHeader($0)) }
  }

  /// The headers that there are, after what they are called.
  private func there(_ introduction: String) -> String {
    let headers = listed(headers, most: Self.mostListed)
    return headers.isEmpty ? "the file has no header row" : "\(introduction): \(headers)"
  }

  private mutating func report(_ column: ColumnSchema, _ problem: String, remedy: String) {
    problems.append(FileError(file: file, line: line, column: column.id, problem: problem, remedy: remedy))
  }
}
