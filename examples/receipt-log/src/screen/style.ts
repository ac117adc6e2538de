import { createHash } from 'node:crypto'
import { styles } from '../../../../packages/audit/src/report/html/styles.ts'

/** The styles of the screen: those of the audit's report, and what only the screen has. */
export const STYLE = `${styles}
.bar { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; margin: 0 0 40px; padding-bottom: 16px; border-bottom: 1px solid var(--line) }
.bar a, .bar button { font-size: 15px }
.bar a[aria-current] { color: inherit; font-weight: 700; text-decoration: none }
.bar .end { margin-left: auto; display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center }
.bar form { margin: 0; line-height: 1.5 }
.bar .end form { display: flex }
button, input, select { font: inherit; color: inherit }
button {
  padding: 7px 16px; border: 1px solid var(--accent); border-radius: 6px; background: var(--accent);
  color: var(--paper); font-weight: 600; cursor: pointer;
}
button.plain { padding: 0; border: 0; background: none; color: var(--accent); font-weight: 400; text-decoration: underline; text-underline-offset: 3px }
input, select { font-weight: 400; min-width: 0; width: 100%; padding: 7px 10px; border: 1px solid var(--soft); border-radius: 6px; background: var(--paper) }
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
.questions .whole { margin: 0 0 12px }
.whole + form { margin-top: 16px }
.sign-in { max-width: 420px; margin-top: 28px }
.sign-in button { margin-top: 16px }
.warning { margin-top: 20px; padding: 14px 18px; border-radius: 6px; background: var(--open-back) }
.facts { margin-top: 16px }
.facts + .facts { margin-top: 0; border-top: 1px solid var(--line) }
table + table { margin-top: 32px }
.key + table { margin-top: 28px }
.shown { margin-top: 12px; padding: 20px 24px; border: 1px solid var(--line); border-radius: 8px }
.shown p { margin-top: 8px; overflow-wrap: anywhere }
.shown p:first-child { margin-top: 0; font-weight: 700 }
.plot { display: block; width: 100%; height: auto; margin: 20px 0 8px }
.plot text { fill: var(--soft); font-size: 12px }
.plot line { stroke: var(--line) }
.give { fill: var(--good); color: var(--good) }
.update { fill: var(--accent); color: var(--accent) }
.withdraw { fill: var(--bad); color: var(--bad) }
.refuse { fill: var(--soft); color: var(--soft) }
.key { display: flex; flex-wrap: wrap; gap: 6px 20px; padding: 0; list-style: none; font-size: 14px }
.key span { color: var(--text) }
.key li::before { content: ""; display: inline-block; width: 12px; height: 12px; margin-right: 8px; border-radius: 2px; background: currentColor }
.count { text-align: right; font-variant-numeric: tabular-nums }
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
.inventory { overflow-x: auto }
.inventory table { margin: 8px 0 20px }
.inventory table td, .inventory table th { min-width: 84px; overflow-wrap: anywhere }
.inventory > ul { padding-left: 1.2em }
td ul { list-style: none; padding: 0 }
td ul li + li { margin-top: 4px }
@media screen and (max-width: 720px) {
  /* The plot is scaled to the window, so its text has to be larger in its own units. */
  .plot text { font-size: 22px }
  .bar { margin-bottom: 28px }
  .bar .end { margin-left: 0 }
  .questions { grid-template-columns: 1fr }
  .inventory table:not(.matrix) { display: table; min-width: 640px }
  .inventory table:not(.matrix) thead { position: static; display: table-header-group; width: auto; height: auto; clip-path: none }
  .inventory table:not(.matrix) tbody { display: table-row-group }
  .inventory table:not(.matrix) tr { display: table-row }
  .inventory table:not(.matrix) th, .inventory table:not(.matrix) td { display: table-cell; padding: 8px 12px 8px 0; border-bottom: 1px solid var(--line) }
}
@media print {
  .bar, form, .links { display: none }
  .plot { max-height: 8cm }
  .inventory { overflow: visible; font-size: 8pt }
  .inventory table { font-size: 7.5pt }
  .inventory table td, .inventory table th { min-width: 52px; padding-right: 6px; overflow-wrap: break-word }
  .inventory table a, .hash { overflow-wrap: anywhere }
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
