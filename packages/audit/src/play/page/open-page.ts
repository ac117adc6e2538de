import type { Response } from 'playwright-core'
import { siteOf } from '../../collectors/site-of.ts'
import { firstLine } from '../../first-line.ts'
import { stopPhase } from '../stop-phase.ts'
import type { PhaseVisit } from '../visit.ts'

/** How long a page may load after its document is there, in milliseconds. */
const LOADING = 5000

/** How long the audit waits for requests after the visitor has left the site, in milliseconds. */
const LEAVING = 500

/** Options of a navigation. Playwright's own time limit is off, because the phase has one. */
const DOCUMENT = { waitUntil: 'domcontentloaded', timeout: 0 } as const

/** Ends the phase if the tab shows a page of another site; a script can lead there, too. */
const checkSite = ({ page, url }: PhaseVisit) => {
  const now = page.url()
  if (siteOf(now) !== siteOf(url)) throw stopPhase('other-site', now)
}

/** Returns the error that ends the phase after a navigation has failed. */
const faultOf = (error: unknown) => {
  const detail = firstLine(error).replace(/^page\.\w+: /, '')
  if (/ERR_CERT|ERR_SSL|ERR_TLS/.test(detail)) return stopPhase('certificate', detail)
  return stopPhase(/net::ERR/.test(detail) ? 'no-answer' : 'error', detail)
}

/**
 * Waits for a navigation. Ends the phase if the navigation fails, leads to another site, or gets a
 * status of 400 or more.
 */
const finishNavigation = async (
  visit: PhaseVisit,
  navigation: Promise<Response | null>,
): Promise<void> => {
  const answer = await navigation.catch(error => {
    throw faultOf(error)
  })
  visit.noteLoaded(visit.page.url())
  checkSite(visit)
  const status = answer?.status() ?? 200
  if (status >= 400) throw stopPhase('no-answer', `HTTP ${status}`)
  await visit.page.waitForLoadState('load', { timeout: LOADING }).catch(() => {})
  checkSite(visit)
}

/** Opens an address in the tab. */
export const openPage = (visit: PhaseVisit, url: string = visit.url): Promise<void> =>
  finishNavigation(visit, visit.page.goto(url, DOCUMENT))

/** Reloads the page. */
export const reloadPage = (visit: PhaseVisit): Promise<void> =>
  finishNavigation(visit, visit.page.reload(DOCUMENT))

/** Goes back to the previous page, with whatever HTTP status it now has. */
export const goBack = (visit: PhaseVisit): Promise<void> =>
  finishNavigation(
    visit,
    visit.page.goBack(DOCUMENT).then(() => null),
  )

/** Leaves the site, so that the page sends what it sends when a visitor leaves. */
export const leaveSite = async ({ page, noteStored }: PhaseVisit): Promise<void> => {
  await noteStored()
  await page.goto('about:blank')
  // The browser sends the last requests of a page after it has left the page.
  await page.waitForTimeout(LEAVING)
}
