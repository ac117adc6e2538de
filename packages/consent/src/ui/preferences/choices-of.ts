import { categoryOf } from '../../shared/service-key.ts'

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
export const linkSwitches = (form: HTMLFormElement, changed: HTMLInputElement): void => {
  const category = categoryOf(changed.name)
  // In document order: the category's own stands first.
  const [whole, ...services] = switches(form).filter(({ name }) => categoryOf(name) === category)
  if (changed === whole) for (const service of services) service.checked = changed.checked
  else if (whole) whole.checked = services.some(({ checked }) => checked)
}

// Not `form.elements`: a category of that name would answer in its place.
const switches = (form: HTMLFormElement): readonly HTMLInputElement[] => [
  ...form.querySelectorAll<HTMLInputElement>('[role=switch]'),
]
