import { createHash } from 'node:crypto'
import { styles } from '../../../../packages/audit/src/report/html/styles.ts'

/** The styles of the screen: those of the audit's report, and what only the screen has. */
export const STYLE = `${styles}
:root { --give: #2f6db5; --withdraw: #9a5b0c; --shade: #23253340 }
@media (prefers-color-scheme: dark) { :root { --give: #7fb2ea; --withdraw: #e0a860; --shade: #0009 } }
h1:focus { outline: none }
.skip { position: absolute; left: -9999px; padding: 8px 14px; background: var(--paper) }
.skip:focus { left: 12px; top: 12px; z-index: 1 }
.foot { display: none }
.bar { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; margin: 0 0 40px; padding-bottom: 16px; border-bottom: 1px solid var(--line) }
.bar a, .bar button { font-size: 15px }
.bar a[aria-current] { color: inherit; font-weight: 700; text-decoration: none }
.bar .end { margin-left: auto; display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center }
.bar .links { margin-top: 0 }
.bar form { display: flex; margin: 0 }
.bar button { line-height: inherit }
h1 + table, h1 + .figures { margin-top: 28px }
button, input, select { font: inherit; color: inherit }
button {
  padding: 7px 16px; border: 1px solid var(--accent); border-radius: 6px; background: var(--accent);
  color: var(--paper); font-weight: 600; cursor: pointer;
}
button.plain { padding: 0; border: 0; background: none; color: var(--accent); font-weight: 400; text-decoration: underline; text-underline-offset: 3px }
input, select { font-weight: 400; min-width: 0; width: 100%; height: 42px; margin-top: 4px; padding: 7px 10px; border: 1px solid var(--soft); border-radius: 6px; background: var(--paper) }
button:focus-visible, input:focus-visible, select:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
label { display: block; font-size: 14px; font-weight: 600 }
form .note { display: block; margin-top: 4px }
.fields { margin-top: 24px; display: flex; flex-wrap: wrap; gap: 14px; align-items: end }
.fields > label { flex: 1 1 180px }
.fields > button { flex: none }
.questions { display: grid; grid-template-columns: repeat(auto-fit, minmax(280px, 1fr)); gap: 20px; margin-top: 36px; padding: 0; list-style: none }
.questions > li { padding: 22px 24px; border: 1px solid var(--line); border-radius: 8px }
.questions h2 { margin: 0 0 14px; padding: 0; border: 0; font-size: 18px }
.questions form button { margin-top: 14px }
.wide { grid-column: 1 / -1 }
.whole > div { min-width: 0; overflow-wrap: anywhere }
.questions .whole { margin: 0 0 12px }
.whole + form { margin-top: 16px }
.sign-in { max-width: 420px; margin-top: 28px }
.sign-in button { margin-top: 16px }
.warning { margin-top: 20px; padding: 14px 18px; border-radius: 6px; background: var(--open-back) }
.facts { margin-top: 16px }
.facts + .facts { margin-top: 0; border-top: 1px solid var(--line) }
.figures, details .figures { margin-top: 28px }
.note + table { margin-top: 12px }
.scroll { display: none }
form + .note { margin-top: 8px }
.fields + p { margin-top: 16px }
.shown { margin-top: 12px; padding: 20px 24px; border: 1px solid var(--line); border-radius: 8px }
.shown p { margin-top: 8px; overflow-wrap: anywhere }
.shown p:first-child { margin-top: 0; font-weight: 700 }
.plot { display: block; width: 100%; height: auto; margin: 20px 0 8px }
.plot text { fill: var(--soft); font-size: 12px }
.plot line { stroke: var(--line) }
.give { fill: var(--give); color: var(--give) }
.update { fill: var(--accent); color: var(--accent) }
.withdraw { fill: var(--withdraw); color: var(--withdraw) }
.refuse { fill: var(--soft); color: var(--soft) }
.key { display: flex; flex-wrap: wrap; gap: 6px 20px; padding: 0; list-style: none; font-size: 14px }
.key span { color: var(--text) }
.key li::before { content: ""; display: inline-block; width: 12px; height: 12px; margin-right: 8px; border-radius: 2px; background: currentColor }
.hash { overflow-wrap: anywhere }
.noted { margin-top: 32px }
.noted table { table-layout: fixed }
.noted th, .noted td { overflow-wrap: anywhere }
.noted th:nth-child(2) { width: 22% }
.noted th:nth-child(3) { width: 30% }
.done { background: var(--good-back) }
.lead { margin-top: 16px; color: var(--soft) }
.fields > .long, .fields > .note { flex: 1 0 100%; margin-top: 0 }
.now { margin-top: 20px; padding: 14px 18px; border-left: 4px solid var(--accent); background: var(--back); font-size: 18px; font-weight: 600; line-height: 1.5 }
.ask { max-width: 420px; margin-top: 24px }
.ask button { margin-top: 14px }
.questions .ask { margin-top: 0 }
.facts dt .note { display: block; font-weight: 400; font-size: 13px }
.other { display: block; margin-top: 6px; padding-left: 10px; border-left: 3px solid var(--open); font-size: 14px }
.links { display: flex; flex-wrap: wrap; gap: 6px 20px; margin-top: 12px }
/* A shadow at an edge shows that there is more beyond it; the covers scroll with the tables. */
.inventory {
  overflow-x: auto; background:
    linear-gradient(to right, var(--paper) 40%, transparent) left / 36px 100% no-repeat local,
    linear-gradient(to left, var(--paper) 40%, transparent) right / 36px 100% no-repeat local,
    linear-gradient(to right, var(--shade), transparent) left / 14px 100% no-repeat scroll,
    linear-gradient(to left, var(--shade), transparent) right / 14px 100% no-repeat scroll;
}
.inventory table { margin: 8px 0 20px }
.inventory table td, .inventory table th { min-width: 84px; overflow-wrap: anywhere }
.inventory > ul { padding-left: 1.2em }
td ul { list-style: none; padding: 0 }
td ul li + li { margin-top: 4px }
@media print, (min-width: 721px) {
  .audits td:nth-child(4), .audits th:first-child { min-width: 92px }
  .audits td ul a { white-space: nowrap }
  .figures:not(.dated) tr > :nth-child(n + 2), .dated tr > :nth-child(n + 4) { text-align: right; font-variant-numeric: tabular-nums }
}
@media screen and (min-width: 721px) {
  .audits td:nth-child(2) { min-width: 160px }
  .audits td:nth-child(5) { min-width: 170px }
  .audits td:nth-child(6) { min-width: 100px }
}
@media screen and (max-width: 720px) {
  .scroll { display: block }
  /* The plot is scaled to the window, so its text has to be larger in its own units. */
  .plot text { font-size: 22px }
  .bar { margin-bottom: 28px }
  .bar .end { margin-left: 0 }
  .questions { grid-template-columns: 1fr }
  .questions > li { min-width: 0; padding: 20px 16px }
  .inventory table:not(.matrix) { display: table; min-width: 640px }
  .inventory table:not(.matrix) thead { position: static; display: table-header-group; width: auto; height: auto; clip-path: none }
  .inventory table:not(.matrix) tbody { display: table-row-group }
  .inventory table:not(.matrix) tr { display: table-row }
  .inventory table:not(.matrix) th, .inventory table:not(.matrix) td { display: table-cell; padding: 8px 12px 8px 0; border-bottom: 1px solid var(--line) }
}
@media print {
  .bar, .skip, form, .links, .scroll { display: none }
  body { font-size: 9pt; line-height: 1.4 }
  h1 { font-size: 16pt }
  h2 { margin: 16pt 0 5pt; padding-top: 6pt; font-size: 12pt }
  h3 { margin: 9pt 0 3pt; font-size: 10pt }
  .note, .when { font-size: 8pt }
  .what { font-size: 10pt }
  .now { margin-top: 8pt; padding: 5pt 9pt; font-size: 11pt; border: 1px solid var(--line); border-left: 3pt solid var(--text) }
  .whole { margin-top: 10pt; padding: 8pt 10pt }
  .whole .sentence { font-size: 12pt }
  table { font-size: 8pt; line-height: 1.35 }
  thead th { font-size: inherit }
  th, td { padding: 3pt 8pt 3pt 0 }
  .facts, .facts + .facts { margin-top: 4pt; columns: 2; column-gap: 16pt; border: 0; font-size: 8pt }
  dl > div, dl > div:last-child { grid-template-columns: 90pt 1fr; gap: 8pt; padding: 2pt 0; border-bottom: 1px solid var(--line) }
  .facts dt .note { display: none }
  .shown { margin-top: 5pt; padding: 6pt 9pt; columns: 3; column-gap: 14pt; font-size: 7pt; line-height: 1.25 }
  .shown p { margin-top: 1pt }
  .foot { display: block; margin-top: 14pt; padding-top: 5pt; border-top: 1px solid var(--line); font-size: 8pt; break-inside: avoid }
  .plot { max-height: 8cm }
  .inventory { overflow: visible; background: none; font-size: 7pt; line-height: 1.25 }
  .inventory h3 { margin: 7pt 0 2pt; font-size: 9pt }
  .inventory h4 { font-size: 8pt }
  .inventory table { margin: 1pt 0 4pt; font-size: 6pt; line-height: 1.2 }
  .inventory table td, .inventory table th { padding-top: 1pt; padding-bottom: 1pt }
  .inventory table td, .inventory table th { min-width: 52px; padding-right: 6px; overflow-wrap: break-word }
  .inventory table a, .hash { overflow-wrap: anywhere }
}
`

/** Allows the styles above, and no script. */
export const POLICY: string = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Allows what a report of the audit needs: its own styles and pictures, in a frame of their own. */
export const REPORT_POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"
