import { IS_TAG } from './build.ts'
import { quietly } from './errors.ts'
import type { Parsed } from './patterns.ts'

// What the SDK takes of the browser, and how it reaches a built-in that the page hides or replaces.

/** Raise the number when `Interceptors` changes: copies with another number share none. */
const NAME = '@spaceone/consent/interceptors/4'

// A page may have a global variable named `Symbol`.
const symbol = /* @__PURE__ */ quietly(() => Symbol.for(NAME))

/**
 * The key under which `window` has the interceptors of the first copy of the SDK with this number,
 * which all such copies share, an element `true` if an interceptor has blocked the element, and an
 * `XMLHttpRequest` the arguments of `open`. The key is a symbol, which no markup can set, unless
 * the page has replaced `Symbol`.
 */
export const INTERCEPTED: unique symbol = (symbol ?? NAME) as never

/**
 * Returns the prototype of the document. Not `Document.prototype`: MooTools replaces `Document`.
 *
 * @see https://github.com/mootools/mootools-core/blob/1.4.5/Source/Browser/Browser.js
 */
export const documentPrototype = (): Document => Object.getPrototypeOf(document)

/**
 * The document with its own properties and methods, which an element such as `<img name="body">`
 * would hide. `ownDocument` is a proxy, which browsers do not take for a node, and `undefined` on a
 * page without `Proxy`. On a server, reading a property of `ownDocument` throws.
 *
 * @see https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem
 */
export const ownDocument: Document = /* @__PURE__ */ quietly(
  () =>
    new Proxy({} as Document, {
      get(_, name) {
        const value = Reflect.get(documentPrototype(), name, document)
        return typeof value === 'function' ? value.bind(document) : value
      },
    }),
) as Document

/** Creates an element, also on a page without `Proxy` and `Reflect`. */
export const createElement = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
): HTMLElementTagNameMap[Tag] => documentPrototype().createElement.call(document, tag) as never

/** Returns the elements of the document that match a selector. */
export const findAll = (selector: string): readonly Element[] => [
  ...ownDocument.querySelectorAll(selector),
]

/** For each listener of `listen`, a function that adds the listener. */
let listening: readonly (() => void)[] = []

/** Adds a listener, except on a server, and catches its errors. Returns its dispose function. */
export const listen = <Heard extends Event>(
  type: string,
  run: (event: Heard) => unknown,
  isCapture = false,
  target: EventTarget = ownDocument,
): (() => void) => {
  if (!IS_TAG && typeof document === 'undefined') return () => {}
  const all = [type, (event: Event) => void quietly(() => run(event as Heard)), isCapture] as const
  const add = () => target.addEventListener(...all)
  listening = [...listening, add]
  add()
  return () => {
    listening = listening.filter(one => one !== add)
    target.removeEventListener(...all)
  }
}

/** Adds the listeners of `listen` again, which `document.open()` has removed. */
export const relisten = (): void => {
  for (const add of listening) add()
}

/**
 * Dispatches a cancelable `CustomEvent`, since MooTools 1.2 replaces `Event`.
 *
 * @returns `false` if a listener has called `preventDefault()`; `undefined` if the event could not
 *   be dispatched.
 * @see https://github.com/mootools/mootools-core/blob/1.2.6/Source/Native/Event.js
 */
export const dispatch = (type: string, target: EventTarget = ownDocument): boolean | undefined =>
  quietly(() => target.dispatchEvent(new CustomEvent(type, { cancelable: true })))

/** Observes added and removed nodes, and catches errors of `run`. Returns a dispose function. */
export const observePage = (run: (changes: readonly MutationRecord[]) => void): (() => void) => {
  const observer = new MutationObserver(changes => quietly(() => run(changes)))
  observer.observe(document, { childList: true, subtree: true })
  return () => observer.disconnect()
}

/**
 * Returns the cookies of this page as `name=value`, `['']` without a cookie; an empty list if
 * reading them throws.
 */
export const cookiePairs = (): readonly string[] =>
  quietly(() => ownDocument.cookie.split('; ')) ?? []

/**
 * Returns the text of a key in `localStorage`; `null` or `undefined` without one. Every access has
 * a guard: in Firefox with a corrupted profile, `getItem` and `setItem` throw.
 *
 * @see https://github.com/opf/openproject/pull/6161
 */
export const stored = (key: string): string | null | undefined =>
  quietly(() => localStorage.getItem(key))

/** Deletes a key of `localStorage`. */
export const unstore = (key: string): void => quietly(() => localStorage.removeItem(key))

/** Returns the keys of `localStorage` that begin with `start`; none if the browser refuses access. */
export const storedKeys = (start: string): string[] =>
  quietly(() => Object.keys(localStorage).filter(key => key.startsWith(start))) ?? []

/** Writes a text to `localStorage`. Returns `true` unless the browser refuses to store the text. */
export const store = (key: string, text: string): boolean =>
  quietly(() => {
    localStorage.setItem(key, text)
    return true
  }) === true

/** Returns the browser's `setTimeout`, not that of zone.js, after which Angular renders. */
export const nativeTimeout = (): typeof setTimeout => {
  const { __zone_symbol__setTimeout: native } = window as ZonedWindow
  return typeof native === 'function' ? native : setTimeout
}

interface ZonedWindow {
  readonly __zone_symbol__setTimeout?: typeof setTimeout
}

let link: HTMLAnchorElement | undefined

/**
 * Parses an address as the page does, with a link element, since the page may replace `URL`. Each
 * call returns the same object, so the next call changes the earlier result.
 *
 * @see https://github.com/cliqz-oss/re-consent/pull/9
 */
export const urlOf = (address: string): Parsed => {
  link ??= createElement('a')
  link.href = address
  return link
}
