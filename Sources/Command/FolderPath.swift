internal import ArgumentParser

/// A folder on the command line. An empty one is none: a variable of a script that is not set would else mean the root.
struct FolderPath: ExpressibleByArgument {
  let path: String

  init(_ path: String) { self.path = path }

  init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    path = argument
  }

  var defaultValueDescription: String { path }
  static var defaultCompletionKind: CompletionKind { .directory }
}
