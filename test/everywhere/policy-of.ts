import { readFileSync } from 'node:fs'
import { HOST } from './host-page.ts'

/** What the page under such a policy frames, */
export const VIDEO = 'https://video.test'
/** and what its scripts bear. */
export const NONCE = 'bm9uY2U'

/** What the README tells to write into a policy, by what the policy is like. */
const NEEDED = new Map(
  [
    ...readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
      .replace(/[\s\S]*### Under a Content Security Policy/, '')
      .replace(/\n###[\s\S]*/, '')
      .matchAll(/^\| (?:by |and )?(.+?) \| `([^`]+)`/gm),
  ].map(([, name = '', directives = '']) => [
    name,
    directives.replaceAll('…', NONCE).replaceAll('https://www.example.com', HOST),
  ]),
)

/** A policy of the strictest kind with what the README tells to add, of each of these rows. */
export const policyOf = (...rows: string[]): string => {
  const sources = new Map<string, Set<string>>()
  // The icon is Firefox's own wish, the frame one of the page.
  const page = `base-uri 'none'; object-src 'none'; img-src ${HOST}; frame-src ${VIDEO}`
  const needed = ['lets Google be reached', ...rows].map(row => {
    const directives = NEEDED.get(row)
    if (!directives) throw new Error(`The README says nothing of “${row}”.`)
    return directives
  })
  for (const directive of ["default-src 'none'", page, ...needed].join('; ').split('; ')) {
    const [name = '', ...words] = directive.split(' ')
    sources.set(name, new Set([...(sources.get(name) ?? []), ...words]))
  }
  return [...sources].map(([name, words]) => [name, ...words].join(' ')).join('; ')
}

/** How the README calls a policy by nonce with `'strict-dynamic'`. */
export const DYNAMIC = "nonce with `'strict-dynamic'`"

/** Everything together. */
export const ALL: string = policyOf('nonce', DYNAMIC, 'a list of hosts', 'requires Trusted Types')
