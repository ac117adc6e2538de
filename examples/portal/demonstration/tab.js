// What this tab remembers from page to page, without a cookie or storage: a browser keeps
// `window.name` for as long as the tab shows pages of one site.

const MARK = 'portal:'

/** The id of this page load, which the portal's server has written into Google's address. */
const page = document.querySelector('script[data-ga-server]')?.dataset.gaServer.split('/')[2]

/** Whether the portal's server tells the tabs apart. */
export const isCounted = page !== undefined

/**
 * Returns the ids of the tab's page loads, and for each decision when the tab saw it and which
 * cookies it has deleted. Since the last call the tab may have shown other pages.
 */
export const readTab = () => {
  const { name } = window
  const tab = name.startsWith(MARK) ? JSON.parse(name.slice(MARK.length)) : {}
  return { pages: [], decisions: {}, ...tab }
}

const remember = changed => {
  if (isCounted) window.name = MARK + JSON.stringify({ ...readTab(), ...changed })
}

/** Notes a decision, unless the tab has seen it before. */
export const noteDecision = (key, decision) =>
  remember({ decisions: { [key]: decision, ...readTab().decisions } })

/** Forgets the decisions, after the visitor has erased the record. */
export const forgetDecisions = () => remember({ decisions: {} })

/** Forgets the tab's pages and decisions. The next page is the first. */
export const forget = () => {
  window.name = ''
}

remember({ pages: [...new Set([...readTab().pages, page])] })
