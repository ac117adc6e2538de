import { bannerCss } from '../banner/banner.css.ts'
import { themeCss } from './theme.css.ts'

// `!important` in a shadow root wins over the style sheets of the page, such as `* { … }`. The
// fixed position keeps our element out of the flow, so that the element takes no cell and no gap if
// `<body>` is a grid or flex container. A status message that only screen readers read is above the
// window.
const hostCss = `
:host{all:initial!important;color-scheme:inherit!important;font-family:inherit!important;position:fixed!important;z-index:var(--consent-z-index,2147483000)!important}
h2{font-size:1.15em}
.heard{position:fixed;top:-12em}
.card{position:fixed;background:var(--b);color:var(--t);border:1px solid var(--l);border-radius:var(--r);box-shadow:0 4px 24px #2234}
@media print{div{display:none}}
`

/** The styles of the row with “Accept all” and “Reject all”, of `<h3>`, and of `<dl>`. */
const factsCss = `
dl>div{margin-bottom:4px}
.choices{flex:1 1 17em;display:grid;grid:auto-flow 1fr/repeat(auto-fit,minmax(6em,1fr));gap:8px}
dt{font-weight:700;margin-inline-end:8px}
dt,dd{display:inline}
dd+dd{display:block;overflow-wrap:anywhere}
dd a{padding:3px 0}
h3{font-size:inherit}
`

/** The styles that the view and blocks such as `<div data-consent-status>` share. */
export const sharedCss: string = themeCss + factsCss

/** Further styles of the view: the host element, the banner and the status message. */
export const appCss: string = hostCss + bannerCss
