import { type AnyConsent, isGrantedIn } from '../../core/index.ts'
import { warn } from '../../options/warn.ts'
import { IS_TAG } from '../../shared/build.ts'
import { quietly } from '../../shared/errors.ts'
import { ASK_EVENT, INSERTED_EVENT } from '../../shared/events.ts'
import { lazy } from '../../shared/lazy.ts'
import {
  createElement,
  dispatch,
  listen,
  ownDocument,
  relisten,
  urlOf,
} from '../../shared/platform.ts'
import { scriptAddress } from '../interceptors/block-element.ts'
import type { MissingGrant } from '../rules.ts'
import { setAddress } from '../set-address.ts'
import { blockRaw, type FoundAt, types } from './block-raw.ts'
import { endDownloads, watchDownload } from './end-downloads.ts'
import type { createUnblocking, Unblocking } from './unblock.ts'
import { watchRoots } from './watch-roots.ts'

/** The elements of the HTML that a rule can block although they have no `data-consent`. */
const RAW = 'script,iframe'

/** Selects what `update` may unblock or block. No form, whose fields may hide its properties. */
const SHOWN = '[data-consent]:not(form),iframe'

/** The blocked markup of one consent. */
export interface BlockedMarkup {
  /** Includes a new shadow root in every later search. */
  addRoot(root: ShadowRoot): void
  /**
   * Counts rules and, unless `isSet`, the `data-consent` of an element without `data-src`. Notes
   * the download if a script may load.
   */
  readonly missingGrant: MissingGrant
  /** Searches the page again, since elements may have been added after the last search. */
  search(): void
  /**
   * Once the page is parsed, unblocks what may run. Blocks iframes, and ends downloads of scripts,
   * that may not run.
   */
  update(foundAt?: FoundAt): void
  stop(): void
}

/**
 * Unblocks markup once its category or service is granted, and blocks iframes again at the
 * withdrawal. When the first blocked element is found, loads the code that unblocks elements.
 *
 * @param missingGrant Counts only rules.
 */
export const startBlockedMarkup = (
  consent: AnyConsent,
  missingGrant: MissingGrant,
  started: Unblocking['started'],
): BlockedMarkup => {
  let isOn = true
  // If the file cannot be loaded, the next update tries again.
  const loadOnce = lazy(() => loadOnce())
  let unblock: ReturnType<typeof createUnblocking> | undefined

  const missingGrantOf = (element: Element) => {
    // Not `dataset`, which inherits from `Object.prototype`.
    const key = element.getAttribute('data-consent')
    // Not `isGranted`, which throws in development if the category is unknown.
    if (key !== null && !(isOn && isGrantedIn(consent.$state.get(), key))) return key
    const address = element.getAttribute('data-src') ?? scriptAddress(element)
    return address ? missingGrant(urlOf(address), element) : undefined
  }
  // An element with `data-src` is correct blocked markup, even if it also has `src="about:blank"`.
  const missingGrantFor: MissingGrant = (url, element) =>
    element?.matches('[data-consent]:not([data-src])') ? missingGrantOf(element) : missingGrant(url)
  /**
   * Like `missingGrantFor`, for a request, or for an address of an element that the page sets,
   * inserts or parses. Notes the download of a script that may load.
   */
  const missingGrantForNew: MissingGrant = (url, element, isSet) => {
    const missing = missingGrantFor(url, isSet ? undefined : element)
    // A script that is not in the page yet is noted at its insertion. An inline one has no download.
    if (
      missing === undefined &&
      element?.localName === 'script' &&
      (element as HTMLScriptElement).type !== 'text/plain' &&
      (isSet ? element.isConnected : scriptAddress(element))
    )
      watchDownload(element)
    return missing
  }

  const update = (foundAt?: FoundAt) =>
    void quietly(() => {
      endDownloads(missingGrantOf)
      const found = page.find(foundAt === 'earlier' ? `${RAW},${SHOWN}` : SHOWN)
      blockRaw(found, missingGrantFor, foundAt)
      const blocked = found.filter(element => element.getAttribute('data-consent'))
      // Until the page is parsed, the text of the last script may be incomplete.
      if (!blocked[0] || ownDocument.readyState === 'loading') return
      if (unblock) unblock(blocked)
      else
        loadOnce(
          '',
          () => import('./unblock.ts'),
          ({ createUnblocking }) => {
            const given = { types, consent, missingGrantOf, started, setAddress, warn }
            unblock = createUnblocking(given)
            update()
          },
        )
    })
  const search = () => {
    update('late')
    dispatch(INSERTED_EVENT)
    // `document.open()` is about to remove every listener.
    Promise.resolve().then(relisten)
  }
  const unlisten = IS_TAG ? () => {} : listen(ASK_EVENT, event => event.preventDefault())

  // The searched node may be a form with a field named `querySelectorAll`, which hides the method.
  const { querySelectorAll } = createElement('a')
  const page = watchRoots(
    added => blockRaw([added, ...querySelectorAll.call(added, RAW)], missingGrantForNew, 'parsed'),
    search,
  )
  // Wait until all services have registered their rules.
  Promise.resolve().then(() => {
    if (!isOn) return
    update('earlier')
    search()
  })

  return {
    addRoot: page.add,
    missingGrant: missingGrantForNew,
    search,
    update,
    stop() {
      isOn = false
      page.stop()
      unlisten()
    },
  }
}
