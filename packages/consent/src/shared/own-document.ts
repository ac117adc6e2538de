/**
 * Returns the browser's own `Document.prototype`. MooTools puts a function of its own in the place of
 * `Document`.
 *
 * @see https://github.com/mootools/mootools-core/blob/1.4.5/Source/Browser/Browser.js
 */
export const documentPrototype = (): Document =>
  'cookie' in Document.prototype
    ? Document.prototype
    : Object.getPrototypeOf(Object.getPrototypeOf(document))

/**
 * The document, by what it has itself: an `<img name="body">` would answer for `document.body`. To be
 * read, not to be handed on as a node; there must be a document.
 *
 * @see https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem
 */
export const ownDocument: Document = /* @__PURE__ */ new Proxy({} as Document, {
  get(_, name) {
    const value = Reflect.get(documentPrototype(), name, document)
    return typeof value === 'function' ? value.bind(document) : value
  },
})
