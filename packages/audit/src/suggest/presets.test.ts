import * as services from '@spaceone/consent/services'
import { expect, test } from 'vitest'
import { idIn, PRESETS, presetFor } from './presets.ts'

test('knows every preset of the entry: SAMPLES has an id for each', () => {
  expect(PRESETS.map(({ call }) => call)).toEqual(Object.keys(services))
})

test.each([
  ['https://www.clarity.ms/tag/t7oy6y6059', undefined, 'clarity', 't7oy6y6059'],
  ['https://k.clarity.ms/collect', undefined, 'clarity', undefined],
  [
    ...['https://www.googletagmanager.com/gtag/js?id=G-7XK2M9QWPL', 'Google Analytics'],
    ...['googleAnalytics', 'G-7XK2M9QWPL'],
  ],
  [
    'https://tr.line.me/tag.gif?c_t=lap&t_id=814feab9-15cc-467b-9a83-1844eb38c975&e=pv',
    ...['LINE Corporation', 'lineTag', '814feab9-15cc-467b-9a83-1844eb38c975'],
  ],
  ['https://b92.yahoo.co.jp/search/?p=0ZAMPTELQT', undefined, 'yahooTag', undefined],
  ['https://www.youtube.com/embed/dQw4w9WgXcQ', undefined, 'youtube', undefined],
] as const)('finds the preset and the id in %s', (address, name, call, id) => {
  const preset = presetFor(address, name)
  expect(preset?.call).toBe(call)
  expect(preset?.needsId && idIn([address], preset)).toBe(preset?.needsId && id)
})

test('knows no preset for other addresses', () => {
  expect(presetFor('https://chat.example/', 'Chat')).toBeUndefined()
})
