import { themeCss } from '../view/theme.css.ts'

/**
 * The styles of a placeholder. The smaller a placeholder is, the fewer words and buttons it shows:
 * none below a width of 80 px or a height of 44 px. The queries measure an element inside the host
 * element, since Chromium reports a height of `auto` of the host element itself as 0.
 */
export const placeholderCss: string = `
:host{all:initial;color-scheme:inherit!important;font-family:inherit;contain:strict!important;contain-intrinsic-size:300px 150px!important;border-color:transparent!important}
:host>div{all:initial;color-scheme:inherit;display:grid;container-type:size}
:host,:host>div{grid:minmax(0,1fr)/minmax(0,1fr)!important}
${themeCss}
.box{display:flex;flex-direction:column;align-items:center;justify-content:center;gap:8px;padding:8px 12px;font-size:.93em;text-align:center;text-wrap:balance;color:var(--t);background:linear-gradient(#8881,#8881) var(--b);border:1px solid var(--l);border-radius:var(--r)}
.words{min-height:0;padding:1px 0;max-width:480px;overflow:auto}
.title{display:block;margin-bottom:4px;font-size:1.2em;line-height:1.35}
:lang(ja){text-wrap:wrap}
.short{word-break:keep-all}
.short,[hidden]{display:none}
.buttons{display:flex;flex:none;flex-wrap:wrap;gap:4px 8px;justify-content:center;max-width:100%}
.quiet{flex:none;min-width:44px;padding:4px 8px;background:none;border-color:transparent;font-weight:400;white-space:nowrap}
button:hover{text-decoration:underline;text-underline-offset:4px}
@container(min-width:400px) and (min-height:220px){.box{gap:16px;padding:24px;font-size:1em}.quiet{font-size:.93em}}
@container(max-height:199px){.box{line-height:1.45}.title{display:none}}
@container(max-height:179px) or ((max-width:259px) and (max-height:279px)){.box{gap:4px;padding:2px 8px;line-height:1.45}.short{display:block}.title,#about,.unavailable .quiet{display:none}.buttons{flex-wrap:nowrap;gap:4px}}
@container(max-width:259px) and (max-height:279px){button{padding:4px 8px}}
@container(max-height:119px) and (min-width:440px){.box{flex-direction:row;gap:16px;text-align:start}}
@container(max-height:83px) and (max-width:439px){.box{flex-direction:row;padding:0 4px;gap:8px;text-align:start}.quiet{display:none}button{padding:0 8px}}
@container(max-height:83px) and (max-width:219px){.box:not(.unavailable)>.words{display:none}}
@container(max-width:79px) or (max-height:43px){.box{display:none}}
@media print{.buttons{display:none}}
`
