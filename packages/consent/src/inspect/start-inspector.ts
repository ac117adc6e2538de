import type { AnyConsent } from '../core/index.ts'
import type { Noted } from '../gate/ledger.ts'
import { IS_TAG } from '../shared/build.ts'
import { buildElement } from '../shared/build-element.ts'
import { INTERCEPTED } from '../shared/platform.ts'
import { callIn } from '../shared/timers.ts'
import { createPanel } from './create-panel.ts'
import { inspectorCss } from './inspector.css.ts'
import { noteMarkup } from './note-markup.ts'
import { type LedgerEntry, openLedger } from './open-ledger.ts'

/** The time between two looks at the ledger, in seconds. */
const LOOK = 0.25

/** Adds the style sheet. An older browser gets a `<style>`, with the nonce of the page. */
const addStyles = (root: ShadowRoot, nonce: string | undefined) => {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(inspectorCss)
    root.adoptedStyleSheets = [sheet]
  } catch {
    root.append(buildElement('style', nonce ? { nonce } : {}, inspectorCss))
  }
}

/**
 * Opens the ledger, and shows the inspector in the corner of the page: a button that opens a panel
 * with the ledger and the state of a consent. A page has one inspector; a second call replaces the
 * first. The inspector ends when the last gate of the page has ended, such as after `destroy()`.
 */
export const startInspector = (consent: AnyConsent, notes: Noted[]): void => {
  const [ledger, add] = openLedger(notes)
  const name = 'spaceone-consent-inspector'
  document.querySelector(name)?.remove()
  const host = buildElement(name)
  const root = host.attachShadow({ mode: 'open' })
  addStyles(root, consent.options.nonce)
  // With npm a bundler can join the SDK with the page's code, so the SDK's files have no folder.
  const folder = IS_TAG ? import.meta.url.replace(/[^/]*$/, '') : ''
  const panel = createPanel(consent, ledger, folder)
  root.append(...panel.elements)

  let last: LedgerEntry | undefined
  const look = () => {
    // `INTERCEPTED` is on `window` until all consents of the page are destroyed.
    if (!host.isConnected || !(INTERCEPTED in window)) return dispose()
    callIn(LOOK, look)
    noteMarkup(consent, add)
    if (last === ledger[ledger.length - 1]) return
    last = ledger[ledger.length - 1]
    panel.update()
  }
  const unsubscribe = consent.onChange(() => void callIn(0, panel.update))
  const dispose = () => {
    unsubscribe()
    host.remove()
  }
  document.documentElement.append(host)
  look()
}
