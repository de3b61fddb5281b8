// Holds the 24 wards of Osaka with the names that folders take.

/// The wards of Osaka.
public enum OsakaWards {
  /// Name and romanised name without -ku, in the city's own order.
  static let all: [(name: String, romaji: String)] = [
    ("北区", "kita"), ("都島区", "miyakojima"), ("福島区", "fukushima"), ("此花区", "konohana"), ("中央区", "chuo"),
    ("西区", "nishi"), ("港区", "minato"), ("大正区", "taisho"), ("天王寺区", "tennoji"), ("浪速区", "naniwa"),
    ("西淀川区", "nishiyodogawa"), ("淀川区", "yodogawa"), ("東淀川区", "higashiyodogawa"), ("東成区", "higashinari"),
    ("生野区", "ikuno"), ("旭区", "asahi"), ("城東区", "joto"), ("鶴見区", "tsurumi"), ("阿倍野区", "abeno"),
    ("住之江区", "suminoe"), ("住吉区", "sumiyoshi"), ("東住吉区", "higashisumiyoshi"), ("平野区", "hirano"),
    ("西成区", "nishinari"),
  ]

  /// The wards' names in the city's own order.
  public static var names: [String] { all.map(\.name) }

  /// The place of a ward in the city's own order, from 0; nil for another name.
  public static func place(of name: String) -> Int? { all.firstIndex { $0.name == name } }

  /// The name for a folder, such as tennoji; nil for another name.
  public static func romaji(of name: String) -> String? { all.first { $0.name == name }?.romaji }

  /// The wards that a text names, in the city's own order; 西淀川区 is not also 淀川区.
  static func named(in text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var found: Set<String> = []
    for place in scalars.indices where scalars[place] == "区" {
      if let name = longestFirst.first(where: { ends($0.scalars, scalars, at: place) }) { found.insert(name.name) }
    }
    return names.filter { found.contains($0) }
  }

  private static let longestFirst = all.map { (name: $0.name, scalars: Array($0.name.unicodeScalars)) }
    .sorted { $0.scalars.count > $1.scalars.count }

  private static func ends(_ name: [Unicode.Scalar], _ text: [Unicode.Scalar], at place: Int) -> Bool {
    let start = place - name.count + 1
    guard start >= 0, text[start] == name[0], text[start...place].elementsEqual(name) else { return false }
    guard name.count == 2, start > 0 else { return true }
    return !isKanji(text[start - 1])
  }

  /// A ward of one kanji, such as 北区, is a ward only where no other kanji stands before it.
  private static func isKanji(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }
}
