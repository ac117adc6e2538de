import { categoryOf } from '../../shared/service-key.ts'

/** The choices in a form. */
export interface Choices {
  readonly choices: Record<string, boolean>
  /** Services that are off while their category is on, as `category/name`. */
  readonly without: readonly string[]
}

/** Returns the choices that the switches of a form show. */
export const choicesOf = (form: HTMLFormElement): Choices => {
  const choices: Record<string, boolean> = Object.create(null)
  const without: string[] = []
  for (const { name, checked } of switches(form))
    if (name === categoryOf(name)) choices[name] = checked
    else if (!checked && choices[categoryOf(name)]) without.push(name)
  return { choices, without }
}

/**
 * Updates the related switches after one has changed. The switch of a category sets all its services. The switch
 * of a service turns its category on if any service of the category is on, else off.
 */
export const linkSwitches = (form: HTMLFormElement, changed: HTMLInputElement): void => {
  const category = categoryOf(changed.name)
  // The switch of the category is the first in document order.
  const [whole, ...services] = switches(form).filter(({ name }) => categoryOf(name) === category)
  if (changed === whole) for (const service of services) service.checked = changed.checked
  else if (whole) whole.checked = services.some(({ checked }) => checked)
}

/** Returns the switches of a form in document order. */
// A category may be named `elements`, and its switch then shadows `form.elements`.
export const switches = (form: HTMLFormElement): readonly HTMLInputElement[] => [
  ...form.querySelectorAll<HTMLInputElement>('[role=switch]'),
]

/**
 * Returns the names of the changed switches. The `checked` attribute is the saved state, `:checked`
 * the current one.
 */
export const changedSwitches = (form: HTMLFormElement): readonly string[] =>
  Array.from(
    form.querySelectorAll<HTMLInputElement>(':checked:not([checked]),[checked]:not(:checked)'),
    ({ name }) => name,
  )
