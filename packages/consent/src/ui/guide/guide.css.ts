/**
 * The guide: menu words as a path of small labels. What was copied is said in an `<output>` that is there
 * before, empty: one that is not shown until then is not heard.
 */
export const guideCss: string = `
.guide{gap:16px;padding-bottom:24px}
.guide section{gap:8px}
h3{font-size:14px;font-weight:700}
select{display:block;width:100%;min-height:44px;margin-top:4px;padding:0 12px;font:inherit;color:var(--t);background:var(--b);border:1px solid var(--q);border-radius:var(--r)}
.path{display:flex;flex-wrap:wrap;gap:8px 4px;padding:0;list-style:none}
.path li{display:flex;gap:4px}
.path span{padding:2px 8px;background:var(--s);border-radius:4px}
.path li:not(:last-child)::after{content:"›";color:var(--q)}
.path:dir(rtl) li:not(:last-child)::after{content:"‹"}
.address{display:flex;flex-wrap:wrap;gap:8px;align-items:center}
.address span,output{flex:1 0 100%}
output:empty{margin-top:-8px}
code{flex:1 1 0;min-width:160px;padding:8px 12px;font:13px/1.6 ui-monospace,monospace;background:var(--s);border-radius:var(--r);user-select:all}
:where(.guide) a{min-height:24px}
.checked{font-size:13px;color:var(--q)}
`
