export type { ConsentKey } from '../shared/services.ts'
export { type ParsedConsent, type ParseOptions, parseConsent } from './record/parse-consent.ts'
export type { ConsentRecord, Method, Surface } from './record/record.ts'
export { decodeRecord, encodeRecord } from './record/record-codec.ts'
export type { Consent, DecisionOrigin, View } from './store/consent.ts'
export { createStore } from './store/create-store.ts'
export type { Decision, Delivery } from './store/delivery.ts'
export type {
  CategoryOptions,
  ConsentOptions,
  CookieOptions,
  HistoryOptions,
} from './store/options.ts'
export type { Controller, PolicyOptions, PolicyVersion } from './store/policy.ts'
export type { Ports } from './store/ports.ts'
export type { CategoryOf, Register, RegisteredConsent, StateOf } from './store/register.ts'
export { runWhile } from './store/run-while.ts'
export type {
  AnyConsent,
  NotInferred,
  Service,
  ServiceContext,
} from './store/service.ts'
export type { Signals } from './store/signals.ts'
export { type ConsentState, consentState, type Status } from './store/state.ts'
export { withoutServices } from './store/without-services.ts'
export { deleteCookie } from './stored/delete-cookie.ts'
export { type ConsentStorage, memoryStorage } from './stored/storage.ts'
