import { dirname, join, relative } from 'node:path'
import { findingsIn } from './check/findings.ts'
import { lockAt, lockOf } from './check/lock.ts'
import { PRINTERS } from './check/print-findings.ts'
import { commandFault } from './fault.ts'
import { inventoryWithMistakes } from './mistakes.ts'
import { nameFrom, parse } from './parse.ts'
import { readConfig } from './read-config.ts'
import { writeFiles } from './write-files.ts'

/** The options of `check`. */
export const CHECK_OPTIONS = {
  lock: { type: 'string' },
  write: { type: 'boolean' },
  json: { type: 'boolean' },
  format: { type: 'string' },
} as const

const FORMATS = ['text', 'json', 'github'] as const

/**
 * Compares a configuration with its lock, and prints what has changed. With `--write`, writes the
 * lock, unless the declarations have mistakes.
 */
export const runCheck = async (args: readonly string[]): Promise<number> => {
  const { config: given, lock, write, json, format = 'text' } = parse(args, CHECK_OPTIONS)
  const printed = json ? 'json' : nameFrom('format', format, FORMATS)
  const { config, path } = await readConfig(given)
  const file = relative('.', lock ?? join(dirname(path), 'consent.lock.json'))
  const locked = lockAt(file)
  if (!locked && !write)
    throw commandFault(
      `There is no ${file}, so nothing is compared. Run check --write, and commit the file.`,
    )
  const inventory = await inventoryWithMistakes(config)
  const findings = findingsIn(config, inventory, locked)
  const found = PRINTERS[printed]({ findings, file: relative('.', path), isToWrite: !!write })
  if (found && !(write && !findings[0])) console.log(found)
  const isFaulty = findings.some(({ isHarmless, service }) => !isHarmless && service === undefined)
  if (!write || isFaulty) return findings.every(({ isHarmless }) => isHarmless) ? 0 : 1
  writeFiles({ [file]: lockOf(inventory) })
  return 0
}
