/** Terms and what is said of them, a line each. */
export const factsCss: string = `
dl>div{margin-bottom:4px}
dt,dd{display:inline}
dt{margin-inline-end:8px;font-weight:700}
`
