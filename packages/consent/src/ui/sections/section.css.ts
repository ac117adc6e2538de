/** Returns styles that show the rows of tables as cards in a place at most `width` em wide. */
const cardsBelow = (width: number, within: string) =>
  `@container(max-width:${width}em){${within} :is(table,tbody,tr,th,td){display:block}${within} thead{display:none}${within} tr{padding:6px 0;border-top:1px solid var(--l)}${within} :is(th,td){padding:0;border:0}${within} td::before{content:attr(data-label) ": ";color:var(--q)}}`

/**
 * The styles of a section of a policy page. Tables show their rows as cards in a place at most 40
 * em wide, or 56 em in a section with a table of more than five columns.
 */
export const sectionCss: string = `
.section h3{margin-top:16px}
.section h4{margin-top:8px}
.section ul{padding-inline-start:20px}
.section table{margin-top:4px;table-layout:fixed}
.section small{margin-top:12px;color:var(--q)}
${cardsBelow(40, '.section')}${cardsBelow(56, '.wide')}
@media print{.section :is(tr,li){break-inside:avoid}}
`
