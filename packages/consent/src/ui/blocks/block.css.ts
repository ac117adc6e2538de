/** Styles of a block of a page: as wide as its element, with the SDK's font size and colours. */
export const blockCss: string = `
:host{all:initial!important;color-scheme:inherit!important;font-family:inherit!important;display:block!important}
:host>div{container-type:inline-size;padding:16px 20px;color:var(--t);background:var(--b);border:1px solid var(--l);border-radius:var(--r)}
.guide{padding:0}
`
