import type { Entry } from '../../inventory/index.ts'

const DAY = 86_400

/** What we know of Vimeo's player. */
export const entry: Entry = {
  relation: 'collects-itself',
  // https://vimeo.com/privacy (read in a copy of 2022, 2026-12-01). The country is not stated.
  recipient: { company: 'Vimeo.com, Inc.', policyUrl: 'https://vimeo.com/privacy' },
  collects: ['pages', 'videos', 'browser', 'device', 'address', 'cookie-id'],
  // https://help.vimeo.com/hc/en-us/articles/26080940921361 (2026-12-01). With `dnt=1` in the address
  // of the iframe, the player sets no new ones for its statistics.
  thirdParty: [
    ...(
      [
        ...[['vuid', 730] as const, ['player', 365] as const, ['flags', 365] as const],
        ...[['*_webinar_registrant', 7] as const, ['lc_*', 7] as const],
        ...[['player_clearance', 7] as const, ['cf_clearance', 365] as const],
      ] as const
    ).map(([name, days]) => ({ name, seconds: days * DAY, party: 'third' }) as const),
    { name: '*_password', seconds: 'session', party: 'third' },
    { name: '__cf_bm', seconds: 1800, party: 'third' },
    { name: '_cfuvid', seconds: 'session', party: 'third' },
  ],
}
