import { isCounted, readTab } from './tab.js'

/** The paths of Google's stand-in on the portal's server. */
const GOOGLE = '/google/'

/** Returns the requests of this tab to Google's stand-in; `undefined` if they are not known. */
const readRequests = async () => {
  if (!isCounted) return undefined
  try {
    const { requests } = await (await fetch('/requests', { cache: 'no-store' })).json()
    const { pages } = readTab()
    return requests
      .filter(({ page }) => pages.includes(page))
      .map(request => ({ ...request, at: Date.parse(request.at) }))
  } catch {
    return undefined
  }
}

/**
 * Calls a function with the requests of this tab, at once and after each request of this page. The
 * server's list also has the hits that an earlier page of the tab sent while it was left.
 */
export const followRequests = show => {
  let turn = 0
  const read = async () => {
    turn += 1
    const mine = turn
    const requests = await readRequests()
    if (mine === turn) show(requests)
  }
  const isOfGoogle = ({ name }) => new URL(name).pathname.startsWith(GOOGLE)
  new PerformanceObserver(list => {
    if (list.getEntries().some(isOfGoogle)) read()
  }).observe({ type: 'resource' })
  addEventListener('pageshow', read)
  read()
}
