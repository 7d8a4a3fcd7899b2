/// Sections 1 and 2 of docs/inputs.md, word for word (the kinds without "what it is", and with line breaks),
/// so that the schema is compared with what it promises and not with itself.
enum SchemaContract {
  static let kinds = """
    | `reps` | 人员, 员工, 業務員 | rep_id |
    | `customers` | 客户, 客戶 | customer_id |
    | `products` | 产品, 產品 | product |
    | `calendar` | 节假日, 日历 | date |
    | `targets` | 销售目标, 目标 | period, metric, all scope columns |
    | `commitments` | 月度计划 | period, metric, all scope columns, committed_on |
    | `leads` | 线索台账, 线索 | lead_id (snapshots: section 6) |
    | `daily-reports` | 销售日报, 日报, 每日销售报告表 | rep_id, date |
    | `visits` | 拜访记录 | visit_id; rows without one all count |
    | `visit-plans` | 拜访计划, 每日拜访计划表 | rep_id, date, customer_id |
    | `weekly-plans` | 周工作计划, 周计划 | rep_id, week, item |
    | `orders` | 订单 | order_id, and `line` where given |
    | `collections` | 回款 | collection_id |
    | `receivables` | 应收账款, 应收 | invoice_id |
    | `contracts` | 合同 | contract_id |
    | `events` | 市场状况反映表, 市场反映, 客户投诉 | event_id |
    """

  static let columns = """
    Shared: rep_id text (工号, 员工编号, 業務員編號, 负责人, 销售员, owner)
    · customer_id text (客户编号, 客戶編號, account_id) · customer text (客户名称, 客户, 客戶名稱, account)
    · business_unit text (事业部, 业务单元, 公司) · product text (产品, 产品线, 產品)
    · province text (省区, 省份, 省區, region) · city text (地市, 城市) · team text (团队, 部门, 團隊)
    · industry text (行业, 行業) · customer_class enum (客户分类, 指名类型) · date date (日期)
    · period period (期间, 月份) · metric enum (指标) · amount money (金额)
    · lead_id text (线索编号, 线索ID, 商机编号, opportunity_id) · order_id text (订单号)
    · expense money (费用) · purpose enum (目的, 拜访目的) · updated date (更新日期, 快照日期)
    · order_amount money (订货金额) · collection_amount money (回款金额) · status enum (状态)
    · summary text (内容)
    Enums: customer_class `strategic` (战略) `top` (TOP) `named` (一般, 一般指名) `channel` (非指名, 渠道)
    · chance `high` (大) `medium` (一般) `low` (小) `none` (无)
    · metric `orders` (订单, 签约) `collections` (回款)
    · attendance `present` (出勤) `travel` (出差) `leave` (请假) `absent` (缺勤)
    · purpose `new` (开发新客户) `research` (市场调研) `collection` (收款) `service` (服务) `complaint` (客诉处理)
    `order` (订货) `other` (其他)
    · event kind `market` (市场) `competitor` (竞争) `complaint` (客诉) `channel` (渠道) `personnel` (人事)
    · event status `open` (未处理, 处理中) `closed` (已处理)
    **reps**: rep_id* · alias list (别名, 曾用工号) · name text (姓名) · team · province
    · manager_id text (上级, 主管, 主管工号) · grade text (等级, 级别) · tags list (标签, 標籤)
    · joined date (入职日期) · left date (离职日期)
    **customers**: customer_id* · alias list (别名, 简称) · name text (客户名称, 客户, 客戶名稱, account)
    · customer_class · industry · province · city · groups list (分组, 客户分组)
    · channel text (渠道商, 签约渠道) · since date (合作起始) · revisit_days integer (回访周期)
    · birthday date (生日; year ignored)
    **products**: product* · business_unit · series text (系列) · list_price money (标价)
    · floor_price money (最低价)
    **calendar**: date* · workday* flag (工作日)
    **targets**: period* (`2026`, `2026-Q1`, `2026-03`, `2026-W10`) · metric* · amount* (目标)
    · scope columns, each blank for "all": business_unit, province, city, team, rep_id, product,
    customer_class, industry, channel. A blank business_unit is filled from the product's.
    **commitments**: as targets (period is a month), plus committed_on* date (承诺日期)
    **leads**: lead_id* · name text (项目名称, 线索名称, 项目) · customer_id · customer · business_unit
    · product · province · city · team · rep_id · source text (来源, 线索来源) · industry
    · stage* enum (阶段, 销售阶段, deal_stage) · amount (预计金额, 合同金额; blank = 0)
    · chance enum (成交机会) · probability rate (成交概率, 赢率; overrides the stage's)
    · created date (创建日期, 接入日期, created_on) · expected_bid_on date (预计招标日期)
    · won_on date (中标日期) · expected_order_on date (预计下单日期) · ordered_on date (下单日期)
    · expected_collection_on date (预计回款日期)
    · expected_collection money (预计回款金额; blank = amount − collected, not below 0)
    · collected money (已回款; blank = 0) · closed_on date (关闭日期) · last_followed date (最近跟踪日期)
    · follows integer (跟踪次数) · lost_reason text (丢单原因) · competitor text (竞争对手)
    · bid_price money (投标报价) · top flag (TOP) · key_factors list (成交关键因素)
    **daily-reports**: rep_id* · date* · attendance enum (出勤) · order_amount · collection_amount · expense
    · complaints integer (客诉) · competitor_info text (竞争者信息) · feedback text (客户意见)
    · customer_news text (客户动态) · notes text (心得) · submitted_at datetime (提交时间)
    · reviewed_by text (审批人, 核签) · reviewed_at datetime (审批时间) · review_note text (批示)
    · visits (JSON only: array of visit objects; rep_id, date, updated default to the report's)
    **visits**: visit_id text (拜访编号) · rep_id* · date* · customer_id · customer · purpose
    · effective flag (有效) · order_amount · collection_amount · expense · result text (洽谈结果)
    **visit-plans**: rep_id* · date* · customer_id* (客户名称, 客户) · region text (区域) · time text (时间)
    · purpose · approved_by text (审批人, 核签) · approved_at datetime
    **weekly-plans**: rep_id* · week* period (周; an ISO week) · item* text (事项, 计划)
    · target_amount money (目标金额) · due date (期限) · done flag (完成)
    **orders**: order_id* · line text (行号) · date* (订单日期, 下单日期) · amount* · cost money (成本)
    · quantity number (数量) · unit_price money (单价) · customer_id · customer · rep_id · product
    · business_unit · province · city · team · industry · lead_id
    **collections**: collection_id* text (回款单号) · date* (回款日期) · amount* · customer_id · customer
    · rep_id · product · business_unit · province · city · team · industry · order_id
    **receivables**: invoice_id* text (发票号) · customer_id · customer · rep_id · business_unit
    · invoice_date date (开票日期) · due_date* date (到期日) · amount* · paid money (已付; blank = 0)
    · disputed flag (争议)
    **contracts**: contract_id* text (合同号) · customer_id · customer · rep_id · business_unit · lead_id
    · signed date (签订日期) · starts date (开始日期) · ends* date (到期日期) · amount*
    · fulfilled money (已履约金额; blank = 0) · renewed_by text (续签合同号)
    **events**: event_id* text (编号) · date* · kind* enum (类别)
    · severity integer 1–3 (严重程度; 3 is worst; blank = 1) · customer_id · rep_id · province · summary
    · status (blank: complaint = open, other kinds = closed) · closed_on date
    """
}
