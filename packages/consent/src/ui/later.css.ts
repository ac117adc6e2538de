/**
 * What the first moment of the banner can do without: it comes with the preferences. The settings
 * button keeps its focus ring within: nobody knows the colour of the page around it.
 */
export const laterCss: string = `
@media(hover:hover){button:hover,.outline:hover{text-decoration:underline;text-underline-offset:4px}}
@media(min-height:480px){#banner{scroll-padding-bottom:120px}}
.toast{inset:auto 16px 16px;display:flex;align-items:center;width:fit-content;max-width:480px;margin:auto;padding:4px 0;padding-inline-start:16px}
.toast .quiet{flex:none}
#settings{inset:auto 16px 16px auto;border-radius:22px;border-color:var(--l)}
#settings:focus-visible{outline-offset:-6px}
#settings.left{right:auto;left:16px}
`
