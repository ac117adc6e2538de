import { readFileSync } from 'node:fs'
import { HOST } from './host-page.ts'

export const VIDEO = 'https://video.test'
export const NONCE = 'bm9uY2U'

/** The directives in the table of the script's README, by its first column. */
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

/** Returns the policy of the given rows, of Google Analytics and of the page, and no more. */
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

export const DYNAMIC = "nonce with `'strict-dynamic'`"

export const ALL: string = policyOf('nonce', DYNAMIC, 'a list of hosts', 'requires Trusted Types')
