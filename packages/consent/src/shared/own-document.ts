/**
 * Returns the browser's own `Document.prototype`. MooTools replaces `Document`.
 *
 * @see https://github.com/mootools/mootools-core/blob/1.4.5/Source/Browser/Browser.js
 */
export const documentPrototype = (): Document =>
  'cookie' in Document.prototype
    ? Document.prototype
    : Object.getPrototypeOf(Object.getPrototypeOf(document))

/**
 * Gives the document's own properties and methods, which an element such as `<img name="body">`
 * would hide. Only for reading, not as a node to pass on. Fails on a server, where there is no
 * document.
 *
 * @see https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem
 */
export const ownDocument: Document = /* @__PURE__ */ new Proxy({} as Document, {
  get(_, name) {
    const value = Reflect.get(documentPrototype(), name, document)
    return typeof value === 'function' ? value.bind(document) : value
  },
})
