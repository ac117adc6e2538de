import type { Entry } from '../../inventory/index.ts'

const DAY = 86_400

const thirdParty = (name: string) => ({ name, party: 'third' }) as const

/** Our facts about Microsoft Clarity. */
export const entry: Entry = {
  relation: 'third-party',
  // The country in which the data is kept is not stated.
  recipient: {
    company: 'Microsoft Corporation',
    policyUrl: 'https://privacy.microsoft.com/privacystatement',
  },
  // https://github.com/microsoft/clarity/blob/master/packages/clarity-js/src/data/metadata.ts
  collects: [
    ...['pages', 'title', 'referrer', 'recordings', 'browser', 'language'],
    ...['device', 'screen', 'address', 'cookie-id'],
  ],
  // Heat maps and marked recordings 13 months, other recordings 30 days.
  // https://learn.microsoft.com/en-us/clarity/setup-and-installation/data-retention (2026-12-01)
  seconds: 396 * DAY,
  // https://github.com/microsoft/clarity/blob/master/packages/clarity-js/src/data/metadata.ts
  lifetimes: {
    _clck: { seconds: 365 * DAY, isRenewed: true },
    _clsk: { seconds: DAY, isRenewed: true },
    _cltk: { seconds: 'session' },
  },
  // Their lifetimes are not stated by the vendor.
  // https://learn.microsoft.com/en-us/clarity/setup-and-installation/cookie-list (2026-12-01)
  thirdParty: ['CLID', 'MUID', 'MR', 'SM', 'ANONCHK'].map(thirdParty),
}
