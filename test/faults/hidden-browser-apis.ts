/** Uses of browser APIs that no type of ours shows: by the file, each with what stands there for it. */
export const HIDDEN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'packages/consent/src/core/page-lifecycle.ts': {
    'EventTarget.addEventListener': "each('addEventListener')",
    'EventTarget.removeEventListener': "each('removeEventListener')",
    'StorageEvent.key': 'quietly(() => event.key)',
  },
  'packages/consent/src/core/signals.ts': {
    'Navigator.globalPrivacyControl': 'navigator?.globalPrivacyControl',
  },
  'packages/consent/src/gate/guard/guard-cookies.ts': {
    'CookieStore.set': "'set',",
  },
  'packages/consent/src/gate/guard/guard-insertions.ts': {
    'Element.setHTML': "'setHTML'",
    'ShadowRoot.setHTML': "'setHTML'",
  },
  'packages/consent/src/gate/set-address.ts': {
    'TrustedTypePolicy.createScriptURL': 'policy?.createScriptURL(',
    'TrustedTypePolicyFactory.createPolicy': '.createPolicy(',
  },
  'packages/consent/src/guide/navigator-like.ts': {
    'Navigator.brave': 'brave } = navigator',
    'Navigator.maxTouchPoints': 'maxTouchPoints = 0,',
    'Navigator.userAgent': '{ userAgent,',
    'Navigator.userAgentData': ' userAgentData,',
    'NavigatorUAData.brands': '{ brands = []',
    'NavigatorUAData.platform': 'platform } = userAgentData',
  },
  'packages/consent/src/guide/guide-for.ts': {
    'URL.hostname': 'url?.hostname',
  },
  'packages/consent/src/guide/way-out.ts': {
    'URL.href': 'url.href',
    'URL.protocol': 'url.protocol',
    'URL.search': 'url.search +=',
    'new URL': 'new URL(address)',
  },
}

/** The libraries that are built in, as they were read: another version has to be read anew. */
export const LIBRARIES: Readonly<Record<string, string>> = {
  'js-cookie': '3.0.8',
  nanostores: '1.5.5',
  preact: '11.2.0',
}

/** What the libraries call of it, as far as we use them; as in `HIDDEN`. */
export const IN_LIBRARIES: typeof HIDDEN = {
  'node_modules/js-cookie/dist/js.cookie.mjs': {
    'Document.cookie': 'document.cookie =',
    'Window.document': 'document.cookie =',
  },
  'node_modules/nanostores/lifecycle/index.js': {
    'Window.setTimeout': 'setTimeout(',
  },
  'node_modules/preact/dist/preact.mjs': {
    'CharacterData.data': 't.data=',
    'CharacterData.remove': 'n.remove()',
    'Document.createElementNS': '.createElementNS(',
    'Document.createTextNode': '.createTextNode(',
    'Element.moveBefore': '.moveBefore(',
    'Element.namespaceURI': 'r.namespaceURI',
    'Element.remove': 'n.remove()',
    'Element.removeAttribute': '.removeAttribute(',
    'Element.setAttribute': '.setAttribute(',
    'EventTarget.addEventListener': '.addEventListener(',
    'EventTarget.removeEventListener': '.removeEventListener(',
    'Node.childNodes': '.childNodes',
    'Node.firstChild': '.firstChild',
    'Node.insertBefore': '.insertBefore(',
    'Node.nextSibling': '.nextSibling',
    'Node.nodeType': '.nodeType',
    'Node.ownerDocument': '.ownerDocument',
    'Node.parentNode': '.parentNode',
  },
}
