import { expect, test } from 'vitest'
import { languagesOf } from './resolve-site.ts'

test.each([
  [{ default: '/privacy', ko: '/ko/privacy' }, 'en', ['ko', 'en']],
  [{ ja: '/ja/privacy' }, undefined, ['ja']],
  ['/privacy', 'ko', ['ko']],
  [undefined, undefined, []],
])(
  'words need the languages of the addresses %j and of a page in %s',
  (url, language, languages) => {
    const options = { policy: { version: '1', url }, categories: {} }
    expect(languagesOf(options, language)).toEqual(languages)
  },
)
