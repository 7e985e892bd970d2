/** How a page looks: on a screen in light and dark, on a telephone, and on paper. */

const light = `--page:#fff;--card:#fff;--text:#1b1f24;--soft:#57606a;--line:#d0d7de;--link:#0550ae;
--low:#1a7f4b;--medium:#9a6700;--high:#c4314b;--plain:#3b6fd4;
--map-0:#eaeef2;--map-1:#c5dbf7;--map-2:#8bb8ee;--map-3:#4f8fdd;--map-4:#2264b8;--map-5:#0b3d80`;

const dark = `--page:#0d1117;--card:#161b22;--text:#e6edf3;--soft:#9da7b3;--line:#3d444d;--link:#79b8ff;
--low:#3fb97c;--medium:#d9a514;--high:#ff7b8e;--plain:#79a8ff;
--map-0:#262c36;--map-1:#12376b;--map-2:#1d56a3;--map-3:#3a7fd5;--map-4:#79b0f2;--map-5:#cbe1ff`;

export function styles(): string {
  return `
:root{color-scheme:light dark;${light}}
@media screen and (prefers-color-scheme:dark){:root{${dark}}}
*{box-sizing:border-box}
body{background:var(--page);color:var(--text);font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:64rem;padding:1rem 1.25rem 3rem}
h1{font-size:1.75rem;margin:.25rem 0 0}h2{font-size:1.15rem;margin:0 0 .75rem}
header p,.note,dt{color:var(--soft)}header p{margin:0}.note{font-size:.875rem;margin:.5rem 0}
header .notice{border:2px solid var(--medium);border-radius:10px;color:var(--text);font-weight:600;margin:.75rem 0;padding:.5rem 1rem}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:.75rem 0 1.25rem;padding:0}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,.wide:focus-visible{outline:3px solid var(--plain);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem}
main,.column{display:grid;gap:1rem;align-content:start}main{grid-template-columns:repeat(2,minmax(0,1fr))}
section{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1rem 1.25rem;min-width:0}
#summary,#riskiest,#countries,.full{grid-column:1/-1}
dl{display:flex;flex-wrap:wrap;gap:.75rem 1.75rem;margin:0}dt{font-size:.875rem}dd{margin:0;font-size:1.5rem;font-weight:600;font-variant-numeric:tabular-nums}
.chart svg,.map svg{display:block;height:auto;max-width:100%}.map svg{width:100%}.chart svg{width:100%}.chart{max-width:26rem}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:.5rem 0;padding:0;font-size:.875rem}
.swatch{border:1px solid var(--line);border-radius:3px;display:inline-block;height:.9em;margin-right:.4em;vertical-align:-.1em;width:.9em;print-color-adjust:exact;-webkit-print-color-adjust:exact}
summary{cursor:pointer;color:var(--link);font-size:.875rem;padding:.25rem 0;width:fit-content}
.wide{overflow-x:auto}
.any{display:inline-block;min-width:6.5rem;overflow-wrap:anywhere}
table{border-collapse:collapse;font-size:.9375rem;font-variant-numeric:tabular-nums;width:100%}
th,td{border-bottom:1px solid var(--line);padding:.35rem .75rem .35rem 0;text-align:left}
thead th{color:var(--soft);font-size:.8125rem;font-weight:600}tbody th{font-weight:400}
.low{color:var(--low)}.medium{color:var(--medium)}.high{color:var(--high);font-weight:600}
@media(max-width:48rem){main{grid-template-columns:minmax(0,1fr)}body{padding:.75rem .75rem 2rem}section{padding:.875rem}table{font-size:.875rem}th,td{padding-right:.5rem}.full td{white-space:nowrap}}
@media print{@page{margin:14mm}nav,.skip,details{display:none}body{font-size:11pt;max-width:none;padding:0}section{break-inside:avoid}.wide{overflow:visible}svg,svg *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
}
