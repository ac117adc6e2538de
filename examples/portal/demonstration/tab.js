// What this tab remembers from page to page, without a cookie or storage: a browser keeps
// `window.name` for as long as the tab shows pages of one site.

const MARK = 'portal:'

/** The id of this page load, which the portal's server has written into Google's address. */
const page = document.querySelector('script[data-ga-server]')?.dataset.gaServer.split('/')[2]

const remembered = () => {
  const empty = { pages: [], decisions: {} }
  if (!window.name.startsWith(MARK)) return empty
  try {
    return { ...empty, ...JSON.parse(window.name.slice(MARK.length)) }
  } catch {
    return empty
  }
}

/**
 * `pages` has the ids of the tab's page loads. `decisions` has, by key, when this tab saw a
 * decision, in milliseconds since 1970, and which cookies of Google the decision has deleted.
 */
export const tab = remembered()

/** Whether the portal's server tells the tabs apart. */
export const isCounted = page !== undefined

const remember = () => {
  if (isCounted) window.name = MARK + JSON.stringify(tab)
}

/** Notes a decision that this tab has not seen before. */
export const noteDecision = (key, decision) => {
  if (tab.decisions[key]) return
  tab.decisions[key] = decision
  remember()
}

/** Forgets the decisions, after the visitor has erased the record. */
export const forgetDecisions = () => {
  tab.decisions = {}
  remember()
}

/** Forgets the tab's pages and decisions. The next page is the first. */
export const forget = () => {
  window.name = ''
}

if (isCounted && !tab.pages.includes(page)) {
  tab.pages.push(page)
  remember()
}
