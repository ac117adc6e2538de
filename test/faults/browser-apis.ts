/**
 * What is used of each interface. Under `Window` stand also the classes of which only the prototype or
 * the instances are asked for.
 */
const MEMBERS: Readonly<Record<string, string>> = {
  AbortController: 'abort signal',
  AbortSignal: 'aborted onabort',
  Attr: 'name ownerElement value',
  Blob: 'size',
  CSSStyleDeclaration: 'getPropertyPriority getPropertyValue setProperty',
  CSSStyleProperties: 'display width',
  CSSStyleSheet: 'replaceSync',
  CharacterData: 'after before data remove replaceWith',
  Clipboard: 'writeText',
  CookieStore: 'set',
  Crypto: 'getRandomValues subtle',
  DOMRect: 'height width',
  DOMRectReadOnly: 'left top',
  DOMTokenList: 'toggle',
  Document: `
    activeElement adoptNode append body cookie createElement createElementNS createTextNode
    currentScript documentElement elementFromPoint head importNode open prepend prerendering
    querySelector querySelectorAll readyState replaceChildren scripts visibilityState write
    writeln
  `,
  DocumentFragment: 'append prepend querySelector querySelectorAll replaceChildren',
  Element: `
    after append attachShadow before checkVisibility classList className closest getAttribute
    getAttributeNS getBoundingClientRect hasAttribute id innerHTML insertAdjacentElement
    insertAdjacentHTML localName matches moveBefore namespaceURI outerHTML prepend querySelector
    querySelectorAll remove removeAttribute replaceChildren replaceWith setAttribute
    setAttributeNS setAttributeNode setAttributeNodeNS setHTML setHTMLUnsafe shadowRoot
    toggleAttribute
  `,
  Event: 'composedPath currentTarget defaultPrevented preventDefault target type',
  EventTarget: 'addEventListener dispatchEvent removeEventListener',
  HTMLAnchorElement: 'download href',
  HTMLButtonElement: 'form type',
  HTMLDialogElement: 'close showModal',
  HTMLElement: 'click dataset dir focus hidden lang nonce onclick style title',
  HTMLEmbedElement: 'src type',
  HTMLIFrameElement: 'src',
  HTMLImageElement: 'src srcset',
  HTMLInputElement: 'checked defaultChecked name src type',
  HTMLLinkElement: 'href type',
  HTMLMediaElement: 'src',
  HTMLObjectElement: 'data type',
  HTMLScriptElement: 'async defer src type',
  HTMLSelectElement: 'value',
  HTMLSourceElement: 'src srcset type',
  HTMLTemplateElement: 'content',
  Headers: 'get',
  Location: 'host hostname href origin pathname protocol',
  LockManager: 'request',
  MouseEvent: 'ctrlKey metaKey shiftKey',
  MutationObserver: 'disconnect observe takeRecords',
  MutationRecord: 'addedNodes',
  Navigator: `
    brave clipboard globalPrivacyControl languages locks maxTouchPoints onLine sendBeacon
    userAgent userAgentData
  `,
  NavigatorUAData: 'brands platform',
  Node: `
    appendChild baseURI childNodes firstChild insertBefore isConnected nextSibling nodeType
    ownerDocument parentElement parentNode replaceChild textContent
  `,
  NodeList: 'forEach',
  Range: 'createContextualFragment insertNode surroundContents',
  Request: 'url',
  Response: 'headers ok status text',
  Selection: 'selectAllChildren',
  ShadowRoot: 'activeElement adoptedStyleSheets innerHTML setHTML setHTMLUnsafe',
  Storage: 'getItem removeItem setItem',
  StorageEvent: 'key',
  SubtleCrypto: 'digest',
  TextEncoder: 'encode',
  TrustedTypePolicy: 'createScriptURL',
  TrustedTypePolicyFactory: 'createPolicy',
  URL: 'host hostname href pathname protocol search searchParams',
  URLSearchParams: 'get',
  Window: `
    Attr CharacterData CookieStore Document DocumentFragment Element HTMLEmbedElement
    HTMLIFrameElement HTMLImageElement HTMLInputElement HTMLLinkElement HTMLMediaElement
    HTMLObjectElement HTMLScriptElement HTMLSourceElement Navigator Node Range Request
    ShadowRoot URL XMLHttpRequest atob btoa clearTimeout confirm cookieStore crypto document
    fetch getComputedStyle getSelection localStorage location navigator
    reportError requestIdleCallback setTimeout trustedTypes window
  `,
  XMLHttpRequest: 'abort open send',
}

/** What belongs to an object on `window` itself, a constructor or another. */
const STATICS: Readonly<Record<string, string>> = {
  Intl: 'getCanonicalLocales',
  URL: 'createObjectURL revokeObjectURL',
  console: 'error warn',
}

/** What is made with `new`. */
const CONSTRUCTORS = `
  AbortController Blob CSSStyleSheet CustomEvent Event Intl.DateTimeFormat
  Intl.ListFormat MutationObserver ProgressEvent Response TextEncoder URL WeakRef
`

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

const joined = (table: Readonly<Record<string, string>>, sign: string): readonly string[] =>
  Object.entries(table).flatMap(([owner, names]) =>
    words(names).map(name => `${owner}${sign}${name}`),
  )

/**
 * Every API of a browser that the SDK and its libraries use, by the interface that has it in a browser:
 * `Node.appendChild`, `Window.fetch`, `URL:createObjectURL`, `new MutationObserver`. Of the language it
 * names what a browser may lack. A test finds what they use and holds it against this list.
 */
export const BROWSER_APIS: readonly string[] = [
  ...joined(MEMBERS, '.'),
  ...joined(STATICS, ':'),
  ...words(CONSTRUCTORS).map(name => `new ${name}`),
]
