import type { Service } from '../../core/index.ts'
import {
  FIREBASE_CONFIG,
  FIREBASE_DATABASES,
  FIREBASE_INSTALLATIONS,
} from '../../inventory/google-rules.ts'
import type { StatedFacts } from '../../inventory/index.ts'
import { ownCopy } from '../../shared/own-properties.ts'
import { gatedService } from '../service.ts'
import { addFacts } from './google-tag.ts'

/** The options of `firebaseAnalytics`. */
export interface FirebaseAnalyticsOptions {
  /**
   * Whether Firebase Installations is also blocked until the grant, and its databases are deleted
   * while the category is not granted. Cloud Messaging, Remote Config and other parts of Firebase
   * need Installations: use `true` only if the site uses no part of Firebase but Analytics.
   * @default false
   */
  readonly installations?: boolean | undefined
  /** Facts of this site in place of those in the SDK's entry. @default the facts of the entry */
  readonly facts?: StatedFacts | undefined
}

/**
 * Creates a service that, until the grant, blocks the request of `getAnalytics` for the app's web
 * configuration. Google's tag, which `getAnalytics` loads, is blocked by `googleAnalytics` in the
 * same category. Call `getAnalytics` at the grant, not earlier:
 *
 * ```ts
 * categories: {
 *   analytics: {
 *     services: [googleAnalytics({ id: 'G-XXXXXXX', loadScript: false }), firebaseAnalytics()],
 *   },
 * }
 *
 * let analytics
 * consent.whenGranted('analytics', () => {
 *   analytics ??= getAnalytics(app)
 * })
 * ```
 *
 * Before the grant the request for the configuration gets an empty answer, with which Firebase
 * cannot start.
 *
 * @param options By default Firebase Installations is not blocked.
 */
export const firebaseAnalytics = (
  options?: FirebaseAnalyticsOptions,
): Service<'Firebase Analytics'> => {
  const { installations, facts } = ownCopy(options) ?? {}
  const isWhole = installations === true
  const service = gatedService({
    name: 'Firebase Analytics',
    addresses: isWhole ? [FIREBASE_CONFIG, FIREBASE_INSTALLATIONS] : [FIREBASE_CONFIG],
    cookies: [],
    storage: [],
    databases: isWhole ? FIREBASE_DATABASES : [],
    refused: () => false,
    // The site starts Firebase in `whenGranted`. After a withdrawal Firebase sends nothing unless
    // the site calls it.
    start() {},
    stop() {},
  })
  return addFacts(Object.assign(service, { isInvalid: false }), facts)
}
