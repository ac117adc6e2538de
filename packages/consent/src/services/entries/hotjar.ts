import type { Entry } from '../../inventory/index.ts'

const DAY = 86_400

/** Our facts about Hotjar. */
export const entry: Entry = {
  // https://contentsquare.com/privacy-center/data-processing-agreement/ (2026-12-01)
  relation: 'processor',
  // Kept in Ireland. https://help.hotjar.com/hc/en-us/articles/115011639887 (2026-12-01)
  recipient: {
    company: 'Hotjar Ltd.',
    country: 'IE',
    policyUrl: 'https://www.hotjar.com/privacy/',
  },
  // https://help.hotjar.com/hc/en-us/articles/115011639887 (2026-12-01). Until when depends on the
  // plan of the site, and is not stated.
  collects: [
    ...['pages', 'referrer', 'recordings', 'browser', 'language', 'region', 'device', 'screen'],
    ...['address', 'cookie-id'],
  ],
  // Hotjar's list of cookies, read in copies on sites of its customers (2026-12-01).
  lifetimes: {
    '_hjSessionUser_*': { seconds: 365 * DAY },
    '_hjSession_*': { seconds: 1800, isRenewed: true },
    '_hj*': { seconds: 365 * DAY },
    hjActiveViewportIds: { seconds: 'until-deleted' },
    hjViewportId: { seconds: 'session' },
  },
}
