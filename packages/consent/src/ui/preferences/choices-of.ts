import { categoryOf } from '../../shared/services.ts'

/** The choices in a form. */
export interface Choices {
  readonly choices: Record<string, boolean>
  /**
   * The services, as `category/name`, whose switch is off while the switch of their category is on.
   */
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
 * Updates related switches after a switch has changed. The switch of a category sets the switches
 * of all its services. After a change of a service's switch, the switch of its category is on if at
 * least one of its services is on.
 */
export const linkSwitches = (form: HTMLFormElement, changed: HTMLInputElement): void => {
  const category = categoryOf(changed.name)
  // The switch of the category is the first in document order.
  const [whole, ...services] = switches(form).filter(({ name }) => categoryOf(name) === category)
  if (changed === whole) for (const service of services) service.checked = changed.checked
  else if (whole) whole.checked = services.some(({ checked }) => checked)
}

/** Returns the switches of a form in document order. */
// Not `form.elements`: the switch of a category named `elements` would hide this property.
const switches = (form: HTMLFormElement): readonly HTMLInputElement[] => [
  ...form.querySelectorAll<HTMLInputElement>('[role=switch]'),
]

/**
 * Returns the names of the changed switches. The `checked` attribute is the saved state of a
 * switch, `:checked` the current state.
 */
export const changedSwitches = (form: HTMLFormElement): readonly string[] =>
  Array.from(
    form.querySelectorAll<HTMLInputElement>(':checked:not([checked]),[checked]:not(:checked)'),
    ({ name }) => name,
  )

/** The answers that the switches of a form were last set to. */
const answersOf = new WeakMap<HTMLFormElement, string>()

/**
 * Sets the switches of a form to the answers, then applies the changes of the draft. Does nothing
 * if the switches were last set for the same answers, so that they keep the visitor's changes when
 * the view is drawn again.
 *
 * @param changed Names of the switches that the visitor had changed in the draft.
 */
export const setSwitches = (
  form: HTMLFormElement | null,
  answers: string,
  changed: readonly string[],
): void => {
  if (!form || answersOf.get(form) === answers) return
  answersOf.set(form, answers)
  // Not `form.reset()`: the switch of a category named `reset` would hide this method.
  for (const input of switches(form))
    input.checked = input.defaultChecked !== changed.includes(input.name)
}
