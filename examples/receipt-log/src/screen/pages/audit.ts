import { toHtml, verifyEvidence } from '@spaceone/consent-audit/judge'
import { verdictOf } from '../../audits/read-audit.ts'
import type { Context, Query } from '../page.ts'

/** Returns the sealed file of the audit that a query names; `undefined` if there is none. */
export const auditFileOf = async (
  { log }: Pick<Context, 'log'>,
  { entry = '' }: Query,
): Promise<Uint8Array | undefined> =>
  /^\d{1,16}$/.test(entry) ? log.auditFile(Number(entry)) : undefined

/** Returns the report about a sealed file, judged again from what the file has seen. */
export const reportOf = ({ language }: Pick<Context, 'language'>, file: Uint8Array): string =>
  toHtml(verdictOf(verifyEvidence(file).files), language)
