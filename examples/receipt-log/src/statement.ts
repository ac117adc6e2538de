import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { formattersOf } from '../../../packages/audit/src/report/html/format.ts'
import { html } from '../../../packages/audit/src/report/html/markup.ts'
import { fill } from '../../../packages/audit/src/report/words/words-of.ts'
import type { Config } from './config.ts'
import type { Log } from './log/log.ts'
import { readOperatorFiles } from './operator-files.ts'
import { chainState } from './screen/chain-state.ts'
import { timeIn } from './screen/decision.ts'
import { noticePart } from './screen/notice-part.ts'
import { type Context, frameOf } from './screen/page.ts'
import { versionPart } from './screen/pages/version.ts'
import { versionsOf } from './screen/versions.ts'
import { type Language, wordsOf } from './screen/words/words-of.ts'

/** What the statement is about, and where it is written. */
export interface StatementOptions {
  readonly version: string
  readonly language: Language
  /** The folder of the files. */
  readonly folder: string
}

/**
 * Writes what the log has about a version of the policy: its notices, inventory, audits and figures,
 * as one HTML page, and as a PDF if there is a browser.
 *
 * @returns The paths of the written files; `undefined` if no decision was made under the version.
 */
export const writeStatement = async (
  log: Log,
  config: Config,
  { version, language, folder }: StatementOptions,
): Promise<readonly string[] | undefined> => {
  const words = wordsOf(language)
  const context: Context = {
    ...{ log, language, words, format: formattersOf(language) },
    checks: { run: async () => {}, isRunning: () => false },
    ...readOperatorFiles(config),
    isFile: true,
  }
  const one = (await versionsOf(context)).find(other => other.version === version)
  if (!one) return undefined
  const rows = await log.sums({ by: ['notice'], version })
  const hashes = [...new Set(rows.flatMap(({ notice }) => (notice ? [notice] : [])))]
  const texts = await Promise.all(hashes.map(async h => [h, await log.notice(h)] as const))
  const content = html`<p class="when">${fill(words.printed, { time: timeIn(context, Date.now()) })}</p>
${await chainState(context)}
${await versionPart(context, one)}
${texts.map(([h, text]) => html`<h2>${words.days.fields.notice} <span class="hash">${h}</span></h2>${text === undefined ? html`<p>${fill(words.find.noText, { hash: h })}</p>` : noticePart(text)}`)}`
  const heading = fill(words.versions.one, { version })
  const page = frameOf(context, { heading, content })
  const name = `statement.${version.replace(/[^\w.-]/g, '_')}.${language}`
  const file = resolve(folder, `${name}.html`)
  writeFileSync(file, page)
  const pdf = resolve(folder, `${name}.pdf`)
  return (await printPdf(page, pdf)) ? [file, pdf] : [file]
}

/** Prints a page as a PDF. Returns `false` if no browser can be started. */
const printPdf = async (page: string, path: string): Promise<boolean> => {
  try {
    const { startBrowser } = await import('../../../packages/audit/src/watch/start-browser.ts')
    // The page loads nothing: no proxy listens at this address.
    const browser = await startBrowser({}, 'http://127.0.0.1:9')
    try {
      const tab = await (await browser.createProfile()).newPage()
      await tab.setContent(page)
      await tab.pdf({ path, format: 'A4', printBackground: true })
      return true
    } finally {
      await browser.close()
    }
  } catch {
    return false
  }
}
