import type { PolicyOptions } from '../../core/index.ts'
import { own } from '../../shared/own.ts'

/**
 * Returns the texts about the material versions after an earlier version, up to the current one,
 * oldest first. Each text is in the given language if the version has such a text, otherwise in
 * English, otherwise in any language. Leaves out versions without a text.
 *
 * @param agreed The earlier version. If the policy does not list this version, the result is an
 *   empty list.
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
