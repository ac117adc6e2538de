import type { AnyConsent, ConsentRecord } from '../core/index.ts'
import { buildElement } from '../shared/build-element.ts'
import { deliveriesOf } from './deliveries.ts'
import { buildButton } from './elements.ts'
import type { LedgerEntry } from './open-ledger.ts'

/**
 * Creates the bar with the button that copies, as JSON, what the inspector knows. If the browser
 * refuses the clipboard, the bar shows the text, selected.
 */
export const createCopyBar = (consent: AnyConsent, ledger: readonly LedgerEntry[]): HTMLElement => {
  const status = buildElement('p', { role: 'status' })
  const field = buildElement('textarea', { readonly: '', 'aria-label': 'The ledger as JSON' })
  field.hidden = true
  field.addEventListener('blur', () => {
    field.hidden = true
    status.textContent = ''
  })
  const copy = async () => {
    const text = reportOf(consent, ledger)
    try {
      await navigator.clipboard.writeText(text)
      status.textContent = 'Copied'
    } catch {
      field.hidden = false
      field.value = text
      field.focus()
      field.select()
      status.textContent = 'The browser refuses the clipboard: copy the selected text'
    }
  }
  const button = buildButton('Copy as JSON', {}, () => void copy())
  return buildElement('footer', {}, button, status, field)
}

/** Returns a record without the id of its receipt, by which the endpoint knows the record. */
const withoutReceipt = (record: ConsentRecord): ConsentRecord => ({ ...record, r: undefined })

/** Returns, as JSON, what the inspector knows, for a message to a colleague. */
const reportOf = (consent: AnyConsent, ledger: readonly LedgerEntry[]): string => {
  const { record, ...state } = consent.$state.get()
  return JSON.stringify(
    {
      page: location.origin + location.pathname,
      at: new Date().toISOString(),
      state: { ...state, record: record && withoutReceipt(record) },
      decisions: consent.history().map(withoutReceipt),
      deliveries: deliveriesOf(consent, ledger),
      ledger,
    },
    undefined,
    2,
  )
}
