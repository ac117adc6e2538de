import { part, showTable } from './parts.js'
import { element } from './render.js'
import { nameOf, words } from './words.js'

const SHOWN_BLOCKED = 8

/** Returns the entries of the SDK's ledger; `undefined` if the ledger is off. */
export const readLedger = () => window[Symbol.for('@spaceone/consent/ledger')]?.slice()

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

/**
 * Shows what the SDK has blocked on this page.
 *
 * @param ledger The entries of the ledger; `null` if the ledger is off.
 */
export const showBlocked = ledger => {
  const blocked = ledger?.filter(({ blockedBy }) => blockedBy !== undefined) ?? []
  part('no-ledger').hidden = ledger !== null
  part('unblocked').hidden = ledger === null || blocked.length > 0
  showTable('blocked', blocked.slice(-SHOWN_BLOCKED).reverse().map(rowOf))
}

/**
 * Does what a tag would do: sends to Google and writes a cookie. The panel then shows what the SDK
 * has blocked.
 */
export const tryGoogle = () => {
  const { gaServer, ga } = document.querySelector('script[data-ga-server]').dataset
  const hit = `${gaServer}/g/collect?v=2&tid=${ga}&en=try`
  fetch(`${hit}_fetch`, { method: 'POST', keepalive: true }).catch(() => {})
  navigator.sendBeacon(`${hit}_beacon`)
  document.cookie = '_ga_TRY=1; path=/'
}
