// What this tab remembers from page to page, without a cookie or storage: a browser keeps
// `window.name` for as long as the tab shows pages of one site.

const MARK = 'portal:'

/** The id of this page load, which the portal's server has written into Google's address. */
const page = document.querySelector('script[data-ga-server]')?.dataset.gaServer.split('/')[2]

/** Whether the portal's server tells the tabs apart. */
export const isCounted = page !== undefined

/**
 * Returns what the tab remembers. `pages` has the ids of the tab's page loads. `decisions` has, by
 * key, when the tab saw a decision, in milliseconds since 1970, and which cookies of Google the
 * decision has deleted. Reads `window.name` at each call: since the last call the tab may have
 * shown other pages.
 */
export const readTab = () => {
  const empty = { pages: [], decisions: {} }
  if (!window.name.startsWith(MARK)) return empty
  try {
    return { ...empty, ...JSON.parse(window.name.slice(MARK.length)) }
  } catch {
    return empty
  }
}

const remember = tab => {
  if (isCounted) window.name = MARK + JSON.stringify(tab)
}

/** Notes a decision that the tab has not seen before. */
export const noteDecision = (key, decision) => {
  const { pages, decisions } = readTab()
  if (!decisions[key]) remember({ pages, decisions: { ...decisions, [key]: decision } })
}

/** Forgets the decisions, after the visitor has erased the record. */
export const forgetDecisions = () => remember({ ...readTab(), decisions: {} })

/** Forgets the tab's pages and decisions. The next page is the first. */
export const forget = () => {
  window.name = ''
}

const { pages, decisions } = readTab()
if (!pages.includes(page)) remember({ pages: [...pages, page], decisions })
