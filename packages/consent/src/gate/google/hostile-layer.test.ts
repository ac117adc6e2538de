// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { withEach } from '../../../../../test/support/hostile.ts'
import { dataLayer, deafen, dropEvents } from './data-layer.ts'

afterEach(() => {
  Reflect.deleteProperty(window, 'dataLayer')
})

/** What a page may push: the value, or an entry with it as its event. */
const entriesOf = (value: unknown) => [value, { event: value }, { config: value }]

test('whatever a page pushes while nobody may hear, its own call goes through and no event is heard', () => {
  const layer = dataLayer('dataLayer')
  const undo = deafen(layer, () => false, true)
  withEach(value => {
    for (const entry of entriesOf(value)) layer.push(entry)
    layer.push({ event: 'page_view' })
  })
  expect(
    layer.filter(entry => (entry as { event?: unknown } | null)?.event === 'page_view'),
  ).toEqual([])
  undo()
})

test('whatever a page has pushed before, no event of it is heard in retrospect', () => {
  const layer = dataLayer('dataLayer')
  withEach(value => {
    layer.push(...entriesOf(value), { event: 'page_view' })
    dropEvents(layer)
  })
  expect(
    layer.filter(entry => (entry as { event?: unknown } | null)?.event === 'page_view'),
  ).toEqual([])
})
