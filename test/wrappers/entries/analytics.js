import googleAnalyticsPlugin from '@analytics/google-analytics'
import { googleAnalytics } from '@spaceone/consent'
import Analytics from 'analytics'
import { consentOf } from '../consent.js'

consentOf(googleAnalytics({ id: 'G-WRAPPED', loadScript: false, dataLayer: 'ga4DataLayer' }))

const analytics = Analytics({
  app: 'portal',
  plugins: [googleAnalyticsPlugin({ measurementIds: ['G-WRAPPED'] })],
})
analytics.ready(() => Object.assign(window, { isReady: true }))

window.sendEvent = name => analytics.track(name)
