/**
 * The styles of all buttons. “Accept all” and “Reject all” have only the class `choice`, so that they
 * look the same.
 */
export const buttonCss: string = `
button,.outline{min-height:44px;padding:4px 12px;font:inherit;font-weight:700;background:var(--b);color:var(--a);border:1px solid var(--b);border-radius:var(--r);cursor:pointer}
.choice{color:var(--o);background:var(--f);border-color:var(--a)}
`
