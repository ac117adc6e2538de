/**
 * The styles of the row with the buttons that accept all and reject all, of small headings, and of
 * description lists, which have a line for each term with its description.
 */
export const factsCss: string = `
dl>div{margin-bottom:4px}
.choices{flex:1 1 17em;display:grid;grid:auto-flow 1fr/repeat(auto-fit,minmax(6em,1fr));gap:8px}
dt{font-weight:700;margin-inline-end:8px}
dt,dd{display:inline}
dd+dd{display:block;overflow-wrap:anywhere}
h3{font-size:inherit}
`
