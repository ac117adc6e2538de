import { expect, test } from 'vitest'
import type { Control } from '../look/find-controls.ts'
import { chooseAccept } from './choose-accept.ts'

const accepting = (words: string) => ({ words, act: 'accept' }) as Control

test.each<[readonly string[], string | undefined]>([
  [[], undefined],
  [['OK'], 'OK'],
  [['Accept', 'ACCEPT '], 'Accept'],
  [['Accept', 'Accept all'], 'Accept all'],
  [['동의', '모두 동의'], '모두 동의'],
  [['同意する', 'すべて同意する'], 'すべて同意する'],
  [['Akzeptieren', 'Alle akzeptieren'], 'Alle akzeptieren'],
  [['Accepter', 'Tout accepter'], 'Tout accepter'],
  [['OK', 'Use all cookies'], 'Use all cookies'],
  [['I agree', 'Got it'], undefined],
  [['Accept all', 'Allow all cookies'], undefined],
])('of the controls %j the audit presses %s', (words, expected) => {
  const chosen = chooseAccept(words.map(accepting))
  expect(chosen === 'unclear' ? undefined : chosen?.words).toBe(expected)
  expect(chosen === 'unclear').toBe(expected === undefined && words.length > 0)
})
