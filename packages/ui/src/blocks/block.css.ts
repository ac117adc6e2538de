/** A block stands in the page's own text and takes its width; it has its own type and colours. */
export const blockCss: string = `
:host{all:initial!important;display:block!important}
:host>div{color:var(--t);background:var(--b)}
:host>div:not(.status){padding:20px;border:1px solid var(--l);border-radius:var(--r)}
:host>.status{background:none;color:inherit}
a,summary{color:var(--a)}
`
