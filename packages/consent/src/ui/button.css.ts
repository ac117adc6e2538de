/** The buttons of every layer. Both answers have the class `choice` and nothing else. */
export const buttonCss: string = `
button,.outline{min-height:44px;padding:4px 12px;font:inherit;font-weight:700;background:var(--b);color:var(--a);border:1px solid var(--b);border-radius:var(--r);cursor:pointer}
.choice{color:var(--o);background:var(--a)}
.choices{display:grid;grid:auto/repeat(2,minmax(0,1fr));gap:8px;flex:1 0 auto;max-width:100%}
`
