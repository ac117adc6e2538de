import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Log } from './log/log.ts'

/** Returns the hash of a notice, as it is in the SDK's records. */
export const hashOfNotice = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 22)

/**
 * Returns whether a text is a notice as the SDK writes it: language, strings and policy version.
 */
export const isNotice = (text: string): boolean => {
  try {
    const { language, strings, version } = JSON.parse(text)
    return (
      Array.isArray(strings) &&
      [language, version, ...strings].every(part => typeof part === 'string') &&
      JSON.stringify({ language, strings, version }) === text
    )
  } catch {
    return false
  }
}

/** Returns the first hash that does not match its text; `undefined` if all hashes match. */
export const findBrokenNotice = async (
  log: Pick<Log, 'notices' | 'notice'>,
): Promise<string | undefined> => {
  for (const h of await log.notices()) if (hashOfNotice((await log.notice(h)) ?? '') !== h) return h
  return undefined
}

/**
 * Loads the notices of a file into a log, so that no page has to send them.
 *
 * @param path Path of a JSON file, an object from each hash to its text.
 * @returns The number of loaded notices.
 * @throws Error if the file cannot be read, or if a hash does not match its text.
 */
export const loadNotices = async (path: string, log: Pick<Log, 'keepNotice'>): Promise<number> => {
  const notices = Object.entries<unknown>(JSON.parse(readFileSync(path, 'utf8')))
  for (const [h, text] of notices) {
    if (typeof text !== 'string' || hashOfNotice(text) !== h || !isNotice(text))
      throw new Error(`${path}: the text of ${h} is not the notice of that hash`)
    await log.keepNotice(h, text)
  }
  return notices.length
}
