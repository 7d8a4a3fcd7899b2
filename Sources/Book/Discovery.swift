package import ReviewModel

/// A file of a book, as one kind of input.
package struct InputFile: Hashable, Sendable {
  /// Path relative to the book, with `/` as separator.
  package let path: String
  /// What it is read as; one file may be there as several.
  package let kind: InputKind
  /// How it is written.
  package let format: Format

  /// The file at `path`, read as rows of `kind`.
  package init(path: String, kind: InputKind, format: Format) {
    self.path = path
    self.kind = kind
    self.format = format
  }

  /// How a file is written, by its extension.
  package enum Format: Hashable, Sendable {
    case csv, tsv, json, jsonLines, xlsx
  }
}

/// The files of a book (docs/inputs.md, section 1).
package struct BookFiles: Hashable, Sendable {
  /// In byte order of path, then in the order of the kinds.
  package let files: [InputFile]
  /// Paths of files that are of no kind, in byte order.
  package let unrecognised: [String]
  /// Those of them whose name, or as a table that of their folder, tells a kind: whoever put them there takes them
  /// for input, and only their format is in the way.
  package let overlooked: [String]
  /// The kind that the name of one of them tells where review.yaml says which files are of that kind, and this is none.
  package let excluded: [String: InputKind]

  /// Whether there is anything to make a review of: leads, orders or daily reports.
  package var hasInput: Bool {
    files.contains { Self.reviewable.contains($0.kind) }
  }

  /// The kinds of which a book must have one.
  package static let reviewable: [InputKind] = [.leads, .orders, .dailyReports]
}

/// Why the files of a book could not be found.
package enum DiscoveryError: Error, Hashable, Sendable {
  /// There is nothing at that path.
  case noSuchFolder(String)
  /// What is there is no folder.
  case notAFolder(String)
  /// By this file the folder is one that packs are written to.
  case holdsPacks(String)
  /// The folder cannot be listed, and why.
  case unreadable(String, reason: String)
  /// File-level errors: globs that match nothing, folders in the book that cannot be listed.
  case files([FileError])
}

extension DiscoveryError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noSuchFolder(let path): "\(path): there is no such folder"
    case .notAFolder(let path): "\(path): this is a file, not a folder (give the folder that holds the files)"
    case .holdsPacks(let path):
      "\(path): by this file the folder is one that packs are written to, of which nothing is read"
        + " (if it is the book, move the packs out of it and delete the file)"
    case .unreadable(let path, let reason): "\(path): the folder cannot be read: \(reason)"
    case .files(let problems): problems.map(\.description).joined(separator: "\n")
    }
  }
}

extension BookFiles {
  /// The files of some kinds only.
  package func only(_ kinds: Set<InputKind>) -> BookFiles {
    BookFiles(
      files: files.filter { kinds.contains($0.kind) }, unrecognised: [], overlooked: [], excluded: [:])
  }

  /// Lists a book's folder and finds the kind of every file.
  ///
  /// - Parameters:
  ///   - folder: the book.
  ///   - skipping: files and folders that are no input where they lie inside the book: its review.yaml, the
  ///     output folder, the archive. Hidden ones are skipped in any case.
  package static func discover(
    in folder: String, configuration: Configuration, skipping: [String] = [],
    configurationFile: String = "review.yaml"
  ) throws(DiscoveryError) -> BookFiles {
    var lister = FolderLister(skipping: skipping + [folder + "/review.yaml"])
    try lister.list(book: folder)
    guard lister.problems.isEmpty else { throw .files(lister.problems) }
    return try BookFiles(
      paths: lister.paths, configuration: configuration, configurationFile: configurationFile)
  }

  /// Whether two paths lead to one folder, by whatever links.
  package static func areOne(_ path: String, _ other: String) -> Bool { FolderLister.areOne(path, other) }

  /// Finds the kind of every file, given the paths of all.
  package init(
    paths: [String], configuration: Configuration, configurationFile: String = "review.yaml"
  ) throws(DiscoveryError) {
    let paths = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var problems: [FileError] = []
    let globs = InputKind.allCases.compactMap { kind in
      configuration.inputs[kind]?.files.map { (kind, patterns: $0.map(Glob.init)) }
    }
    let names = KindNames(without: Set(globs.map(\.0)))
    let allNames = KindNames(without: [])
    var files: [InputFile] = []
    var unrecognised: [String] = []
    var overlooked: [String] = []
    var excluded: [String: InputKind] = [:]
    var matched: Set<InputKind> = []
    for path in paths {
      let name = FileName(path)
      var kinds = Set(globs.filter { $0.patterns.contains { $0.matches(path) } }.map(\.0))
      if name.format != nil {
        matched.formUnion(kinds)
        if let kind = names.kind(of: name) { kinds.insert(kind) }
      }
      guard let format = name.format, !kinds.isEmpty else {
        unrecognised.append(path)
        if name.format == nil, names.tells(name, asTable: UnreadFormat(path: path) != nil) {
          overlooked.append(path)
        }
        if name.format != nil { excluded[path] = allNames.kind(of: name) }
        continue
      }
      for kind in InputKind.allCases where kinds.contains(kind) {
        files.append(InputFile(path: path, kind: kind, format: format))
      }
    }
    // An empty list asks for no file: the book has none of the kind, whatever files are called.
    for (kind, patterns) in globs where !patterns.isEmpty && !matched.contains(kind) {
      let options = configuration.options(of: kind)
      problems.append(
        FileError(
          file: configurationFile, line: options.filesLine, column: "inputs.\(kind.rawValue).files",
          problem: "no input file matches \((options.files ?? []).map(quoted).joined(separator: ", "))",
          remedy: "paths are relative to the book, as crm/*.csv or **/sales-*; files end in "
            + "\(FileName.extensions), all but .xlsx also with .gz"))
    }
    guard problems.isEmpty else { throw .files(problems) }
    self.files = files
    self.unrecognised = unrecognised
    self.overlooked = overlooked
    self.excluded = excluded
  }
}
