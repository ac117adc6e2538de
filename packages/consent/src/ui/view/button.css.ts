/**
 * The styles of all buttons. “Accept all” and “Reject all” have only the class `choice`, so that
 * they look the same.
 */
export const buttonCss: string = `
button,.outline{cursor:pointer;min-height:44px;padding:4px 12px;font:inherit;font-weight:700;color:var(--a);border:1px solid var(--b);border-radius:var(--r);background:var(--b)}
.choice{color:var(--o);border-color:var(--a);background:var(--f)}
`
