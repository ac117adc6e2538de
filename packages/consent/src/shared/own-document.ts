import { quietly } from './quietly.ts'

/**
 * Returns the browser's own `Document.prototype`. MooTools replaces `Document`.
 *
 * @see https://github.com/mootools/mootools-core/blob/1.4.5/Source/Browser/Browser.js
 */
export const documentPrototype = (): Document =>
  quietly(() => 'cookie' in Document.prototype)
    ? Document.prototype
    : Object.getPrototypeOf(Object.getPrototypeOf(document))

/** Creates an element, also where an element of the page is named `createElement`. */
export const createElement = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
): HTMLElementTagNameMap[Tag] => documentPrototype().createElement.call(document, tag) as never

/**
 * Gives the document's own properties and methods, which an element such as `<img name="body">`
 * would hide. Only for reading, not as a node to pass on. Fails on a server, where there is no
 * document.
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
