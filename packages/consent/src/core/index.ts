export type { ConsentKey } from '../shared/service-key.ts'
export { check, isInvalid } from './check-options.ts'
export type { Consent, DecisionOrigin, View } from './consent.ts'
export type { ConsentError, ConsentErrorCode } from './consent-error.ts'
export { cookiePairs } from './cookie-pairs.ts'
export { createConsent } from './create-consent.ts'
export { deleteCookie } from './delete-cookie.ts'
export type { Decision, Delivery } from './delivery.ts'
export { ADDRESS, ADS, CRITICAL, DATE, GA, GTM, LAYER, LOOKS, SERVER, SRC } from './forms.ts'
export { memoryStorage } from './memory-storage.ts'
export { COOKIE_NAME, outboxKey } from './names.ts'
export type {
  CategoryOptions,
  ConsentOptions,
  CookieOptions,
  HistoryOptions,
} from './options.ts'
export { type ParsedConsent, type ParseOptions, parseConsent } from './parse-consent.ts'
export type { Controller, PolicyOptions, PolicyVersion } from './policy.ts'
export type { Ports } from './ports.ts'
export type { ConsentRecord, Method, Surface } from './record.ts'
export { encodeRecord } from './record-codec.ts'
export type { CategoryOf, Register, RegisteredConsent, StateOf } from './register.ts'
export { runWhile } from './run-while.ts'
export type {
  AnyConsent,
  Attachable,
  Recipient,
  Service,
  ServiceContext,
  Written,
} from './service.ts'
export type { Signals } from './signals.ts'
export type { ConsentState, Status } from './state.ts'
export type { ConsentStorage } from './storage.ts'
export { VALIDITY_DAYS } from './validity.ts'
