/**
 * The styles of the row with the buttons that accept all and reject all, and of description lists,
 * which have a line for each term with its description.
 */
export const factsCss: string = `
.choices{display:grid;flex:1 1 17em;grid:auto-flow 1fr/repeat(auto-fit,minmax(6em,1fr));gap:8px}
dl>div{margin-bottom:4px}
dt,dd{display:inline}
dt{margin-inline-end:8px;font-weight:700}
`
