import { describe, expect, test } from 'vitest'
import { SOURCES } from '../../../../test/labels/sources.ts'
import { text as en } from '../words/en/steps.ts'
import type { GuideRow, GuideText } from '../words/guide-text.ts'
import { text as ja } from '../words/ja/steps.ts'
import { text as ko } from '../words/ko/steps.ts'

const LANGUAGES = { en, ko, ja }

/** Tasks that some languages describe by a sentence, because no source shows their labels. */
const SENTENCES = ['whale 4', 'samsung 5']

/** Returns the number of steps of each task, or for `SENTENCES` whether the task has a text. */
const shape = ({ rows }: GuideText) =>
  Object.entries(rows).map(([browser, [, , ...tasks]]) => [
    browser,
    ...tasks.map((task = '', index) =>
      SENTENCES.includes(`${browser} ${index}`)
        ? Boolean(task)
        : task.split(' | ').map(part => part.split(' > ').length),
    ),
  ])

describe.each(Object.entries(LANGUAGES))('in %s', (language, text) => {
  test('every browser has its row, in one order, with the same menus as in English', () => {
    expect(shape(text)).toEqual(shape(en))
  })

  test('the tasks have their headings, in the order of the rows, and the advertising ID as many labels as in English', () => {
    expect(Object.keys(text.tasks)).toEqual([
      ...['accept', 'block3p', 'blockAll', 'deleteOne', 'deleteAll', 'privateWindow'],
      'advertisingId',
    ])
    const steps = ({ advertisingId }: GuideText) =>
      [advertisingId.android, advertisingId.ios].map(line => line.split(' > ').length)
    expect(steps(text)).toEqual(steps(en))
  })

  // words.test.ts shows that no text is empty.
  test('no label, note or sentence has spaces at its ends', () => {
    const written = (value: unknown): readonly string[] =>
      typeof value === 'object' ? Object.values(value ?? {}).flatMap(written) : [`${value}`]
    for (const words of written(text).flatMap(line => line.split(/ [>|] /)))
      expect(words).toBe(words.trim())
  })

  test('the links to help are https, and in the language of the guide where the vendor has help in it', () => {
    for (const [, help] of Object.values<GuideRow>(text.rows))
      if (help) expect(new URL(help).protocol).toBe('https:')
    expect(text.rows.chrome[1]).toBe(
      `https://support.google.com/chrome/answer/95647?hl=${language}`,
    )
  })

  test('says on which day the oldest of its rows was compared with its source', () => {
    expect(new Date(text.checked).toISOString().slice(0, 10)).toBe(text.checked)
    expect(Object.keys(SOURCES).sort()[0]).toBe(text.checked)
    const checked = Object.values(SOURCES).flatMap(Object.keys)
    expect(checked.sort()).toEqual([...Object.keys(text.rows), 'advertisingId'].sort())
    expect(text.language).toBe(language)
  })
})

test('the sentences of the guide have the polite form in Korean and Japanese', () => {
  const spoken = ({ rows, general, inApp, retired, refuse, addOn }: GuideText) =>
    [...rows.other.slice(2), general, inApp, retired, refuse, addOn].flatMap(
      (words = '') => words.replace(' | ', '').match(/[^.。]+[.。]/g) ?? [],
    )
  expect(spoken(en)).toHaveLength(9)
  for (const sentence of spoken(ko)) expect(sentence).toMatch(/(니다|십시오)\.$/)
  for (const sentence of spoken(ja)) expect(sentence).toMatch(/(ます|ません|ました|ください)。$/)
})
