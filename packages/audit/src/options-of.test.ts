import { expect, test } from 'vitest'
import { optionsOf } from './options-of.ts'

const SITE = 'https://shop.example/'

test('reads addresses and options, with times in milliseconds', () => {
  const args = [SITE, 'https://shop.example/ko/', '--live', '--phase-limit', '60', '--wait', '0.5']
  expect(optionsOf([...args, '--language', 'ko', '--inventory', 'i.json'])).toMatchObject({
    ...{ urls: [SITE, 'https://shop.example/ko/'], isLive: true, phaseLimit: 60_000, wait: 500 },
    ...{ language: 'ko', inventory: 'i.json', output: '.' },
  })
  expect(optionsOf([SITE, '--hold'])).toMatchObject({ isLive: false, language: 'en' })
})

test.each([
  ['--help', /--phase-limit/],
  ['--version', /^\d+\.\d+\.\d+/],
] as const)('answers %s', (arg, text) => {
  expect(optionsOf([arg])).toEqual({ text: expect.stringMatching(text) })
})

test.each([
  [[], /^No address is given\.$/],
  [['shop.example'], /^"shop\.example" is no address/],
  [['file:///etc/passwd'], /is no address of a page/],
  [[SITE, '--lives'], /--lives/],
  [[SITE, '--hold', '--live'], /^Both --hold and --live are given\.$/],
  [[SITE, '--wait', 'long'], /^--wait is "long"\. Expected a number greater than 0\.$/],
  [[SITE, '--request-limit', '-1'], /request-limit/],
  [[SITE, '--language', 'de'], /^--language is "de"\. Expected en, ko or ja\.$/],
])('says in one sentence what is wrong with %j', (args, words) => {
  const parsed = optionsOf(args)
  expect(parsed).toEqual({ fault: expect.stringMatching(words) })
})
