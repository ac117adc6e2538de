/** The styles of the report, for screens from 320 px, light and dark, and for paper. */
export const styles = `
:root {
  color-scheme: light dark;
  --text: #232533; --soft: #595c6b; --line: #dddde4; --paper: #fff; --back: #f7f7fa;
  --accent: #5a2fa8; --good: #1f7a3d; --bad: #b3261e; --open: #8a5a00;
  --good-back: #eef7f0; --bad-back: #fdf1f0; --open-back: #fdf6e7;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "Noto Sans Mono", monospace;
}
:root:lang(ko) {
  --sans: "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", "Noto Sans CJK KR", sans-serif;
}
:root:lang(ja) {
  --sans: "Hiragino Sans", "Yu Gothic UI", "Meiryo", "Noto Sans JP", "Noto Sans CJK JP", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e9e9f0; --soft: #a9acbb; --line: #3a3c4a; --paper: #1c1d26; --back: #14151c;
    --accent: #c3b2f5; --good: #7fd197; --bad: #ff9d94; --open: #f0c268;
    --good-back: #1b2a20; --bad-back: #321f20; --open-back: #2e2717;
  }
}
* { box-sizing: border-box }
body {
  margin: 0; background: var(--back); color: var(--text);
  font: 400 16px/1.6 var(--sans); -webkit-text-size-adjust: 100%;
}
:lang(ko) body, body:lang(ko) { word-break: keep-all }
body:lang(ja) { line-break: strict; word-break: auto-phrase }
main {
  max-width: 1000px; margin: 0 auto; padding: 56px 64px 72px; background: var(--paper);
}
h1, h2, h3, h4, p, ol, ul, dl, dd, table { margin: 0 }
h1 { font-size: 34px; line-height: 1.25; font-weight: 700; letter-spacing: -.01em; overflow-wrap: anywhere }
h2 {
  margin: 64px 0 16px; padding-top: 20px; border-top: 1px solid var(--line);
  font-size: 22px; line-height: 1.35; font-weight: 700;
}
h3 { margin: 32px 0 12px; font-size: 17px; line-height: 1.4; font-weight: 700 }
h4 { font-size: 16px; line-height: 1.5; font-weight: 600 }
.page h4 { margin: 24px 0 6px }
a { color: var(--accent); text-underline-offset: 3px; text-decoration-thickness: 1px }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px }
code {
  font: .875em/1.5 var(--mono); overflow-wrap: anywhere; word-break: break-word;
  unicode-bidi: isolate; direction: ltr;
}
.unseen {
  position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap;
}
.kind { color: var(--accent); font-size: 14px; font-weight: 700; margin-bottom: 6px }
.what { margin-top: 8px; font-size: 18px; line-height: 1.5 }
.when, .where, .note { color: var(--soft); font-size: 14px }
.when { margin-top: 8px }
.where { overflow-wrap: anywhere }
.note { display: inline-block; font-weight: 400; overflow-wrap: anywhere }
.sign { width: 18px; height: 18px; flex: none; fill: none }
.sign circle { fill: currentColor }
.sign path { stroke: var(--paper); stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round }
.holds { --tone: var(--good); --wash: var(--good-back) }
.fails { --tone: var(--bad); --wash: var(--bad-back) }
.not-evaluable { --tone: var(--open); --wash: var(--open-back) }
.mark {
  display: inline-flex; align-items: center; gap: 6px; color: var(--tone);
  font-weight: 600; white-space: nowrap; vertical-align: middle;
}
.whole {
  display: flex; gap: 20px; align-items: flex-start; margin-top: 36px; padding: 26px 28px;
  background: var(--wash); border-radius: 6px;
}
.whole > .sign { width: 36px; height: 36px; color: var(--tone) }
.whole .sign path { stroke: var(--wash) }
.whole .sentence { font-size: 22px; line-height: 1.4; font-weight: 700; margin-bottom: 6px }
.failed { padding-left: 1.6em }
.failed ul { padding-left: 1.1em; font-size: 15px }
.failed ul li { padding: 1px 0 1px 2px; overflow-wrap: anywhere }
.failed > li > a { font-weight: 600; overflow-wrap: anywhere }
.changes, .breaches, .clicks { padding-left: 1.2em; margin-top: 4px }
.changes li, .breaches li, .clicks li { padding: 3px 0; overflow-wrap: anywhere }
.breaches .note { display: block }
.new {
  display: inline-block; padding: 0 8px; border: 1px solid var(--bad); border-radius: 4px;
  color: var(--bad); font-size: 13px; line-height: 1.5; font-weight: 600;
}
.idle { margin-top: 12px; font-size: 15px; overflow-wrap: anywhere }
.controls { list-style: none; padding: 0 }
.failed li { padding: 3px 0 3px 4px }
.failed li::marker { color: var(--soft); font-variant-numeric: tabular-nums }
.failed a { color: inherit; text-decoration-color: var(--line) }
.failed a:hover { text-decoration-color: currentColor }
.page { margin-top: 40px }
.address { overflow-wrap: anywhere }
.address code { font-family: inherit; font-size: inherit; font-weight: inherit }
table { width: 100%; border-collapse: collapse; text-align: left; font-size: 15px; line-height: 1.5 }
caption { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
th, td { padding: 10px 16px 10px 0; border-bottom: 1px solid var(--line); vertical-align: top; font-weight: 400 }
th:last-child, td:last-child { padding-right: 0 }
thead th { color: var(--soft); font-size: 13px; line-height: 1.4; vertical-align: bottom }
tbody th { font-weight: 500 }
td .label { display: none }
.finding table { table-layout: fixed }
.finding thead th:nth-child(2), .finding thead th:nth-child(3) { width: 27% }
.finding thead th:nth-child(4) { width: 26% }
.finding thead th:nth-child(2):last-child { width: 50% }
.standing { white-space: nowrap }
.states { table-layout: fixed }
.states th:last-child { width: 18% }
.states th:nth-child(6) { width: 10% }
.matrix { table-layout: fixed }
.matrix .group th { padding-top: 22px; font-size: 14px; font-weight: 600 }
.matrix thead th { font-size: 14px; color: var(--text); font-weight: 600 }
.matrix th:first-child { width: 27% }
.matrix td, .matrix th { padding-right: 10px; vertical-align: middle }
.none { color: var(--soft) }
.held { list-style: none; padding: 0; margin: 4px 0 20px }
.held li { display: grid; grid-template-columns: 18px 1fr; gap: 10px; padding: 4px 0 }
.held .sign { color: var(--tone); margin-top: 4px }
.finding { padding: 18px 0 16px; border-bottom: 1px solid var(--line); scroll-margin-top: 16px }
.finding:target, .picture:target { outline: 2px solid var(--accent); outline-offset: 8px; border-radius: 2px }
.finding h4 { display: grid; grid-template-columns: 150px 1fr; gap: 12px; align-items: baseline }
.finding h4 .mark { align-self: start; padding-top: 0 }
.finding h4 > span:last-child { overflow-wrap: anywhere }
.finding > .where, .finding > details, .finding > .open, .finding > .see, .finding > .breaches { margin-left: 162px }
.finding > .breaches { font-size: 15px }
.reason { display: block }
.open { font-size: 15px; margin-top: 6px }
.open ul, .notes { padding-left: 1.2em; margin-top: 4px }
.see { font-size: 14px; margin-top: 6px }
details { margin-top: 8px }
summary { cursor: pointer; color: var(--accent); font-size: 15px; font-weight: 500; padding: 4px 0 }
.phase { border-bottom: 1px solid var(--line); margin: 0; padding: 8px 0 }
.phase summary { color: inherit; font-size: 16px; font-weight: 600 }
.phase .count { color: var(--soft); font-weight: 400; margin-left: 4px; font-variant-numeric: tabular-nums }
.phase table { margin: 8px 0 12px }
.phase tr:last-child > *, .finding tr:last-child > * { border-bottom: 0 }
.method { color: var(--soft); font-size: 13px; font-weight: 600 }
.pictures { display: grid; grid-template-columns: 1fr 1fr; gap: 20px; margin: 12px 0 }
.picture { margin: 0; scroll-margin-top: 16px }
.picture img { display: block; width: 100%; border-radius: 4px }
.picture figcaption { margin-top: 6px; font-size: 15px; line-height: 1.5; overflow-wrap: anywhere }
.picture strong { font-weight: 600 }
.shot { position: relative; overflow: hidden; border: 1px solid var(--line); border-radius: 4px }
.shot svg { position: absolute; inset: 0; width: 100%; height: 100% }
.shot rect { fill: none; stroke: #d6249f; stroke-width: 6 }
.shot .halo { stroke: #fff; stroke-width: 12 }
.standing.undeclared, .state.granted, .state.not-set { font-weight: 600 }
.standing.undeclared { color: var(--bad) }
dl > div { display: grid; grid-template-columns: 190px 1fr; gap: 16px; padding: 10px 0; border-bottom: 1px solid var(--line) }
dl > div:last-child { border-bottom: 0 }
dt { font-weight: 600 }
dd { overflow-wrap: anywhere }
dd ul { list-style: none; padding: 0 }
@media screen and (max-width: 720px) {
  main { padding: 28px 20px 48px }
  h1 { font-size: 26px }
  h2 { margin-top: 48px; font-size: 20px }
  .what { font-size: 16px }
  .whole { gap: 14px; padding: 20px 18px; margin-top: 28px }
  .whole > .sign { width: 28px; height: 28px }
  .whole .sentence { font-size: 19px }
  .matrix th:first-child { width: 30% }
  .matrix { font-size: 14px }
  .matrix th, .matrix td { padding-right: 4px; text-align: center; overflow-wrap: anywhere }
  .matrix th:first-child { text-align: left; padding-right: 8px }
  .matrix thead th { font-size: 12.5px }
  .matrix .sign { width: 22px; height: 22px }
  .matrix td:not(.all) .mark > span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  .finding h4, dl > div { grid-template-columns: 1fr; gap: 2px }
  .finding > .where, .finding > details, .finding > .open, .finding > .see, .finding > .breaches { margin-left: 0 }
  .pictures { grid-template-columns: 1fr }
  .matrix .all { text-align: left; padding-left: 9px }

  table:not(.matrix), table:not(.matrix) tbody { display: block }
  table:not(.matrix) thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
  table:not(.matrix) tr { display: block; padding: 12px 0; border-bottom: 1px solid var(--line) }
  table:not(.matrix) th, table:not(.matrix) td { display: block; border: 0; padding: 2px 0 }
  table:not(.matrix) tbody th { font-weight: 600; overflow-wrap: anywhere }
  td .label { display: inline; color: var(--soft); font-size: 13px }
  table:not(.matrix) td { display: grid; grid-template-columns: 112px 1fr; gap: 10px; align-items: baseline }
  td > div { min-width: 0; overflow-wrap: anywhere }
}
@media screen and (max-width: 420px) {
  /* The columns are narrower than the English words. */
  :lang(en) .matrix thead th:not(:first-child) { writing-mode: vertical-rl; transform: rotate(180deg); overflow-wrap: normal; white-space: nowrap; text-align: left; padding: 6px 0 }
}
@page { margin: 18mm 16mm }
@media print {
  :root {
    color-scheme: light; --text: #000; --soft: #444; --line: #bbb; --paper: #fff; --back: #fff;
    --accent: #000; --good: #1f7a3d; --bad: #b3261e; --open: #8a5a00;
    --good-back: #fff; --bad-back: #fff; --open-back: #fff;
  }
  body { font-size: 10.5pt }
  main { max-width: none; padding: 0 }
  .whole { border: 1px solid var(--tone) }
  h2, h3, h4 { break-after: avoid }
  .finding, tr, dl > div { break-inside: avoid }
  details::details-content { content-visibility: visible; display: block; height: auto }
  summary { list-style: none }
  .picture img { max-height: 12cm }
}
`
