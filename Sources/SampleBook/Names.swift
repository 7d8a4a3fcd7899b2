/// The words that names and sentences of a book are made of. All companies, projects and people are invented.
enum Names {
  static let surnames = [
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗",
    "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕",
    "苏", "卢", "蒋", "蔡", "贾", "丁", "魏", "薛", "叶", "阎",
  ]
  static let givenFirst = [
    "思", "志", "晓", "文", "建", "雨", "子", "梓", "嘉", "俊", "明", "海", "雅", "欣", "国", "佳", "宇", "浩", "静", "丽",
    "振", "书", "润", "一", "景", "清", "若", "安", "维", "启",
  ]
  static let givenSecond = [
    "远", "强", "敏", "杰", "涛", "琳", "轩", "涵", "辉", "宁", "博", "莹", "峰", "妍", "超", "颖", "鹏", "洁", "凯", "蕾",
    "东", "航", "瑶", "斌", "珊", "毅", "婷", "晨", "然", "川",
  ]

  /// Syllables of company names, seldom met in real ones.
  static let syllables = [
    "澜", "岚", "霁", "翊", "璟", "砚", "栩", "旻", "穆", "堃", "衡", "屿", "槿", "晗", "蔚", "沐", "骁", "珩", "筠", "昱",
    "谌", "祺", "霖", "堰", "煦", "峤", "汀", "朔", "苒", "皓", "弈", "阙", "缇", "岱", "渟", "樾", "垚", "暄", "珞", "泓",
    "蓁", "稷", "棠", "鲲", "铄", "逸", "驰", "恺",
  ]

  static let companyForms = ["有限公司", "股份有限公司", "有限责任公司", "集团有限公司"]

  /// The industries, each with what its companies call their trade.
  static let industries: [(name: String, trades: [String])] = [
    ("制造", ["精密制造", "机电", "重工", "智造"]), ("能源", ["能源", "电力", "新能源"]),
    ("交通", ["物流", "轨道交通", "港务"]), ("医疗", ["医疗", "医药", "健康"]),
    ("教育", ["教育", "职业教育"]), ("政务", ["城市建设", "数据运营", "公共服务"]),
    ("零售", ["商贸", "连锁", "食品"]), ("金融", ["商业保理", "金融科技"]),
  ]

  static let groups = ["年度框架", "重点跟进", "老客户复购", "集团总部", "新签培育"]
  static let channelSuffixes = ["渠道科技", "系统集成", "数码", "信息技术"]
  static let competitors = ["竞品甲", "竞品乙", "竞品丙", "竞品丁", "竞品戊"]
  static let sources = ["老客户推荐", "招标网站", "展会", "渠道商", "电话开发", "官网咨询"]
  static let works = ["建设项目", "扩容项目", "升级改造项目", "二期项目", "采购项目", "年度框架项目"]
  static let keyFactors = ["价格优势", "客户关系", "方案匹配", "交付周期", "售后服务", "品牌口碑", "本地案例"]
  static let lostReasons = ["价格偏高", "方案不匹配", "客户预算取消", "关系不到位", "交付周期长", "项目延期搁置"]

  static let aspects = ["交付周期", "接口开放", "现场服务", "培训安排", "备件供应", "付款方式", "系统稳定性", "报表功能", "安装调试", "质保年限"]
  static let opinions = ["比较满意", "希望再优化", "提出补充要求", "要求书面说明", "表示可以接受", "认为不及预期", "与其他厂家对比后认可", "需要总部确认"]
  static let moves = ["下调报价", "增派驻场人员", "推出新机型", "承诺缩短交期", "邀请客户参观", "赠送首年维保", "更换区域负责人"]
  static let news = ["新产线预计投产", "信息部负责人调整", "下半年预算已批复", "正在筹备招标", "与上级单位合并办公", "计划扩建仓库", "启动供应商复评"]
  static let notes = ["先约技术负责人再谈商务", "报价前要核实现场条件", "关键人不在，改约下次", "方案要突出同类案例", "合同条款提前与法务对齐", "回款节点要写进会议纪要"]
  static let copiedNotes = [
    "今日正常拜访客户，推进项目，无特殊情况。", "客户暂无新需求，继续保持跟踪联系。", "市场情况稳定，竞争对手无明显动作。",
  ]
  static let results = ["达成意向", "约定下次演示", "待客户内部评审", "已提交报价", "确认付款安排", "问题已解决", "客户暂无计划", "签订订单"]
  static let tasks = ["跟进投标文件", "安排产品演示", "催收逾期货款", "提交技术方案", "回访重点客户", "签订年度框架", "协调安装调试", "整理客户档案"]
  static let areas = ["开发区", "高新区", "老城区", "新区", "工业园"]

  /// What market reports tell, by kind of event.
  static let events: [(kind: String, texts: [String])] = [
    ("market", ["区域内新建产业园集中招标", "客户普遍压缩年度预算", "地方补贴政策出台", "原材料涨价带动设备询价"]),
    ("competitor", ["竞品在区域内降价促销", "竞品签下标杆客户", "竞品增设服务网点"]),
    ("complaint", ["设备频繁离线", "到货数量不符", "软件升级后报表异常", "售后响应超过约定时限", "发票信息有误"]),
    ("channel", ["渠道商要求提高返点", "新渠道商申请签约", "渠道跨区窜货"]),
    ("personnel", ["客户信息部负责人更换", "竞争对手销售经理离职"]),
  ]

  /// Company name number `number`: no two numbers share one, as longer numbers have longer names.
  static func brand(_ number: Int) -> String {
    let base = syllables.count
    var length = 2
    var block = base * base
    var rest = number
    while rest >= block {
      rest -= block
      block *= base
      length += 1
    }
    // 7919 is prime and no divisor of a power of 48: neighbours look different, all remain distinct.
    rest = (rest * 7919 + 1237) % block
    var name = ""
    for _ in 0..<length {
      name = syllables[rest % base] + name
      rest /= base
    }
    return name
  }

  /// The name of person number `number`: no two below 45,000 share one.
  static func person(_ number: Int) -> String {
    let all = surnames.count * givenFirst.count * givenSecond.count
    let code = (number * 7919 + 20_011) % all
    let given = code / surnames.count
    return surnames[code % surnames.count] + givenFirst[given % givenFirst.count]
      + givenSecond[given / givenFirst.count]
  }
}
