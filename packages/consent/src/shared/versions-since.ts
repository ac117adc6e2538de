/** The part of the option `policy` that `versionsSince` reads. */
interface Policy<Version> {
  readonly version: string
  readonly versions?: readonly Version[] | undefined
}

/**
 * Returns the versions of a policy after the agreed one, up to the one in force; `undefined` unless
 * the list has both, and the agreed one has the earlier day.
 */
export const versionsSince = <
  Version extends { readonly version: string; readonly effective: string },
>(
  { version, versions = [] }: Policy<Version>,
  agreed: string,
): readonly Version[] | undefined => {
  const dayOf = (name: string) => versions.find(({ version }) => version === name)?.effective ?? ''
  const [from, to] = [dayOf(agreed), dayOf(version)]
  return from && from < to
    ? versions.filter(({ effective }) => effective > from && effective <= to)
    : undefined
}
