/** A block stands in the page's own text and takes its width; it has its own type and colours. */
export const blockCss: string = `
:host{all:initial!important;display:block!important}
:host>div{container-type:inline-size;padding:16px;color:var(--t);background:var(--b);border:1px solid var(--l);border-radius:var(--r)}
.guide{padding:0}
@media(min-width:600px){:host>div{padding:20px 24px}}
`
