import { expect, test } from 'vitest'
import { LANGUAGES } from '../shared/languages.ts'
import * as FILES from './files.ts'

/** Returns the path of each text with its placeholders in any order. A list counts as one text. */
const shape = (value: unknown, path = ''): readonly string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, inner]) => shape(inner, `${path}/${key}`))
    : [`${path} ${(`${value}`.match(/{\w+}/g) ?? []).sort()}`]

/** Lists the empty texts outside lists: a list of menu labels has empty places. */
const emptyIn = (value: object): readonly string[] =>
  Object.entries(value).flatMap(([key, inner]) =>
    Array.isArray(inner)
      ? []
      : typeof inner === 'object'
        ? emptyIn(inner)
        : `${inner}`.trim()
          ? []
          : [key],
  )

test.each(Object.entries(FILES))(
  'the texts %s have the same keys and placeholders in every language, and none is empty [14]',
  async (_, files) => {
    const english = await files.en()
    for (const language of LANGUAGES) {
      const texts = await files[language]()
      expect([...shape(texts)].sort()).toEqual([...shape(english)].sort())
      expect(emptyIn(texts)).toEqual([])
    }
  },
)
