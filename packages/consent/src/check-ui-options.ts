import { checkView } from './check-view.ts'
import { checkAddress, checkText, consentError, isTable } from './core/index.ts'
import type { ConsentUiOptions } from './ui/index.ts'

/** How deep words lie in a text: language, part, table, list, item. */
const DEEPEST = 7

/** What of a guide is followed, and not only shown. */
const LINKS = ['help', 'googleOptOut'] as const

/**
 * Refuses what the view could not be drawn with, of whatever it is made.
 *
 * @throws ConsentError with the option's code.
 */
export const checkUiOptions = (options: ConsentUiOptions<string>): void => {
  const { zIndex, texts = {}, guide = {}, nonce, ...view } = options ?? {}
  if (zIndex !== undefined && typeof zIndex !== 'number') throw consentError('z-index', zIndex)
  const { position, theme, button } = view
  checkView({ position, theme, button, 'z-index': zIndex === undefined ? zIndex : `${zIndex}` })
  checkText('nonce', nonce, /^/)
  if (!isTable(texts) || !Object.keys(texts).every(isLanguage) || !areWords(texts))
    throw consentError('texts', texts)
  if (!isTable(guide)) throw consentError('guide', guide)
  for (const known of Object.values(guide)) {
    const { legacy = false, checked = '2000-01-01', ...more } = known ?? {}
    const isRight = typeof legacy === 'boolean' && Date.parse(checked) && isTable(known)
    if (!isRight || !areWords(more)) throw consentError('guide', known)
    for (const link of LINKS) if (more[link]) checkAddress('guide', more[link])
    // An app's own address has a scheme of its own.
    checkText('guide', more.wayOut, /^(?!(javascript|data|vbscript):)[!-~]*$/i)
  }
}

/** Texts, in lists and tables. What holds itself lies deeper than any word. */
const areWords = (value: unknown, depth = 0): boolean =>
  value === undefined ||
  typeof value === 'string' ||
  (typeof value === 'object' &&
    value !== null &&
    depth < DEEPEST &&
    Object.values(value).every(inner => areWords(inner, depth + 1)))

/** Whether the browser can write a date in it. */
const isLanguage = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length > 0
  } catch {
    return false
  }
}
