internal import FoundationEssentials
public import ReviewModel

/// The review deck: one self-contained HTML file, read in any browser, printed one slide a page.
public enum DeckWriter {
  /// Writes the deck of a pack to `path`.
  ///
  /// - Parameters:
  ///   - catalogue: what the deck says, in the pack's language
  ///   - templates: a folder whose files replace built-in templates of the same name
  public static func write(
    pack: ReviewPack, catalogue: Catalogue, templates: String? = nil, to path: String
  ) throws {
    let page = try html(pack: pack, catalogue: catalogue, templates: templates)
    try Data(page.utf8).write(to: URL(filePath: path))
  }

  /// The deck's text.
  package static func html(pack: ReviewPack, catalogue: Catalogue, templates: String? = nil) throws -> String
  {
    let templates = try DeckTemplates(folder: templates)
    let builder = SlideBuilder(pack: pack, catalogue: catalogue)
    let words = words(pack: pack, catalogue: catalogue)
    var slides = [builder.figures()] + DeckOutline.slides.flatMap(builder.slides)
    let remarks = builder.remarks(of: DeckOutline.slides)
    if !remarks.isEmpty {
      let slide = Slide(
        id: "remarks", section: .pack, title: catalogue.text("deck.remarks"),
        message: catalogue.text("deck.remarks-about"), remarks: remarks,
        sheets: pack.table("checklist").map { [catalogue.title(of: $0.id)] } ?? [])
      slides.insert(slide, at: slides.firstIndex { $0.section == .pack } ?? slides.endIndex)
    }
    let pages = slides.enumerated().map { index, slide in
      slide.view(page: index + 2, words: words, section: slide.section.map(catalogue.name(of:)) ?? "")
    }
    let view: View = words.merging(
      [
        "style": templates.style, "script": DeckScript.source, "digest": DeckScript.digest,
        "slides": pages, "last": "\(pages.count + 1)",
      ], uniquingKeysWith: { _, own in own })
    return try templates.page(view)
  }

  /// What the cover says and every slide may repeat.
  private static func words(pack: ReviewPack, catalogue: Catalogue) -> View {
    let sources = [
      ("orders", pack.sources.orders), ("collections", pack.sources.collections),
      ("value", pack.sources.value),
    ]
    let currencyKey = "deck.currency.\(pack.currency)"
    let currency = catalogue.text(currencyKey)
    let named = currency == currencyKey ? pack.currency : currency
    let text = { (key: String) in plain(catalogue.text("deck.\(key)")) }
    return [
      "language": pack.language.rawValue, "organisation": plain(pack.organisation),
      "deckTitle": text("title.\(pack.period.cadence.rawValue)"), "period": pack.period.name,
      "asOfLabel": text("as-of"), "asOf": pack.period.asOf.description,
      "rangeLabel": text("range"), "from": pack.period.range.lowerBound.description,
      "unit": plain(catalogue.text("deck.unit", catalogue.text("deck.unit.\(pack.moneyUnit)", named))),
      "pagesLabel": text("pages"), "skipLabel": text("skip"),
      "sheetLabel": text("sheet"), "keysHint": text("keys"), "scrollLabel": text("scroll"),
      "cover": text("cover"),
      "sources": sources.map { name, source in
        [
          "name": text("sources.\(name)"), "source": plain(catalogue.word(source, in: "source")),
        ] as View
      },
    ]
  }
}
