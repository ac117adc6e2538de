import { hostOf } from '../collectors/site-of.ts'
import { sha256 } from '../sha256.ts'
import { GCD } from './rules/consent-state.ts'
import { PAGE_RULES } from './rules/rule.ts'
import type { Finding } from './verdict.ts'

/**
 * Returns the function that gives a finding its id, such as
 * `no-contact-before-choice.google-analytics.3f9a0c1d52`: the rule, the thing that breaks it, and
 * the beginning of a SHA-256 of the rule, page, thing and, except for rules about a whole page,
 * phase.
 *
 * @param urls The addresses of all pages. If all have the same host name, this name does not count,
 *   so that audits of a test server and of the live site can be compared. Otherwise an id depends
 *   on the page's host name, too, so that pages of two sites differ.
 */
export const idsFor = (urls: readonly string[]): ((finding: Omit<Finding, 'id'>) => string) => {
  const isOneHost = new Set(urls.map(hostOf)).size < 2
  return ({ rule, page, phase, what }) => {
    const thing = withoutRandom(what)
    const name = URL.canParse(page) ? addressName(new URL(page), isOneHost) : page
    // A rule about the whole page names the phase that showed a breach first. In the next audit
    // this can be another phase.
    const when = PAGE_RULES.some(one => one === rule) ? '' : (phase ?? '')
    const hash = sha256(JSON.stringify([rule, name, when, thing]))
    return [rule, slugOf(thing), hash.slice(0, 10)].filter(Boolean).join('.')
  }
}

const addressName = ({ hostname, pathname, search }: URL, isOneHost: boolean): string =>
  `${isOneHost ? '' : hostname}${pathname}${search}`

/** Matches what can differ at each visit in a name: UUIDs, long hexadecimal and long numbers. */
const RANDOM = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|(?=[a-f]*\d)[\da-f]{16,}|\d{8,}/gi

const withoutRandom = (what: string): string =>
  GCD.test(what) ? what.replace(/\d/g, '') : what.replace(RANDOM, '*')

const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
