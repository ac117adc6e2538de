import type { AnyConsent, ConsentRecord } from '../core/index.ts'
import { IS_TAG } from '../shared/build.ts'
import { buildElement } from '../shared/build-element.ts'
import { COOKIE_NAME } from '../shared/defaults.ts'
import { declarationText } from './declaration-text.ts'
import { deliveriesOf } from './deliveries.ts'
import { buildButton } from './elements.ts'
import type { LedgerEntry } from './open-ledger.ts'
import { type Undeclared, undeclaredIn } from './undeclared-in.ts'

/** The reason why nothing can be copied as declarations. */
const NOTHING = 'Nothing to declare: every other site, cookie and key has a rule.'

/**
 * Creates the bar with the buttons that copy, as JSON, the ledger and the state, and declarations
 * of other sites, cookies and keys that the gate has let through without a rule. If the browser
 * refuses the clipboard, the bar shows the text, selected.
 *
 * @param keys The first write of each key that no rule names, of at most `MOST_NOTES` keys.
 * @param folder The folder of the SDK's files; an empty text if they have none.
 * @returns The bar, and a function that draws whether there is something to declare.
 */
export const createCopyBar = (
  consent: AnyConsent,
  ledger: readonly LedgerEntry[],
  keys: ReadonlyMap<string, LedgerEntry>,
  folder: string,
): { readonly element: HTMLElement; readonly update: () => void } => {
  const status = buildElement('p', { role: 'status' })
  const field = buildElement('textarea', { readonly: '' })
  field.hidden = true
  field.addEventListener('blur', () => {
    field.hidden = true
    status.textContent = ''
  })
  const copy = async (label: string, text: string) => {
    try {
      await navigator.clipboard.writeText(text)
      status.textContent = 'Copied'
    } catch {
      field.hidden = false
      field.setAttribute('aria-label', label)
      field.value = text
      field.focus()
      field.select()
      status.textContent = 'The browser refuses the clipboard: copy the selected text'
    }
  }
  const undeclared = () => undeclaredOn(consent, ledger, keys, folder)
  const copyJson = () => void copy('The ledger as JSON', reportOf(consent, ledger))
  const copyDeclarations = () => {
    const found = undeclared()
    if (found[0]) void copy('The declarations', declarationsOn(consent, found))
  }
  const reason = buildElement('p', { id: 'no-declarations', class: 'how' })
  const declarations = buildButton(
    'Copy as declarations',
    { 'aria-describedby': reason.id },
    copyDeclarations,
  )
  const element = buildElement(
    'footer',
    {},
    buildButton('Copy as JSON', {}, copyJson),
    declarations,
    status,
    field,
    reason,
  )
  const update = () => {
    const isEmpty = !undeclared()[0]
    // Not `disabled`: the focus stays on the button, and its reason is read out.
    declarations.setAttribute('aria-disabled', `${isEmpty}`)
    reason.textContent = isEmpty ? NOTHING : ''
  }
  return { element, update }
}

/** Lists other sites, cookies and keys let through without a rule, but not those of the SDK. */
const undeclaredOn = (
  consent: AnyConsent,
  ledger: readonly LedgerEntry[],
  keys: ReadonlyMap<string, LedgerEntry>,
  folder: string,
): readonly Undeclared[] => {
  const name = consent.options.cookie?.name ?? COOKIE_NAME
  const endpoint = deliveriesOf(consent, ledger)?.endpoint
  const isOwn = (what: string) =>
    [name, endpoint].includes(what) ||
    what.startsWith(`${name}.`) ||
    (folder !== '' && what.startsWith(folder))
  return undeclaredIn([...ledger, ...keys.values()], location.hostname, folder, isOwn)
}

const declarationsOn = (consent: AnyConsent, undeclared: readonly Undeclared[]): string =>
  declarationText(undeclared, {
    address: location.origin + location.pathname,
    day: new Date().toISOString().slice(0, 10),
    category: Object.keys(consent.$state.get().granted)[0] ?? 'analytics',
    isTag: IS_TAG,
  })

/** Returns a record without the id of its receipt, by which the endpoint knows the record. */
const withoutReceipt = (record: ConsentRecord): ConsentRecord => ({ ...record, r: undefined })

/** Returns, as JSON, the state, decisions, deliveries and ledger, for a message to a colleague. */
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
