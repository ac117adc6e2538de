export {
  acceptAll,
  choose,
  openPreferences,
  rejectAll,
  type TestLocator,
  type TestPage,
} from './testing/answer-banner.ts'
export { createTestConsent, type TestConsentOptions } from './testing/create-test-consent.ts'
export { grantedCookie, type TestCookie } from './testing/granted-cookie.ts'
