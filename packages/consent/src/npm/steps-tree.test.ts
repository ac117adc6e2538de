import { expect, test } from 'vitest'
import { toTexts } from '../inventory/index.ts'
import { stepsTree } from './steps-tree.ts'

const chrome = {
  name: 'Chrome',
  sentence: 'Settings may differ.',
  help: 'https://help.example/',
  address: 'chrome://settings/cookies',
  steps: [
    {
      ...({ task: 'deleteAll', title: 'Delete', path: ['Menu', 'Delete'] } as const),
      ...{ note: 'Select all.', address: 'chrome://clear' },
    },
    { task: 'blockAll', title: 'Block', path: ['Menu', 'Block'] },
  ],
} as const

test('the steps in a browser have the address of the settings and of each step, and no list without more to say', () => {
  expect(toTexts(stepsTree(chrome))).toEqual([
    ...['Chrome', 'Delete', 'Menu > Delete', 'Select all.', 'chrome://clear'],
    ...['Block', 'Menu > Block'],
    ...['Settings may differ.', 'chrome://settings/cookies', 'https://help.example/'],
  ])
  const { sentence, help, address, ...plain } = chrome
  expect(stepsTree(plain).some(block => 'list' in block)).toBe(false)
})
