/** The answers that a form was last set to. */
const answersOf = new WeakMap<HTMLFormElement, string>()

/**
 * Sets the switches to the answers as they stand, when these have changed: until then the form
 * keeps the visitor's draft, whatever is drawn anew around it.
 */
export const resetDrafts = (form: HTMLFormElement | null, answers: string): void => {
  if (!form || answersOf.get(form) === answers) return
  answersOf.set(form, answers)
  // Not `form.reset()`: a category of that name would answer in its place.
  for (const input of form.querySelectorAll('input')) input.checked = input.defaultChecked
}
