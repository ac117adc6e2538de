import { expect, test } from 'vitest'
import { columnsOf } from '../../judge/columns-of.ts'
import { cutColumns, padColumns } from './lines.ts'

test.each([
  ['abc', 3],
  ['동의', 4],
  ['同意ｶﾅ', 6],
  ['é', 1],
  ['👩‍👩‍👧', 2],
  ['❤️', 2],
  ['…“✓', 3],
])('%s takes %i columns', (text, columns) => {
  expect(columnsOf(text)).toBe(columns)
})

test('pads and cuts by columns', () => {
  expect(padColumns('동의', 6)).toBe('동의  ')
  expect(cutColumns('동의합니다', 7)).toBe('동의합…')
  expect(cutColumns('동의', 4)).toBe('동의')
})
