import { readFileSync } from 'node:fs'
import { HOST } from './host-page.ts'

/** The origin that the page embeds in frames. */
export const VIDEO = 'https://video.test'
/** The nonce of the page's scripts. */
export const NONCE = 'bm9uY2U'

/**
 * The directives in the table of the script's README ("Under a Content Security Policy"), by the
 * first column of the table.
 */
const NEEDED = new Map(
  [
    ...readFileSync(new URL('../../packages/consent/src/script/README.md', import.meta.url), 'utf8')
      .replace(/[\s\S]*## Under a Content Security Policy/, '')
      .replace(/\n##[\s\S]*/, '')
      .matchAll(/^\| (?:by |and )?(.+?) \| `([^`]+)`/gm),
  ].map(([, name = '', directives = '']) => [
    name,
    directives.replaceAll('…', NONCE).replaceAll('https://www.example.com', HOST),
  ]),
)

/**
 * Returns a Content-Security-Policy with the directives of the given rows of the README's table, of
 * its row for Google Analytics, and of the page itself. The policy forbids everything else.
 */
export const policyOf = (...rows: string[]): string => {
  const sources = new Map<string, Set<string>>()
  // The page itself needs `frame-src` for its frames, and `img-src` for the icon, which Firefox
  // requests.
  const page = `base-uri 'none'; object-src 'none'; img-src ${HOST}; frame-src ${VIDEO}`
  const needed = ['allows Google Analytics', ...rows].map(row => {
    const directives = NEEDED.get(row)
    if (!directives) throw new Error(`The table of content security policies has no row “${row}”.`)
    return directives
  })
  for (const directive of ["default-src 'none'", page, ...needed].join('; ').split('; ')) {
    const [name = '', ...words] = directive.split(' ')
    sources.set(name, new Set([...(sources.get(name) ?? []), ...words]))
  }
  return [...sources].map(([name, words]) => [name, ...words].join(' ')).join('; ')
}

/** The name of the row for a nonce with `'strict-dynamic'`. */
export const DYNAMIC = "nonce with `'strict-dynamic'`"

/** A Content-Security-Policy with the directives of every row of the script README's table. */
export const ALL: string = policyOf('nonce', DYNAMIC, 'a list of hosts', 'requires Trusted Types')
