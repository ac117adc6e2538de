import googleAnalyticsPlugin from '@analytics/google-analytics'
import { createConsent, googleAnalytics } from '@spaceone/consent'
import Analytics from 'analytics'

const consent = createConsent({
  policy: { version: '2024-01-18', url: '/privacy' },
  categories: {
    analytics: {
      services: [
        googleAnalytics({ id: 'G-WRAPPED', loadScript: false, dataLayer: 'ga4DataLayer' }),
      ],
    },
  },
})

const analytics = Analytics({
  app: 'portal',
  plugins: [googleAnalyticsPlugin({ measurementIds: ['G-WRAPPED'] })],
})
analytics.ready(() => Object.assign(window, { isReady: true }))

Object.assign(window, { consent, sendEvent: name => analytics.track(name) })
