import type { PolicyOptions } from '../../core/index.ts'
import { own } from '../../shared/own.ts'

/**
 * Gives what the material versions after an earlier one have changed, oldest first: each in the
 * language, else in English, else in any. Of those that say nothing, nothing.
 *
 * @param agreed The earlier version. One that the policy does not list has no versions after it.
 */
export const changesSince = (
  { version, versions = [] }: PolicyOptions,
  agreed: string,
  language: string,
): readonly string[] => {
  const dayOf = (name: string) => versions.find(({ version }) => version === name)?.effective ?? ''
  const from = dayOf(agreed)
  return versions
    .filter(
      ({ effective, material }) =>
        material && from && effective > from && effective <= dayOf(version),
    )
    .sort((one, other) => (one.effective < other.effective ? -1 : 1))
    .flatMap(
      ({ changes = {} }) =>
        own(changes, language) ?? own(changes, 'en') ?? Object.values(changes)[0] ?? [],
    )
}
