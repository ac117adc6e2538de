// What `firebase/analytics` and `firebase/app` export, without the rest of Firebase.
import { getAnalytics, logEvent } from '@firebase/analytics'
import { initializeApp } from '@firebase/app'
import { createConsent, googleAnalytics } from '@spaceone/consent'

const consent = createConsent({
  policy: { version: '2024-01-18', url: '/privacy' },
  categories: {
    analytics: { services: [googleAnalytics({ id: 'G-WRAPPED', loader: 'host' })] },
  },
})

const app = initializeApp({
  apiKey: 'AIza-wrapped',
  appId: '1:1:web:1',
  measurementId: 'G-WRAPPED',
  projectId: 'wrapped',
})

// It asks Firebase's own servers before it brings the tag in, so it has to wait itself.
let analytics
consent.whenGranted('analytics', () => {
  analytics ??= getAnalytics(app)
})

Object.assign(window, { consent, sendEvent: name => analytics && logEvent(analytics, name) })
