import type { StoredText } from '../stored-text.ts'

/** The texts of the tables of cookies in English. */
export const text: StoredText = {
  columns: ['Name', 'Kind', 'Purpose', 'Kept', 'Set by'],
  kinds: {
    first: 'Cookie of this site',
    third: 'Cookie of another site',
    storage: 'Local storage',
    database: 'Database',
  },
  session: 'Until the browser is closed',
  untilDeleted: 'Until deleted',
  renewed: '{time} after the last visit',
  thisSite: 'This site',
  forCompany: 'This site, for {company}',
  stored: {
    _ga: 'Tells visitors apart in order to count them',
    '_ga_*': 'Keeps a visit together',
    '_gcl_*': 'Remembers the click on an advertisement, to measure its effect',
    _gcl_ls: 'Remembers the click on an advertisement, to measure its effect',
    __gads: 'Measures and limits advertisements on this site',
    __gpi: 'Measures and limits advertisements on this site',
    IDE: 'Chooses and measures advertisements across sites',
    'firebase-installations-database': 'Keeps the random ID of the installation',
    'firebase-heartbeat-database': 'Remembers when the app last contacted Firebase',
    spaceone_consent: 'Remembers your choice about cookies',
    '.history': 'Keeps your earlier choices, which you can read and export',
    '.out*': 'Keeps your choice until it has been delivered to this site',
  },
}
