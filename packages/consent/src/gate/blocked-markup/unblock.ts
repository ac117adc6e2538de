import type { AnyConsent } from '../../core/index.ts'
import type { warn } from '../../options/warn.ts'
import { BLOCKED_EVENT } from '../../shared/events.ts'
import { categoryOf } from '../../shared/service-key.ts'
import { blockAddress, blockScript } from '../interceptors/block-element.ts'
import { INTERCEPTED } from '../interceptors/intercepted.ts'
import { urlOf } from '../match-address.ts'
import type { setAddress } from '../set-address.ts'
import { unblockScript } from './unblock-script.ts'

/** Selects blocked markup. */
const BLOCKED =
  'script[type="text/plain"][data-consent],template[data-consent],[data-consent]:is([data-src],[data-srcset]):not(script)'

/** The attributes that blocked markup has under a name with `data-` before it. */
const ADDRESSES = ['srcset', 'src'] as const

/**
 * Matches the types of scripts that the WordPress plugins WP Rocket and LiteSpeed Cache delay.
 * These plugins start the scripts one after another, and wait for `load` or `error` of each.
 *
 * @see https://github.com/wp-media/wp-rocket/blob/develop/assets/js/lazyload-scripts.min.js
 * @see https://github.com/litespeedtech/lscache_wp/blob/master/assets/js/js_delay.js
 */
const DELAYED = /rocketlazyloadscript|litespeed\/javascript/

/** The scripts on which a `load` event has been dispatched although they are blocked, each once. */
const answered = new WeakSet<Element>()

/**
 * Selects elements whose address the browser has requested, although they wait for a grant. Scripts
 * and iframes are blocked by `blockRaw`.
 */
const REQUESTED = '[src]:not(script,iframe,[data-src],[data-srcset])'

/** The parts of the gate that unblocking uses. */
export interface Unblocking {
  readonly consent: AnyConsent
  /** The types of the scripts that the HTML has had. */
  readonly types: ReadonlySet<string>
  /** Returns the category or service that an element still waits for; `undefined` if it may run. */
  missingFor(element: Element): string | undefined
  /** Returns a promise to wait for before elements are unblocked, if there is one. */
  started(): Promise<void> | undefined
  /**
   * The function of `set-address.ts`. This file must not have its own copy, since under Trusted
   * Types a page may allow a policy name only once.
   */
  readonly setAddress: typeof setAddress
  /** The function of `shared/warn.ts`, which knows the address of `explain.js`. */
  readonly warn: typeof warn
}

/**
 * Creates a function that unblocks elements in document order, each element once. It blocks iframes
 * that may not run, and dispatches `BLOCKED_EVENT` on them. Where a plugin delays the page's
 * scripts, it dispatches one `load` event on each script that an interceptor has blocked, because
 * the plugin would otherwise start no further script.
 *
 * @returns Takes elements with `data-consent`, and blocks or unblocks each by the state.
 */
export const createUnblocking = (given: Unblocking): ((elements: readonly Element[]) => void) => {
  const { missingFor, consent } = given
  const names = Object.keys(consent.options.categories)
  /**
   * The elements that were looked at. An element that was unblocked has an address too, so only the
   * first look says whether the page wrote the address.
   */
  const seen = new WeakSet<Element>()
  /** The keys of elements that a warning has named, each once. */
  const warnedKeys = new Set<string>()
  const isDelaying = DELAYED.test([...given.types].join())
  let queue: Promise<unknown> = Promise.resolve()

  const inTurn = (element: HTMLElement): Promise<unknown> | undefined =>
    // Checked again, since the category may have been withdrawn, or an earlier entry of the queue
    // may have unblocked the same element.
    element.isConnected && element.matches(BLOCKED) && missingFor(element) === undefined
      ? unblockElement(element, given, inTurn)
      : undefined

  return elements => {
    queue = queue.then(given.started)
    for (const element of elements as readonly HTMLElement[]) {
      const key = element.getAttribute('data-consent')
      // Where nothing can be granted, another warning has said so.
      if (key && names[0] && !warnedKeys.has(key) && !names.includes(categoryOf(key))) {
        warnedKeys.add(key)
        given.warn('category', key, names, element)
      }
      const missing = missingFor(element)
      if (missing !== undefined && !seen.has(element) && element.matches(REQUESTED))
        given.warn(
          'requested-early',
          element.getAttribute('src'),
          element.localName,
          key,
          false,
          element,
        )
      seen.add(element)
      if (missing === undefined) {
        // An error while one element is unblocked must not keep the others blocked.
        if (element.matches(BLOCKED)) queue = queue.then(() => inTurn(element)).catch(() => {})
      } else if (element.localName === 'iframe') {
        const { src } = element as HTMLIFrameElement
        // Many pages have `src="about:blank"` beside `data-src`.
        if (src) blockAddress(element, 'src', element.getAttribute('data-src') ?? src)
        // The placeholder asks for the service if the service is refused, not the category.
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

/**
 * Unblocks one element.
 *
 * @param inTurn Is called for each script of a `<template>`, in order: unblocks it if it may still
 *   run.
 * @returns Resolves when the next element may be unblocked.
 */
const unblockElement = (
  element: HTMLElement,
  given: Unblocking,
  inTurn: (script: HTMLElement) => Promise<unknown> | undefined,
): Promise<unknown> | undefined => {
  if (element.localName === 'script')
    return unblockScript(element as HTMLScriptElement, given.consent.options.nonce, given)
  if (element.localName === 'template')
    return unblockTemplate(element as HTMLTemplateElement, inTurn)
  for (const name of ADDRESSES) {
    const address = element.getAttribute(`data-${name}`)
    element.removeAttribute(`data-${name}`)
    // A `javascript:` URL is never set: an HTML sanitizer that checks `src` does not check
    // `data-src`.
    if (address !== null && urlOf(address).protocol !== 'javascript:')
      element.setAttribute(name, address)
  }
  return undefined
}

/** Replaces a template with its content. The scripts of the content run one after another. */
const unblockTemplate = async (
  template: HTMLTemplateElement,
  inTurn: (script: HTMLElement) => Promise<unknown> | undefined,
): Promise<void> => {
  const { content, dataset } = template
  // Scripts with their own `data-consent` wait for their own category. A `text/plain` script
  // without `data-consent` is data and never runs.
  const scripts = [
    ...content.querySelectorAll<HTMLScriptElement>(
      'script:not([data-consent],[type="text/plain"])',
    ),
  ]
  for (const script of scripts) {
    blockScript(script)
    script.dataset['consent'] = dataset['consent']
  }
  template.replaceWith(content)
  for (const script of scripts) await inTurn(script)
}
