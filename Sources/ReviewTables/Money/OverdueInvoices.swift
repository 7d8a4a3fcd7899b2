internal import Facts
internal import ReviewModel

/// Of each business unit the largest invoices past due (docs/metrics.md, section 8).
struct OverdueInvoices: ReviewTable {
  let details: FactDetails = .invoices

  let definition = TableDefinition(
    "overdue-invoices", .money, needs: [[.receivables]], keyColumns: 3, hasTotals: false,
    dataBars: ["outstanding"],
    columns: [
      .text("business_unit"), .ordinal("rank"), .text("invoice_id"), .text("customer"),
      .text("rep_id", .rep), .date("invoice_date"), .date("due_date"), .money("amount"), .money("paid"),
      .money("outstanding").traced(.by(.difference("amount", "paid"))), .ordinal("days_overdue"),
      .flag("disputed"),
    ])

  /// An invoice by its place in a list: the larger sum first, then by its id; of one id in reading order.
  private struct Entry: Comparable {
    let invoice: Receivable
    let texts: RecordTexts

    static func == (left: Entry, right: Entry) -> Bool { left.invoice.version == right.invoice.version }
    static func < (left: Entry, right: Entry) -> Bool {
      let (leftSum, rightSum) = (left.invoice.outstanding, right.invoice.outstanding)
      guard leftSum == rightSum else { return leftSum < rightSum }
      return left.texts.precedes(
        right.invoice.id, left.invoice.id,
        or: right.invoice.version.position < left.invoice.version.position)
    }
  }

  func table(_ review: ReviewContext) -> Table {
    var lists = UnitTops<Entry>(top: review.facts.top) { MoneySum($0.invoice.outstanding) }
    for invoice in review.overdueInvoices {
      lists.add(
        Entry(invoice: invoice, texts: review.facts.texts), of: MoneySum(invoice.outstanding),
        to: invoice.dimensions.businessUnit)
    }
    let rows = lists.ranked(in: review).map { unit, rank, entry -> [Cell] in
      let invoice = entry.invoice
      let fact = invoice.dimensions
      return [
        .text(review.text(unit)), .count(rank), .text(review.facts.texts[invoice.id]),
        .text(review.customerName(fact.customer, invoice.customerName)), .text(review.text(fact.rep)),
        .date(invoice.invoiced.day), .date(invoice.due), .money(invoice.amount), .money(invoice.paid),
        .money(invoice.outstanding), .count(review.period.asOf - invoice.due), .flag(invoice.isDisputed),
      ]
    }
    return TableBuilder(definition).table(rows, truncations: lists.truncations(in: review))
  }
}

extension ReviewContext {
  /// The invoices that are not settled and were due before as-of. Their ids are kept as
  /// `FactDetails.invoices`.
  var overdueInvoices: LazyFilterSequence<RecordList<Receivable>> {
    let asOf = period.asOf
    return facts.receivables.lazy.filter { $0.due < asOf && $0.outstanding > .zero }
  }
}
