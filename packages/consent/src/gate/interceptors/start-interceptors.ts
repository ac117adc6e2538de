import { documentPrototype, ownDocument } from '../../shared/own-document.ts'
import { urlOf } from '../url-of.ts'
import { type Intercept, intercept, type WrapMethod, wrapMethod } from './intercept.ts'
import { interceptAttributes } from './intercept-attributes.ts'
import { interceptBeacon } from './intercept-beacon.ts'
import { interceptCookies } from './intercept-cookies.ts'
import { interceptFetch } from './intercept-fetch.ts'
import { interceptInsertions } from './intercept-insertions.ts'
import { interceptXhr } from './intercept-xhr.ts'
import { INTERCEPTED } from './intercepted.ts'

/** Returns what would unblock an address, see `Rules.blockingAddress`. */
export type OpenerOf = (address: string) => string | undefined

/** The rules and the callbacks of one consent. */
export interface InterceptorRules {
  /** See `Rules.blockingAddress`. */
  blockingAddress(url: URL): string | undefined
  /** Says whether a rule blocks the writing of a cookie. */
  blocksCookie(name: string): boolean
  /** Is called with each new shadow root, which a query of the document does not search. */
  watch(root: ShadowRoot): void
  /** Is called soon after the page has inserted nodes. */
  look(): void
}

/** The interceptors of a page, which all copies of the SDK share. */
interface Interceptors {
  readonly rules: Set<InterceptorRules>
  /** Restores every original. */
  readonly dispose: () => void
}

/**
 * Starts the interceptors, which block requests and cookies of the page by the rules. A blocked
 * call gets a successful answer, since libraries retry or log errors. Any other call goes to the
 * original.
 *
 * @returns Removes the rules. Removing the last rules restores every original.
 */
export const startInterceptors = (rules: InterceptorRules): (() => void) => {
  const page = window as { [INTERCEPTED]?: Interceptors | undefined }
  page[INTERCEPTED] ??= interceptPage()
  const shared = page[INTERCEPTED]
  shared.rules.add(rules)
  return () => {
    shared.rules.delete(rules)
    if (shared.rules.size > 0) return
    shared.dispose()
    delete page[INTERCEPTED]
  }
}

const interceptPage = (): Interceptors => {
  const rules = new Set<InterceptorRules>()
  const openerOf: OpenerOf = address => {
    const url = urlOf(address, ownDocument.baseURI)
    if (!url) return undefined
    // An interceptor that other code has wrapped cannot be removed. Without rules it blocks
    // nothing.
    for (const { blockingAddress } of rules) {
      const opener = blockingAddress(url)
      if (opener !== undefined) return opener
    }
    return undefined
  }

  const disposes: (() => void)[] = []
  const addIntercept: Intercept = (...args) => disposes.push(intercept(...args))
  const addWrapper: WrapMethod = (...args) => disposes.push(wrapMethod(...args))
  const look = () => {
    for (const { look } of rules) look()
  }
  const touched = soon(look)
  interceptFetch(addIntercept, openerOf)
  interceptBeacon(addIntercept, openerOf)
  interceptXhr(addIntercept, openerOf)
  interceptAttributes(addIntercept, addWrapper, openerOf)
  interceptInsertions(addWrapper, openerOf, touched)
  interceptCookies(addIntercept, addWrapper, name =>
    [...rules].some(({ blocksCookie }) => blocksCookie(name)),
  )
  for (const method of ['open', 'write', 'writeln'] as const)
    addIntercept(documentPrototype(), method, () => {
      // `open()` after parsing removes every listener of the page, so `look` adds them again at
      // once.
      if (method === 'open' || ownDocument.readyState !== 'loading') look()
      touched()
      return undefined
    })
  addIntercept(Element.prototype, 'attachShadow', () => attach => {
    const root = attach() as ShadowRoot
    for (const { watch } of rules) watch(root)
    return root
  })
  return {
    rules,
    dispose() {
      for (const dispose of disposes) dispose()
    },
  }
}

/** Returns a function that calls `run` later, once for any number of calls until then. */
const soon = (run: () => void): (() => void) => {
  let isDue = false
  return () => {
    if (isDue) return
    isDue = true
    // The browser's own `setTimeout` where zone.js has replaced it: after a replaced one Angular
    // renders, which inserts nodes, which would call this function again, without end.
    const { __zone_symbol__setTimeout: native } = window as ZonedWindow
    const later = typeof native === 'function' ? native : setTimeout
    try {
      later(() => {
        isDue = false
        run()
      })
    } catch {
      isDue = false
    }
  }
}

interface ZonedWindow {
  readonly __zone_symbol__setTimeout?: typeof setTimeout
}
