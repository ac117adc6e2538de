import { saysAll } from '../labels/act-of.ts'
import type { Control } from '../look/find-controls.ts'

/** Returns the letters and digits of a control's words, in lower case. */
const plainLabel = ({ words }: Control): string =>
  words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/**
 * Chooses the control that accepts. Controls with the same words are one control. Of several
 * controls the one whose words say “all” accepts, as “Accept all” beside “Accept” does. Returns
 * `'unclear'` if several accept and not just one says “all”, `undefined` if none accepts.
 */
export const chooseAccept = (controls: readonly Control[]): Control | 'unclear' | undefined => {
  const accepting = controls.filter(({ act }) => act === 'accept')
  const merged = [...new Map(accepting.toReversed().map(one => [plainLabel(one), one])).values()]
  if (merged.length < 2) return merged[0]
  const all = merged.filter(({ words }) => saysAll(words))
  return all.length === 1 && all[0] ? all[0] : 'unclear'
}
