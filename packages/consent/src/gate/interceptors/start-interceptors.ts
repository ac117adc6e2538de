import { quietly } from '../../shared/errors.ts'
import {
  createElement,
  documentPrototype,
  INTERCEPTED,
  type Intercepted,
  nativeTimeout,
  ownDocument,
  urlOf,
} from '../../shared/platform.ts'
import type { BlockedMarkup } from '../blocked-markup/start-blocked-markup.ts'
import type { Rules } from '../rules.ts'
import { type Intercept, intercept, originals } from './intercept.ts'
import { interceptAttributes } from './intercept-attributes.ts'
import { interceptBeacon } from './intercept-beacon.ts'
import { interceptCookies } from './intercept-cookies.ts'
import { interceptFetch } from './intercept-fetch.ts'
import { interceptInsertions } from './intercept-insertions.ts'
import { interceptStorage } from './intercept-storage.ts'
import { interceptXhr } from './intercept-xhr.ts'

/**
 * Returns the category or service whose grant would unblock an address, see
 * `Rules.blockingAddress`.
 *
 * @param element The element that has or is about to get the address.
 * @param isSet Whether the element is only about to get the address. If so, its `data-consent` does
 *   not count.
 */
export type BlockedBy = (address: string, element?: Element, isSet?: boolean) => string | undefined

/**
 * The rules of one consent, and what its markup needs: `watch` is called with each new shadow root,
 * `look` soon after the page has inserted nodes.
 */
export type InterceptorRules = Pick<Rules, 'blocksName'> &
  Pick<BlockedMarkup, 'blockingAddress'> &
  Partial<Pick<BlockedMarkup, 'watch' | 'look'>>

/** The interceptors of a page, which all copies of the SDK share. */
interface Interceptors extends Intercepted {
  rules: readonly InterceptorRules[]
  /** Restores every built-in. */
  readonly dispose: () => void
}

/**
 * Starts the interceptors, which block requests, cookies and storage keys of the page by the rules.
 * A blocked call gets a successful answer, since libraries retry a failed call or log an error. Any
 * other call goes to the built-in.
 *
 * @returns Dispose function: removes the rules. After the last rules, restores the built-ins, see
 *   `intercept`.
 */
export const startInterceptors = (rules: InterceptorRules): (() => void) => {
  const page = window as { [INTERCEPTED]?: Interceptors | undefined }
  page[INTERCEPTED] ??= interceptPage()
  const shared = page[INTERCEPTED]
  shared.rules = [...shared.rules, rules]
  return () => {
    shared.rules = shared.rules.filter(one => one !== rules)
    if (shared.rules[0]) return
    shared.dispose()
    delete page[INTERCEPTED]
  }
}

const interceptPage = (): Interceptors => {
  const blockedBy: BlockedBy = (address, element, isSet) => {
    // A `data:` URL requests nothing and may be too long to parse quickly.
    if (address.startsWith('data:')) return undefined
    const url = urlOf(address)
    // An interceptor that other code has wrapped stays after the last rules are removed. Without
    // rules the interceptor blocks nothing.
    for (const { blockingAddress } of shared.rules) {
      const key = blockingAddress(url, element, isSet)
      if (key !== undefined) return key
    }
    return undefined
  }

  const blocksName: InterceptorRules['blocksName'] = (kind, name) =>
    shared.rules.some(rules => rules.blocksName(kind, name))

  const disposes: (() => void)[] = []
  const addIntercept: Intercept = (...args) => disposes.push(intercept(...args))
  const look = () => {
    for (const { look } of shared.rules) look?.()
  }
  const touched = soon(look)
  // If the page has broken a built-in that one interceptor needs, the others still start.
  for (const start of [
    () => interceptInsertions(addIntercept, blockedBy, touched),
    () => interceptAttributes(addIntercept, blockedBy, touched),
    () => interceptFetch(addIntercept, blockedBy),
    () => interceptBeacon(addIntercept, blockedBy),
    () => interceptXhr(addIntercept, blockedBy),
    () => interceptCookies(addIntercept, name => blocksName('cookie', name)),
    () => interceptStorage(addIntercept, name => blocksName('storage', name)),
    // Sentry takes a `fetch` whose text is not that of a built-in from a new frame.
    // https://github.com/getsentry/sentry-javascript/blob/11.12.0/packages/core/src/utils/supports.ts
    () =>
      addIntercept(Function.prototype, 'toString', self => {
        const original = originals?.get(self)
        return original && (() => `${original}`)
      }),
    () => {
      addIntercept(documentPrototype(), 'open,write,writeln', (_self, _args, name) => {
        // `open()` after parsing removes every listener of the page. `look` adds the SDK's own
        // listeners again at once.
        if (name === 'open' || ownDocument.readyState !== 'loading') look()
        return touched()
      })
      addIntercept(createElement('a'), 'attachShadow', () => attach => {
        const root = attach() as ShadowRoot
        for (const { watch } of shared.rules) watch?.(root)
        return root
      })
    },
  ])
    quietly(start)
  const shared: Interceptors = {
    rules: [],
    originals,
    dispose() {
      for (const dispose of disposes) dispose()
    },
  }
  return shared
}

/**
 * Returns a function that calls `run` later, once for any number of calls until then. Not by a timer
 * of zone.js: each insertion by Angular would call this function again, without end.
 */
const soon = (run: () => void): (() => undefined) => {
  let isDue = false
  return () => {
    if (isDue) return undefined
    isDue = true
    const later = nativeTimeout()
    later(() => {
      isDue = false
      run()
    })
    return undefined
  }
}
