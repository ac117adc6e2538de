import { documentPrototype, ownDocument } from '../../shared/own-document.ts'
import { urlOf } from '../url-of.ts'
import { guardAttributes } from './guard-attributes.ts'
import { guardBeacon } from './guard-beacon.ts'
import { guardCookies } from './guard-cookies.ts'
import { guardFetch } from './guard-fetch.ts'
import { guardInsertions } from './guard-insertions.ts'
import { GUARD } from './guard-symbol.ts'
import { guardXhr } from './guard-xhr.ts'
import { type Intercept, intercept, type WrapMethod, wrapMethod } from './intercept.ts'

/** Returns the denied category to which an address belongs; nothing where the page may reach it. */
export type DeniedCategory = (address: string) => string | undefined

/** What one consent keeps the page from. */
export interface GuardRules {
  /** The denied category to which an address belongs, if it does to one. */
  deniedAt(url: URL): string | undefined
  /** Whether a cookie of this name belongs to somebody who is denied. */
  isCookieRefused(name: string): boolean
  /** Told of each shadow root: a query of the document does not see into it. */
  watch(root: ShadowRoot): void
  /** Called soon after the page has put something in. */
  look(): void
}

/** The one guard of a page, whoever started it. */
interface Guard {
  readonly rules: Set<GuardRules>
  /** Every patched built-in is the original again. */
  readonly stop: () => void
}

/**
 * Keeps the page's own attempts to reach a denied service from leaving. What is refused is answered
 * quietly: no error that a library would retry or log. Everything else takes the way it took.
 *
 * @returns The undo; the last one to be called stops the guard.
 */
export const startGuard = (rules: GuardRules): (() => void) => {
  const page = window as { [GUARD]?: Guard | undefined }
  page[GUARD] ??= patchPage()
  const guard = page[GUARD]
  guard.rules.add(rules)
  return () => {
    guard.rules.delete(rules)
    if (guard.rules.size > 0) return
    guard.stop()
    delete page[GUARD]
  }
}

const patchPage = (): Guard => {
  const rules = new Set<GuardRules>()
  const deniedCategory: DeniedCategory = address => {
    const url = urlOf(address, ownDocument.baseURI)
    if (!url) return undefined
    // A patch that somebody patched over stays in place: without rules it lets everything through.
    for (const { deniedAt } of rules) {
      const category = deniedAt(url)
      if (category !== undefined) return category
    }
    return undefined
  }
  const isCookieRefused = (name: string) =>
    [...rules].some(({ isCookieRefused }) => isCookieRefused(name))

  const undos: (() => void)[] = []
  const patch: Intercept = (...args) => undos.push(intercept(...args))
  const wrap: WrapMethod = (...args) => undos.push(wrapMethod(...args))
  for (const guard of [guardFetch, guardBeacon, guardXhr]) guard(patch, deniedCategory)
  guardAttributes(patch, wrap, deniedCategory)
  const look = () => {
    for (const { look } of rules) look()
  }
  const touched = soon(look)
  guardInsertions(wrap, deniedCategory, touched)
  for (const method of ['open', 'write', 'writeln'] as const)
    patch(documentPrototype(), method, () => {
      // Takes all listeners off the page, unless it only goes on: who hears of it now puts its own up
      // again.
      if (method === 'open' || ownDocument.readyState !== 'loading') look()
      touched()
      return undefined
    })
  guardCookies(patch, wrap, isCookieRefused)
  patch(Element.prototype, 'attachShadow', () => attach => {
    const root = attach() as ShadowRoot
    for (const { watch } of rules) watch(root)
    return root
  })
  return {
    rules,
    stop() {
      for (const undo of undos) undo()
    },
  }
}

/** Makes one later call of any number of calls at once. */
const soon = (run: () => void): (() => void) => {
  let isDue = false
  return () => {
    if (isDue) return
    isDue = true
    // The browser's own where zone.js has put another in its place: after each of those Angular
    // renders, which inserts, which would call here again, without end.
    const { __zone_symbol__setTimeout: zoned } = window as ZonedWindow
    const later = typeof zoned === 'function' ? zoned : setTimeout
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
