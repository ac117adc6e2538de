import type { PolicyOptions } from '../../core/index.ts'
import { IS_TAG } from '../../shared/build.ts'
import { ownProperty } from '../../shared/own-properties.ts'

/**
 * Returns the URL of the policy in the language of the page. If the site has none, returns the URL
 * in the language of the text beside the link, otherwise the first URL.
 *
 * @param tag Language of the page, a BCP 47 tag.
 * @param language Language of the text beside the link, a BCP 47 tag.
 * @returns `undefined` if there is no URL, or if the URL is neither relative nor http nor https,
 *   such as `javascript:`.
 */
export const policyUrl = (
  url: PolicyOptions['url'],
  tag: string,
  language: string,
): string | undefined => {
  const address =
    typeof url === 'object'
      ? (ownProperty(url, tag) ?? ownProperty(url, language) ?? Object.values(url)[0])
      : url
  // A colon ends a scheme, unless `/`, `?` or `#` precedes the colon. The script tag has checked
  // the form of the attribute already.
  return address && (IS_TAG || /^(https?:|[^:]*($|[/?#]))/i.test(address)) ? address : undefined
}
