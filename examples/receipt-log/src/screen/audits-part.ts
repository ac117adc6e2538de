import { html, type Markup } from '../../../../packages/audit/src/report/html/markup.ts'
import { table } from '../../../../packages/audit/src/report/html/table.ts'
import {
  fill,
  wordsOf as reportWordsOf,
} from '../../../../packages/audit/src/report/words/words-of.ts'
import { type Judged, judgedAudit } from '../audits/judged.ts'
import { type Audit, fingerprintOf } from '../audits/read-audit.ts'
import { dayOf } from '../day.ts'
import { timeIn } from './decision.ts'
import type { Context } from './page.ts'
import type { Version } from './versions.ts'

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

/**
 * Returns a table of audits: what ran, how it was judged, by which inventory, and who signed.
 *
 * @param versions The versions of the policy by whose inventories the audits should be judged. Of
 *   several, those whose days an audit began in.
 */
export const auditsPart = async (
  context: Context,
  audits: readonly (readonly [number, Audit])[],
  versions: readonly Version[],
): Promise<Markup> => {
  const { words, language, isFile, log } = context
  const { outcomes } = reportWordsOf(language)
  const labels = words.audits
  if (!audits.length) return html`<p>${words.versions.noAudits}</p>`
  const rows = []
  for (const [seq, audit] of audits) {
    const judged = await judgedAudit(log, seq)
    const own = versions.length === 1 ? versions : versions.filter(one => isWithin(one, audit))
    rows.push([
      timeIn(context, audit.began),
      html`<ul>${audit.pages.map(url => html`<li class="hash">${url}</li>`)}</ul>`,
      audit.contacted.join(words.separator) || words.none,
      html`<strong>${outcomes[audit.outcome]}</strong>${breachesPart(context, judged)}`,
      html`${audit.tool} ${inventoryPart(context, audit, judged)}${otherPart(context, audit, judged, own)}`,
      html`<span class="hash">${signerIn(context, audit)}</span>`,
      isFile
        ? html`<span class="hash">SHA-256 ${audit.sha256}</span>`
        : html`<ul><li><a href="audit?entry=${seq}">${labels.report}</a></li><li><a href="audit-file?entry=${seq}">${labels.file}</a></li></ul>`,
    ])
  }
  return html`<p class="note">${labels.about}</p>
<div class="audits">${table(
    words.versions.audits,
    [
      ...[labels.began, labels.site, labels.contacted, labels.outcome, labels.tool],
      ...[labels.signer, labels.report],
    ],
    rows,
  )}</div>`
}

/** Says whether an audit began in the days of a version. */
const isWithin = ({ figures, end }: Version, { began }: Audit): boolean =>
  began >= Date.parse(dayOf(figures.first)) && began < end

/** Returns the number of breaches, as the report of the audit has it. */
const breachesPart = (
  { words, format }: Context,
  judged: Judged | undefined,
): Markup | undefined => {
  if (!judged) return html` <span class="note">${words.audits.unread}</span>`
  const { breaches } = judged
  if (breaches === 0) return undefined
  return html` <span class="note">${fill(words.audits.breaches, { n: format.number(breaches) })}</span>`
}

/** Returns the version and the hash of the inventory that an audit was judged by. */
const inventoryPart = (
  { words }: Context,
  { inventory }: Audit,
  judged: Judged | undefined,
): Markup => {
  const { audits } = words
  const version = judged?.version
  if (inventory === undefined && version === undefined)
    return html`<span class="note">${audits.noInventory}</span>`
  return html`<span class="note hash">${audits.inventory} ${version && html`<strong>${version}</strong> `}${inventory}</span>`
}

/**
 * Returns a warning if an audit was judged by the inventory of another version than the one that
 * visitors saw, or by another inventory of the same version than those of `INVENTORIES`.
 */
const otherPart = (
  { words }: Context,
  { inventory }: Audit,
  judged: Judged | undefined,
  versions: readonly Version[],
): Markup | undefined => {
  const { audits } = words
  const by = judged?.version
  if (by === undefined || !versions.length) return undefined
  const same = versions.find(({ version }) => version === by)
  const names = versions.map(({ version }) => version).join(words.separator)
  const isOther =
    same !== undefined &&
    same.inventories.length > 0 &&
    !same.inventories.some(({ hash }) => hash === inventory)
  if (same && !isOther) return undefined
  return html`<strong class="other">${fill(same ? audits.otherHash : audits.otherVersion, { by, version: names })}</strong>`
}

/** Returns the name of the key that signed an audit; its fingerprint if the key has no name. */
const signerIn = ({ keys, words }: Context, { signer }: Audit): string =>
  keys?.find(({ key }) => fingerprintOf(key) === signer)?.name ??
  fill(words.audits.unnamed, { fingerprint: signer })
