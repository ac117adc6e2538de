// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test, vi } from 'vitest'
import { ATTRIBUTES } from '../packages/consent/src/options/attributes.ts'
import { warn } from '../packages/consent/src/options/warn.ts'
import { readAttributes } from '../packages/consent/src/script/tag-options.ts'
import { complaints } from './support/complaints.ts'
import { stubFetch } from './support/stub-fetch.ts'

vi.mock('../packages/consent/src/options/warn.ts', () => ({ warn: vi.fn(), explainBy: vi.fn() }))

const read = (path: string) => readFileSync(path, 'utf8')
const parse = (text: string) => ts.createSourceFile('text.ts', text, ts.ScriptTarget.Latest, true)

const EXAMPLE = read('examples/options/consent.ts')

const WRITTEN =
  /Options$|^(Service|Declaration|Recipient|Transfer|Refusal|PolicyVersion|Controller|ReceiptText)$/

const NOT_WRITTEN = ['attach', 'failed', 'isInvalid', 'refused']

const OPTIONS = new Set(
  ['index', 'ui', 'guide', 'evidence', 'inventory', 'testing'].flatMap(entry =>
    parse(read(`packages/consent/dist/${entry}.d.ts`)).statements.flatMap(node =>
      ts.isInterfaceDeclaration(node) && WRITTEN.test(node.name.text)
        ? node.members.flatMap(({ name }) => name?.getText() ?? [])
        : [],
    ),
  ),
)

const propertiesIn = (text: string): ReadonlySet<string> => {
  const found = new Set<string>()
  const visit = (node: ts.Node) => {
    if (ts.isPropertyAssignment(node)) found.add(node.name.getText())
    ts.forEachChild(node, visit)
  }
  visit(parse(text))
  return found
}

test('each option of the npm package is in the example of all options, and in a row of its README', () => {
  const rows = [...read('examples/options/README.md').matchAll(/^\| ((?:`\w+`(?:, )?)+) \|/gm)]
  const inRows = rows.flatMap(([, cell = '']) => cell.match(/\w+/g) ?? [])
  const options = [...OPTIONS].filter(name => !NOT_WRITTEN.includes(name)).sort()
  expect(options.length).toBeGreaterThan(60)
  expect(options.filter(name => !propertiesIn(EXAMPLE).has(name))).toEqual([])
  expect([...new Set(inRows)].sort()).toEqual(options)
})

test('the example of all options compiles against the built package, and with a mistake it does not', () => {
  expect(complaints(EXAMPLE)).toEqual([])
  expect(complaints(EXAMPLE.replace('pageView:', 'pageViews:'))).not.toEqual([])
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
