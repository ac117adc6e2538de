const LIGHT =
  '--a:var(--consent-accent,#6638b6);--o:var(--consent-accent-text,#fff);--b:var(--consent-background,#fff);--t:var(--consent-text,#232533);--q:var(--consent-text,#515364);--l:var(--consent-border,#dddddf);--s:#80808018;color-scheme:light'
const DARK =
  '--a:var(--consent-accent,#baf);--o:var(--consent-accent-text,#213);--b:var(--consent-background,#223);--t:var(--consent-text,#eef);--q:var(--consent-text,#bbc);--l:var(--consent-border,#446);color-scheme:dark'

/** The colours and the type of everything we draw, and what a host may set of them. */
export const themeCss: string = `
:host>div{${LIGHT};--r:var(--consent-radius,6px);font:14px/1.5 var(--consent-font,Noto Sans,system-ui,sans-serif);overflow-wrap:break-word;line-break:strict}
@media(prefers-color-scheme:dark){:host>div:not(.light){${DARK}}}
:host>.dark{${DARK}}
:lang(ko){word-break:keep-all}
*{box-sizing:border-box;margin:0}
a,summary{color:var(--a)}
a{display:inline-block}
p{text-wrap:pretty}
:focus-visible{outline:2px solid var(--a);outline-offset:2px}
`
