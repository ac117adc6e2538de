import type { Response } from 'playwright-core'
import { siteOf } from '../collectors/site-of.ts'
import { firstLine } from '../first-line.ts'
import { stopPhase } from './stop-phase.ts'
import type { Visit } from './visit.ts'

/** How long a page may load after its document is there, in milliseconds. */
const LOADING = 5000

/** Ends the phase if the tab shows a page of another site; a script can lead there, too. */
const checkSite = ({ page, url }: Visit) => {
  const now = page.url()
  if (siteOf(now) !== siteOf(url)) throw stopPhase('other-site', now)
}

/** Waits until the page has loaded, at most `LOADING` milliseconds. */
const loaded = async (visit: Visit) => {
  await visit.page.waitForLoadState('load', { timeout: LOADING }).catch(() => {})
  checkSite(visit)
}

/** Returns the error that ends the phase after a navigation has failed. */
const faultOf = (error: unknown) => {
  const detail = firstLine(error).replace(/^page\.\w+: /, '')
  if (/ERR_CERT|ERR_SSL|ERR_TLS/.test(detail)) return stopPhase('certificate', detail)
  if (/net::ERR_ABORTED/.test(detail)) return stopPhase('no-answer', detail)
  return stopPhase(/net::ERR/.test(detail) ? 'no-answer' : 'error', detail)
}

const check = (visit: Visit, answer: Response | null) => {
  visit.hasLoaded(visit.page.url())
  checkSite(visit)
  const status = answer?.status() ?? 200
  if (status >= 400) throw stopPhase('no-answer', `HTTP ${status}`)
}

/** Opens an address in the tab. Ends the phase if no page of the same site answers. */
export const openPage = async (visit: Visit, url: string = visit.url): Promise<void> => {
  // Playwright's own time limit is off: only the limit of the phase ends the wait for a document.
  const options = { waitUntil: 'domcontentloaded', timeout: 0 } as const
  const answer = await visit.page.goto(url, options).catch(error => {
    throw faultOf(error)
  })
  check(visit, answer)
  await loaded(visit)
}

/** Reloads the page. */
export const reloadPage = async (visit: Visit): Promise<void> => {
  const options = { waitUntil: 'domcontentloaded', timeout: 0 } as const
  check(visit, await visit.page.reload(options).catch(error => Promise.reject(faultOf(error))))
  await loaded(visit)
}

/** Goes back to the previous page. */
export const goBack = async (visit: Visit): Promise<void> => {
  const options = { waitUntil: 'domcontentloaded', timeout: 0 } as const
  await visit.page.goBack(options).catch(error => Promise.reject(faultOf(error)))
  await loaded(visit)
}

/** Leaves the site, so that the page sends what it sends when a visitor leaves. */
export const leaveSite = async ({ page, look }: Visit): Promise<void> => {
  await look()
  await page.goto('about:blank')
  // The browser sends the last requests of a page after it has left the page.
  await page.waitForTimeout(LEAVING)
}

/** How long the audit waits for requests after the visitor has left a page, in milliseconds. */
const LEAVING = 500
