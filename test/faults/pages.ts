import { framesPage } from '../everywhere/from-outside.ts'
import { HOST } from '../everywhere/host-page.ts'
import type { ServedPages } from '../everywhere/world.ts'
import { npmPage } from '../support/npm-page.ts'
import { breakApi } from './break-api.ts'
import { DRIVER, type Fault } from './drive.ts'

/** Which way in the pages of faults take. */
export type Entry = 'tag' | 'npm'

/** What the page of a fault does before the SDK comes. */
const prepare = ({ early }: Fault): string => `<script>
  window.asked = 0
  window.confirm = () => { asked += 1; return window.answer }
  const breakApi = ${breakApi}
  window.breakAll = names => names.filter(name => !breakApi(name))
  window.whole = breakAll(${JSON.stringify(early)})
  </script>`

/** A link to the settings, and a script that waits. */
const BODY = `<h1>Host</h1><a href="#" data-consent-open>Cookies</a>
  <script type="text/plain" data-consent="analytics">window.held = true</script>`

const tagPage = (fault: Fault): string =>
  `<!doctype html><html lang="en"><head><title>Host</title>${prepare(fault)}
  <script src="/consent/consent.js" data-ga="G-${fault.id}" data-cookie-name="${fault.id}"
    data-policy-version="1" data-policy-url="/privacy" data-report="/report" data-button="left"></script></head>
  <body>${BODY}</body></html>`

const modulePage = (fault: Fault): string =>
  npmPage(`
    import { createConsent, googleAnalytics, heldMarkup } from '@spaceone/consent'
    import { deliverTo } from '@spaceone/consent/evidence'
    import { mountConsentUi } from '@spaceone/consent/ui'
    window.spaceoneConsent = createConsent({
      policy: { version: '1', url: '/privacy' },
      categories: { analytics: { services: [googleAnalytics({ id: 'G-${fault.id}' })] } },
      services: [heldMarkup()],
      cookie: { name: '${fault.id}' },
      report: deliverTo({ url: '/report' }),
    })
    mountConsentUi(spaceoneConsent, { button: 'left' })
    window.openSettings = () => spaceoneConsent.openPreferences()`)
    .replace('<script type="importmap">', tag => prepare(fault) + tag)
    .replace(
      '<body>',
      `<body>${BODY.replace('data-consent-open', 'onclick="openSettings?.(); return false"')}`,
    )

/** The pages of these faults, and the one that holds them in frames, under `/`. */
export const faultPages = (faults: readonly Fault[], entry: Entry): ServedPages => ({
  [`${HOST}/`]: framesPage(DRIVER),
  [`${HOST}/report`]: 'ok',
  // A tag of Google's own might fail where the page's APIs do.
  'https://www.googletagmanager.com/gtag/js': 'window.google_tag_data = {}',
  ...Object.fromEntries(
    faults.map(fault => [
      `${HOST}/fault/${fault.id}`,
      entry === 'tag' ? tagPage(fault) : modulePage(fault),
    ]),
  ),
})
