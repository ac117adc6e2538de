import type { AnyConsent } from '../core/index.ts'
import type { Noted } from '../gate/ledger.ts'
import { IS_TAG } from '../shared/build.ts'
import { buildElement } from '../shared/build-element.ts'
import { INTERCEPTED, urlOf } from '../shared/platform.ts'
import { callIn } from '../shared/timers.ts'
import { createPanel } from './create-panel.ts'
import { inspectorCss } from './inspector.css.ts'
import { type LedgerEntry, openLedger } from './open-ledger.ts'

/** The time between two looks at the ledger, in seconds. */
const LOOK = 0.25

/**
 * Notes blocked markup with an address in `data-src`, or `src` of a script, that waits for a grant.
 * The gate does not note such markup in the HTML: before the grant nothing requests its address.
 */
const noteMarkup = (consent: AnyConsent, add: (note: Noted) => void): void => {
  const { keys } = consent.$state.get()
  for (const element of document.querySelectorAll('[data-consent]:not(form)')) {
    const key = element.getAttribute('data-consent') ?? ''
    const address =
      element.getAttribute('data-src') ??
      (element.matches('script[type="text/plain"]') ? element.getAttribute('src') : null)
    if (!address || (keys.includes(key) && consent.isGranted(key))) continue
    const { protocol, host, pathname } = urlOf(address)
    const value = { protocol, whole: host, name: host, path: `${pathname}/`, parameters: [] }
    add([Date.now(), undefined, 'address', value, 'data-consent', key])
  }
}

/**
 * Opens the ledger, and shows the inspector in the corner of the page: a button that opens a panel
 * with the ledger and the state of a consent. A page has one inspector; a second call replaces the
 * first. The inspector ends when it is removed, or the last gate has ended, as after `destroy()`.
 */
export const startInspector = (consent: AnyConsent, notes: Noted[]): void => {
  const [ledger, add, keys] = openLedger(notes)
  const name = 'spaceone-consent-inspector'
  document.querySelector(name)?.remove()
  const host = buildElement(name)
  const root = host.attachShadow({ mode: 'open' })
  const { nonce } = consent.options
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(inspectorCss)
    root.adoptedStyleSheets = [sheet]
  } catch {
    // An older browser gets a `<style>`, with the nonce of the page.
    root.append(buildElement('style', nonce ? { nonce } : {}, inspectorCss))
  }
  // With npm a bundler can join the SDK with the page's code, so the SDK's files have no folder.
  const folder = IS_TAG ? import.meta.url.replace(/[^/]*$/, '') : ''
  const update = createPanel(root, consent, ledger, keys, folder)

  let last: LedgerEntry | undefined
  const look = () => {
    // `INTERCEPTED` is on `window` until all consents of the page are destroyed.
    if (!host.isConnected || !(INTERCEPTED in window)) {
      unsubscribe()
      host.remove()
      return
    }
    callIn(LOOK, look)
    noteMarkup(consent, add)
    const newest = ledger[ledger.length - 1]
    if (last === newest) return
    last = newest
    update()
  }
  const unsubscribe = consent.onChange(() => void callIn(0, update))
  document.documentElement.append(host)
  look()
}
