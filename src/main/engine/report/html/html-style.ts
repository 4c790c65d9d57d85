/** Room for so many missing decimals; an amount has at most eight, two of them always. */
export const MOST_ROOM = 6;
const ROOM = Array.from(
  { length: MOST_ROOM },
  (_, index) => `td.n.p${index + 1} { padding-right: calc(7px + ${index + 1}ch); }`,
).join(' ');

/** The look of the HTML report: a ledger on screen in light and dark, ink on white on paper. */
export const HTML_STYLE = `
:root { color-scheme: light dark; --ink: #1d2430; --muted: #5b6472; --line: #d9dee6; --paper: #ffffff;
  --band: #f4f6f9; --accent: #1f5fbf; --over: #b3261e; --under: #1b6e4b; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ee; --muted: #a3adbb; --line: #39414d;
  --paper: #171b21; --band: #20262e; --accent: #8ab4ff; --over: #ff9b92; --under: #7fd4ab; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 14px/1.5 system-ui, "Segoe UI",
  "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Malgun Gothic", "Apple SD Gothic Neo",
  "Noto Sans KR", sans-serif; }
main { max-width: 1500px; margin: 0 auto; padding: 28px 24px 48px; }
h1 { font-size: 24px; margin: 0 0 12px; } h2 { font-size: 17px; margin: 32px 0 8px; }
p.note, .muted { color: var(--muted); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 20px; margin: 0; }
dt { color: var(--muted); } dd { margin: 0; overflow-wrap: anywhere; }
.totals { display: flex; flex-wrap: wrap; gap: 8px 44px; margin: 24px 0 0; padding: 16px 0;
  border-block: 1px solid var(--line); }
.totals div { min-width: 120px; } .totals span { display: block; color: var(--muted); }
.totals strong { font-size: 21px; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 13px; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 7px; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { position: sticky; top: 0; background: var(--band); font-weight: 600; }
td.n, th.n { text-align: right; } td.n, td.d { white-space: nowrap; } th { vertical-align: bottom; }
th.n { min-width: 60px; }
${ROOM}
td.t { min-width: 90px; max-width: 460px; overflow-wrap: anywhere; white-space: pre-line; }
td.m { min-width: 120px; } td.l { min-width: 200px; } :lang(ko) { word-break: keep-all; }
.over { color: var(--over); } .under { color: var(--under); }
.filters { display: flex; flex-wrap: wrap; gap: 10px 16px; align-items: end; margin: 8px 0 12px; }
.filters label { display: grid; gap: 2px; color: var(--muted); font-size: 13px; }
.filters input, .filters select { font: inherit; color: var(--ink); background: var(--paper);
  border: 1px solid var(--line); border-radius: 4px; padding: 5px 8px; min-width: 150px; }
.filters input:focus-visible, .filters select:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.filters output { margin-left: auto; font-weight: 600; }
tr[hidden] { display: none; }
td.b { width: 50%; } svg.bar { width: 100%; min-width: 160px; height: 14px; } svg .over { fill: var(--over); } svg .under { fill: var(--under); }
svg .whole { fill: var(--accent); } footer { margin-top: 40px; padding-top: 12px;
  border-top: 1px solid var(--line); color: var(--muted); overflow-wrap: anywhere; }
@page { size: A4 landscape; margin: 12mm; }
@media print { :root { --ink: #000; --muted: #444; --line: #bbb; --paper: #fff; --band: #eee; --accent: #1f5fbf;
  --over: #b3261e; --under: #1b6e4b; } body, table { font-size: 9pt; } main { padding: 0; max-width: none; }
  .filters { display: none; } thead { display: table-header-group; } thead th { position: static; }
  tr { break-inside: avoid; } .scroll { overflow: visible; } th, td { padding: 2px 5px; } }
`;
