// The exports of `firebase/analytics` and `firebase/app`, without the rest of Firebase.
import { getAnalytics, logEvent } from '@firebase/analytics'
import { initializeApp } from '@firebase/app'
import { consentOf } from '../consent.js'

const consent = consentOf()

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

window.sendEvent = name => analytics && logEvent(analytics, name)
