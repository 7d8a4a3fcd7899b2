/// The languages of outputs.
public enum Language: String, CaseIterable, Hashable, Sendable {
  case simplifiedChinese = "zh-Hans"
  case traditionalChinese = "zh-Hant"
  case english = "en"
}
