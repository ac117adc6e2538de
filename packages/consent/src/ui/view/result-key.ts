import type { ConsentState } from '../../core/index.ts'

/** Returns the key of the text that tells the visitor the result of a decision. */
export const resultKey = ({
  granted,
  without,
}: ConsentState<string>): 'allowed' | 'refused' | 'selected' => {
  const answers = Object.values(granted)
  if (!answers.includes(true)) return 'refused'
  return answers.includes(false) || without[0] ? 'selected' : 'allowed'
}
