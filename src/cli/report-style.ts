/** How the report looks: calm on the screen, A4 on paper, readable in grey. Levels carry a word, never colour alone. */
export const REPORT_STYLE = `
@page { size: A4 landscape; margin: 15mm 12mm; }
* { box-sizing: border-box; }
body { font: 14px/1.55 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; color: #222; max-width: 1200px; margin: 0 auto; padding: 24px 16px; }
h1 { font-size: 22px; margin: 0 0 4px; color: #1F5E6B; }
h2 { font-size: 18px; margin: 32px 0 2px; padding-top: 12px; border-top: 2px solid #1F5E6B; overflow-wrap: anywhere; }
p { margin: 4px 0; }
.about, .note, footer, header p { color: #555; }
table { border-collapse: collapse; width: 100%; margin: 10px 0; }
th, td { border: 1px solid #CBD5D8; padding: 4px 8px; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #1F5E6B; color: #fff; font-weight: normal; white-space: nowrap; }
caption { text-align: left; font-weight: bold; padding: 10px 0 4px; }
caption small { font-weight: normal; color: #555; }
a { color: #1F5E6B; }
.count, .step { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.step { text-align: center; width: 44px; }
.level { width: 52px; white-space: nowrap; }
.cell { width: 112px; }
.clause { width: 110px; }
.issues td:nth-child(4) { width: 34%; }
.counts span { display: inline-block; margin-right: 16px; }
td.error, .counts .error, tr.error .level, .failure { color: #A4262C; font-weight: bold; }
td.warning, .counts .warning, tr.warning .level { color: #8A5A00; font-weight: bold; }
.none, .absent td, td.absent { color: #888; }
.steps { width: auto; min-width: 46%; }
footer { margin-top: 32px; border-top: 1px solid #CBD5D8; padding-top: 8px; font-size: 12px; }
@media (max-width: 640px) { body { padding: 12px 8px; } .overview, .file { overflow-x: auto; } .issues th:last-child, .issues td:last-child { display: none; } .level { width: 44px; }   .cell { width: 64px; } .overview td:first-child { min-width: 120px; } th, td { padding: 3px 5px; } }
@media print {
  body { padding: 0; max-width: none; font-size: 9.5pt; }
  a { color: inherit; text-decoration: none; }
  .file { break-before: page; }
  .overview + .file { break-before: page; }
  thead { display: table-header-group; }
  tr, h2, caption { break-inside: avoid; }
  caption { break-after: avoid; }
  th { background: #fff; color: #000; border-bottom: 2px solid #000; }
}
`;
