/** The dialog: a sheet on narrow windows, a box in the middle on wide ones. */
export const preferencesCss: string = `
:host>div{--q:var(--consent-text,#515364)}
@media(prefers-color-scheme:dark){:host>div{--q:var(--consent-text,#bbc)}}
dialog{width:100%;max-width:100%;max-height:100vh;max-height:100dvh;margin:auto 0 0;padding:0}
dialog::backdrop{background:#2238}
form{display:grid;gap:16px;padding:0 20px}
header,footer{display:flex;gap:8px;background:var(--b)}
header{top:0;align-items:center;justify-content:space-between;margin-inline-end:-12px;padding-top:8px}
header h2{margin:0;font-size:20px}
footer{bottom:0;flex-wrap:wrap;margin:0 -20px;padding:16px 20px;border-top:1px solid var(--l)}
footer .choice{color:var(--a);background:none;border:1px solid}
.primary{flex:1 0 auto;color:var(--o);background:var(--a)}
#close{min-width:44px;padding:0;font-size:22px;font-weight:400}
fieldset{display:grid;gap:12px;min-width:0;padding:0;border:0}
legend{padding:0 0 8px;font-weight:700}
.purpose{display:grid;grid-template-columns:1fr auto;gap:4px 16px;align-items:center;padding:16px;border:1px solid var(--l);border-radius:var(--r)}
.purpose>:first-child{font-weight:700}
.purpose p{grid-column:1/-1}
.purpose p,.purpose span{color:var(--q)}
.note{padding-inline-start:12px;border-inline-start:4px solid var(--a)}
.note:last-child{margin-bottom:24px}
small{display:block;margin-top:4px;font-size:13px}
input{position:relative;width:44px;height:24px;appearance:none;-webkit-appearance:none;border:2px solid var(--q);border-radius:12px;cursor:pointer}
input::before{content:"";position:absolute;inset:3px auto 3px 3px;width:14px;border-radius:50%;background:var(--q)}
input:checked{background:var(--a);border-color:var(--a)}
input:checked::before{background:var(--o);transform:translateX(20px)}
@media(min-height:480px){header,footer{position:sticky;z-index:1}dialog{scroll-padding:64px 0 128px}}
@media(min-width:600px){dialog{width:560px;max-height:calc(100vh - 48px);margin:auto}form{padding:0 32px}footer{margin:0 -32px;padding:16px 32px}footer .choices,.primary{flex:none}.primary{margin-inline-start:auto}}
@media(forced-colors:active){input{forced-color-adjust:none;--q:ButtonText;--a:Highlight;--o:HighlightText}}
@media(prefers-reduced-motion:no-preference){input::before{transition:transform .15s}}
`
