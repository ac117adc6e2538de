import type { AnyConsent } from '../../core/index.ts'
import type { warn } from '../../options/warn.ts'
import { BLOCKED_EVENT } from '../../shared/events.ts'
import { INTERCEPTED, urlOf } from '../../shared/platform.ts'
import { blockAddress, blockScript, reinsert } from '../interceptors/block-element.ts'
import type { setAddress } from '../set-address.ts'
import { unblockScript } from './unblock-script.ts'

/** Selects blocked markup. */
const BLOCKED =
  'script[type="text/plain"][data-consent],template[data-consent],[data-consent]:is([data-src],[data-srcset]):not(script)'

/** The attributes that blocked markup has with `data-` before their names. */
const ADDRESS_ATTRIBUTES = ['srcset', 'src', 'href', 'poster'] as const

/**
 * Matches the types of scripts that the WordPress plugins WP Rocket and LiteSpeed Cache delay.
 * These plugins start a script when the script before it has dispatched `load` or `error`.
 *
 * @see https://github.com/wp-media/wp-rocket/blob/develop/assets/js/lazyload-scripts.min.js
 * @see https://github.com/litespeedtech/lscache_wp/blob/master/assets/js/js_delay.js
 */
const DELAYED = /rocketlazyloadscript|litespeed\/javascript/

/** The blocked elements on which the SDK has dispatched a `load` event. */
const answered = new WeakSet<Element>()

/**
 * Selects elements without `data-src` and `data-srcset` whose `src` the browser has requested,
 * except those that `blockRaw` blocks.
 */
const REQUESTED = '[src]:not(script,iframe,[data-src],[data-srcset])'

/** Selects the elements of a template whose addresses Firefox requests while it reads the HTML. */
const PRELOADED = 'script[src],img[src],[poster],link[href]'

/** The parts of the gate that unblocking uses. */
export interface Unblocking {
  readonly consent: AnyConsent
  /** The types of the scripts that `blockRaw` has seen. */
  readonly types: ReadonlySet<string>
  /** Returns the grant that an element waits for, see `MissingGrant`. */
  missingGrantOf(element: Element): string | undefined
  /** Returns a promise to wait for before elements are unblocked, if there is one. */
  started(): Promise<void> | undefined
  /** Passed, not imported: under Trusted Types a page may allow only one policy of a name. */
  readonly setAddress: typeof setAddress
  /** Passed, not imported: only the `warn` of `consent.js` knows the address of `explain.js`. */
  readonly warn: typeof warn
}

/**
 * Creates a function that unblocks elements, or empties iframes, by the state, in their order. If a
 * plugin delays scripts, dispatches one `load` on each element, except iframes, that an interceptor
 * has blocked, since the plugin waits for it.
 */
export const createUnblocking = (given: Unblocking): ((elements: readonly Element[]) => void) => {
  const { missingGrantOf, consent, warn } = given
  /** The elements that were seen before, whose address the SDK, not the page, may have set. */
  const seen = new WeakSet<Element>()
  /** The values of `data-consent` that a warning has named. */
  const warnedKeys = new Set<string>()
  const isDelaying = DELAYED.test([...given.types].join())
  let queue: Promise<unknown> = Promise.resolve()

  /** Unblocks an element. Returns a promise to wait for before the next element, if there is one. */
  const inTurn = (element: HTMLElement): Promise<unknown> | undefined => {
    // While the element waited, the visitor may have withdrawn, or an earlier entry unblocked it.
    if (!element.isConnected || !element.matches(BLOCKED) || missingGrantOf(element) !== undefined)
      return undefined
    if (element.localName === 'script')
      return unblockScript(element as HTMLScriptElement, consent.options.nonce, given)
    if (element.localName === 'template')
      return unblockTemplate(element as HTMLTemplateElement, inTurn)
    // The placeholder has moved its focus to the iframe, which loses the focus while it is moved.
    const { activeElement } = document
    reinsert(element, () => restoreAddresses(element))
    if (activeElement === element) element.focus()
    return undefined
  }

  return elements => {
    queue = queue.then(given.started)
    for (const element of elements as readonly HTMLElement[]) {
      const key = element.getAttribute('data-consent')
      const { keys } = consent.$state.get()
      // If the site has no categories, another warning says so.
      if (key && keys[0] && !warnedKeys.has(key) && !keys.includes(key)) {
        warnedKeys.add(key)
        warn('category', key, keys, element)
      }
      const missing = missingGrantOf(element)
      // The `content` of a `<meta>` is a string.
      const { content } = element as Partial<HTMLTemplateElement>
      const early = element.matches(REQUESTED) ? element : content?.querySelector?.(PRELOADED)
      if (missing !== undefined && !seen.has(element) && early)
        warn('requested-early', early.getAttribute('src'), element.localName, key, false, early)
      seen.add(element)
      if (missing === undefined) {
        // An error at one element must not keep the next elements blocked.
        if (element.matches(BLOCKED)) queue = queue.then(() => inTurn(element)).catch(() => {})
      } else if (element.localName === 'iframe') {
        const src = element.getAttribute('src')
        // Many pages write `src="about:blank"` beside `data-src`, which has the address.
        if (src) blockAddress(element, 'src', element.dataset['src'] || src)
        // The placeholder asks for the service if only the service is refused.
        element.dataset['consent'] = missing
        element.dispatchEvent(new CustomEvent(BLOCKED_EVENT, { bubbles: true, composed: true }))
      } else if (
        isDelaying &&
        INTERCEPTED in element &&
        element.matches(BLOCKED) &&
        !answered.has(element)
      ) {
        answered.add(element)
        element.dispatchEvent(new Event('load'))
      }
    }
  }
}

/** Moves addresses, except `javascript:` ones, from attributes such as `data-src` to `src`. */
const restoreAddresses = (element: Element): void => {
  for (const name of ADDRESS_ATTRIBUTES) {
    const address = element.getAttribute(`data-${name}`)
    // In a template, a `<div data-href>` belongs to Facebook's plugins, and a `data-src` beside
    // `src` to a library that loads images late.
    const isMarked = element.hasAttribute('data-consent')
    if (address === null || !(isMarked || (name in element && !element.hasAttribute(name))))
      continue
    element.removeAttribute(`data-${name}`)
    // Never set a `javascript:` URL: an HTML sanitizer that checks `src` does not check `data-src`.
    if (urlOf(address).protocol !== 'javascript:') element.setAttribute(name, address)
  }
}

/** Replaces a template with its content, whose scripts without `data-consent` then run in order. */
const unblockTemplate = async (
  template: HTMLTemplateElement,
  inTurn: (script: HTMLElement) => Promise<unknown> | undefined,
): Promise<void> => {
  const { content, dataset } = template
  // Leave out a script of the template that has its own `data-consent`: it waits for its own
  // category. A `text/plain` script without `data-consent` is data and never runs.
  const scripts = [
    ...content.querySelectorAll<HTMLScriptElement>(
      'script:not([data-consent],[type="text/plain"])',
    ),
  ]
  for (const script of scripts) {
    blockScript(script)
    script.dataset['consent'] = dataset['consent']
  }
  content.querySelectorAll(':not(script,[data-consent])').forEach(restoreAddresses)
  // At the withdrawal `createUnblocking` empties the iframes with `data-consent`.
  for (const frame of content.querySelectorAll<HTMLElement>('iframe:not([data-consent])'))
    frame.dataset['consent'] = dataset['consent']
  template.replaceWith(content)
  for (const script of scripts) await inTurn(script)
}
