import { BROWSER_APIS } from './browser-apis.ts'

/** What there is another way for where it throws, so that two of them may meet each other. */
const WITH_ANOTHER_WAY = [
  'Clipboard.writeText',
  'Document.cookie',
  'Document.createElement',
  'Document.querySelectorAll',
  'Element.attachShadow',
  'HTMLDialogElement.showModal',
  'LockManager.request',
  'ShadowRoot.adoptedStyleSheets',
  'SubtleCrypto.digest',
  'Window.confirm',
  'Window.cookieStore',
  'Window.fetch',
  'Window.localStorage',
  'Window.requestIdleCallback',
  'Window.setTimeout',
  'console:warn',
  'new MutationObserver',
  'new URL',
]

/** Two that throw at once. */
export type Pair = readonly [string, string]

/** Each two for which there is another way. */
export const PAIRS: readonly Pair[] = WITH_ANOTHER_WAY.flatMap((one, at) =>
  WITH_ANOTHER_WAY.slice(at + 1).map((other): Pair => [one, other]),
)

/** These, and everything else beside each of them: thousands. */
export const MORE_PAIRS: readonly Pair[] = [
  ...PAIRS,
  ...BROWSER_APIS.filter(api => !WITH_ANOTHER_WAY.includes(api)).flatMap(api =>
    WITH_ANOTHER_WAY.map((other): Pair => [api, other]),
  ),
]
