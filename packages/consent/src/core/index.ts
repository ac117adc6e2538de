export type { ConsentKey } from '../shared/services.ts'
export { deleteCookie } from './record/delete-cookie.ts'
export {
  type ConsentRecord,
  decodeRecord,
  encodeRecord,
  type Method,
  type Surface,
} from './record/record.ts'
export type {
  AnyConsent,
  CategoryOf,
  Consent,
  DecisionOrigin,
  NotInferred,
  Register,
  RegisteredConsent,
  StateOf,
  View,
} from './store/consent.ts'
export { createStore, runWhile } from './store/create-store.ts'
export type {
  CategoryOptions,
  ConsentOptions,
  Controller,
  CookieOptions,
  HistoryOptions,
  PolicyOptions,
  PolicyVersion,
} from './store/options.ts'
export { type ParsedConsent, type ParseOptions, parseConsent } from './store/parse-consent.ts'
export {
  type ConsentStorage,
  type InnerPorts,
  memoryStorage,
  type Ports,
  type Signals,
} from './store/ports.ts'
export type { Decision, Delivery, Service, ServiceContext, StartContext } from './store/service.ts'
export { type ConsentState, consentState, isGrantedIn, type Status } from './store/state.ts'
