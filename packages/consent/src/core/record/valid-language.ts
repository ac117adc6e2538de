import { warn } from '../../options/warn.ts'
import { pageLanguage } from '../../shared/languages.ts'

/**
 * Returns a language that a record can name: the given language if it is a BCP 47 tag, the language
 * of the page if it is empty, otherwise English. The script tag's `data-lang` means the same. Such
 * values come from sites whose locale is not loaded yet, or is written as in `ko_KR`.
 *
 * @param language Anything that a site passes. @default 'en'
 */
export const validLanguage = (language: unknown = 'en'): string => {
  const tag = `${language}`
  if (/^[a-z]+(-[a-z\d]+)*$/i.test(tag)) return tag
  if (process.env.NODE_ENV !== 'production' && tag) warn('unknown-language', tag)
  return tag ? 'en' : pageLanguage([])
}
