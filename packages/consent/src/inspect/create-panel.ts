import type { AnyConsent } from '../core/index.ts'
import { buildElement } from '../shared/build-element.ts'
import { listen } from '../shared/platform.ts'
import { createConsentTab } from './create-consent-tab.ts'
import { createCopyBar } from './create-copy-bar.ts'
import { createDecisionsTab } from './create-decisions-tab.ts'
import { createLedgerTab } from './create-ledger-tab.ts'
import { createTabs } from './create-tabs.ts'
import { buildButton } from './elements.ts'
import { filterGroups, groupEntries } from './group-entries.ts'
import type { LedgerEntry } from './open-ledger.ts'

/** The elements of the inspector. */
interface Panel {
  /** The button, and the panel that it opens. */
  readonly elements: readonly HTMLElement[]
  /** Draws the present ledger and state. */
  update(): void
}

/**
 * Creates the button and the panel. Escape closes the panel, and the focus returns to the button.
 */
export const createPanel = (
  consent: AnyConsent,
  ledger: readonly LedgerEntry[],
  folder: string,
): Panel => {
  const count = buildElement('b')
  const setOpen = (isOpen: boolean) => {
    panel.hidden = !isOpen
    toggle.setAttribute('aria-expanded', `${isOpen}`)
    if (isOpen) update()
    else toggle.focus()
  }
  const toggle = buildButton(
    'Consent inspector',
    { class: 'toggle', 'aria-expanded': 'false', 'aria-controls': 'panel' },
    () => setOpen(panel.hidden === true),
  )
  toggle.append(count)

  const tabs = createTabs([
    createLedgerTab(ledger, folder),
    createConsentTab(consent),
    createDecisionsTab(consent, ledger),
  ])
  const panel = buildElement(
    'section',
    { id: 'panel', 'aria-label': 'Consent inspector' },
    buildElement(
      'header',
      {},
      tabs.list,
      buildButton('×', { class: 'close', 'aria-label': 'Close' }, () => setOpen(false)),
    ),
    tabs.body,
    createCopyBar(consent, ledger),
  )
  panel.hidden = true
  const onKey = (event: KeyboardEvent) => {
    // Stop the event: the same key must not also close something of the page.
    if (event.key !== 'Escape') return
    event.stopPropagation()
    setOpen(false)
  }
  listen('keydown', onKey, false, panel)

  const update = () => {
    const { length } = filterGroups(groupEntries(ledger), 'blocked', '')
    count.textContent = length ? `${length} blocked` : ''
    if (!panel.hidden) tabs.update()
  }
  return { elements: [toggle, panel], update }
}
