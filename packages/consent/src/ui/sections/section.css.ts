import { cardsBelow } from '../preferences/preferences.css.ts'

/**
 * The styles of a section of a policy page. In a narrow place each row of a table is a card. A
 * table of more than five columns needs a wider place: in 640 px its cells would have 50 px.
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
