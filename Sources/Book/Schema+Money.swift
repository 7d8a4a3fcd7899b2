internal import ReviewModel

/// What comes of the work: orders, cash, invoices, contracts; and what the market says.
extension KindSchema {
  static let orders = KindSchema(
    .orders, named: ["订单"], key: ["order_id", "line"],
    [
      .orderID.required,
      .text("line", "行号"),
      .date.also("订单日期", "下单日期").required,
      .amount.required,
      .money("cost", "成本"),
      .number("quantity", "数量"),
      .money("unit_price", "单价"),
      .customerID,
      .customer,
      .repID,
      .product,
      .businessUnit,
      .province,
      .city,
      .team,
      .industry,
      .leadID,
    ])

  static let collections = KindSchema(
    .collections, named: ["回款"], key: ["collection_id"],
    [
      .text("collection_id", "回款单号").required,
      .date.also("回款日期").required,
      .amount.required,
      .customerID,
      .customer,
      .repID,
      .product,
      .businessUnit,
      .province,
      .city,
      .team,
      .industry,
      .orderID,
    ])

  static let receivables = KindSchema(
    .receivables, named: ["应收账款", "应收"], key: ["invoice_id"],
    [
      .text("invoice_id", "发票号").required,
      .customerID,
      .customer,
      .repID,
      .businessUnit,
      .date("invoice_date", "开票日期"),
      .date("due_date", "到期日").required,
      .amount.required,
      .money("paid", "已付"),
      .flag("disputed", "争议"),
    ])

  static let contracts = KindSchema(
    .contracts, named: ["合同"], key: ["contract_id"],
    [
      .text("contract_id", "合同号").required,
      .customerID,
      .customer,
      .repID,
      .businessUnit,
      .leadID,
      .date("signed", "签订日期"),
      .date("starts", "开始日期"),
      .date("ends", "到期日期").required,
      .amount.required,
      .money("fulfilled", "已履约金额"),
      .text("renewed_by", "续签合同号"),
    ])

  static let events = KindSchema(
    .events, named: ["市场状况反映表", "市场反映", "客户投诉"], key: ["event_id"],
    [
      .text("event_id", "编号").required,
      .date.required,
      .word("kind", of: .eventKind, "类别").required,
      .integer("severity", in: 1...3, "严重程度"),
      .customerID,
      .repID,
      .province,
      .summary,
      .status,
      .date("closed_on"),
    ])
}
