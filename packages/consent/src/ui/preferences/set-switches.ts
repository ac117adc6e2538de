import { switches } from './choices-of.ts'

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
