/**
 * The styles of the banner: a sheet in narrow windows, a bar or a card in wide ones. If the banner
 * is too high for the window, its text scrolls and the buttons stay in view. The buttons are beside
 * the text if both fit, otherwise below the text. On the page of the policy the text is hidden
 * until the visitor opens the details. The banner moves in from below the window, in one step for a
 * visitor who wants less motion. For the largest paint of a page, browsers take the size of a text
 * at its first paint. The first paint of the banner is outside the window, so the banner is never
 * the largest paint.
 *
 * @see https://web.dev/articles/lcp#how_is_an_elements_size_determined
 */
export const bannerCss: string = `
#banner{inset:auto 0 0;display:flex;flex-wrap:wrap;gap:6px 24px;align-items:end;max-width:52em;margin:auto;padding:8px 16px;font-size:.93em;line-height:1.4}
.text{display:flex;flex:99 1 14em;flex-wrap:wrap;gap:0 20px;align-items:center;max-width:53ch;min-height:44px;max-height:calc(50vh - 78px);overflow:auto}
.text p,details[open]{width:100%}
summary,.text .quiet{min-height:0;padding:4px 0;font-weight:400;text-decoration:underline;cursor:pointer}
#banner.above{top:0;bottom:auto}
#banner[aria-busy] *{cursor:progress}
.slim:not(:has([open])) p{display:none}
:host([data-inline]),:host([data-inline]) :is(#banner,.text){position:static!important;max-height:none;margin:0;box-shadow:none;translate:none!important}
@media(min-width:480px){.text{max-height:calc(50vh - 26px)}}
@media(min-width:768px) and (min-height:480px){#banner{bottom:24px;font-size:inherit}#banner.left{max-width:30em;margin-left:24px}#banner.right{max-width:30em;margin-right:24px}}
.card{transition:translate 0s 1ms}
@starting-style{#banner{translate:0 100%}}
@media(prefers-reduced-motion:no-preference){.card{transition:translate .16s}}
`
