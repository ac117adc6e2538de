import { expect, test } from 'vitest'
import { loadGuideText } from './load-guide-text.ts'

test('loads the texts of a language tag', async () => {
  for (const [tag, language] of [
    ['en', 'en'],
    ['ko', 'ko'],
    ['ko-KR', 'ko'],
    ['JA-jp', 'ja'],
  ] as const)
    expect((await loadGuideText(tag)).language).toBe(language)
})

test('loads the English texts when the language is unknown', async () => {
  for (const tag of ['fr', 'kok', '', 'constructor', 'e-ko'])
    expect((await loadGuideText(tag)).language).toBe('en')
})
