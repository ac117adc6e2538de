import { siteOf } from '../../collectors/site-of.ts'
import { within } from '../../watch/within.ts'
import { stopOf } from '../stop-phase.ts'
import type { PhaseVisit } from '../visit.ts'
import { openPage } from './open-page.ts'

/** Matches paths of files, and of pages that change something, such as a cart or a log-out. */
const UNWANTED =
  /\.(pdf|zip|gz|dmg|exe|jpe?g|png|gif|svg|webp|mp[34]|xml|json|csv|docx?|xlsx?)$|log[-_]?(in|out|on|off)|sign[-_]?(in|out|up)|register|join|cart|checkout|order|delete|unsubscribe|download/i

/**
 * Chooses the second page of a visit among the links of the first page: the first link to the same
 * origin, else the first to the same site; `undefined` if there is neither. Leaves out links to the
 * first page itself, links with a query, and links to files or to pages such as a cart or a
 * log-out.
 *
 * @param links Addresses of the page's links, in the order of the page.
 */
export const chooseSecondPage = (page: string, links: readonly string[]): string | undefined => {
  const { origin, pathname } = new URL(page)
  const others = links
    .filter(link => URL.canParse(link))
    .map(link => new URL(link))
    .filter(
      link =>
        /^https?:$/.test(link.protocol) &&
        (link.origin !== origin || link.pathname !== pathname) &&
        siteOf(link.href) === siteOf(page) &&
        !UNWANTED.test(link.pathname) &&
        !link.search,
    )
  return (others.find(link => link.origin === origin) ?? others[0])?.href
}

/**
 * Opens a second page of the site. Returns `false` if the audit finds no suitable link in the first
 * page. If the linked page does not answer or has an HTTP error, opens the first page again and
 * returns `false`.
 */
export const openSecondPage = async (visit: PhaseVisit): Promise<boolean> => {
  const links = await within(3000, visit.page.evaluate(addressesOfLinks))
  const next = chooseSecondPage(visit.page.url(), links ?? [])
  if (!next) return false
  try {
    await openPage(visit, next)
    return true
  } catch (error) {
    if (stopOf(error).reason !== 'no-answer') throw error
    // The browser's own error page comes late, and would interrupt the next navigation.
    const committed = { waitUntil: 'commit', timeout: 1000 } as const
    await visit.page.waitForURL(/^chrome-error:/, committed).catch(() => {})
    await openPage(visit)
    return false
  }
}

/** Runs in the page. Returns the addresses of the page's first 500 links, without downloads. */
const addressesOfLinks = () =>
  [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
    .filter(link => !link.hasAttribute('download'))
    .map(link => String(link.href))
    .slice(0, 500)
