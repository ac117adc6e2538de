import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { commandFault, firstLine } from './fault.ts'

/** Returns the text of a file; `undefined` if there is no such file. */
export const textOf = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined
    throw commandFault(`${path} could not be read: ${firstLine(error)}. Nothing is written.`)
  }
}

/** Returns the value of a JSON file; `undefined` if there is no such file. */
export const jsonOf = (path: string): unknown => {
  const text = textOf(path)
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch (error) {
    throw commandFault(
      `${path} is no JSON: ${firstLine(error)}. Nothing is written. Correct the file or delete it.`,
    )
  }
}

/**
 * Writes files by path, each under another name first, so that no path has a half written file.
 * Prints the paths.
 */
export const writeFiles = (files: Readonly<Record<string, string>>): void => {
  for (const [path, text] of Object.entries(files)) {
    const unfinished = `${path}.${process.pid}.tmp`
    try {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(unfinished, text)
      renameSync(unfinished, path)
    } catch (error) {
      rmSync(unfinished, { force: true })
      throw commandFault(`${path} could not be written: ${firstLine(error)}.`)
    }
  }
  console.error(`Written: ${Object.keys(files).join(', ')}`)
}

/** Returns a value as the text of a JSON file. */
export const asJsonFile = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
