/** Gives the language of ours (en, ko, ja) that a tag such as `ko-KR` asks for. */
export const supportedLanguage = (tag: string | undefined): string | undefined =>
  /^(en|ko|ja)(?![a-z])/i.exec(tag ?? '')?.[1]?.toLowerCase()

/** Gives the language that the page declares, on `<html>` or else on `<body>`. */
export const declaredLanguage = (): string | undefined =>
  supportedLanguage(document.documentElement.lang) ?? supportedLanguage(document.body?.lang)

/** Gives the language to speak: the page's, else the browser's first that we know, else English. */
export const pageLanguage = (): string =>
  declaredLanguage() ?? navigator.languages.map(supportedLanguage).find(Boolean) ?? 'en'
