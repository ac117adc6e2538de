import { join } from 'node:path'
import { noticesOf } from '../inventory.ts'
import { commandFault } from './fault.ts'
import { parse } from './parse.ts'
import { FOLDER, PAGE_OPTIONS, readValid } from './read-valid.ts'
import { asJsonFile, jsonOf, writeFiles } from './write-files.ts'

/** Writes `notices.json`: the present notices, and those that the file has already. */
export const runNotices = async (args: readonly string[]): Promise<number> => {
  const { config: path, out = FOLDER } = parse(args, PAGE_OPTIONS)
  const config = await readValid(path)
  if (!config) return 1
  const file = join(out, 'notices.json')
  const earlier = jsonOf(file) ?? {}
  if (typeof earlier !== 'object' || Array.isArray(earlier))
    throw commandFault(`${file} is no table of notices. Nothing is written. Delete the file.`)
  writeFiles({ [file]: asJsonFile({ ...earlier, ...(await noticesOf(config)) }) })
  return 0
}
