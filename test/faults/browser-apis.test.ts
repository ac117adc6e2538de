import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import sdk from '../../packages/consent/package.json' with { type: 'json' }
import { BROWSER_APIS } from './browser-apis.ts'
import { findBrowserApis } from './find-browser-apis.ts'
import { HIDDEN, IN_LIBRARIES, LIBRARIES } from './hidden-browser-apis.ts'

const LIST = 'test/faults/browser-apis.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const read = (file: string) => readFileSync(`${ROOT}/${file}`, 'utf8')

const byHand = Object.entries({ ...HIDDEN, ...IN_LIBRARIES })

/** Each API that is used, and where. */
const used = new Map([
  ...byHand.flatMap(([file, apis]) => Object.keys(apis).map(api => [api, [file]] as const)),
  ...findBrowserApis(),
])

test('each browser API that the SDK uses stands in the list of those that tests break', () => {
  const missing = [...used].filter(([api]) => !BROWSER_APIS.includes(api))
  expect(missing.map(([api, files]) => `${api} of ${files.join(', ')}: add it to ${LIST}`)).toEqual(
    [],
  )
})

test('no API stands in the list that nobody uses, and none stands there twice', () => {
  const stale = BROWSER_APIS.filter((api, at) => !used.has(api) || BROWSER_APIS.indexOf(api) !== at)
  expect(stale.map(api => `${api}: take it out of ${LIST}`)).toEqual([])
})

test.each(byHand)('what was found by hand in %s still stands there', (file, apis) => {
  const text = read(file)
  const gone = Object.entries(apis).filter(([, use]) => !text.includes(use))
  expect(gone.map(([api, use]) => `${api} as ${use}`)).toEqual([])
})

test('the libraries are those in which APIs were looked for by hand', () => {
  expect(sdk.dependencies).toEqual(LIBRARIES)
  for (const [name, version] of Object.entries(LIBRARIES))
    expect(JSON.parse(read(`node_modules/${name}/package.json`)).version).toBe(version)
})
