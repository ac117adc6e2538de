import type { ConsentState } from '../core/index.ts'

/** Says what came of a decision: the name of the sentence that tells it to the visitor. */
export const outcomeOf = ({
  granted,
  without,
}: ConsentState<string>): 'allowed' | 'refused' | 'selected' => {
  const answers = Object.values(granted)
  if (!answers.includes(true)) return 'refused'
  return answers.includes(false) || without[0] ? 'selected' : 'allowed'
}
