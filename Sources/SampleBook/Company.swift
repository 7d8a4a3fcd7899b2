internal import ReviewModel

/// The company whose book it is: two business units, ten products, ten provinces, fourteen teams, their reps.
struct Company {
  struct Product {
    let unit: Int
    let name: String
    let series: String
    /// Hundredths for one piece.
    let listPrice: Int
    let floorPrice: Int
  }

  struct Province {
    let name: String
    let cities: [String]
    /// Its share of customers, in percent.
    let weight: Int
  }

  struct Team {
    let unit: Int
    let name: String
    let provinces: [Int]
  }

  /// How a rep works, where that shows in reviews.
  enum Habit {
    case steady
    /// Does nothing for some weeks.
    case idle
    /// Hands in no visit plans.
    case unplanned
    /// Writes the same words day after day.
    case copier
    /// Hands in a week's reports in one evening.
    case backfiller
  }

  struct Rep {
    let number: Int
    let name: String
    let team: Int
    let province: Int
    /// Number of the team's leader; nil for a leader.
    let leader: Int?
    let grade: String
    let tags: [String]
    let joined: Day
    let left: Day?
    /// Percent of what an average rep wins.
    let skill: Int
    /// Percent of reports in time.
    let diligence: Int
    let habit: Habit

    func isPresent(on day: Day) -> Bool { joined <= day && left.map { $0 > day } ?? true }
  }

  static let units = ["智能硬件", "软件服务"]

  static let products = [
    Product(unit: 0, name: "边缘服务器", series: "计算", listPrice: 4_680_000, floorPrice: 3_950_000),
    Product(unit: 0, name: "工业网关", series: "连接", listPrice: 528_000, floorPrice: 430_000),
    Product(unit: 0, name: "智能终端", series: "终端", listPrice: 365_000, floorPrice: 298_000),
    Product(unit: 0, name: "会议一体机", series: "终端", listPrice: 2_280_000, floorPrice: 1_880_000),
    Product(unit: 0, name: "传感套件", series: "连接", listPrice: 126_000, floorPrice: 98_000),
    Product(unit: 1, name: "数据平台", series: "平台", listPrice: 9_800_000, floorPrice: 7_800_000),
    Product(unit: 1, name: "设备管理云", series: "应用", listPrice: 3_600_000, floorPrice: 2_900_000),
    Product(unit: 1, name: "协同办公", series: "应用", listPrice: 1_500_000, floorPrice: 1_200_000),
    Product(unit: 1, name: "安全审计", series: "平台", listPrice: 2_600_000, floorPrice: 2_150_000),
    Product(unit: 1, name: "运维服务", series: "服务", listPrice: 880_000, floorPrice: 700_000),
  ]

  static let provinces = [
    Province(name: "浙江", cities: ["杭州", "宁波", "温州", "嘉兴"], weight: 16),
    Province(name: "江苏", cities: ["南京", "苏州", "无锡", "常州"], weight: 16),
    Province(name: "广东", cities: ["广州", "深圳", "佛山", "东莞"], weight: 17),
    Province(name: "上海", cities: ["浦东", "闵行", "嘉定"], weight: 11),
    Province(name: "山东", cities: ["济南", "青岛", "烟台"], weight: 10),
    Province(name: "四川", cities: ["成都", "绵阳", "德阳"], weight: 8),
    Province(name: "湖北", cities: ["武汉", "宜昌", "襄阳"], weight: 7),
    Province(name: "福建", cities: ["福州", "厦门", "泉州"], weight: 6),
    Province(name: "河南", cities: ["郑州", "洛阳"], weight: 5),
    Province(name: "陕西", cities: ["西安", "宝鸡"], weight: 4),
  ]

  static let teams = [
    Team(unit: 0, name: "硬件浙江部", provinces: [0]), Team(unit: 0, name: "硬件江苏部", provinces: [1]),
    Team(unit: 0, name: "硬件广东部", provinces: [2]), Team(unit: 0, name: "硬件上海部", provinces: [3]),
    Team(unit: 0, name: "硬件山东部", provinces: [4]), Team(unit: 0, name: "硬件西部", provinces: [5, 9]),
    Team(unit: 0, name: "硬件华中部", provinces: [6, 8]), Team(unit: 0, name: "硬件福建部", provinces: [7]),
    Team(unit: 1, name: "软件浙江部", provinces: [0]), Team(unit: 1, name: "软件沪苏部", provinces: [3, 1]),
    Team(unit: 1, name: "软件粤闽部", provinces: [2, 7]), Team(unit: 1, name: "软件山东部", provinces: [4]),
    Team(unit: 1, name: "软件华中部", provinces: [6, 8]), Team(unit: 1, name: "软件西部", provinces: [5, 9]),
  ]

  /// The products of a unit, as positions.
  static let productsOfUnit = units.indices.map { unit in
    products.indices.filter { products[$0].unit == unit }
  }

  let reps: [Rep]
  /// The reps of a unit and province, at `unit * provinces.count + province`.
  let desks: [[Int]]

  init(leads: Int, seed: UInt64, asOf: Day) {
    let count = max(2 * Self.teams.count, Int(45 * (Double(leads) / 400).squareRoot()))
    var reps: [Rep] = []
    var onTeam = [Int](repeating: 0, count: Self.teams.count)
    for number in 0..<count {
      let team = Self.team(of: number, leads: count, seed: seed)
      reps.append(Self.rep(number, team: team, place: onTeam[team], seed: seed, asOf: asOf))
      onTeam[team] += 1
    }
    self.reps = reps
    desks = (0..<Self.units.count * Self.provinces.count).map { desk in
      let (unit, province) = desk.quotientAndRemainder(dividingBy: Self.provinces.count)
      let team = reps.indices.filter {
        let team = Self.teams[reps[$0].team]
        return team.unit == unit && team.provinces.contains(province)
      }
      let local = team.filter { reps[$0].province == province }
      return local.isEmpty ? team : local
    }
  }

  /// The first rep of each team leads it, the second keeps it from being one person; the rest go where the
  /// customers are.
  private static func team(of number: Int, leads count: Int, seed: UInt64) -> Int {
    if number < 2 * teams.count { return number % teams.count }
    var random = Random(seed: seed, .rep, number, 1)
    let weights = teams.map { team in
      team.provinces.map { provinces[$0].weight }.reduce(0, +) * (team.unit == 0 ? 3 : 2)
    }
    var rest = random.below(weights.reduce(0, +))
    for (team, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return team }
    }
    return 0
  }

  private static func rep(_ number: Int, team: Int, place: Int, seed: UInt64, asOf: Day) -> Rep {
    var random = Random(seed: seed, .rep, number)
    let leads = number < teams.count
    let kin = leads ? 0 : number - teams.count
    let provinces = teams[team].provinces
    var joined = asOf - random.between(800...4200)
    if kin % 24 == 20 { joined = asOf - random.between(20...70) }
    var left: Day?
    if kin % 22 == 9 { left = asOf - (kin % 44 == 9 ? 12 : random.between(90...240)) }
    let habit: Habit =
      switch kin {
      case 0: .steady
      case _ where left != nil: .steady
      case _ where kin % 25 == 11: .idle
      case _ where kin % 17 == 3: .unplanned
      case _ where kin % 21 == 8: .copier
      case _ where kin % 20 == 14: .backfiller
      default: .steady
      }
    let industry = random.below(Names.industries.count)
    let second = (industry + random.between(1...Names.industries.count - 1)) % Names.industries.count
    let product = products[random.pick(productsOfUnit[teams[team].unit])].name
    let skill = random.between(70...132)
    return Rep(
      number: number, name: Names.person(number), team: team, province: provinces[place % provinces.count],
      leader: leads ? nil : team, grade: skill >= 115 ? "A" : skill >= 95 ? "B" : "C",
      tags: [Names.industries[industry].name, Names.industries[second].name, product], joined: joined,
      left: left,
      skill: skill, diligence: random.between(72...99), habit: habit)
  }

  /// The rep who serves customer `customer` of a province for a unit: always the same one.
  func owner(unit: Int, province: Int, customer: Int) -> Int {
    let desk = desks[unit * Self.provinces.count + province]
    return desk[(customer / 3) % desk.count]
  }

  /// `rep` while there, else the leader of the team.
  func standIn(for rep: Int, on day: Day) -> Int {
    reps[rep].isPresent(on: day) ? rep : reps[rep].leader ?? rep
  }
}
