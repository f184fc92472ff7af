/** The report's style sheet: the identity's paper, ink and plan colours, light, dark and on paper. */
import { DARK, LIGHT, type Palette } from "../charts/palette.ts";

function properties({ paper, ink, secondary, rule, plans }: Palette): string {
  const colours = plans.map((colour, i) => `--plan-${i + 1}:${colour}`).join(";");
  return `--paper:${paper};--ink:${ink};--secondary:${secondary};--rule:${rule};${colours}`;
}

export const STYLE = `
:root{${properties(LIGHT)};color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{${properties(DARK)}}}
@media print{:root{${properties(LIGHT)}}}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 'Libre Franklin Variable',sans-serif}
main{max-width:880px;margin:0 auto;padding:32px}
h1,h2{font-family:'Source Serif 4 Variable',serif;font-weight:600;line-height:1.25}
h1{font-size:28px;margin:0 0 12px}
h2{font-size:22px;margin:0 0 8px}
h3{font-size:15px;margin:20px 0 4px}
p{margin:0 0 8px;max-width:72ch;overflow-wrap:anywhere}
section{border-top:1px solid var(--ink);margin-top:32px;padding-top:12px}
svg{display:block;min-width:640px;max-width:100%;height:auto;margin-top:12px;font-family:'Libre Franklin Variable',sans-serif}
.wide{overflow-x:auto}
table{border-collapse:collapse;margin:16px 0;font-size:13px;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:600;padding-bottom:4px}
th,td{text-align:left;padding:4px 16px 4px 0;border-bottom:1px solid var(--rule);vertical-align:top;font-weight:400}
thead th{color:var(--secondary);font-size:12px}
pre{overflow-x:auto;font-size:12px;line-height:1.4;white-space:pre}
@media print{pre{white-space:pre-wrap}section{break-inside:auto}svg,tr{break-inside:avoid}}
@media (max-width:600px){main{padding:16px}}
`;
