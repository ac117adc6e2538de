/**
 * The styles of the banner: a sheet in narrow or low windows, a bar or a card in others. Unless the
 * banner is `inline`, a text that would fill about half the window scrolls, so that the buttons
 * stay in view. The buttons are beside the text if both fit, otherwise below the text. A line of
 * the text has room for at most some 60 digits. In wide windows, buttons beside the text are at its
 * middle, and at its end while the details are open. On the page of the policy the sentences above
 * the details are hidden until the visitor opens the details. Unless it is `inline`, the banner
 * moves in from below the window, in one step for a visitor who wants less motion. For the largest
 * paint of a page, browsers take the size of a text at its first paint. The first paint of a banner
 * that moves in is outside the window, so the banner is not the largest paint.
 *
 * @see https://web.dev/articles/lcp#how_is_an_elements_size_determined
 */
export const bannerCss: string = `
#banner.above{top:0;bottom:auto}
#banner{inset:auto 0 0;line-height:1.4;display:flex;flex-wrap:wrap;gap:6px 24px;align-items:end;margin:auto;max-width:52em;padding:8px 16px;font-size:.93em}
.text{max-width:53ch;display:flex;flex-wrap:wrap;gap:0 20px;align-items:center;max-height:calc(50vh - 78px);flex:99 1 14em;min-height:44px;overflow:auto}
#banner[aria-busy] *{cursor:progress}
.slim:not(:has([open])) p{display:none}
details[open],.text p{width:100%}
:host([data-inline]),:host([data-inline]) :is(#banner,.text){max-height:none;margin:0;position:static!important;box-shadow:none;translate:none!important}
summary,.text button{text-decoration:underline;font-weight:400;cursor:pointer;min-height:0;padding:4px 0}
@media(min-width:480px){.text{max-height:calc(50vh - 26px)}}
@media(min-width:768px) and (min-height:480px){.text{max-width:34em}#banner{inset:auto 8px 24px;font-size:inherit;max-width:56em;padding:16px}.text p{margin-top:8px}#banner.right{max-width:30em;margin-right:16px}#banner.left{max-width:30em;margin-left:16px}#banner .choices{flex-basis:16em}#banner:not(:has([open])){align-items:center}}
.card{transition:translate 0s 1ms}
@starting-style{#banner{translate:0 100%}}
@media(prefers-reduced-motion:no-preference){.card{transition:translate .16s}}
`
