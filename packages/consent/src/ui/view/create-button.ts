import { buildElement } from '../../shared/build-element.ts'

/**
 * Creates a button without a label. The button needs no `type`, because it is in no form. `look` is
 * the class and the CSS part of the button.
 */
export const createButton = (
  id: string,
  look: string,
  onClick: (event: Event) => void,
): HTMLButtonElement => {
  const attributes = { id, class: look, part: `button ${look}` }
  const button = buildElement('button', attributes)
  button.onclick = onClick
  return button
}
