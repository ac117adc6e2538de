/**
 * The styles of a section of a policy page. In a narrow place each row of a table is a card, whose
 * cells have the headings of their columns.
 */
export const sectionCss: string = `
.section h3{margin-top:16px}
.section h4{margin-top:8px}
.section ul{padding-inline-start:20px}
.section table{margin-top:4px;table-layout:fixed}
.section :is(th,td){overflow-wrap:anywhere}
.section small{margin-top:12px;color:var(--q)}
@container(max-width:40em){.section :is(table,tbody,tr,th,td){display:block}.section thead{display:none}.section tr{padding:6px 0;border-top:1px solid var(--l)}.section :is(th,td){padding:0;border:0}.section td::before{content:attr(data-label) ": ";color:var(--q)}}
@media print{.section :is(tr,li){break-inside:avoid}}
`
