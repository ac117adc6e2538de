import type { DecisionOrigin } from '../../core/index.ts'
import { toJson } from '../../shared/encodings.ts'
import { hashText } from '../../shared/hash-text.ts'

/** Computes and keeps the hashes of the notices that the page has shown. */
export interface Notices {
  /** Computes the hash of the notice in an element. Never rejects. */
  remember(element: Element, language: string): unknown
  /** Returns the hash and the hashed text; `undefined` if the hash is not computed (yet). */
  find(
    element: Element,
    language: string,
  ): Pick<DecisionOrigin, 'notice' | 'noticeText'> | undefined
}

/** Returns the texts of the nodes below an element, except those in elements with `data-own`. */
const textNodes = (element: Element): readonly string[] =>
  [...element.childNodes].flatMap(node => {
    if (!(node instanceof Element)) return node.textContent ?? ''
    return node.hasAttribute('data-own') ? [] : textNodes(node)
  })

/**
 * Returns the text of a notice, over which its hash is computed: `{"language","strings","version"}`
 * in that order, as compact JSON. `texts` are the texts of the nodes, in document order.
 */
export const textOfNotice = (language: string, texts: readonly string[], version: string): string =>
  toJson({
    language,
    strings: texts
      .map(text => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
      .filter(Boolean),
    version,
  })

/** Creates an object that computes the hashes of notices under a version of the policy. */
export const createNotices = (version: string): Notices => {
  const hashes = new Map<string, string>()
  const read = (element: Element, language: string) =>
    textOfNotice(language, textNodes(element), version)
  return {
    async remember(...shown) {
      try {
        const notice = read(...shown)
        hashes.set(notice, await hashText(notice))
      } catch {
        // Outside a secure context `crypto.subtle` is missing. In that case the record has no hash.
      }
    },
    find(...shown) {
      const noticeText = read(...shown)
      const notice = hashes.get(noticeText)
      return notice ? { notice, noticeText } : undefined
    },
  }
}
