/**
 * The document, by what it has itself: an `<img name="body">` would answer for `document.body`. To be
 * read, not to be handed on as a node; there must be a document. Core has the same, of which only
 * types come here.
 *
 * @see https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem
 */
export const ownDocument: Document = /* @__PURE__ */ new Proxy({} as Document, {
  get(_, name) {
    const value = Reflect.get(Document.prototype, name, document)
    return typeof value === 'function' ? value.bind(document) : value
  },
})
