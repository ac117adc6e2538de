import { COOKIE_NAME, HISTORY_DAYS, VALIDITY_DAYS } from '../shared/defaults.ts'
import { own } from '../shared/own.ts'
import type { Stored, Texts } from './declaration.ts'
import { DAY, OWN_NAME } from './entries.ts'
import { type Declared, type Known, textsIn } from './resolve.ts'

/** The options of `createConsent` that say what the SDK itself stores. */
export interface OwnStoredOptions {
  readonly cookie?:
    | { readonly name?: string | undefined; readonly days?: number | undefined }
    | undefined
  readonly history?: { readonly days?: number | undefined } | undefined
  readonly delivery?: unknown
}

/**
 * Returns the SDK itself as a declaration, with what it stores: the record, the history, and what
 * waits for delivery.
 */
export const ownDeclaration = (
  { cookie, history, delivery }: OwnStoredOptions,
  tables: Known['tables'],
): Declared => {
  const { name = COOKIE_NAME, days = VALIDITY_DAYS } = cookie ?? {}
  const row = (ending: string, seconds: Stored['seconds']): Stored<Texts> => ({
    name: name + ending,
    seconds,
    purpose: textsIn(tables, ending, ({ stored = {} }) => own(stored, ending || COOKIE_NAME)),
  })
  return {
    name: OWN_NAME,
    recipients: [],
    retention: { seconds: days * DAY },
    cookies: [row('', days * DAY)],
    storage: [
      row('.history', (days + (history?.days ?? HISTORY_DAYS)) * DAY),
      ...(delivery ? [row('.out*', 'until-deleted')] : []),
    ],
  }
}
