import { categoryOf } from '../service-key.ts'

/** What a form says. */
export interface Choices {
  readonly choices: Record<string, boolean>
  /** The services that are off although their category is on, as `category/name`. */
  readonly without: readonly string[]
}

/** Reads the switches of a form. */
export const choicesOf = (form: HTMLFormElement): Choices => {
  const choices: Record<string, boolean> = Object.create(null)
  const without: string[] = []
  for (const { name, checked } of switches(form))
    if (name === categoryOf(name)) choices[name] = checked
    else if (!checked && choices[categoryOf(name)]) without.push(name)
  return { choices, without }
}

/**
 * Keeps a category and its services in step: a category takes its services along, the first of them
 * turns it on, and the last one off.
 */
export const linkSwitches = (changed: EventTarget | null): void => {
  if (!(changed instanceof HTMLInputElement) || !changed.form) return
  const category = categoryOf(changed.name)
  const all = switches(changed.form)
  const services = all.filter(({ name }) => name !== category && categoryOf(name) === category)
  if (changed.name === category) for (const service of services) service.checked = changed.checked
  else {
    const whole = all.find(({ name }) => name === category)
    if (whole) whole.checked = services.some(({ checked }) => checked)
  }
}

// Not `form.elements`: a category of that name would answer in its place.
const switches = (form: HTMLFormElement): readonly HTMLInputElement[] => [
  ...form.querySelectorAll<HTMLInputElement>('[role=switch]'),
]
