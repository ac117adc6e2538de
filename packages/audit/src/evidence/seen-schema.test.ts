import Ajv from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { wholeSeen } from '../../test/support/whole-seen.ts'
import type { Seen } from '../seen.ts'
import { takePictures } from './pictures.ts'
import schema from './seen.schema.json' with { type: 'json' }

const validate = new Ajv({ formats: { 'date-time': true }, allErrors: true }).compile(schema)

/** Returns what the schema says against the JSON of a value. */
const faultsOf = (value: object) => {
  validate(JSON.parse(JSON.stringify(value)))
  return validate.errors ?? []
}

test('the schema allows everything that an audit can see, with pictures inside and beside', () => {
  const seen = wholeSeen()
  expect(faultsOf(seen)).toEqual([])
  expect(faultsOf(takePictures(seen).stored)).toEqual([])
})

test.each<[string, (seen: Seen) => object]>([
  ['another version', seen => ({ ...seen, version: 2 })],
  ['a field that the schema does not know', seen => ({ ...seen, extra: 1 })],
  ['a page without its address', seen => ({ ...seen, pages: [{ phases: [] }] })],
])('the schema rejects %s', (_, change) => {
  expect(faultsOf(change(wholeSeen()))).not.toEqual([])
})
