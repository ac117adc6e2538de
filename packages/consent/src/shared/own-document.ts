import { IS_TAG } from './is-tag.ts'
import { quietly } from './quietly.ts'

/**
 * Returns the browser's own `Document.prototype`, even on a page where MooTools has replaced
 * `Document`.
 *
 * @see https://github.com/mootools/mootools-core/blob/1.4.5/Source/Browser/Browser.js
 */
export const documentPrototype = (): Document =>
  // jsdom has no `HTMLDocument.prototype` between a document and `Document.prototype`.
  !IS_TAG && quietly(() => 'cookie' in Document.prototype)
    ? Document.prototype
    : Object.getPrototypeOf(Object.getPrototypeOf(document))

/** Creates an element, even on a page with an element named `createElement`. */
export const createElement = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
): HTMLElementTagNameMap[Tag] => documentPrototype().createElement.call(document, tag) as never

/**
 * The document with its own properties and methods, which an element such as `<img name="body">`
 * would hide. Use this object only to read properties and to call methods, never as a node to pass
 * on. Reading a property throws on a server, which has no document.
 *
 * @see https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem
 */
export const ownDocument: Document = /* @__PURE__ */ quietly(
  () =>
    new Proxy({} as Document, {
      get(_, name) {
        const value = Reflect.get(documentPrototype(), name, document)
        return typeof value === 'function' ? value.bind(document) : value
      },
    }),
) as Document
