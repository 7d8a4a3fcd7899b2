internal import CLibXML2
internal import ReviewModel

/// What is told of the elements of a part, in the order in which they stand.
protocol ElementHandler: AnyObject {
  func start(_ element: Element) throws(FileError)
  func end() throws(FileError)
  /// Text within the element that started last and has not ended; it may come in pieces.
  func text(_ bytes: UnsafeRawBufferPointer)
}

/// The start of an element, as long as the handler looks at it: its name without a prefix, and its attributes.
///
/// Namespaces are not looked at: those of strict and of transitional OOXML differ, the names are the same.
struct Element {
  fileprivate let name: UnsafePointer<UInt8>
  /// Five pointers an attribute: name, prefix, namespace, start and end of the value.
  fileprivate let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  let attributeCount: Int

  /// Whether the element is called so.
  @inline(__always)
  func isNamed(_ wanted: StaticString) -> Bool { Self.equal(name, wanted) }

  /// The value of an attribute.
  func value(of wanted: StaticString) -> UnsafeRawBufferPointer? {
    for index in 0..<attributeCount where isNamed(attribute: index, wanted) { return value(at: index) }
    return nil
  }

  /// The value of an attribute as text.
  func text(of wanted: StaticString) -> String? {
    value(of: wanted).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The value of an attribute that is true or false; false where it is missing.
  func flag(_ wanted: StaticString) -> Bool {
    guard let text = text(of: wanted) else { return false }
    return text == "1" || text == "true" || text == "on"
  }

  /// The attribute `id` of a namespace of relationships, which only a prefix tells from others of that name.
  var relationship: String? {
    for index in 0..<attributeCount
    where isNamed(attribute: index, "id") && attributes?[index * 5 + 1] != nil {
      return String(decoding: value(at: index), as: UTF8.self)
    }
    return nil
  }

  @inline(__always)
  func isNamed(attribute index: Int, _ wanted: StaticString) -> Bool {
    guard let name = attributes?[index * 5] else { return false }
    return Self.equal(name, wanted)
  }

  @inline(__always)
  func value(at index: Int) -> UnsafeRawBufferPointer {
    guard let start = attributes?[index * 5 + 3], let end = attributes?[index * 5 + 4] else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return UnsafeRawBufferPointer(start: start, count: end - start)
  }

  /// In bounds: both end with NUL, and what differs is looked at no further.
  @inline(__always)
  private static func equal(_ name: UnsafePointer<UInt8>, _ wanted: StaticString) -> Bool {
    let wanted = wanted.utf8Start
    var index = 0
    while name[index] == wanted[index] {
      if wanted[index] == 0 { return true }
      index += 1
    }
    return false
  }
}

/// Reads the XML of a part as it comes in, and tells a handler what stands in it. A document type is refused, and
/// with it every entity but the five of XML itself; nothing is ever fetched.
final class ElementParser {
  /// How much text may be waiting for the end of a tag.
  private static let tagLimit = 64 << 10
  /// How many attributes an element may have: libxml2 compares each with all others.
  private static let attributeLimit = 256
  /// How many namespaces may be known at one place: libxml2 looks a prefix up among all of them.
  private static let namespaceLimit = 128
  /// How many bytes the names may have together: libxml2 keeps them in a table that does not grow with them.
  private static let nameLimit = 1_000_000
  /// How deep elements may stand: libxml2 limits it for trees only.
  private static let depthLimit = 256

  private let file: String
  private let part: String
  private let handler: any ElementHandler
  private let context: xmlParserCtxtPtr
  private var failure: FileError?
  /// How deep the element stands that started last.
  private var depth = 0
  /// Where namespaces are declared: how deep, and how many.
  private var namespaces: [(depth: Int, count: Int)] = []
  private var namespaceCount = 0

  private static let isInitialized: Void = xmlInitParser()

  init(file: String, part: String, _ handler: any ElementHandler) throws(FileError) {
    self.file = file
    self.part = part
    self.handler = handler
    _ = Self.isInitialized
    var events = Self.events
    guard let context = xmlCreatePushParserCtxt(&events, nil, nil, 0, nil) else {
      throw FileError(file: file, problem: "there is no memory to read \(part)", remedy: "")
    }
    // The entities of XML itself are put in, or `&` would come as `&#38;` in attributes; others cannot be declared.
    xmlCtxtUseOptions(context, CInt(XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue))
    xmlDictSetLimit(context.pointee.dict, Self.nameLimit)
    self.context = context
    // It outlives the context, which knows nothing of it while no bytes are fed.
    context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
  }

  deinit { xmlFreeParserCtxt(context) }

  /// Reads some more.
  func feed(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    xmlParseChunk(context, bytes.assumingMemoryBound(to: CChar.self).baseAddress, CInt(bytes.count), 0)
    try check()
    guard let input = context.pointee.input, input.pointee.end - input.pointee.cur <= Self.tagLimit else {
      throw error("a tag or a comment is longer than \(Self.tagLimit >> 10) KiB")
    }
  }

  /// Reads the end.
  func finish() throws(FileError) {
    xmlParseChunk(context, nil, 0, 1)
    try check()
  }

  private func check() throws(FileError) {
    if let failure { throw failure }
    guard context.pointee.wellFormed != 0, context.pointee.disableSAX == 0 else {
      throw error(reason)
    }
  }

  private func error(_ reason: String) -> FileError {
    FileError(
      file: file, problem: "\(part) is damaged: \(reason)",
      remedy: "open the workbook in Excel and save it as a new .xlsx")
  }

  /// What the library says, in one line.
  private var reason: String {
    guard let last = xmlCtxtGetLastError(context), let message = last.pointee.message else {
      return "it is no XML"
    }
    // So it says, too, where a limit is reached.
    if last.pointee.code == CInt(XML_ERR_NO_MEMORY.rawValue) { return "it has too many different names" }
    return String(cString: message).split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// What libxml2 calls. The context pointer is the parser, which lives as long as the call that feeds it.
  private static var events: xmlSAXHandler {
    var events = xmlSAXHandler()
    events.initialized = XML_SAX2_MAGIC
    events.internalSubset = { context, _, _, _ in
      ElementParser.with(context) { $0.stop("it has a document type, which no workbook needs") }
    }
    events.startElementNs = { context, name, _, _, namespaceCount, _, attributeCount, _, attributes in
      guard let name else { return }
      let element = Element(name: name, attributes: attributes, attributeCount: Int(attributeCount))
      ElementParser.with(context) { $0.start(element, namespaces: Int(namespaceCount)) }
    }
    events.endElementNs = { context, _, _, _ in ElementParser.with(context) { $0.end() } }
    events.characters = { context, text, count in
      let text = UnsafeRawBufferPointer(start: text, count: Int(count))
      ElementParser.with(context) { $0.handler.text(text) }
    }
    events.cdataBlock = events.characters
    events.ignorableWhitespace = events.characters
    // The error is asked for afterwards; without this it would be printed.
    events.serror = { _, _ in }
    return events
  }

  /// Calls `body` with the parser that `init` made known to libxml2. It is not retained: that was two fifths of the
  /// time, and whoever feeds it holds it.
  @inline(__always)
  private static func with(_ context: UnsafeMutableRawPointer?, _ body: (ElementParser) -> Void) {
    guard let context else { return }
    Unmanaged<ElementParser>.fromOpaque(context)._withUnsafeGuaranteedRef(body)
  }

  private func start(_ element: Element, namespaces count: Int) {
    depth += 1
    guard depth <= Self.depthLimit else {
      stop("its elements are nested more than \(Self.depthLimit) deep")
      return
    }
    guard element.attributeCount <= Self.attributeLimit else {
      stop("an element has more than \(Self.attributeLimit) attributes")
      return
    }
    if count > 0 {
      namespaces.append((depth, count))
      namespaceCount += count
      if namespaceCount > Self.namespaceLimit { stop("it declares too many namespaces") }
    }
    do {
      try handler.start(element)
    } catch {
      stop(error)
    }
  }

  private func end() {
    if let last = namespaces.last, last.depth == depth {
      namespaces.removeLast()
      namespaceCount -= last.count
    }
    depth -= 1
    do {
      try handler.end()
    } catch {
      stop(error)
    }
  }

  private func stop(_ reason: String) { stop(error(reason)) }

  private func stop(_ error: FileError) {
    if failure == nil { failure = error }
    xmlStopParser(context)
  }
}
