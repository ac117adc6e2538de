import { html, type Markup } from '../../../../packages/audit/src/report/html/markup.ts'
import { table } from '../../../../packages/audit/src/report/html/table.ts'
import {
  fill,
  wordsOf as reportWordsOf,
} from '../../../../packages/audit/src/report/words/words-of.ts'
import { type Audit, fingerprintOf } from '../audits/read-audit.ts'
import { timeIn } from './decision.ts'
import type { Context } from './page.ts'

/** The audits that began in a time, with the sequence numbers of their entries. */
export const auditsIn = async (
  { log }: Pick<Context, 'log'>,
  from: number,
  to: number,
): Promise<readonly (readonly [number, Audit])[]> =>
  (await log.audits()).flatMap(({ seq, content }) => {
    const audit: Audit | undefined = content === null ? undefined : JSON.parse(content)
    return audit && audit.began >= from && audit.began < to ? [[seq, audit] as const] : []
  })

/** Returns a table of audits: what ran, how it was judged, and who signed. */
export const auditsPart = (
  context: Context,
  audits: readonly (readonly [number, Audit])[],
): Markup => {
  const { words, format, language, isFile } = context
  const { outcomes } = reportWordsOf(language)
  const labels = words.audits
  if (!audits.length) return html`<p>${words.versions.noAudits}</p>`
  return table(
    words.versions.audits,
    [
      ...[labels.began, labels.site, labels.contacted, labels.outcome, labels.tool],
      ...[labels.signer, labels.report],
    ],
    audits.map(([seq, audit]) => [
      timeIn(context, audit.began),
      html`<ul>${audit.pages.map(url => html`<li class="hash">${url}</li>`)}</ul>`,
      audit.contacted.join(words.separator) || words.none,
      html`<strong>${outcomes[audit.outcome]}</strong>${audit.failed > 0 && html` <span class="note">${fill(labels.findings, { n: format.number(audit.failed) })}</span>`}`,
      html`${audit.tool} <span class="note hash">${audit.inventory === undefined ? labels.noInventory : `${labels.inventory} ${audit.inventory}`}</span>`,
      html`<span class="hash">${signerIn(context, audit)}</span>`,
      isFile
        ? html`<span class="hash">SHA-256 ${audit.sha256}</span>`
        : html`<a href="audit?entry=${seq}">${labels.report}</a> <a href="audit-file?entry=${seq}">${labels.file}</a>`,
    ]),
  )
}

/** Returns the name of the key that signed an audit; its fingerprint if the key has no name. */
const signerIn = ({ keys, words }: Context, { signer }: Audit): string =>
  keys?.find(({ key }) => fingerprintOf(key) === signer)?.name ??
  fill(words.audits.unnamed, { fingerprint: signer })
