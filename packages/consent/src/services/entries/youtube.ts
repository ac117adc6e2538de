import type { Entry } from '../../inventory/index.ts'

const DAY = 86_400

/** Our facts about YouTube's player. */
export const entry: Entry = {
  relation: 'collects-itself',
  collects: ['pages', 'videos', 'browser', 'address', 'cookie-id'],
  refusal: 'https://myadcenter.google.com/',
  // https://policies.google.com/technologies/cookies (read in quotations, 2026-12-01)
  thirdParty: [
    { name: 'VISITOR_INFO1_LIVE', seconds: 180 * DAY, party: 'third' },
    { name: '__Secure-YEC', seconds: 395 * DAY, party: 'third' },
    { name: 'YSC', seconds: 'session', party: 'third' },
  ],
}
