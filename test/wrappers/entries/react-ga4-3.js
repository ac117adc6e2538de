import { createConsent, googleAnalytics } from '@spaceone/consent'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import ReactGA from 'react-ga4-3'

const consent = createConsent({
  policy: { version: '2024-01-18', url: '/privacy' },
  categories: {
    analytics: { services: [googleAnalytics({ id: 'G-WRAPPED', loadScript: false })] },
  },
})

ReactGA.initialize('G-WRAPPED')
createRoot(document.querySelector('#app')).render(createElement('h1', null, 'react-ga4 3'))

Object.assign(window, { consent, sendEvent: name => ReactGA.event(name) })
