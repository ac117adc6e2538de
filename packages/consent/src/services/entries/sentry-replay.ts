import type { Entry } from '../../inventory/index.ts'

const DAY = 86_400

/** Our facts about Sentry's recordings. */
export const entry: Entry = {
  relation: 'processor',
  // The country depends on the region of the site's account at Sentry, and is not stated.
  // https://sentry.io/privacy/ says that the site's contract applies to recordings (2026-12-01).
  recipient: {
    company: 'Functional Software, Inc. (Sentry)',
    contact: 'mailto:compliance@sentry.io',
    policyUrl: 'https://sentry.io/privacy/',
  },
  // https://docs.sentry.io/security-legal-pii/scrubbing/protecting-user-privacy/ (2026-12-01)
  collects: ['pages', 'recordings', 'network', 'browser', 'address'],
  // https://docs.sentry.io/security-legal-pii/security/data-retention-policy/ (2026-12-01)
  seconds: 90 * DAY,
  // https://github.com/getsentry/sentry-javascript/tree/develop/packages/replay-internal
  lifetimes: { sentryReplaySession: { seconds: 'session' } },
}
