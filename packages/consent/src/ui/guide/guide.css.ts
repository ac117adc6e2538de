/**
 * The styles of the guide: a menu path is a row of labels. The message about copying is in an
 * `<output>` that is drawn with the guide and never hidden, because screen readers may not announce
 * an element that was hidden before.
 */
export const guideCss: string = `
.guide{gap:16px;padding-bottom:24px}
.guide section{gap:8px}
select{display:block;width:100%;min-height:44px;margin-top:4px;padding:0 12px;font:inherit;color:var(--t);background:var(--b);border:1px solid var(--q);border-radius:var(--r)}
.path{display:flex;flex-wrap:wrap;gap:8px 4px;padding:0;list-style:none}
.path li{display:flex;gap:4px}
.path span{padding:2px 8px;background:#80808018;border-radius:4px}
.path li:not(:last-child)::after{content:"›";color:var(--q)}
.path:dir(rtl) li:not(:last-child)::after{content:"‹"}
.address{display:flex;flex-wrap:wrap;gap:8px;align-items:center}
.address span,output{flex:1 0 100%}
output:empty{margin-top:-8px}
code{flex:1 1 0;min-width:160px;padding:8px 12px;font-family:ui-monospace,monospace;background:#80808018;border-radius:var(--r);user-select:all}
:where(.guide) a{min-height:24px}
.checked{font-size:.93em;color:var(--q)}
`
