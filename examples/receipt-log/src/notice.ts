import { readFileSync } from 'node:fs'
import { shortHash } from './chain.ts'
import type { Log } from './log/log.ts'

/** Matches the hash of a notice or of an inventory, as the SDK computes both. */
const HASH = /^[\w-]{22}$/

/** Returns the hash of a notice, as it is in the SDK's records. */
export const hashOfNotice = (text: string): string => shortHash(text)

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

/** Returns the hash of the first stored notice whose text does not match; `undefined` if none. */
export const findBrokenNotice = async (
  log: Pick<Log, 'notices' | 'notice'>,
): Promise<string | undefined> => {
  for (const h of await log.notices()) if (hashOfNotice((await log.notice(h)) ?? '') !== h) return h
  return undefined
}

/** The hash of the inventory from which each notice was drawn, by the hash of the notice. */
export type InventoryHashes = ReadonlyMap<string, string>

/**
 * Loads the notices of a file into a log, so that no page has to send them. Throws, and stores
 * nothing, if a notice is invalid.
 *
 * @param path Path of a JSON file, see `readNotices`.
 * @returns The number of loaded notices.
 */
export const loadNotices = async (path: string, log: Pick<Log, 'keepNotice'>): Promise<number> => {
  const notices = readNotices(path)
  for (const { h, text } of notices) await log.keepNotice(h, text)
  return notices.length
}

/**
 * Returns the hash of the inventory of each notice in a file, by the hash of the notice.
 *
 * @param path The file of notices. Without a file, the result is empty.
 */
export const readInventoryHashes = (path: string | undefined): InventoryHashes =>
  new Map(
    (path === undefined ? [] : readNotices(path)).flatMap(({ h, inventory }) =>
      inventory === undefined ? [] : [[h, inventory]],
    ),
  )

/**
 * Reads notices as the SDK's `notices.json` has them: an object from each hash to
 * `{ text, inventory }`, or to the text alone as in version 0.1.
 *
 * @throws Error if the file cannot be read, or if an entry is invalid, such as a hash that does not
 *   match its text.
 */
const readNotices = (path: string) =>
  Object.entries<unknown>(JSON.parse(readFileSync(path, 'utf8'))).map(([h, notice]) => {
    const { text, inventory }: { text?: unknown; inventory?: unknown } =
      typeof notice === 'string' ? { text: notice } : (notice ?? {})
    if (typeof text !== 'string' || hashOfNotice(text) !== h || !isNotice(text))
      throw new Error(`${path}: the text of ${h} is not the notice of that hash`)
    if (inventory !== undefined && !(typeof inventory === 'string' && HASH.test(inventory)))
      throw new Error(`${path}: the inventory of ${h} is no hash of 22 characters`)
    return { h, text, inventory }
  })
