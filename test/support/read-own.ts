import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

export const typeOf = (path: string): string => TYPES[extname(path)] ?? 'text/plain'

/** Reads a file by its path from the root; `undefined` if there is none. */
export const readOwn = (path: string): Promise<string | undefined> =>
  readFile(new URL(`../../${path}`, import.meta.url), 'utf8').catch(() => undefined)
