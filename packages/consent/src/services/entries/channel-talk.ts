import type { Entry } from '../../inventory/index.ts'

const DAY = 86_400

/** Our facts about Channel Talk. */
export const entry: Entry = {
  relation: 'processor',
  // https://channel.io/en/privacy (read in part, 2026-12-01): the law of the Republic of Korea
  recipient: {
    company: 'Channel Corporation',
    country: 'KR',
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
