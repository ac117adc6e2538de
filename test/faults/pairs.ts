import { BROWSER_APIS } from './browser-apis.ts'

/** What we have another way for, so that two that fail at once meet each other. */
const WITH_ANOTHER_WAY = [
  'Clipboard.writeText',
  'Crypto.getRandomValues',
  'Document.cookie',
  'Document.createElement',
  'Document.querySelectorAll',
  'Element.attachShadow',
  'Element.checkVisibility',
  'EventTarget.dispatchEvent',
  'HTMLDialogElement.showModal',
  'LockManager.request',
  'MutationObserver.observe',
  'ShadowRoot.adoptedStyleSheets',
  'Storage.setItem',
  'SubtleCrypto.digest',
  'Window.clearTimeout',
  'Window.confirm',
  'Window.cookieStore',
  'Window.fetch',
  'Window.localStorage',
  'Window.reportError',
  'Window.requestIdleCallback',
  'Window.setTimeout',
  'console:warn',
  'new CSSStyleSheet',
  'new MutationObserver',
  'new URL',
]

/** Two that throw at once. */
export type Pair = readonly [string, string]

/**
 * The pairs that are tried: each two for which there is another way, and everything else beside one of
 * those, in turn. A ninth of all pairs of the list would be ten times as many.
 */
export const PAIRS: readonly Pair[] = [
  ...WITH_ANOTHER_WAY.flatMap((one, at) =>
    WITH_ANOTHER_WAY.slice(at + 1).map((other): Pair => [one, other]),
  ),
  ...BROWSER_APIS.filter(api => !WITH_ANOTHER_WAY.includes(api)).map(
    (api, at): Pair => [api, WITH_ANOTHER_WAY[at % WITH_ANOTHER_WAY.length] as string],
  ),
]
