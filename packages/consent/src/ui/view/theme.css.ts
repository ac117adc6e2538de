// Browsers without relative colours or `light-dark()`, before Chromium 123, Firefox 128 and Safari
// 17.5, show black on white, because CSS cannot compute a readable text colour for the site's
// accent there.
const FALLBACK = '--f:#000;--a:#000;--o:#fff;--b:#fff;--t:#000'

// The text on the accent is black or white. If the accent has a luminance of 0.18, both have a
// contrast of at least 4.5. The large factor moves the result for every other luminance out of
// range, and browsers clip the result to black or white.
const TEXT = 'color(from var(--f) xyz calc(1e6*(.18 - y)) calc(1e6*(.18 - y)) calc(1e6*(.18 - y)))'

// Links, edges and focus rings have the accent colour with a limited lightness, so that every sRGB
// accent has a contrast of at least 4.5 with our backgrounds, including the tinted background of
// the placeholder.
const LINE = 'light-dark(oklch(from var(--f) min(l,.5) c h),oklch(from var(--f) max(l,.77) c h))'

const COLOURS = `--a:${LINE};--b:var(--consent-background,light-dark(#fff,#223));--f:var(--consent-accent,light-dark(#6638b6,#baf));--o:var(--consent-accent-text,${TEXT});--t:var(--consent-text,light-dark(#232533,#eef))`

/**
 * The colours, fonts and buttons of the view, with custom properties that a site may set. Without
 * the option `theme` our elements inherit the page's `color-scheme`, so that `light-dark()` follows
 * the page without a script: the view is light unless the `color-scheme` of `<html>`, a parent
 * element or `<meta name="color-scheme">` is dark, or follows a dark system. “Accept all” and
 * “Reject all” have only the class `choice`, so that they look the same.
 */
export const themeCss: string = `
:host>div{${FALLBACK};--l:var(--consent-border,#88a5);--r:var(--consent-radius,6px);font-family:var(--consent-font);font-size:max(14px,.875em);line-height:1.5;overflow-wrap:break-word;line-break:strict}
:lang(ja){word-break:auto-phrase}
p{text-wrap:pretty}
:lang(ko){word-break:keep-all}
@supports(color:oklch(from light-dark(red,red) l c h)){:host>div{${COLOURS}}}
summary,a{color:var(--a)}
a{display:inline-block}
*{box-sizing:border-box;margin:0}
:focus-visible{outline:2px solid var(--a);outline-offset:2px}
button,.outline{cursor:pointer;min-height:44px;padding:4px 12px;font:inherit;font-weight:700;color:var(--a);border:1px solid var(--b);border-radius:var(--r);background:var(--b)}
.choice{color:var(--o);border-color:var(--a);background:var(--f)}
`
