import { preferencesCss } from '../preferences/preferences.css.ts'

// The styles of the message and the settings button. The focus ring of the settings button is
// inside the button, because the colour of the page is unknown.
const laterCss = `
:host>div{--q:var(--t)}
@supports(color:oklch(from light-dark(red,red) l c h)){:host>div{--q:var(--consent-text,light-dark(#515364,#bbc))}}
@media(hover:hover){button:hover,.outline:hover{text-decoration:underline;text-underline-offset:4px}}
.toast{inset:auto 16px 16px;display:flex;align-items:center;width:fit-content;max-width:480px;margin:auto;padding:4px 0;padding-inline-start:16px}
.toast .quiet{flex:none}
.corner+.toast{bottom:76px}
.corner>*{inset:auto 16px 16px auto;max-width:calc(100% - 32px);border-color:var(--l)}
.corner>.left{right:auto;left:16px}
.corner>.above{top:0;bottom:auto}
.corner>*,.corner button{border-radius:22px;color:var(--t);text-align:start}
.corner button:focus-visible{outline-offset:-6px}
.corner small{margin:0;font-weight:400}
#signal{display:flex}
`

/** The styles that are loaded with the preferences, since the banner does not need them. */
export const partsCss: string = laterCss + preferencesCss
