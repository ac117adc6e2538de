import { readFileSync, statSync } from 'node:fs'
import type { Inventory } from '@spaceone/consent/inventory'
import { firstLine } from '../first-line.ts'
import { applyIgnores } from './apply-ignores.ts'
import { comparison } from './compare.ts'
import { findSources } from './find-files.ts'
import { createModules } from './modules.ts'
import { tracesIn } from './read-file.ts'
import type { ModuleAt } from './script/constants.ts'
import type { LeftOut, SourceFinding, SourceReport } from './source-finding.ts'
import type { FileTraces } from './trace.ts'

/** The largest file that is read, in bytes. */
const LARGEST = 5_000_000

/** How many bytes are looked at to know a binary file, which has a zero among them. */
const BEGINNING = 8000

/**
 * Reads sources and lists the cookies and keys, and the hosts and packages of known collectors,
 * that no service of an inventory declares.
 *
 * @param paths Folders and files.
 * @param inventory Without an inventory nothing counts as declared.
 * @throws Error of Node's if a path does not exist.
 */
export const readSources = (
  paths: readonly string[],
  inventory: Inventory | undefined,
): SourceReport => {
  const undeclared = comparison(inventory ?? { services: [], policy: { version: '' } })
  const findings: SourceFinding[] = []
  const leftOut: LeftOut[] = []
  const computed: SourceReport['computed'][number][] = []
  const files = findSources(paths)
  const modulesOf = createModules()
  for (const file of files) {
    const traces = readOne(file, modulesOf(file))
    if (typeof traces === 'string') {
      leftOut.push({ file, reason: traces })
      continue
    }
    const found = traces.traces.flatMap((trace): SourceFinding[] => {
      const finding = undeclared(trace)
      return finding ? [{ ...finding, file, line: trace.line }] : []
    })
    findings.push(...applyIgnores(file, once(found), traces.ignores))
    computed.push(...traces.computed.map(({ line }) => ({ file, line })))
  }
  return { findings, files: files.length - leftOut.length, leftOut, computed }
}

/** Reads one file. Returns the reason in place of the traces if the file is left out. */
const readOne = (file: string, moduleAt: ModuleAt): FileTraces | string => {
  try {
    if (statSync(file).size > LARGEST) return 'is larger than 5 MB'
    const bytes = readFileSync(file)
    if (bytes.subarray(0, BEGINNING).includes(0)) return 'is a binary file'
    return tracesIn(file, bytes.toString('utf8').replace(/^\ufeff/, ''), moduleAt)
  } catch (error) {
    return `cannot be read: ${firstLine(error)}`
  }
}

/** Leaves out findings that say the same of the same line. */
const once = (findings: readonly SourceFinding[]): readonly SourceFinding[] => {
  const all = new Map(findings.map(one => [`${one.line} ${one.code} ${one.what}`, one]))
  return [...all.values()]
}
