/** The languages that the texts are written in. */
export type Language = 'en' | 'ko' | 'ja'

/** Gives the language to show: the tag's own, else English. */
export const languageOf = (tag: string): Language => {
  const [base] = /^(ko|ja)\b/.exec(tag.toLowerCase()) ?? ['en']
  return base as Language
}
