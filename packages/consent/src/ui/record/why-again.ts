import type { AnyConsent } from '../../core/index.ts'
import { buildElement } from '../../shared/build-element.ts'
import { ownProperty } from '../../shared/own-properties.ts'
import type { LoadedParts } from '../parts/load-parts.ts'
import { timeInWords } from '../words/time-in-words.ts'
import { changesSince } from './changes-since.ts'

/**
 * Returns the sentences that tell a visitor with an earlier answer why the banner asks again.
 *
 * @returns The sentences, as elements and strings, for the place before the banner's first
 *   sentence. An empty list for a visitor without an earlier answer.
 */
export const whyAgain = (
  { $state, options }: AnyConsent,
  { language, record: part }: Pick<LoadedParts, 'language' | 'record'>,
): readonly (Node | string)[] => {
  const { status, record } = $state.get()
  const sentence = part && ownProperty(part.text.again, status)
  if (!record || !sentence) return []
  const day = timeInWords(record.t, language)
  const [start = '', end] = sentence.split('{before}')
  // Marks the visitor's own data, which is not part of the notice's text.
  const before =
    end === undefined
      ? ''
      : buildElement('span', { 'data-own': '' }, status === 'expired' ? day : record.p)
  const changes = changesSince(options.policy, record.p, language).join(' ')
  return [start, before, `${end ?? ''}`, ` ${changes} `]
}
