/**
 * The styles that are loaded with the preferences. The banner of a first visit does not need these
 * styles. The focus ring of the settings button is inside the button, because the colour of the
 * page is unknown.
 */
export const laterCss: string = `
:host>div{--q:var(--t)}
@supports(color:oklch(from light-dark(red,red) l c h)){:host>div{--q:var(--consent-text,light-dark(#515364,#bbc))}}
@media(hover:hover){button:hover,.outline:hover{text-decoration:underline;text-underline-offset:4px}}
.toast{inset:auto 16px 16px;display:flex;align-items:center;width:fit-content;max-width:480px;margin:auto;padding:4px 0;padding-inline-start:16px}
.toast .quiet{flex:none}
#settings{inset:auto 16px 16px auto;border-radius:22px;border-color:var(--l)}
#settings:focus-visible{outline-offset:-6px}
#settings.left{right:auto;left:16px}
#settings.above{top:0;bottom:auto}
`
