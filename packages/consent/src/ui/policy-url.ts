import type { PolicyOptions } from '../core/index.ts'
import { own } from '../shared/own.ts'

/**
 * Gives the address of the policy, as a browser may follow it.
 *
 * @param tag Language of the page, a BCP 47 tag.
 * @param language Language of the text beside it: the next best. Then any.
 * @returns `undefined` where there is none, or one that is neither http, https nor relative.
 */
export const policyUrl = (
  url: PolicyOptions['url'],
  tag: string,
  language: string,
): string | undefined => {
  const address =
    typeof url === 'object' ? (own(url, tag) ?? own(url, language) ?? Object.values(url)[0]) : url
  // Whatever stands before the first colon is a scheme, unless a path has begun.
  return address && /^(https?:|[^:]*($|[/?#]))/i.test(address) ? address : undefined
}
