import { element, factsOf, nameOf, part, words } from './page.js'

const SHOWN_BLOCKED = 8

/** Returns the entries of the SDK's ledger; `null` if the ledger is off. */
export const readLedger = () => window[Symbol.for('@spaceone/consent/ledger')]?.slice() ?? null

const itemOf = ({ what, kind, by, rule, blockedBy }) =>
  element(
    'li',
    element('code', what.replace(location.origin, '')),
    factsOf([
      [words.by, by || (kind === 'address' ? words.inHtml : words.deleted)],
      [words.rule, rule],
      [words.needs, blockedBy ? nameOf(blockedBy) : words.noGrant],
    ]),
  )

/** Shows what the SDK has blocked on this page. */
export const showBlocked = ledger => {
  const blocked = ledger?.filter(({ blockedBy }) => blockedBy !== undefined) ?? []
  part('no-ledger').hidden = ledger !== null
  part('unblocked').hidden = ledger === null || blocked.length > 0
  part('blocked').replaceChildren(...blocked.slice(-SHOWN_BLOCKED).reverse().map(itemOf))
}

/** Sends to Google and writes a cookie, as a tag would. */
export const tryGoogle = () => {
  const { gaServer, ga } = document.querySelector('script[data-ga-server]').dataset
  const hit = `${gaServer}/g/collect?v=2&tid=${ga}&en=try`
  fetch(`${hit}_fetch`, { method: 'POST', keepalive: true }).catch(() => {})
  navigator.sendBeacon(`${hit}_beacon`)
  document.cookie = '_ga_TRY=1; path=/'
}
