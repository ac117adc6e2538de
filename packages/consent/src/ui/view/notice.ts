import type { DecisionOrigin } from '../../core/index.ts'
import { toJson } from '../../shared/encodings.ts'
import { hashText } from '../../shared/hash-text.ts'

/** The notices that were shown on the page, and their hashes. */
export interface Notices {
  /** Computes the hash of the notice in an element. Never rejects. */
  remember(element: Element, language: string): unknown
  /**
   * Returns the hash and the hashed text. Returns `undefined` if the hash could not be computed, or
   * is not computed yet, because a decision must not wait.
   */
  find(element: Element, language: string): NoticeOrigin | undefined
}

/** The hash of a notice and the hashed text. */
type NoticeOrigin = Pick<DecisionOrigin, 'notice' | 'noticeText'>

/**
 * Returns the texts of an element's text nodes in document order. Leaves out elements with
 * `data-own`: their content depends on what the visitor has done, such as an earlier choice, and is
 * not part of the notice.
 */
const textNodes = (element: Element): readonly string[] =>
  [...element.childNodes].flatMap(node => {
    if (!(node instanceof Element)) return node.textContent ?? ''
    return node.hasAttribute('data-own') ? [] : textNodes(node)
  })

/**
 * Returns the text of a notice, over which its hash is computed: `{"language","strings","version"}`
 * in that order, as JSON without spaces.
 *
 * @param texts The text nodes that were shown, in document order.
 * @param version Version of the policy.
 */
export const textOfNotice = (language: string, texts: readonly string[], version: string): string =>
  toJson({
    language,
    strings: texts
      .map(text => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
      .filter(Boolean),
    version,
  })

/**
 * Creates an object that computes the hashes of notices and remembers them.
 *
 * @param version Version of the policy.
 */
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
