import { element, nameOf, part, showTable, words } from './page.js'

const SHOWN_BLOCKED = 8

/** Returns the entries of the SDK's ledger; `null` if the ledger is off. */
export const readLedger = () => window[Symbol.for('@spaceone/consent/ledger')]?.slice() ?? null

const code = text => element('code', text)

/** Returns the call by which the page made the blocked attempt, from an entry of the ledger. */
const wayOf = ({ kind, by }) => {
  if (by) return code(by)
  return kind === 'address' ? words.inHtml : words.deleted
}

const rowOf = entry => [
  code(entry.what.replace(location.origin, '')),
  wayOf(entry),
  entry.rule ? code(entry.rule) : '–',
  entry.blockedBy ? nameOf(entry.blockedBy) : words.noGrant,
]

/** Shows what the SDK has blocked on this page. */
export const showBlocked = ledger => {
  const blocked = ledger?.filter(({ blockedBy }) => blockedBy !== undefined) ?? []
  part('no-ledger').hidden = ledger !== null
  part('unblocked').hidden = ledger === null || blocked.length > 0
  showTable('blocked', blocked.slice(-SHOWN_BLOCKED).reverse().map(rowOf))
}

/** Sends to Google and writes a cookie, as a tag would. */
export const tryGoogle = () => {
  const { gaServer, ga } = document.querySelector('script[data-ga-server]').dataset
  const hit = `${gaServer}/g/collect?v=2&tid=${ga}&en=try`
  fetch(`${hit}_fetch`, { method: 'POST', keepalive: true }).catch(() => {})
  navigator.sendBeacon(`${hit}_beacon`)
  document.cookie = '_ga_TRY=1; path=/'
}
