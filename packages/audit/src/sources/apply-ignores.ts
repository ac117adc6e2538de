import { SOURCE_CODES, type SourceFinding } from './source-finding.ts'
import type { IgnoreComment } from './trace.ts'

const FORM = 'consent-ignore-next-line <code> <reason>'

/**
 * Leaves out the findings that a comment with a reason ignores. Adds a finding for each comment that
 * has no reason or an unknown code; such a comment ignores nothing.
 */
export const applyIgnores = (
  file: string,
  findings: readonly SourceFinding[],
  ignores: readonly IgnoreComment[],
): readonly SourceFinding[] => {
  const invalid = ignores.flatMap(({ line, code, reason }): SourceFinding[] => {
    const message = faultOfIgnore(code, reason)
    return message ? [{ code: 'invalid-ignore', file, line, what: code, message }] : []
  })
  const isIgnored = ({ code, line }: SourceFinding) =>
    ignores.some(
      one => one.line + 1 === line && one.code === code && !faultOfIgnore(one.code, one.reason),
    )
  return [...findings.filter(one => !isIgnored(one)), ...invalid].sort(
    (one, other) => one.line - other.line,
  )
}

const faultOfIgnore = (code: string, reason: string): string | undefined => {
  const codes = SOURCE_CODES.filter(one => one !== 'invalid-ignore')
  if (!codes.some(one => one === code))
    return `The comment ignores "${code}". Expected one of ${codes.join(', ')}. Nothing is ignored: write ${FORM}.`
  if (!/[\p{L}\p{N}]/u.test(reason))
    return `The comment ignores ${code} without a reason. Nothing is ignored: write ${FORM}.`
  return undefined
}
