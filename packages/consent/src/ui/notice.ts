import type { DecisionOrigin } from '../core/index.ts'
import { toBase64url } from '../shared/base64url.ts'
import { quietly } from '../shared/quietly.ts'
import { toJson } from '../shared/to-json.ts'

/** The notices that have stood on the page, and what each is called in a record. */
export interface Notices {
  /** Works out the hash of what a layer says, while it stands there. */
  remember(layer: Element, language: string): unknown
  /** Gives it and what was hashed, once it is worked out: a decision never waits for it. */
  find(layer: Element, language: string): NoticeOrigin | undefined
}

/** What a decision says of its notice. */
type NoticeOrigin = Pick<DecisionOrigin, 'notice' | 'noticeText'>

/**
 * Gives the strings that a layer says, in document order: what each text node holds, without the
 * space around it. What is the visitor's own (`data-own`), such as an earlier choice, is no notice.
 */
const noticeStrings = (layer: Element): readonly string[] =>
  [...layer.childNodes].flatMap(node => {
    if (node instanceof Element) return node.hasAttribute('data-own') ? [] : noticeStrings(node)
    const text = (node.textContent ?? '').normalize('NFC').replace(/\r\n?/g, '\n').trim()
    return text ? [text] : []
  })

/**
 * Hashes notices: SHA-256 over `{"language","strings","version"}` in that order, JSON without spaces,
 * UTF-8; the first 22 characters of it in base64url.
 *
 * @param version The policy's.
 */
export const createNotices = (version: string): Notices => {
  const hashes = new Map<string, string | undefined>()
  const read = (layer: Element, language: string) =>
    toJson({ language, strings: noticeStrings(layer), version })
  const remember = async (notice: string) => {
    if (hashes.has(notice)) return
    hashes.set(notice, undefined)
    // Missing on http; then the record goes without.
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(notice))
    const bytes = String.fromCharCode(...new Uint8Array(digest))
    hashes.set(notice, toBase64url(bytes).slice(0, 22))
  }
  return {
    remember: async (...layer) => {
      try {
        await remember(read(...layer))
      } catch {
        // As said above.
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
