import robotsParser from 'robots-parser'
import { siteOf } from '../collectors/site-of.ts'
import type { Get } from './get.ts'
import { readSitemap } from './read-sitemap.ts'

/** The name by which a robots.txt can address this audit. */
const AGENT = 'consent-audit'

/** The most sitemaps of a site that are read. */
const MOST_SITEMAPS = 20

/** Pages of a site's sitemaps, and the number of those that robots.txt forbids. */
export interface FoundPages {
  readonly pages: readonly string[]
  readonly forbidden: number
  /** Why no page was found, allowed or forbidden, as a sentence; missing if one was. */
  readonly problem?: string | undefined
}

/**
 * Lists pages of a site's sitemap: of the sitemaps that robots.txt names, otherwise of
 * `/sitemap.xml`. Lists only pages on the host of robots.txt that it allows to `consent-audit`.
 * Lists no page if robots.txt gets no answer or a server error. A site without robots.txt allows
 * all.
 *
 * @param limit The most pages.
 * @see https://www.rfc-editor.org/rfc/rfc9309#section-2.3.1
 */
export const findPages = async (url: string, limit: number, get: Get): Promise<FoundPages> => {
  const none = (problem: string) => ({ pages: [], forbidden: 0, problem })
  const answer = await get(new URL('/robots.txt', url).href)
  if (!answer || answer.status >= 500)
    return none('The robots.txt could not be fetched, so no page of the sitemap is audited.')
  const robots = robotsParser(answer.url, answer.status < 300 ? answer.text : '')
  const named = robots.getSitemaps()
  const queue = named.length ? named : [new URL('/sitemap.xml', answer.url).href]
  const pages = new Set<string>()
  let forbidden = 0
  for (let at = 0; at < queue.length && at < MOST_SITEMAPS && pages.size < limit; at += 1) {
    const sitemap = await get(queue[at] ?? '')
    if (sitemap?.status !== 200) continue
    const found = readSitemap(sitemap.text)
    // An index can name any address. The audit fetches only those of the same site.
    for (const one of found.sitemaps)
      if (siteOf(one) === siteOf(answer.url) && !queue.includes(one)) queue.push(one)
    for (const page of found.pages) {
      if (pages.size === limit) break
      const isAllowed = robots.isAllowed(page, AGENT)
      if (isAllowed) pages.add(new URL(page).href)
      else if (isAllowed === false) forbidden += 1
    }
  }
  if (!pages.size && !forbidden) return none('The site has no sitemap with pages on its own host.')
  return { pages: [...pages], forbidden }
}
