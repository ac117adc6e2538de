import type { AnyConsent } from '../core/index.ts'
import { buildElement } from '../shared/build-element.ts'
import { listen } from '../shared/platform.ts'
import { createConsentTab } from './create-consent-tab.ts'
import { createCopyBar } from './create-copy-bar.ts'
import { createDecisionsTab } from './create-decisions-tab.ts'
import { createLedgerTab } from './create-ledger-tab.ts'
import { buildButton } from './elements.ts'
import { filterGroups, groupEntries } from './group-entries.ts'
import type { LedgerEntry } from './open-ledger.ts'

/** A tab of the panel. */
export interface Tab {
  readonly name: string
  /** What the open tab shows. */
  readonly element: HTMLElement
  /** Draws the present state. */
  update(): void
}

/** The keys that move to another tab, and by how many tabs. */
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 }

/**
 * Adds the button and the panel to the inspector. Escape in the panel closes it, and the focus
 * returns to the button.
 *
 * @returns A function that draws the number of blocked groups and, if the panel is open, the chosen
 *   tab and the bar.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
export const createPanel = (
  root: ShadowRoot,
  consent: AnyConsent,
  ledger: readonly LedgerEntry[],
  keys: ReadonlyMap<string, LedgerEntry>,
  folder: string,
): (() => void) => {
  const tabs: readonly Tab[] = [
    createLedgerTab(ledger, folder),
    createConsentTab(consent),
    createDecisionsTab(consent, ledger),
  ]
  let open = 0
  const body = buildElement('div', { class: 'body', id: 'view', role: 'tabpanel', tabindex: '0' })
  const showTab = (at: number) => {
    open = (at + tabs.length) % tabs.length
    buttons.forEach((button, index) => {
      button.setAttribute('aria-selected', `${index === open}`)
      button.tabIndex = index === open ? 0 : -1
    })
    body.setAttribute('aria-labelledby', `tab-${open}`)
    body.replaceChildren(...tabs.slice(open, open + 1).map(({ element }) => element))
    tabs[open]?.update()
  }
  const buttons = tabs.map(({ name }, at) =>
    buildButton(name, { role: 'tab', id: `tab-${at}`, 'aria-controls': 'view' }, () => showTab(at)),
  )
  const list = buildElement(
    'div',
    { role: 'tablist', 'aria-label': 'Consent inspector' },
    ...buttons,
  )
  const onArrow = ({ key }: KeyboardEvent) => {
    const step = STEPS[key]
    if (!step) return
    showTab(open + step)
    buttons[open]?.focus()
  }
  listen('keydown', onArrow, false, list)

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
  const count = toggle.appendChild(buildElement('b'))
  const close = { class: 'close', 'aria-label': 'Close' }
  const bar = createCopyBar(consent, ledger, keys, folder)
  const panel = buildElement(
    'section',
    { id: 'panel', 'aria-label': 'Consent inspector' },
    buildElement(
      'header',
      {},
      list,
      buildButton('×', close, () => setOpen(false)),
    ),
    body,
    bar.element,
  )
  panel.hidden = true
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    // The same key must not also close something of the page.
    event.stopPropagation()
    setOpen(false)
  }
  listen('keydown', onEscape, false, panel)

  const update = () => {
    const { length } = filterGroups(groupEntries(ledger), 'blocked', '')
    count.textContent = length ? `${length} blocked` : ''
    if (panel.hidden) return
    tabs[open]?.update()
    bar.update()
  }
  showTab(0)
  root.append(toggle, panel)
  return update
}
