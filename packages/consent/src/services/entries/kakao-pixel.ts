import type { Entry } from '../../inventory/index.ts'

const DAY = 86_400

/** Our facts about Kakao's pixel. Whether Kakao works on the site's behalf is not stated. */
export const entry: Entry = {
  // The country in which the data is kept is not stated.
  recipient: {
    company: 'Kakao Corp.',
    transfer: undefined,
    policyUrl: 'https://www.kakao.com/en/privacy',
  },
  // https://kakaobusiness.gitbook.io/main/tool/pixel-sdk/install (2026-12-01)
  collects: ['pages', 'conversions', 'browser', 'address'],
  // Behaviour for personalized advertising: up to one year.
  // https://info.ds.kakao.com/ads-transparency/thirdparty-sharing.html (2026-12-01)
  seconds: 365 * DAY,
  // https://info.ad.daum.net/optout.do (2026-12-01)
  refusal: 'https://info.ad.daum.net/optout.do',
}
