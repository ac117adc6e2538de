// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { ATTRIBUTES } from '../packages/consent/src/options/attributes.ts'
import { warn } from '../packages/consent/src/options/warn.ts'
import { readAttributes } from '../packages/consent/src/script/tag-options.ts'
import { stubFetch } from './support/stub-fetch.ts'

vi.mock('../packages/consent/src/options/warn.ts', () => ({ warn: vi.fn(), explainBy: vi.fn() }))

const read = (path: string) => readFileSync(path, 'utf8')

const WRITTEN =
  /Options$|^(Service|Declaration|Recipient|Transfer|Refusal|PolicyVersion|Controller|ReceiptText)$/

const NOT_WRITTEN = ['attach', 'failed', 'isInvalid', 'refused']

/** Matches an interface of the built types, with its name and its members. */
const INTERFACE = /^interface (\w+)[^{]*\{\n(.*?)^\}/gms

const OPTIONS = ['index', 'ui', 'guide', 'evidence', 'inventory', 'testing'].flatMap(entry =>
  [...read(`packages/consent/dist/${entry}.d.ts`).matchAll(INTERFACE)].flatMap(
    ([, name = '', members = '']) =>
      WRITTEN.test(name) ? (members.match(/(?<=^ {4}(?:readonly )?)\w+(?=[?:(<])/gm) ?? []) : [],
  ),
)

const EXAMPLE = read('examples/options/consent.ts')

test('each option of the npm package is in the example of all options, and in a row of its README', () => {
  const rows = [...read('examples/options/README.md').matchAll(/^\| ((?:`\w+`(?:, )?)+) \|/gm)]
  const inRows = rows.flatMap(([, cell = '']) => cell.match(/\w+/g) ?? [])
  const options = [...new Set(OPTIONS)].filter(name => !NOT_WRITTEN.includes(name)).sort()
  expect(options.length).toBeGreaterThan(60)
  expect(options.filter(name => !new RegExp(`\\b${name}: `).test(EXAMPLE))).toEqual([])
  expect([...new Set(inRows)].sort()).toEqual(options)
})

test('the example of all options runs without a warning, and writes its documents', async () => {
  stubFetch()
  const warned = vi.spyOn(console, 'warn')
  const { consent, documents } = await import('../examples/options/consent.ts')
  expect(consent.$state.get().status).toBe('undecided')
  consent.decide({ analytics: false, marketing: false, support: true })
  await vi.waitFor(() => expect(document.body.className).toBe('chat'))
  const { section, receipt, guide } = await documents()
  expect(section).toMatch(/^### /)
  expect(receipt?.purposes.map(({ purpose }) => purpose)).toContain('support')
  expect(guide.steps.length).toBeGreaterThan(0)
  expect(warned.mock.calls).toEqual([])
})

test('the page of all attributes has each attribute of the script tag, and no warning is written', () => {
  const page = new DOMParser().parseFromString(read('examples/options/index.html'), 'text/html')
  const script = page.querySelector('script') as HTMLScriptElement
  const names = script.getAttributeNames().filter(name => !/^src$|-url-ko$/.test(name))
  expect(names.sort()).toEqual(
    Object.keys(ATTRIBUTES)
      .map(code => `data-${code}`)
      .sort(),
  )
  readAttributes(script)
  expect(vi.mocked(warn).mock.calls).toEqual([])
})
