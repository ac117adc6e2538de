import type { Entry } from '../../inventory/index.ts'

const DAY = 86_400

/** Our facts about Meta's pixel. */
export const entry: Entry = {
  // For Europe, Meta Platforms Ireland Limited is a controller together with the site.
  // https://www.facebook.com/legal/controller_addendum (read in translation, 2026-12-01)
  relation: 'collects-itself',
  // The country in which the data is kept is not stated.
  recipient: {
    company: 'Meta Platforms, Inc.',
    policyUrl: 'https://www.facebook.com/privacy/policy/',
  },
  // https://developers.facebook.com/docs/meta-pixel/implementation/gdpr (read in a copy, 2026-12-01)
  collects: [
    ...['pages', 'referrer', 'clicks', 'conversions', 'fields', 'browser', 'address'],
    'cookie-id',
  ],
  // Seen in public copies of fbevents.js (2026-12-01); the lifetime of `_fbleid` is not stated.
  lifetimes: {
    _fbp: { seconds: 90 * DAY, isRenewed: true },
    _fbc: { seconds: 90 * DAY, isRenewed: true },
    multiFbc: { seconds: 'until-deleted' },
    aemSource: { seconds: 'until-deleted' },
    'lastExternalReferrer*': { seconds: 'until-deleted' },
  },
  // Facebook's other cookies are sent along, too. No page of the vendor that could be read lists them.
  thirdParty: [{ name: 'fr', party: 'third' }],
}
