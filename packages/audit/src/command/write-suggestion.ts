import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Inventory } from '@spaceone/consent/inventory'
import { firstLine } from '../first-line.ts'
import type { Seen } from '../seen.ts'
import { fault, usageFault } from './fault.ts'

/** The file for a suggested configuration, and whether it may replace one that is there. */
export interface SuggestionFile {
  readonly suggest?: string | undefined
  readonly force?: boolean | undefined
}

/**
 * Checks that the file of `--suggest` may be written.
 *
 * @throws A `fault` if the file is there and must not be replaced, or `force` has no file.
 */
export const checkSuggestionFile = ({ suggest, force }: SuggestionFile): void => {
  if (force && suggest === undefined) throw usageFault('--force is given without --suggest.')
  if (suggest !== undefined && !force && existsSync(suggest))
    throw fault(`--suggest ${suggest}: The file is there. It is not replaced without --force.`)
}

/**
 * Writes what was seen and the inventory does not declare, as a configuration, and prints the path;
 * if all is declared, only prints this. Writes the whole file or nothing.
 *
 * @throws A `fault` if the file cannot be written.
 */
export const writeSuggestion = async (
  file: SuggestionFile,
  seen: Seen,
  inventory: Inventory | undefined,
): Promise<void> => {
  const { suggest: path } = file
  if (path === undefined) return
  const { suggestionsIn, toConfig } = await import('../suggest/index.ts')
  const suggestions = suggestionsIn(seen, inventory)
  if (!suggestions.length) {
    console.error(`Everything that was seen is declared. ${path} is not written.`)
    return
  }
  checkSuggestionFile(file)
  const temporary = `${path}.${process.pid}.tmp`
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(temporary, toConfig(suggestions, seen, inventory))
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw fault(`--suggest ${path}: ${firstLine(error)}`)
  }
  const count = `${suggestions.length} service${suggestions.length === 1 ? '' : 's'}`
  console.error(`Written: ${path}, with ${count}. Search it for TODO.`)
}
