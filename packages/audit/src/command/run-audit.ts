import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { audit } from '../audit.ts'
import { readEvidence } from '../evidence/read.ts'
import { sealEvidence } from '../evidence/seal.ts'
import { verifyEvidence } from '../evidence/verify.ts'
import { firstLine } from '../first-line.ts'
import { exitCodeOf } from '../judge/outcome-of.ts'
import { toTerminal } from '../report/to-terminal.ts'
import type { Seen } from '../seen.ts'
import { findPages } from '../sitemap/find-pages.ts'
import { withGet } from '../sitemap/get.ts'
import { connectOut } from '../watch/network/connect-out.ts'
import { type AuditCommand, auditOptionsOf } from './audit-options.ts'
import { fault } from './fault.ts'
import { listenToSignals } from './interruption.ts'
import { type JudgeInput, judgeEvidence } from './judge-evidence.ts'
import { acceptancesIn, inventoryIn, privateKeyIn, readInput } from './read-input.ts'
import { reportsOf, writeFiles } from './write-reports.ts'
import { checkSuggestionFile, writeSuggestion } from './write-suggestion.ts'

const SEALED = 'consent-audit.zip'

/** Reads the files that the options name, and creates the output folder, before an audit. */
const readInputs = (command: AuditCommand) => {
  const { output, inventory, acceptFile, sign, baseline, audit: options } = command
  if (options.storageState !== undefined)
    readInput('--storage-state', options.storageState, bytes => JSON.parse(bytes.toString('utf8')))
  const before: JudgeInput | undefined =
    baseline === undefined
      ? undefined
      : readInput('--baseline', baseline, bytes => {
          const { files, faults } = verifyEvidence(bytes)
          if (faults.length) throw new Error(`The file is not intact. ${faults.join(' ')}`)
          return readEvidence(files)
        })
  try {
    mkdirSync(output, { recursive: true })
    accessSync(output, constants.W_OK)
  } catch (error) {
    throw fault(`--output ${output}: ${firstLine(error)}`)
  }
  return {
    ...{ before, inventory: inventoryIn(inventory), acceptances: acceptancesIn(acceptFile) },
    key: privateKeyIn(sign),
  }
}

/** Returns the addresses of an audit, with the pages of the sitemap if they are asked for. */
const addressesOf = async ({ audit: { urls }, sitemapLimit }: AuditCommand) => {
  const [first] = urls
  if (sitemapLimit === undefined || first === undefined) return urls
  const { pages, forbidden, problem } = await withGet(connectOut, get =>
    findPages(first, sitemapLimit, get),
  )
  if (problem) console.error(problem)
  if (forbidden)
    console.error(
      `The robots.txt forbids ${forbidden} ${forbidden === 1 ? 'page' : 'pages'} of the sitemap.`,
    )
  const all = new Set([...urls.map(one => new URL(one).href), ...pages])
  return [...all].slice(0, Math.max(urls.length, sitemapLimit))
}

/** Writes the sealed file into a new temporary folder. Returns the `fault` that names the file. */
const rescue = (sealed: Uint8Array, error: unknown): Error => {
  const folder = mkdtempSync(join(tmpdir(), 'consent-audit-evidence-'))
  writeFiles(folder, { [SEALED]: sealed })
  return fault(
    `The reports could not all be written: ${firstLine(error)}. The evidence is in ${join(folder, SEALED)}`,
  )
}

/** Plays an audit, writes the sealed file and the reports, and returns the exit code. */
export const runAudit = async (args: readonly string[]): Promise<number> => {
  const command = auditOptionsOf(args)
  checkSuggestionFile(command.suggestion)
  const { inventory, before, acceptances, key } = readInputs(command)
  const interruption = listenToSignals()
  const urls = await addressesOf(command)
  const seen: Seen = await audit({
    ...{ ...command.audit, urls, signal: interruption.signal },
    onProgress: ({ url, phase, position, total }) =>
      console.error(`${position}/${total} ${url} ${phase}`),
  }).catch(error => {
    throw fault(`The browser could not be started: ${firstLine(error)}`)
  })
  const { formats, language, output } = command
  const evidence = { seen, inventory, key }
  let code: number
  try {
    const { verdict, comparison } = judgeEvidence(evidence, before, acceptances)
    const reports = reportsOf(verdict, formats, language, comparison)
    const html = reportsOf(verdict, ['html'], language, comparison)
    writeFiles(output, { ...reports, [SEALED]: sealEvidence({ ...evidence, reports: html }) })
    console.log(toTerminal(verdict, { comparison }))
    const names = [...Object.keys(reports), SEALED].map(name => join(output, name))
    console.error(`Written: ${names.join(', ')}`)
    code = interruption.code() ?? exitCodeOf(verdict, comparison)
  } catch (error) {
    throw rescue(sealEvidence(evidence), error)
  }
  await writeSuggestion(command.suggestion, seen, inventory)
  return code
}
