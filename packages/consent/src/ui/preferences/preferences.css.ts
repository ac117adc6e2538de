/**
 * The dialog: a sheet on narrow windows, a box in the middle on wide ones; and the form in it. No column
 * is wider than its place, however large a visitor's letters are; a table that has no room is a list.
 */
export const preferencesCss: string = `
dialog{width:100%;max-width:100%;max-height:100vh;max-height:100dvh;margin:auto 0 0;padding:0 20px}
dialog::backdrop{background:#2325337f}
.head,.foot{display:flex;gap:8px;background:var(--b)}
.head{align-items:center;margin-inline-end:-12px;padding:8px 0}
.head h2{flex:1;margin:0;font-size:20px;line-height:1.3}
.head .quiet{flex:none;margin-inline-start:-12px}
#close{flex:none;min-width:44px;padding:0;font-size:22px;font-weight:400}
form,fieldset,.own,.own dl,.guide,.guide section{display:grid;grid:auto/minmax(0,1fr)}
form{gap:16px}
form[hidden]{display:none}
.foot{flex-wrap:wrap}
.preferences .foot{bottom:0;margin:0 -20px;padding:16px 20px;border-top:1px solid var(--l)}
.foot .choice{color:var(--a);background:none;border:1px solid}
.primary{flex:1 0 auto;color:var(--o);background:var(--a)}
.outline{display:inline-flex;align-items:center;border:1px solid;text-decoration:none}
fieldset{gap:12px;min-width:0;padding:0;border:0}
legend{padding:0 0 8px;font-weight:700}
.purpose{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:center;padding:16px 16px 8px;border:1px solid var(--l);border-radius:var(--r)}
.purpose>:first-child{flex:1;min-width:min-content;font-weight:700}
.purpose>:is(p,details,.services){flex:1 0 100%;min-width:0}
.purpose p,.purpose span,form dt,.own dt{color:var(--q)}
.services{gap:8px;margin:8px 0;padding-inline-start:12px;border-inline-start:2px solid var(--l)}
.services>div{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:16px;align-items:center}
form details{container-type:inline-size}
form details>:not(summary){margin:4px 0 8px}
form summary{min-height:32px;padding:6px 0}
form>.quiet{justify-self:start;padding-inline:0}
.own{gap:8px}
.own h3{margin-top:8px;font-size:inherit}
.own dl{gap:4px}
.own dl>div{display:flex;flex-wrap:wrap;gap:0 16px;margin:0}
.own dt{flex:0 1 10em;margin:0;font-weight:400}
.own dd{flex:1 1 9em;min-width:0}
.own .outline{justify-self:start}
.note{padding-inline-start:12px;border-inline-start:4px solid var(--a)}
small{display:block;margin-top:4px;font-size:13px}
table{width:100%;border-collapse:collapse;font-size:13px}
th,td{padding:6px 0;padding-inline-end:12px;text-align:start;vertical-align:top;border-top:1px solid var(--l)}
thead th{border:0;color:var(--q);font-weight:400}
tbody th{overflow-wrap:normal}
input{display:flex;width:44px;height:24px;padding:3px;appearance:none;-webkit-appearance:none;border:2px solid var(--q);border-radius:12px;cursor:pointer}
input::before{content:"";width:14px;border-radius:50%;background:var(--q)}
input:checked{background:var(--a);border-color:var(--a)}
input:checked::before{background:var(--o);margin-inline-start:20px}
@container(max-width:29em){table,tbody,tr,th,td{display:block}thead{display:none}tr{padding:6px 0;border-top:1px solid var(--l)}tr:first-child{padding-top:0;border:0}th,td{padding:0;border:0}tbody th{overflow-wrap:inherit}td::before{content:attr(data-label) ": ";color:var(--q)}}
@media(min-height:480px){.head,.foot{position:sticky;z-index:1}.head{top:0}.inline .foot{position:static}dialog{scroll-padding:64px 0 128px}}
@media(min-width:600px){dialog{width:600px;max-height:calc(100vh - 48px);margin:auto;padding:0 32px}.preferences .foot{margin:0 -32px;padding:16px 32px}.foot .choices,.primary{flex:none}.primary{margin-inline-start:auto}}
@media(forced-colors:active){input{forced-color-adjust:none;--q:CanvasText;--a:CanvasText;--o:Canvas}}
@media(prefers-reduced-motion:no-preference){input::before{transition:margin .15s}}
`
