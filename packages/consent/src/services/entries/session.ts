import type { Entry } from '../../inventory/index.ts'

/** Our facts about a site's own sign-in. Only the site knows how long it keeps the data. */
export const entry: Entry = { collects: ['sign-in'], identifies: true }
