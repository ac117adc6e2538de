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
    if (!name.includes('/')) choices[name] = checked
    else if (!checked && choices[name.replace(/\/.*/s, '')]) without.push(name)
  return { choices, without }
}

/**
 * Keeps a category and its services in step: a category takes its services along, the first of them
 * turns it on, and the last one off.
 */
export const linkSwitches = (changed: EventTarget | null): void => {
  if (!(changed instanceof HTMLInputElement) || !changed.form) return
  const [category = ''] = changed.name.split('/')
  const all = switches(changed.form)
  const services = all.filter(({ name }) => name.startsWith(`${category}/`))
  if (changed.name === category) for (const service of services) service.checked = changed.checked
  else
    for (const { name } of all)
      if (name === category)
        (all.find(input => input.name === category) as HTMLInputElement).checked = services.some(
          ({ checked }) => checked,
        )
}

// Not `form.elements`: a category of that name would answer in its place.
const switches = (form: HTMLFormElement): readonly HTMLInputElement[] => [
  ...form.querySelectorAll<HTMLInputElement>('[role=switch]'),
]
