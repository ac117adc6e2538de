import type { PolicyOptions } from '../../core/index.ts'
import { ownProperty } from '../../shared/own-properties.ts'
import { versionsSince } from '../../shared/versions-since.ts'

/**
 * Returns the texts about the material versions after an earlier version, up to the current one,
 * oldest first. Each text is in the given language if the version has such a text, otherwise in
 * English, otherwise in any language. Leaves out versions without a text.
 *
 * @param agreed The earlier version. If the policy does not list this version, the result is an
 *   empty list.
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
