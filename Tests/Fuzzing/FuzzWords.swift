// Holds the words that the formats are made of, to be put into inputs.

extension FuzzedReader {
  /// What the format is made of, to be put into an input.
  var words: [String] {
    let json = [
      "{", "}", "[", "]", ":", ",", "\"", "\\u0000", "\\ud83d\\ude00", "\\ud800", "-0", "1e400", "null", "true",
    ]
    switch self {
    case .json: return json + ["1.5E-3", "\u{FEFF}", "\"a\":1,", "<<<<<<< HEAD\n", "\u{2028}", "か\u{3099}"]
    case .sheet:
      return json + [
        "\"②\"", "\"①\"", "\"(ii)\"", "null", "[]", "[\"—\"]", "[\"　\"]", "\"③\"", "\"formatVersion\": 2,",
        "\"title\": 1,",
        "\u{202E}", "\n=======\n", "<<<<<<< HEAD\n", ">>>>>>> x\n",
      ]
    case .marks: return json + ["\"decision\"", "\"comment\"", "\"replies\"", "\"line\": 0", "\"field\"", "\"final\""]
    case .journal:
      return json + [
        "\nK", "\nS", "\nI", "\nC", "\nB", "\nH", "\"at\":", "\"in\":", "\"out\":", "\"field\":", "9223372036854775807",
        "-1",
        "selfEvaluation.results", "midTermReview.targetForecast", "plan.policyAndTargets", "②", "③", "か\u{3099}",
      ]
    case .published:
      return [
        "取組項目 ", "取組項目１２", "【", "】", "★", "計画", "取組の方針・目標内容", "当年度の取組内容", "中間振り返り", "自己評価", "取組内容の実施見込み",
        "目標の達成見込み", "課題と改善策", "※左記が「②」の場合は必須", "当年度の取組実績及び目標の達成状況", "①:目標達成 ②:目標未達成", "(i)", "(ii)", "ⅱ", "\t",
        "    ", "　", "|", "|---|", "\"", "\u{C}", "- 1 -", "1/3", "【様式3】", "—", "<td>", "</td>", "<tr>", "<p>", "<!--",
        "-->", "&nbsp;",
        "&#x3042;", "(趣旨・目的)", "(取組の内容)", "(目標)",
      ]
    case .returned:
      return json + [
        "番号", "題名", ",", "\r\n", "\"\"", "'=", "\t", "# ", "## ", "| ", " |", "---", "\\|", "<br>", "&lt;", "②",
        "\u{FEFF}",
      ]
    case .workbook:
      return [
        "<row r='1'>", "<row>", "</row>", "<c r='A1' t='s'>", "<c t='inlineStr'>", "</c>", "<v>0</v>", "<v>-1</v>",
        "<is><t>",
        "</t></is>", "<mergeCell ref='A1:XFD9'/>", "_x000D_", "_xFFFF_", "&#10;", "<![CDATA[", "]]>", "<?x?>", "<!--",
        "-->",
        "=== ", "xl/sharedStrings.xml", "r='1048576'", "r='99999999999999999999'", "PK\u{3}\u{4}", "PK\u{1}\u{2}",
        "PK\u{5}\u{6}",
      ]
    case .keys:
      return [
        "\u{1B}", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}[A", "\u{1B}OP", "\u{1B}[1;5H", "\u{1B}[[A", "\u{1B}[<0;10;5M",
        "\u{1B}[M",
        "\u{1B}]11;", "\u{7}", "\u{1B}\\", "\r", "\t", "\u{13}", "あ", "窓口", "\u{1F468}\u{200D}\u{1F469}", "\u{9B}",
        "12", ";",
      ]
    }
  }
}
