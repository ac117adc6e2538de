import type { AnyConsent, PolicyOptions } from '../../core/index.ts'
import { buildElement } from '../../shared/build-element.ts'
import { ownProperty } from '../../shared/own-properties.ts'
import { versionsSince } from '../../shared/versions-since.ts'
import type { LoadedParts } from '../later-parts/part-props.ts'
import { timeInWords } from '../words/time-in-words.ts'

/**
 * Returns the parts of the sentences that say why the banner asks again; `[]` without a record,
 * until the texts have loaded, and in a status without such a sentence.
 */
export const whyAgain = (
  { $state, options }: AnyConsent,
  { language, record: part }: Pick<LoadedParts, 'language' | 'record'>,
): readonly (Node | string)[] => {
  const { status, record } = $state.get()
  const sentence = part && ownProperty(part.text.again, status)
  if (!record || !sentence) return []
  const [start = '', end] = sentence.split('{before}')
  const given = status === 'expired' ? timeInWords(record.t, language) : record.p
  // `data-own`: the visitor's own data is not part of the notice.
  const before = end === undefined ? '' : buildElement('span', { 'data-own': '' }, given)
  const changes = changesSince(options.policy, record.p, language).join(' ')
  return [start, before, end ?? '', ` ${changes} `]
}

/**
 * Returns the texts about the material versions of the policy after the `agreed` one, up to the one
 * in force, oldest first, each in the given language, else in English, else in any. Empty if
 * `agreed` is not listed.
 */
export const changesSince = (
  policy: PolicyOptions,
  agreed: string,
  language: string,
): readonly string[] =>
  (versionsSince(policy, agreed) ?? [])
    .filter(({ material }) => material)
    .sort((one, other) => (one.effective < other.effective ? -1 : 1))
    .flatMap(
      ({ changes = {} }) =>
        ownProperty(changes, language) ??
        ownProperty(changes, 'en') ??
        Object.values(changes)[0] ??
        [],
    )
