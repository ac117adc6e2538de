import type { Entry } from '../../inventory/index.ts'

const DAY = 86_400

const thirdParty = (name: string) => ({ name, party: 'third' }) as const

/** Our facts about NAVER Analytics. Whether NAVER works on the site's behalf is not stated. */
export const entry: Entry = {
  // The country in which the data is kept is not stated.
  recipient: {
    company: 'NAVER Corp.',
    transfer: undefined,
    policyUrl: 'https://policy.naver.com/policy/privacy_en.html',
  },
  // What follows was read in a public copy of wcslog.js 0.8.32 (2026-12-01).
  // https://naver.github.io/conversion-tracking describes the calls.
  collects: [
    ...['pages', 'title', 'referrer', 'conversions', 'time', 'browser', 'language', 'screen'],
    ...['address', 'cookie-id'],
  ],
  lifetimes: {
    // 73,000 days, of which browsers grant 400.
    _fwb: { seconds: 400 * DAY },
    wcs_bt: { seconds: 400 * DAY, isRenewed: true },
    NA_SA: { seconds: 20 * DAY },
    NA_SAS: { seconds: 'session' },
    NA_SAC: { seconds: 'session' },
    NA_DA: { seconds: 30 * DAY },
    NA_MI: { seconds: 'session' },
    NA_CO: { seconds: 'session' },
    NA_TRIDTP: { seconds: DAY },
    NVADID: { seconds: 30 * DAY },
    NA_NACC: { seconds: 'until-deleted' },
  },
  thirdParty: ['NAC', 'NACT', 'NNB'].map(thirdParty),
}
