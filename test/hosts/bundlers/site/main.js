// The site that each bundler builds. The page needs every file that the package loads late.

import { createConsent, googleAnalytics, service } from '@spaceone/consent'
import { mountConsentUi } from '@spaceone/consent/ui'

document.body.innerHTML = `<main>
  <a href="/privacy" data-consent-open>Cookie settings</a>
  <div data-consent-status></div>
  <div data-consent-section="recipients" data-compare-with="earlier"></div>
  <iframe data-consent="media/Video" data-src="https://video.example/film" title="A film"></iframe>
</main>`

const video = service({
  name: 'Video',
  recipients: { company: 'Video Ltd.', country: 'KR', relation: 'collects-itself' },
  retention: { seconds: 86_400 },
  addresses: ['video.example'],
  cookies: ['vid'],
  start() {},
  stop() {},
})
const consent = createConsent({
  language: 'en',
  policy: { version: '2024-01-18', url: '/privacy' },
  categories: {
    analytics: { services: [googleAnalytics({ id: 'G-TEST123' })] },
    media: { services: [video] },
  },
})
mountConsentUi(consent)
