/**
 * The colours of the inspector, light and dark. Every text has a contrast of at least 4.5 with its
 * background.
 */
const COLOURS = `
:host{color-scheme:light dark;--bg:#fff;--soft:#f4f6f8;--text:#1c2126;--quiet:#57606b;--line:#d5dae0;--focus:#2458d3;--no:#a8201a;--no-bg:#fcebe9;--yes:#166534;--yes-bg:#e6f4ea;--warn:#7a4b00;--warn-bg:#fcf0da}
@media(prefers-color-scheme:dark){:host{--bg:#171a1e;--soft:#20252b;--text:#e4e8ec;--quiet:#a3adb8;--line:#363d46;--focus:#8db0ff;--no:#ffa79e;--no-bg:#3d1f1d;--yes:#86dca6;--yes-bg:#17301f;--warn:#f2c777;--warn-bg:#382c14}}
`

/** The styles of the inspector, in the top right corner: most banners are at the bottom. */
export const inspectorCss: string = `${COLOURS}
:host{all:initial;position:fixed;inset:8px 8px auto auto;max-inline-size:calc(100% - 16px);z-index:2147483647;display:flex;flex-direction:column;align-items:flex-end;gap:6px;font:13px/1.45 system-ui,sans-serif;color:var(--text)}
@media print{:host{display:none}}
*{box-sizing:border-box;margin:0}
[hidden]{display:none!important}
button,input,textarea{font:inherit;color:inherit}
button{min-block-size:28px;padding:0 10px;background:none;border:1px solid transparent;border-radius:6px;cursor:pointer}
button:hover{background:var(--soft)}
:focus-visible{outline:2px solid var(--focus);outline-offset:1px}
code,pre,textarea{font:12px/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
ol,ul,dl{padding:0;list-style:none}
.toggle{display:flex;align-items:center;gap:6px;background:var(--bg);border-color:var(--line);border-radius:14px;font-size:12px;font-weight:600;box-shadow:0 1px 4px #0002}
.toggle b{color:var(--no)}
section{display:flex;flex-direction:column;inline-size:460px;max-inline-size:100%;max-block-size:min(56vh,600px);overflow:hidden;background:var(--bg);border:1px solid var(--line);border-radius:10px;box-shadow:0 8px 28px #0003}
header,footer{display:flex;align-items:center;gap:4px;padding:6px 8px}
header{border-block-end:1px solid var(--line)}
header [role=tablist]{display:flex;flex:1;gap:2px}
[role=tab]{font-weight:600;color:var(--quiet)}
[role=tab][aria-selected=true]{color:var(--text);background:var(--soft);box-shadow:inset 0 -2px var(--focus);border-radius:6px 6px 0 0}
.close{inline-size:28px;padding:0;font-size:16px}
footer{flex-wrap:wrap;border-block-start:1px solid var(--line)}
footer button{border-color:var(--line)}
footer [aria-disabled=true]{color:var(--quiet);border-style:dashed;cursor:default}
footer p{flex:1;color:var(--quiet);text-align:end}
footer .how{flex-basis:100%;text-align:start}
.how:empty{display:none}
textarea{inline-size:100%;block-size:96px;padding:6px;background:var(--soft);border:1px solid var(--line);border-radius:6px}
.body{flex:1;min-block-size:0;overflow:auto;overscroll-behavior:contain}
.tools{position:sticky;inset-block-start:0;padding:8px;background:var(--bg);border-block-end:1px solid var(--line)}
.filters{display:flex;flex-wrap:wrap;gap:4px;margin-block-end:6px}
.filters button{padding:0 9px;border-color:var(--line);border-radius:14px;font-size:12px}
.filters button::first-letter{text-transform:uppercase}
.filters b{margin-inline-start:5px;font-weight:400;color:var(--quiet)}
.filters [aria-pressed=true]{background:var(--text);border-color:var(--text);color:var(--bg)}
.filters [aria-pressed=true] b{color:inherit}
input{inline-size:100%;block-size:30px;padding:0 8px;background:var(--soft);border:1px solid var(--line);border-radius:6px}
input::placeholder{color:var(--quiet);opacity:1}
li{padding:8px 10px;border-block-end:1px solid var(--line)}
li:last-child{border:0}
.first{display:flex;align-items:baseline;gap:8px}
time{color:var(--quiet);font-variant-numeric:tabular-nums;font-size:12px}
.count{margin-inline-start:auto;color:var(--quiet);font-size:12px}
.outcome,.chip{padding:0 6px;border-radius:4px;font-size:11px;font-weight:600;line-height:18px;background:var(--soft);color:var(--quiet)}
.outcome::first-letter{text-transform:uppercase}
.blocked .outcome{background:var(--no-bg);color:var(--no)}
.let-through .outcome,.granted{background:var(--yes-bg);color:var(--yes)}
.warning .outcome{background:var(--warn-bg);color:var(--warn)}
.what{display:block;margin-block:3px 1px}
.what span{color:var(--quiet)}
.how{color:var(--quiet);font-size:12px}
.how span{white-space:nowrap}
summary{cursor:pointer;font-size:12px;color:var(--quiet);margin-block-start:2px;border-radius:4px}
summary code{color:var(--text)}
pre{margin-block-start:4px;padding:6px;background:var(--soft);border-radius:6px;white-space:pre-wrap}
.empty{padding:16px 10px;color:var(--quiet)}
.facts{padding:4px 12px 12px}
.facts li{padding-inline:0}
.facts .empty{padding:2px 0}
.facts li ul{margin-inline-start:12px}
.facts li li{display:flex;justify-content:space-between;gap:8px;padding:3px 0;border:0;color:var(--quiet)}
.facts .chip{display:inline-block;margin-inline:0 6px}
.categories strong{margin-inline-end:8px}
h3{margin-block:10px 4px;font-size:12px;font-weight:600;color:var(--quiet)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:3px 14px}
dt{color:var(--quiet)}
dd{overflow-wrap:anywhere}
`
