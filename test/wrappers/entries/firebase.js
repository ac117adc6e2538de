// The exports of `firebase/analytics` and `firebase/app`, without the rest of Firebase.
import { getAnalytics, logEvent } from '@firebase/analytics'
import { initializeApp } from '@firebase/app'
import { createConsent, googleAnalytics } from '@spaceone/consent'

const consent = createConsent({
  policy: { version: '2024-01-18', url: '/privacy' },
  categories: {
    analytics: { services: [googleAnalytics({ id: 'G-WRAPPED', loadScript: false })] },
  },
})

const app = initializeApp({
  apiKey: 'AIza-wrapped',
  appId: '1:1:web:1',
  measurementId: 'G-WRAPPED',
  projectId: 'wrapped',
})

// Firebase requests its own servers before it inserts the tag, so the site waits for the grant
// before it starts Firebase.
let analytics
consent.whenGranted('analytics', () => {
  analytics ??= getAnalytics(app)
})

Object.assign(window, { consent, sendEvent: name => analytics && logEvent(analytics, name) })
