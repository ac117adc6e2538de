import { bannerCss } from './banner/banner.css.ts'
import { buttonCss } from './button.css.ts'

// `!important` in a shadow root wins over the page: no `* { … }` of a host reaches the element.
// It is out of the flow: it takes no cell and no gap where `<body>` is a grid or a flex box.
const hostCss = `
:host{all:initial!important;position:fixed!important;z-index:2147483000!important}
:host>div{--a:var(--consent-accent,#6638b6);--o:var(--consent-accent-text,#fff);--b:var(--consent-background,#fff);--t:var(--consent-text,#232533);--l:var(--consent-border,#ddd);--r:var(--consent-radius,6px);font:14px/1.5 var(--consent-font,Noto Sans,system-ui,sans-serif);color-scheme:light dark;direction:ltr;overflow-wrap:anywhere}
:lang(ko){word-break:keep-all}
@media(prefers-color-scheme:dark){:host>div{--a:var(--consent-accent,#baf);--o:var(--consent-accent-text,#213);--b:var(--consent-background,#223);--t:var(--consent-text,#eef);--l:var(--consent-border,#446)}}
@media print{div{display:none}}
*{box-sizing:border-box;margin:0}
h2{font-size:16px;margin-bottom:4px}
a,summary{color:var(--a)}
:focus-visible{outline:2px solid var(--a);outline-offset:2px}
.card{position:fixed;overflow:auto;background:var(--b);color:var(--t);border:1px solid var(--l);border-radius:var(--r);box-shadow:0 4px 24px #2234}
.heard{position:fixed;opacity:0;pointer-events:none}
`

/** The styles that are there from the start; those of the preferences come with them. */
export const appCss: string = hostCss + buttonCss + bannerCss
