import type { Entry } from '../../inventory/index.ts'

const DAY = 86_400

/** Our facts about Vimeo's player. */
export const entry: Entry = {
  relation: 'collects-itself',
  // https://vimeo.com/privacy (read in a copy of 2022, 2026-12-01). The country is not stated.
  recipient: { company: 'Vimeo.com, Inc.', policyUrl: 'https://vimeo.com/privacy' },
  collects: ['pages', 'videos', 'browser', 'device', 'address', 'cookie-id'],
  // https://help.vimeo.com/hc/en-us/articles/26080940921361 (2026-12-01). With `dnt=1` in the address
  // of the iframe, the player sets no new ones for its statistics.
  thirdParty: [
    { name: 'vuid', seconds: 730 * DAY, party: 'third' },
    { name: 'player', seconds: 365 * DAY, party: 'third' },
    { name: 'flags', seconds: 365 * DAY, party: 'third' },
    { name: '*_webinar_registrant', seconds: 7 * DAY, party: 'third' },
    { name: 'lc_*', seconds: 7 * DAY, party: 'third' },
    { name: 'player_clearance', seconds: 7 * DAY, party: 'third' },
    { name: 'cf_clearance', seconds: 365 * DAY, party: 'third' },
    { name: '*_password', seconds: 'session', party: 'third' },
    { name: '__cf_bm', seconds: 1800, party: 'third' },
    { name: '_cfuvid', seconds: 'session', party: 'third' },
  ],
}
