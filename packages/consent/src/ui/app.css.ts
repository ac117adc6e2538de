import { bannerCss } from './banner/banner.css.ts'
import { buttonCss } from './button.css.ts'
import { factsCss } from './facts.css.ts'
import { themeCss } from './theme.css.ts'

// `!important` in a shadow root wins over the page: no `* { … }` of a host reaches the element.
// It is out of the flow: it takes no cell and no gap where `<body>` is a grid or a flex box.
const hostCss = `
:host{all:initial!important;position:fixed!important;z-index:var(--consent-z-index,2147483000)!important}
:host([data-inline]){display:block!important;position:static!important}
@media print{div{display:none}}
h2{font-size:16px;margin-bottom:4px}
.card{position:fixed;overflow:auto;background:var(--b);color:var(--t);border:1px solid var(--l);border-radius:var(--r);box-shadow:0 4px 24px #2234}
.heard{position:fixed;opacity:0;pointer-events:none}
`

/** The styles that are there from the start; those of the preferences come with them. */
export const appCss: string = themeCss + hostCss + buttonCss + factsCss + bannerCss
