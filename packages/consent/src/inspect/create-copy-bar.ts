import { buildElement } from '../shared/build-element.ts'
import { makeButton } from './make.ts'

/**
 * Creates the bar with the button that copies a text. If the browser refuses the clipboard, the bar
 * shows the text, selected.
 */
export const createCopyBar = (read: () => string): HTMLElement => {
  const status = buildElement('p', { role: 'status' })
  const field = buildElement('textarea', { readonly: '', 'aria-label': 'The ledger as JSON' })
  const hide = () => {
    field.hidden = true
    status.textContent = ''
  }
  hide()
  field.addEventListener('blur', hide)
  const copy = async () => {
    const text = read()
    try {
      await navigator.clipboard.writeText(text)
      hide()
      status.textContent = 'Copied'
    } catch {
      field.hidden = false
      field.value = text
      field.focus()
      field.select()
      status.textContent = 'The browser refuses the clipboard: copy the selected text'
    }
  }
  const button = makeButton('Copy as JSON', {}, () => void copy())
  return buildElement('footer', {}, button, status, field)
}
