export {
  acceptAll,
  choose,
  openPreferences,
  rejectAll,
  type TestLocator,
  type TestPage,
} from './answer-banner.ts'
export { createTestConsent, type TestConsentOptions } from './create-test-consent.ts'
export { grantedCookie, type TestCookie } from './granted-cookie.ts'
