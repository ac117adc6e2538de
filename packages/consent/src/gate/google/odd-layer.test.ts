// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { withEach } from '../../../../../test/support/odd-values.ts'
import { dataLayer } from './data-layer.ts'
import { dropEvents, filterEvents } from './filter-events.ts'

afterEach(() => {
  Reflect.deleteProperty(window, 'dataLayer')
})

/** Entries that a page may push: any value, or an entry with the value as its event. */
const entriesOf = (value: unknown) => [value, { event: value }, { config: value }]

test('for any entries pushed while denied, push does not throw and the tag receives no event', () => {
  const layer = dataLayer('dataLayer')
  const dispose = filterEvents(layer, () => false, true)
  withEach(value => {
    for (const entry of entriesOf(value)) layer.push(entry)
    layer.push({ event: 'page_view' })
  })
  expect(
    layer.filter(entry => (entry as { event?: unknown } | null)?.event === 'page_view'),
  ).toEqual([])
  dispose()
})

test('for any entries pushed before the grant, the tag receives no event of them', () => {
  const layer = dataLayer('dataLayer')
  withEach(value => {
    layer.push(...entriesOf(value), { event: 'page_view' })
    dropEvents(layer)
  })
  expect(
    layer.filter(entry => (entry as { event?: unknown } | null)?.event === 'page_view'),
  ).toEqual([])
})
