import { quietly } from '../../shared/errors.ts'
import {
  createElement,
  documentPrototype,
  INTERCEPTED,
  nativeTimeout,
  ownDocument,
  urlOf,
} from '../../shared/platform.ts'
import type { BlockedMarkup } from '../blocked-markup/start-blocked-markup.ts'
import type { MissingGrant, Rules } from '../rules.ts'
import { type Intercept, intercept, originals } from './intercept.ts'
import { interceptAttributes } from './intercept-attributes.ts'
import { interceptInsertions } from './intercept-insertions.ts'
import { interceptBeacon, interceptFetch, interceptXhr } from './intercept-requests.ts'
import { interceptStored } from './intercept-stored.ts'

/** The functions of one consent's rules and blocked markup that the interceptors call. */
export type InterceptorRules = Pick<Rules, 'blocksName'> &
  Pick<BlockedMarkup, 'missingGrant'> &
  Partial<Pick<BlockedMarkup, 'addRoot' | 'search'>>

/**
 * The interceptors of a page, which copies of the SDK with the same number in `INTERCEPTED` share.
 */
interface Interceptors {
  rules: readonly InterceptorRules[]
  /** Restores the built-ins whose interceptors no other code has replaced. */
  readonly dispose: () => void
}

/**
 * Starts the interceptors of the page, or adds rules to them. A blocked call gets a successful
 * answer, since libraries retry a failed call or log an error.
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
  const missingGrant: MissingGrant<string> = (address, element, isSet) => {
    // A `data:` URL requests nothing and may be too long to parse quickly.
    if (address.startsWith('data:')) return undefined
    const url = urlOf(address)
    // No rules are left if the SDK has stopped, and other code has wrapped the interceptor.
    for (const rules of shared.rules) {
      const key = rules.missingGrant(url, element, isSet)
      if (key !== undefined) return key
    }
    return undefined
  }
  let isSearchDue = false
  const search = () => {
    for (const { search } of shared.rules) search?.()
  }
  const searchSoon = () => {
    if (isSearchDue) return undefined
    isSearchDue = true
    // Not a timer of zone.js: each insertion by Angular would set a new one, without end.
    const later = nativeTimeout()
    later(() => {
      isSearchDue = false
      search()
    })
    return undefined
  }
  const disposes: (() => void)[] = []
  const addIntercept: Intercept = (...args) => disposes.push(intercept(...args))
  // If the page has broken a built-in that one interceptor needs, the others still start.
  for (const start of [
    () => interceptInsertions(addIntercept, missingGrant, searchSoon),
    () => interceptAttributes(addIntercept, missingGrant, searchSoon),
    () => interceptFetch(addIntercept, missingGrant),
    () => interceptBeacon(addIntercept, missingGrant),
    () => interceptXhr(addIntercept, missingGrant),
    () =>
      interceptStored(addIntercept, (...args) =>
        shared.rules.some(rules => rules.blocksName(...args)),
      ),
    () => {
      // Sentry takes a `fetch` whose text is not that of a built-in from a new frame.
      // https://github.com/getsentry/sentry-javascript/blob/11.12.0/packages/core/src/utils/supports.ts
      addIntercept(Function.prototype, 'toString', self => {
        const original = originals?.get(self)
        return original && (() => `${original}`)
      })
      addIntercept(documentPrototype(), 'open,write,writeln', (_self, _args, name) => {
        // `open()` after parsing removes every listener of the page. `search` adds the SDK's own
        // listeners again at once.
        if (name === 'open' || ownDocument.readyState !== 'loading') search()
        return searchSoon()
      })
      addIntercept(createElement('a'), 'attachShadow', () => attach => {
        const root = attach() as ShadowRoot
        for (const { addRoot } of shared.rules) addRoot?.(root)
        return root
      })
    },
  ])
    quietly(start)
  const shared: Interceptors = {
    rules: [],
    dispose() {
      for (const dispose of disposes) dispose()
    },
  }
  return shared
}
