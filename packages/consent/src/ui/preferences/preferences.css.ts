/**
 * The styles of the dialog and its form: a sheet in narrow windows, a centred box in wide ones. No
 * column of a grid is wider than its container at any font size. In a narrow place, a table is
 * shown as a list.
 */
export const preferencesCss: string = `
dialog{width:100%;max-width:100%;max-height:100vh;max-height:100dvh;margin:auto 0 0;padding:0 20px;overflow:auto;overscroll-behavior:contain}
dialog::backdrop{background:#2325337f}
.head,.foot{display:flex;background:var(--b)}
.head{align-items:center;margin-inline-end:-12px;padding:8px 0}
.head h2{flex:1}
.head .quiet{flex:none;margin-inline-start:-12px}
#close,#hide{flex:none;min-width:44px;padding:0;font-size:1.6em;font-weight:400}
form,fieldset,.own,.guide,.guide section{display:grid;grid:auto/minmax(0,1fr)}
form{gap:16px}
form[hidden]{display:none}
.foot{flex-wrap:wrap;gap:8px}
.preferences .foot{bottom:0;margin:0 -20px;padding:16px 20px;border-top:1px solid var(--l)}
.foot .choice{color:var(--a);background:none;border:1px solid}
.primary{flex:1 0 auto;color:var(--o);background:var(--f);border-color:var(--a)}
.outline{display:inline-flex;align-items:center;border:1px solid;text-decoration:none}
fieldset{gap:12px;min-width:0;padding:0;border:0}
legend{padding:0 0 8px;font-weight:700}
.purpose{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:center;padding:16px 16px 8px;border:1px solid var(--l);border-radius:var(--r)}
.purpose>:first-child{flex:1;min-width:min-content;font-weight:700}
.purpose>:is(p,details,.services){flex:1 0 100%;min-width:0}
.purpose p,.purpose span,form dt{color:var(--q)}
.services{gap:8px;margin:8px 0;padding-inline-start:12px;border-inline-start:2px solid var(--l)}
.services>div{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:16px;align-items:center}
form details{container-type:inline-size}
form details>:not(summary){margin:4px 0 8px}
form summary{min-height:32px;padding:6px 0}
form>.quiet{justify-self:start;padding-inline:0}
.own{gap:8px}
.own h3{margin-top:8px}
.own .outline{justify-self:start}
.note{padding-inline-start:12px;border-inline-start:4px solid var(--a)}
small,table{font-size:.93em}
small,label{display:block}
small{margin-top:4px}
table{width:100%;border-collapse:collapse}
th,td{padding:6px 0;padding-inline-end:12px;overflow-wrap:anywhere;text-align:start;vertical-align:top;border-top:1px solid var(--l)}
thead th{border:0;color:var(--q);font-weight:400}
input{display:flex;width:44px;height:24px;padding:3px;appearance:none;-webkit-appearance:none;border:2px solid var(--q);border-radius:12px;cursor:pointer}
input::before{content:"";width:14px;border-radius:50%;background:var(--q)}
input:checked{background:var(--f);border-color:var(--a)}
input:checked::before{background:var(--o);margin-inline-start:20px}
@container(max-width:29em){table,tbody,tr,th,td{display:block}thead{display:none}tr{padding:6px 0;border-top:1px solid var(--l)}tr:first-child{padding-top:0;border:0}th,td{padding:0;border:0}td::before{content:attr(data-label) ": ";color:var(--q)}}
@media(min-height:480px){.head,.foot{position:sticky;z-index:1}.head{top:0}.inline .foot{position:static}dialog{scroll-padding:64px 0 128px}}
@media(min-width:600px){dialog{width:600px;max-height:calc(100vh - 48px);margin:auto;padding:0 32px}.head h2{font-size:1.4em}.preferences .foot{margin:0 -32px;padding:16px 32px}.foot .choices,.primary{flex-grow:0}.primary{margin-inline-start:auto}}
@media(forced-colors:active){input{forced-color-adjust:none;--q:CanvasText;--f:CanvasText;--a:CanvasText;--o:Canvas}}
@media(prefers-reduced-motion:no-preference){input::before{transition:margin .15s}}
`
