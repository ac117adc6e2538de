import type { Entry } from '../../inventory/index.ts'

const DAY = 86_400

/** Our facts about Yahoo! JAPAN Ads. The company's relation to the site is not stated. */
export const entry: Entry = {
  // The country in which the data is kept is not stated.
  // https://privacy.lycorp.co.jp/en/glossary/cookies.html (2026-12-01)
  recipient: { company: 'LY Corporation', policyUrl: 'https://privacy.lycorp.co.jp/en/' },
  // Seen in a public copy of ytag.js, of a year that is not stated (2026-12-01).
  collects: [
    ...['pages', 'referrer', 'conversions', 'ad-click', 'time', 'browser', 'address'],
    'cookie-id',
  ],
  lifetimes: {
    _ycl_yjad: { seconds: 730 * DAY },
    '_ycl_*': { seconds: 90 * DAY },
    _ts_yjad: { seconds: 730 * DAY },
    // Only if the page calls for it by `ycl_use_non_cookie_storage`.
    '_ycl*': { seconds: 'until-deleted' },
  },
  // Later versions of the script write the other cookies, whose lifetimes are not stated.
  // https://stape.io/helpdesk/documentation/line-yahoo-conversion-api-tag-display-ads (2026-12-01)
}
