import type { DecisionOrigin } from '../../core/index.ts'
import { toBase64url } from '../../shared/base64url.ts'
import { quietly } from '../../shared/quietly.ts'
import { toJson } from '../../shared/to-json.ts'

/** The notices that were shown on the page, and their hashes. */
export interface Notices {
  /** Computes the hash of the notice in an element. Never rejects. */
  remember(layer: Element, language: string): unknown
  /**
   * Returns the hash and the hashed text. Returns `undefined` if the hash is not computed yet,
   * because a decision must not wait.
   */
  find(layer: Element, language: string): NoticeOrigin | undefined
}

/** The hash of a notice and the hashed text. */
type NoticeOrigin = Pick<DecisionOrigin, 'notice' | 'noticeText'>

/**
 * Returns the trimmed text nodes of an element in document order. Leaves out elements with
 * `data-own`: they contain the visitor's own data, such as an earlier choice, which is not part of
 * the notice.
 */
const noticeStrings = (layer: Element): readonly string[] =>
  [...layer.childNodes].flatMap(node => {
    if (node instanceof Element) return node.hasAttribute('data-own') ? [] : noticeStrings(node)
    const text = (node.textContent ?? '').normalize('NFC').replace(/\r\n?/g, '\n').trim()
    return text ? [text] : []
  })

/**
 * Creates the store of notice hashes. A hash is the first 22 characters, in base64url, of the
 * SHA-256 over `{"language","strings","version"}` in that order, as JSON without spaces in UTF-8.
 *
 * @param version Version of the policy.
 */
export const createNotices = (version: string): Notices => {
  const hashes = new Map<string, string>()
  const read = (layer: Element, language: string) =>
    toJson({ language, strings: noticeStrings(layer), version })
  return {
    async remember(...layer) {
      try {
        const notice = read(...layer)
        const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(notice))
        const bytes = String.fromCharCode(...new Uint8Array(digest))
        hashes.set(notice, toBase64url(bytes).slice(0, 22))
      } catch {
        // On http `crypto.subtle` is missing. Then the record has no hash.
      }
    },
    find: (...layer) =>
      quietly(() => {
        const noticeText = read(...layer)
        const notice = hashes.get(noticeText)
        return notice ? { notice, noticeText } : undefined
      }),
  }
}
