const sentences = {
  kinds: {
    first: 'Cookie of this site',
    third: 'Cookie of another site',
    storage: 'Local storage',
    database: 'Database',
  },
  session: 'Until the browser is closed',
  untilDeleted: 'Until deleted',
  /** A lifetime, `{time}`, that begins again at each visit. */
  renewed: '{time} after the last visit',
  thisSite: 'This site',
  /** Who sets a first-party cookie, key or database for a recipient, `{company}`. */
  forCompany: 'This site, for {company}',
}

/** The texts of the tables of cookies, storage keys and databases. */
export interface StoredText extends Readonly<typeof sentences> {
  readonly columns: readonly string[]
  /** The purposes of our and Google's cookies, keys and databases, by name or its ending. */
  readonly stored: Readonly<Record<string, string>>
}

/** The texts of the tables of cookies in English. */
export const text: StoredText = {
  ...sentences,
  columns: ['Name', 'Kind', 'Purpose', 'Kept', 'Set by'],
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
