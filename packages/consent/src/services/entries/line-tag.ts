import type { Entry } from '../../inventory/index.ts'

/** Our facts about LINE's tag. The script itself, lt.js, was not read. */
export const entry: Entry = {
  // The site sends visitors' actions to the company, for measurement and retargeting.
  // https://terms2.line.me/line_tag_guideline (2026-12-01)
  relation: 'third-party',
  // The country in which the data is kept is not stated.
  // https://privacy.lycorp.co.jp/en/glossary/cookies.html (2026-12-01)
  recipient: { company: 'LY Corporation', policyUrl: 'https://privacy.lycorp.co.jp/en/' },
  // The vendor's template "LINE Conversion API" for Tag Manager on a server (2026-12-01).
  collects: [
    ...['pages', 'title', 'referrer', 'conversions', 'ad-click', 'browser', 'address'],
    'cookie-id',
  ],
  // The lifetimes of the cookies, which were seen on sites, and the retention are not stated.
}
