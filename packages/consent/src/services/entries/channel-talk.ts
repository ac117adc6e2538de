import type { Entry } from '../../inventory/index.ts'

const DAY = 86_400

/** Our facts about Channel Talk. */
export const entry: Entry = {
  relation: 'processor',
  // The country in which the data is kept is not stated.
  // https://channel.io/en/privacy (read in part, 2026-12-01)
  recipient: {
    company: 'Channel Corporation',
    transfer: undefined,
    policyUrl: 'https://channel.io/en/privacy',
  },
  collects: ['messages', 'pages', 'browser', 'address', 'cookie-id'],
  identifies: true,
  // No page of the vendor lists cookies. Both names, and the 30 days in the token of the session,
  // were seen on sites.
  lifetimes: {
    'ch-session-*': { seconds: 30 * DAY },
    'Channel.*': { seconds: 'until-deleted' },
  },
}
