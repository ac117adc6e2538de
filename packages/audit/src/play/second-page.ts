import { siteOf } from '../collectors/site-of.ts'
import { within } from '../watch/within.ts'
import { openPage } from './open-page.ts'
import type { Visit } from './visit.ts'

/** Addresses that are no pages, or that change something. */
const UNWANTED =
  /\.(pdf|zip|gz|dmg|exe|jpe?g|png|gif|svg|webp|mp[34]|xml|json|csv|docx?|xlsx?)$|log[-_]?(in|out|on|off)|sign[-_]?(in|out|up)|register|join|cart|checkout|order|delete|unsubscribe|download/i

/**
 * Chooses the second page of a visit among the links of the first: a page of the same site, best of
 * the same origin.
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

/** Opens a second page of the site, if the first one links one. */
export const openSecondPage = async (visit: Visit): Promise<boolean> => {
  const links = await within(3000, visit.page.evaluate(addressesOfLinks))
  const next = chooseSecondPage(visit.page.url(), links ?? [])
  if (!next) return false
  await openPage(visit, next)
  return true
}

/** Runs in the page. */
const addressesOfLinks = () =>
  [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
    .filter(link => !link.hasAttribute('download'))
    .map(link => String(link.href))
    .slice(0, 500)
