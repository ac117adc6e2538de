import { describe, expect, test } from 'vitest'
import type { BrowserId } from './browser-id.ts'
import { guideFor } from './guide-for.ts'
import { text } from './text/en.ts'

const address = 'https://www.example.com/ko/?q=1#top'
const guide = (browser: BrowserId, more = {}) => guideFor(browser, text, { address, ...more })
const pathOf = (browser: BrowserId, task: string, more = {}) =>
  guide(browser, more).steps.find(step => step.task === task)?.path

describe('the overrides of a site', () => {
  const overrides = {
    samsung: {
      help: 'https://help.example/samsung',
      checked: '2027-01-01',
      tasks: { deleteAll: '☰ > Settings > Delete browsing data | Then confirm.' },
    },
    chrome: { address: '', tasks: { blockAll: '' } },
  }

  test('replace and complete the row of a browser', () => {
    const { help, checked, steps } = guide('samsung', { overrides })
    expect({ help, checked }).toEqual({
      help: 'https://help.example/samsung',
      checked: '2027-01-01',
    })
    expect(steps.map(({ task }) => task)).toEqual([
      'accept',
      'deleteAll',
      'privateWindow',
      'advertisingId',
    ])
    expect(steps[1]).toMatchObject({
      path: ['☰', 'Settings', 'Delete browsing data'],
      note: 'Then confirm.',
    })
  })

  test('remove a text when the override is empty, and keep the others', () => {
    const { address: settings, steps, sentence } = guide('chrome', { overrides })
    expect(settings).toBe('')
    expect(steps.map(({ task }) => task)).toEqual([
      ...['accept', 'block3p', 'deleteOne', 'deleteAll', 'privateWindow'],
    ])
    expect(sentence).toBe(text.general)
  })

  test('do not change other browsers', () => {
    expect(guide('edge', { overrides })).toEqual(guide('edge'))
  })

  test('apply on a phone', () => {
    const own = { brave: { tasks: { accept: '⋯ > Settings' } } }
    expect(pathOf('brave', 'accept', { platform: 'ios', overrides: own })).toEqual([
      '⋯',
      'Settings',
    ])
  })

  test('ignore the properties that all objects inherit', () => {
    const hostile = JSON.parse(
      '{"__proto__":{"chrome":{"help":"javascript:1"}},"chrome":{"__proto__":{"name":"no"},"tasks":{"__proto__":{"accept":"no"}}}}',
    )
    const { steps, help, name } = guide('chrome', { overrides: hostile })
    expect({ steps, help, name }).toEqual({
      steps: guide('chrome').steps,
      help: guide('chrome').help,
      name: 'Chrome',
    })
    expect(Object.prototype).not.toHaveProperty('accept')
  })
})
