/**
 * The banner: a sheet on narrow windows, a bar or a card on wide ones; never more than half the height.
 */
export const bannerCss: string = `
#banner{inset:auto 0 0;max-height:50dvh;padding:16px 16px 0}
summary{padding:4px 0;cursor:pointer}
.buttons{display:flex;flex-wrap:wrap;gap:8px;padding:8px 0 16px;background:var(--b)}
.quiet{flex:1 0 auto}
#banner.above,#settings.above{top:0;bottom:auto}
#banner.inline{position:static;max-height:none;box-shadow:none}
@media(min-height:480px){.buttons{position:sticky;bottom:0}}
@media(max-width:479px){details[open]~.buttons{position:static}}
@media(min-width:768px){#banner{inset-inline:24px;max-width:960px;margin:24px auto;padding:20px 24px 0}#banner.inline{margin:0;max-width:none}#banner.left,#banner.right{width:420px;margin:24px 0}#banner.left{right:auto}#banner.right{left:auto}.buttons{justify-content:end}.choices,.quiet{flex:none}.choice{min-width:128px}.left .choices,.right .choices{flex:1 0 auto}}
`
