import { expect, test } from 'vitest'
import { loadGuideText } from './guide-for.ts'

test.each([
  ['en', ['en', 'fr', 'kok', '', 'constructor', 'e-ko']],
  ['ko', ['ko', 'ko-KR']],
  ['ja', ['JA-jp']],
])('loads the texts in %s for the language tags %j', async (language, tags) => {
  for (const tag of tags) expect((await loadGuideText(tag)).language).toBe(language)
})
