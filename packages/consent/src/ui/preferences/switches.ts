import { categoryOf } from '../../shared/services.ts'

/**
 * Returns the choices that the switches of a form show, by category. `without` has the services, as
 * `category/name`, whose switch is off while the switch of their category is on.
 */
export const choicesOf = (
  form: HTMLFormElement,
): { readonly choices: Record<string, boolean>; readonly without: readonly string[] } => {
  const choices: Record<string, boolean> = Object.create(null)
  const without: string[] = []
  for (const { name, checked } of switches(form))
    if (name === categoryOf(name)) choices[name] = checked
    else if (!checked && choices[categoryOf(name)]) without.push(name)
  return { choices, without }
}

/**
 * Updates related switches after a switch has changed: the switch of a category sets those of all
 * its services, and is on if at least one of them is on.
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

/** Returns the names of the switches whose state differs from the saved answer. */
export const changedSwitches = (form: HTMLFormElement): readonly string[] =>
  switches(form)
    .filter(({ checked, defaultChecked }) => checked !== defaultChecked)
    .map(({ name }) => name)

const answersOf = new WeakMap<HTMLFormElement, string>()

/**
 * Sets the switches to the saved answers, except those that the visitor has `changed` in the draft.
 * If the answers are those of the last call, the switches keep the visitor's changes.
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
