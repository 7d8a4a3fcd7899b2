import Foundation
import PackWriters
import ReviewModel
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("The deck")
struct DeckTests {
  private func deck(_ fixture: DeckFixture, templates: String? = nil) throws -> String {
    let pack = try fixture.pack()
    return try DeckWriter.html(
      pack: pack, catalogue: Catalogue(pack.language), templates: DeckTemplates(folder: templates))
  }

  @Test("a customer called <script> stays text, whatever combines with its brackets and quotation marks")
  func escaping() throws {
    var fixture = DeckFixture()
    // U+0301 combines with the character before it, U+0600 with the one after it.
    let hostile = [
      "<script>alert(1)</script>", "\"\u{301} onclick=x <\u{301}b> \u{600}\" \u{600}<i>", "'&amp;\u{1}",
    ]
    fixture.texts = ["customer": hostile, "name": hostile, "province": hostile, "member": hostile]
    let html = try deck(fixture)
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(html.components(separatedBy: "<script").count == 2)
    #expect(!html.unicodeScalars.contains("\u{1}"))
    let scalars = Array(html.unicodeScalars)
    let hidden = scalars.indices.dropFirst().dropLast().filter { index in
      ["<", "\""].contains(scalars[index])
        && (scalars[index + 1] == "\u{301}" || scalars[index - 1] == "\u{600}")
    }
    #expect(hidden.isEmpty)
    try parse(html)
  }

  @Test("every number in a slide is a cell or a total of the pack", arguments: [1, 1_000, 10_000])
  func numbers(moneyUnit: Int) throws {
    let fixture = DeckFixture(moneyUnit: moneyUnit)
    let pack = try fixture.pack()
    let known = try DeckNumbers.all(in: pack)
    let slides = try DeckNumbers.slides(of: deck(fixture))
    #expect(slides.count > 300)
    for number in slides { #expect(known.contains(number), "\(number)") }
  }

  @Test("amounts and rates as people read them")
  func formats() throws {
    var fixture = DeckFixture(counts: ["movement": 0])
    fixture.without = Set(DeckFixture.shapes.map(\.id)).subtracting(["movement"])
    let definition = try #require(DeckFixture.shapes.first { $0.id == "movement" })
    let amounts: [Int128] = [123_456_789_00, -5_000_00, 49_99, 0, 1, 99_999_999_999_99]
    let cells: [Cell] =
      [.text("u")] + amounts.map { .money(MoneySum(hundredths: $0)) } + [.blank, .money(MoneySum.zero)]
    // A second row, for a column that is blank throughout would not be shown.
    let others: [Cell] = [.text("v")] + [Cell](repeating: .money(MoneySum.zero), count: 8)
    func texts(_ unit: Int) throws -> [String] {
      let base = try fixture.pack()
      let pack = ReviewPack(
        organisation: base.organisation, language: base.language, currency: "CNY", moneyUnit: unit,
        period: base.period, sources: base.sources,
        tables: [Table(definition, rows: Rows([cells, others]), totals: nil)], inputs: base.inputs,
        stages: base.stages, repNames: base.repNames)
      let html = try DeckWriter.html(pack: pack, catalogue: Catalogue(base.language), templates: DeckTemplates())
      return html.matches(of: /<td class="n"[^>]*>([^<]*)/).prefix(8).map { String($0.output.1) }
    }
    #expect(
      try texts(10_000) == [
        "12,345.7", "-0.5", "0.005", "0.0", "0.000001", "10,000,000.0", "–", "0.0",
      ])
    #expect(try texts(1) == ["123,456,789", "-5,000", "50", "0", "0.01", "100,000,000,000", "–", "0"])
  }

  @Test("nothing is fetched: no address, no import, and one script of the digest that the policy names")
  func selfContained() throws {
    let html = try deck(DeckFixture())
    for word in ["http:", "https:", "//", "@import", "url(", " src=", "<link", "<img", " style="] {
      #expect(!html.contains(word), "\(word)")
    }
    let script = try #require(
      html.components(separatedBy: "<script>").last?.components(separatedBy: "</script>").first)
    let digest = Data(SHA256.digest(Array(script.utf8))).base64EncodedString()
    #expect(html.contains("default-src 'none';"))
    #expect(html.contains("script-src 'sha256-\(digest)'"))
  }

  @Test("SHA-256 of the tests is SHA-256: FIPS 180-2, appendix B")
  func sha256() {
    func hex(_ text: String) -> String {
      SHA256.digest(Array(text.utf8)).map { String(format: "%02x", $0) }.joined()
    }
    #expect(hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
  }

  @Test("the same pack gives the same bytes")
  func determinism() throws {
    #expect(try deck(DeckFixture()).utf8.elementsEqual(deck(DeckFixture()).utf8))
  }

  @Test("a file of the user's folder replaces its namesake, and only that")
  func templates() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "deck-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let cover = folder.appending(path: "cover.mustache")
    try Data("<section class=\"slide\" id=\"cover\"><h1>Ours: {{organisation}}</h1></section>".utf8).write(
      to: cover)
    let html = try deck(DeckFixture(), templates: folder.path)
    #expect(html.contains("<h1>Ours: 华东&lt;智能&gt;装备 &amp; 服务集团</h1>"))
    #expect(html.contains("id=\"province-month\""))

    try Data("{{#open}}".utf8).write(to: cover)
    let error = #expect(throws: FileError.self) { try deck(DeckFixture(), templates: folder.path) }
    #expect(error?.file.hasSuffix("/cover.mustache") == true)
  }

  @Test(
    "the deck is well-formed, slides, charts and all", arguments: ["2026-10", "2026-W43"], Language.allCases)
  func wellFormed(span: String, language: Language) throws {
    for (units, inputs) in [(["甲"], InputKind.allCases), (["甲", "乙"], InputKind.allCases), (["甲"], [])] {
      let html = try deck(
        DeckFixture(language: language, span: span, units: units, inputs: Set(inputs)))
      try parse(html)
      #expect(!html.contains("deck."), "a sentence that the catalogue lacks shows its key")
    }
  }

  @Test("slides follow the cadence, a slide a business unit where there are several")
  func cadence() throws {
    let month = try ids(deck(DeckFixture()))
    #expect(month.prefix(4) == ["cover", "figures", "names", "province-month"])
    #expect(month.last == "checklist")
    #expect(Set(month).count == month.count)
    let week = try ids(deck(DeckFixture(span: "2026-W43")))
    #expect(!week.contains("team-month") && !week.contains("customer-value"))
    #expect(week.contains("province-month") && week.contains("weekly-control"))
    let units = try ids(deck(DeckFixture(units: ["甲", "乙"])))
    #expect(units.contains("s5-ordered-1") && units.contains("s5-ordered-2") && units.contains("rep-month"))
  }

  @Test("the page list and the cover have what the meeting goes through first, a line a matter")
  func agenda() throws {
    let html = try deck(DeckFixture(units: ["甲", "乙"]))
    let document = try parse(html)
    func names(_ path: String) throws -> [String] {
      try document.nodes(forXPath: path + "/li/a").compactMap(\.stringValue)
    }
    let core = try names("//nav//ol[1]")
    #expect(core.prefix(6) == ["封面", "总体情况", "点名", "省区月度达成", "月度产品达成", "省区累计达成"])
    #expect((13...17).contains(core.count))
    #expect(try names("//section[@id='cover']//ol") == Array(core.dropFirst()))
    let appendix = try names("//nav//ol[2]")
    #expect(appendix.last == "检查清单" && Set(appendix).isDisjoint(with: core))
    #expect(
      html.contains(
        "<span class=\"units\"><a href=\"#province-month-1\">甲</a> <a href=\"#province-month-2\">乙</a>"))
    // The core comes first, in the order of the list.
    let sections = try ids(html)
    let places = [
      "province-month-1", "province-to-date-1", "promises-1", "movement", "anomalies", "team-month-1",
    ]
    #expect(places.compactMap(sections.firstIndex) == places.compactMap(sections.firstIndex).sorted())
    #expect(html.contains("<p class=\"section\">附录 · 目标达成</p>"))
  }

  @Test("more business units than slides may be: their rows stand together and say whose they are")
  func manyUnits() throws {
    let html = try deck(DeckFixture(units: (1...8).map { "第\($0)部" }, counts: ["product-month": 1]))
    #expect(try ids(html).filter { $0.hasPrefix("product-month") } == ["product-month"])
    let slide = try #require(
      html.components(separatedBy: "<section").first { $0.contains("id=\"product-month\"") })
    for unit in 1...8 { #expect(slide.contains(">第\(unit)部</th>") && slide.contains(">第\(unit)部 · ")) }
  }

  @Test(
    "text stands out from its ground by 4.5 to 1",
    arguments: ["ink", "soft", "accent", "good", "fair", "poor"])
  func contrast(name: String) throws {
    func luminance(_ hex: Substring) throws -> Double {
      let full = hex.count == 3 ? hex.map { "\($0)\($0)" }.joined() : String(hex)
      let number = try #require(Int(full, radix: 16))
      // Relative luminance of WCAG 2.2.
      let parts = [number >> 16, number >> 8 & 255, number & 255].map { part in
        let share = Double(part) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let html = try deck(DeckFixture())
    func color(_ name: String) throws -> Double {
      let rest = try #require(html.components(separatedBy: "--\(name): #").dropFirst().first)
      return try luminance(rest.prefix { $0.isHexDigit })
    }
    #expect((try color("paper") + 0.05) / (try color(name) + 0.05) >= 4.5)
  }

  @Test("a deck that cannot be written is a write error, a template that cannot be used an error of its file")
  func failures() throws {
    let pack = try DeckFixture().pack()
    let catalogue = Catalogue(pack.language)
    try withTemporaryFolder { folder in
      let path = folder + "/missing/deck.html"
      let write = #expect(throws: WriteError.self) {
        try DeckWriter.write(
          pack: pack, catalogue: catalogue, templates: DeckTemplates(), to: path)
      }
      #expect(write?.file == path)
      try DeckWriter.write(
        pack: pack, catalogue: catalogue, templates: DeckTemplates(), to: folder + "/deck.html")
      let html = try DeckWriter.html(pack: pack, catalogue: catalogue, templates: DeckTemplates())
      #expect(try text(of: folder + "/deck.html") == html)

      try FileManager.default.createDirectory(
        atPath: folder + "/deck.css", withIntermediateDirectories: false)
      let unreadable = #expect(throws: FileError.self) { try deck(DeckFixture(), templates: folder) }
      #expect(unreadable?.file == folder + "/deck.css")
    }
  }

  @Test("a week's deck begins with the week and leaves the month's breakdowns to the month")
  func weekly() throws {
    let week = try ids(deck(DeckFixture(span: "2026-W43")))
    #expect(week.prefix(5) == ["cover", "figures", "names", "weekly-control", "province-month"])
    #expect(!week.contains("product-month") && !week.contains("rep-month") && !week.contains("rejects"))
    #expect(week.last == "checklist")
    let card = ">\(Catalogue(.simplifiedChinese).text("deck.card.week"))</a></h3>"
    #expect(try deck(DeckFixture(span: "2026-W43")).contains(card))
    #expect(try !deck(DeckFixture()).contains(card))
  }

  @Test("a slide of one business unit says who reached the target, and who is furthest behind")
  func reached() throws {
    let definition = TableDefinition(
      "province-month", .achievement, keyColumns: 2,
      columns: [.text("business_unit"), .text("province")]
        + ["orders", "collections"].flatMap { metric -> [Column] in
          [
            .money("\(metric)_target"), .money("\(metric)_actual"),
            .attainment("\(metric)_rate", "\(metric)_actual", of: "\(metric)_target"),
            .difference("\(metric)_gap", "\(metric)_actual", less: "\(metric)_target"),
          ]
        })
    func row(_ unit: String, _ province: String, _ orders: Int, _ collections: Int) -> [Cell] {
      [.text(unit), .text(province)]
        + [orders, collections].flatMap { actual -> [Cell] in
          [
            Fixture.money(100), Fixture.money(actual), Fixture.rate(actual * 10_000),
            Fixture.money(actual - 100),
          ]
        }
    }
    let rows = [
      row("甲", "山东", 100, 99), row("甲", "江苏", 120, 10), row("甲", "广东", 99, 0),
      row("(none)", "山东", 100, 100), row("(none)", "江苏", 130, 10),
    ]
    let base = try DeckFixture().pack()
    let pack = ReviewPack(
      organisation: "", language: .simplifiedChinese, currency: "CNY", moneyUnit: 1, period: base.period,
      sources: base.sources, tables: [Table(definition, rows: Rows(rows))], inputs: base.inputs, stages: [],
      repNames: [:])
    let html = try DeckWriter.html(pack: pack, catalogue: Catalogue(.simplifiedChinese), templates: DeckTemplates())
    func says(_ message: String) -> Bool { html.contains("<p class=\"message\">\(message)</p>") }
    #expect(says("签约达成率达标：山东、江苏；签约差额最大：广东 -1 元；回款达成率均未达标；回款差额最大：广东 -100 元"))
    #expect(says("签约达成率均达标；回款达成率达标：山东；回款差额最大：江苏 -90 元"))
    #expect(html.contains(" · 未填写</h2>") && !html.contains("(none)"))
  }

  @Test("the list of one business unit ends with the totals of all, and says so")
  func totalsOfAll() throws {
    let html = try deck(DeckFixture(units: ["甲", "乙"]))
    let slides = html.components(separatedBy: "<section")
    let first = try #require(slides.first { $0.contains("id=\"province-month-1\"") })
    let totals = try #require(first.firstMatch(of: /<tfoot>.*<\/tfoot>/)?.output)
    #expect(totals.hasPrefix("<tfoot><tr><th scope=\"row\">全部事业部</th><td"))
    let second = try #require(slides.first { $0.contains("id=\"province-month-2\"") })
    #expect(second.contains(totals))
    #expect(try !deck(DeckFixture()).contains("全部事业部"))
  }

  @Test("amounts say in what they are; slides without any do not")
  func units() throws {
    let html = try deck(DeckFixture())
    let slides = html.components(separatedBy: "<section")
    let figures = try #require(slides.first { $0.contains("id=\"figures\"") })
    #expect(figures.contains("<span class=\"of\">万元</span>"))
    let receivables = try #require(slides.first { $0.contains("id=\"receivables\"") })
    #expect(receivables.contains("<p class=\"unit\">金额单位：万元</p>"))
    let message = try #require(receivables.firstMatch(of: /<p class="message">(.*?)<\/p>/)?.output.1)
    #expect(message.wholeMatch(of: /应收 [0-9,.]+ 万元，其中逾期 [0-9,.]+ 万元，占 [0-9.]+%/) != nil)
    let quality = try #require(slides.first { $0.contains("id=\"data-quality\"") })
    #expect(quality.contains("<p class=\"unit\"></p>"))
  }

  @Test("a column that is blank in every row shown is left out")
  func blankColumns() throws {
    let definition = TableDefinition(
      "s5-pending", .projects, keyColumns: 1, hasTotals: false,
      columns: [
        .ordinal("rank"), .text("lead_id"), .text("customer"), .money("amount"), .date("won_on"),
        .flag("slipped"),
      ])
    let rows: [[Cell]] = [
      [.count(1), .text("L1"), .blank, Fixture.money(1), .blank, .flag(false)],
      [.count(2), .text("L2"), .blank, .blank, .blank, .blank],
    ]
    let base = try DeckFixture().pack()
    let pack = ReviewPack(
      organisation: "", language: .english, currency: "CNY", moneyUnit: 1, period: base.period,
      sources: base.sources, tables: [Table(definition, rows: Rows(rows))], inputs: base.inputs, stages: [],
      repNames: [:])
    let html = try DeckWriter.html(pack: pack, catalogue: Catalogue(.english), templates: DeckTemplates())
    let heads = html.matches(of: /<th scope="col"[^>]*>([^<]*)</).map { String($0.1) }
    #expect(heads == ["Rank", "Lead ID", "Amount"])
  }

  @Test("a table without rows has no slide but a line that says why")
  func remarks() throws {
    let html = try deck(DeckFixture(language: .english, inputs: [.orders], counts: ["anomalies": 0]))
    #expect(try !ids(html).contains("funnel"))
    #expect(html.contains("nothing in this period"))
    #expect(html.contains("no input for it"))
    #expect(try !ids(deck(DeckFixture(without: ["claims", "renewals"]))).contains("remarks"))
  }

  @Test("a list that is longer than its slide says so")
  func more() throws {
    let html = try deck(DeckFixture(language: .english))
    #expect(html.contains("20 of 80 rows"))
    #expect(html.contains("The first 12 of 40 are drawn"))
  }

  @Test("reps, stages and words are shown by name")
  func display() throws {
    let html = try deck(DeckFixture(language: .english))
    #expect(html.contains("欧阳1娜 (R101)"))
    #expect(html.contains(">R999<"))
  }

  @Test("headings, landmarks, scopes and text alternatives")
  func accessibility() throws {
    let html = try deck(DeckFixture())
    #expect(html.contains("<html lang=\"zh-Hans\">"))
    #expect(html.contains("<title>华东"))
    #expect(html.components(separatedBy: "<h1").count == 2)
    #expect(html.contains("<main>") && html.contains("<nav class=\"pages\" aria-label="))
    let document = try parse(html)
    for section in try document.nodes(forXPath: "//section") {
      #expect(try section.nodes(forXPath: ".//h1|.//h2").count == 1)
    }
    #expect(try document.nodes(forXPath: "//th[not(@scope)]").isEmpty)
    #expect(try document.nodes(forXPath: "//table[not(caption)]").isEmpty)
    let charts = try document.nodes(forXPath: "//svg")
    #expect(charts.count > 10)
    for chart in charts {
      let name = try #require(chart.nodes(forXPath: "@aria-labelledby").first?.stringValue)
      for id in name.split(separator: " ") {
        let text = try chart.nodes(forXPath: "*[@id='\(id)']").first?.stringValue
        #expect(text?.isEmpty == false)
      }
    }
    let identifiers = try document.nodes(forXPath: "//@id").compactMap(\.stringValue)
    #expect(Set(identifiers).count == identifiers.count)
    for sheet in try document.nodes(forXPath: "//section[not(@id='cover')]//p[@class='sheet']") {
      #expect(sheet.stringValue?.isEmpty == false)
    }
  }

  private func ids(_ html: String) throws -> [String] {
    try parse(html).nodes(forXPath: "//section/@id").compactMap(\.stringValue)
  }

  /// The deck as XML: its templates close every element, but for what HTML wants open.
  @discardableResult
  private func parse(_ html: String) throws -> XMLDocument {
    var text = html.replacingOccurrences(of: "<!doctype html>", with: "")
    for (start, end) in [("<style>", "</style>"), ("<script>", "</script>")] {
      let parts = text.components(separatedBy: start)
      let rest = parts.dropFirst().joined(separator: start).components(separatedBy: end)
      text = parts[0] + rest.dropFirst().joined(separator: end)
    }
    text = text.replacing(/(<meta[^>]*)>/) { "\($0.output.1)/>" }
    return try XMLDocument(data: Data(text.utf8))
  }
}
