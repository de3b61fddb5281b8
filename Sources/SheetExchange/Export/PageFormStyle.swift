// Holds how the page looks: printed, on a wide screen and on a phone.

extension PageForm {
  /// The style of the page; black on white, and nothing is told by a colour.
  static let style = """

    @page { size: A4 landscape; margin: 11mm 12mm 13mm; @bottom-right { content: counter(page) " / " counter(pages);
      font-family: sans-serif; font-size: 8pt; color: #444; } }
    * { box-sizing: border-box; }
    html { color-scheme: light; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0 auto; padding: 6mm; max-width: 297mm; background: #fff; color: #000; font-size: 10pt; line-height: 1.5;
      font-family: "Hiragino Sans", "Yu Gothic Medium", "Yu Gothic", "Noto Sans CJK JP", "Noto Sans JP", "Meiryo", "IPAGothic",
      sans-serif; line-break: strict; word-break: normal; overflow-wrap: anywhere; }
    h1, h2, p { margin: 0; font-size: inherit; font-weight: normal; }
    a { color: inherit; text-underline-offset: 0.2em; }
    table { border-collapse: collapse; width: 100%; table-layout: fixed; }
    th { font-weight: normal; text-align: left; } td, th { vertical-align: top; }

    #contents h1 { font-size: 15pt; font-weight: bold; } #contents > p { color: #333; margin: 1mm 0 4mm; }
    .contents { font-size: 9.5pt; } .contents tr { break-inside: avoid; }
    .contents td, .contents th { border-bottom: 1px solid #999; padding: 1mm 2mm; }
    .contents thead th { border-bottom: 1.5px solid #000; font-size: 8.5pt; color: #333; vertical-align: bottom; }
    .contents th.book { font-weight: bold; padding-top: 4mm; break-after: avoid; }
    .contents th:first-child { width: 14mm; } .contents thead th:nth-child(n+3) { width: 24mm; }
    .contents .number { text-align: right; padding-right: 4mm; } .contents .mark, .contents thead th:nth-child(n+3) {
      text-align: center; }

    .sheet { margin-top: 14mm; } main:first-child > .sheet { margin-top: 0 !important; border-top: 0 !important; }
    .sheet.large { font-size: 10.5pt; } .sheet.middle { font-size: 9.5pt; } .sheet.small { font-size: 8.75pt; }
    .sheet.least { font-size: 8pt; }
    .frame > * > tr > td { padding: 0; }
    .frame p.book { display: flex; justify-content: space-between; gap: 4mm; font-size: 8.5pt; color: #333; }
    .title { display: flex; gap: 1em; align-items: baseline; font-size: 12.5pt; line-height: 1.4; margin: 0.5mm 0 1mm;
      break-after: avoid; }
    .title .item { white-space: nowrap; } .title .name { font-weight: bold; }
    .subtitle { font-size: 11pt; margin-bottom: 1mm; }
    .back { font-size: 9pt; margin-top: 1mm; text-align: right; }

    .part .c1 { width: 9.5%; } .part .c2 { width: 14.25%; } .part .c3 { width: 31%; } .part .c4 { width: 45.25%; }
    table.part { width: calc(100% - 1px); } table.part + table.part { margin-top: -1px; }
    table.part td, table.part th { border: 1px solid #333; padding: 1.2mm 2mm; }
    table.part thead { break-inside: avoid; } table.part thead tr { break-inside: avoid; }
    table.part th.part { font-weight: bold; border-bottom: 0; white-space: nowrap; padding: 1.2mm 0 1.2mm 1.2mm; }
    td.under { border-top: 0 !important; }
    th.label, th.asked { font-size: 0.93em; color: #222; background: #f4f4f2; }
    table.part tbody td { height: 4em; } .text { min-height: 4.5em; }
    .large div.text { min-height: 7em; }
    td p { orphans: 2; widows: 2; white-space: pre-wrap; min-height: 1.5em; }
    p.listed { padding-left: 1em; text-indent: -1em; }
    .sign { display: inline-block; min-width: 2.4em; min-height: 1.75em; padding: 0 0.3em; border: 1px solid #000;
      text-align: center; font-weight: bold; line-height: 1.7; vertical-align: middle; background: #fff; }
    .legend { display: inline-flex; flex-wrap: wrap; column-gap: 1em; vertical-align: middle; margin-left: 0.4em;
      font-size: 0.93em; }
    .legend b { text-decoration: underline; text-underline-offset: 0.25em; } .legend > * { white-space: nowrap; }
    div.choice { border-top: 1px dotted #555; margin-top: 1.2mm; padding-top: 1.2mm; break-inside: avoid; }

    @media print {
      body { padding: 0; max-width: none; } .sheet { margin: 0; break-before: page; } .back { display: none; }
      main:first-child > .sheet { break-before: auto; }
      .contents a { text-decoration: none; }
      * { -webkit-print-color-adjust: economy; print-color-adjust: economy; }
    }

    @media screen and (max-width: 45em) {
      body { padding: 4vw; font-size: 16px; } #contents h1 { font-size: 1.25em; } .contents { font-size: 0.94em; }
      .contents th:first-child { width: 2.6em; } .contents thead th:nth-child(n+3) { width: 3.4em; font-size: 0.75em; }
      .contents td, .contents th { padding: 0.5em 0.25em; } .contents .number { padding-right: 0.6em; }
      .sheet.large, .sheet.middle, .sheet.small, .sheet.least { font-size: 16px; margin-top: 3em; border-top: 2px solid #000; padding-top: 0.6em; }
      .frame, .frame > *, .frame > * > tr, .frame > * > tr > td, .frame p.book, .title, .part, .part thead, .part tbody,
      .part tr, .part td, .part th { display: block; width: auto; }
      colgroup, th.label, td.under { display: none !important; }
      .frame p.book { font-size: 0.8em; } .title { font-size: 1.15em; } .title .item { display: block; }
      .subtitle { font-size: 1em; }
      table.part td, table.part th { border: 0; padding: 0.5em 0; height: auto !important; } table.part { width: auto; }
      table.part { border-top: 1px solid #333; margin-top: 1em; }
      table.part th.part { padding: 0.4em 0; } table.part th.asked { background: none; padding: 0.5em 0 0; }
      td[data-label]::before { content: attr(data-label); display: block; font-size: 0.87em; color: #333;
        border-left: 4px solid #777; padding-left: 0.5em; margin-bottom: 0.3em; }
      .back { font-size: 0.94em; margin-top: 1em; }
    }

    """
}
