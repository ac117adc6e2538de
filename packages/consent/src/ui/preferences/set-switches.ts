import { switches } from './choices-of.ts'

/** The answers that the switches of a form were last set to. */
const answersOf = new WeakMap<HTMLFormElement, string>()

/**
 * Sets the switches of a new form, or of a form whose answers have changed, to the answers, with the changes of
 * the draft applied. Otherwise the switches keep the visitor's changes, even when the view is drawn again.
 *
 * @param changed Names of the switches that are changed in the draft.
 */
export const setSwitches = (
  form: HTMLFormElement | null,
  answers: string,
  changed: readonly string[],
): void => {
  if (!form || answersOf.get(form) === answers) return
  answersOf.set(form, answers)
  // A category may be named `reset`, and its switch then shadows `form.reset()`.
  for (const input of switches(form))
    input.checked = input.defaultChecked !== changed.includes(input.name)
}
