// @vitest-environment happy-dom
import fc from 'fast-check'
import { expect, inject, test } from 'vitest'
import { type Inventory, type SectionName, toTexts } from '../inventory/index.ts'
import { type RenderSectionOptions, renderSection, stepsTree } from './render-section.ts'

const NAMES: readonly SectionName[] = [
  ...(['cookies', 'behavioural', 'transfers', 'recipients', 'external-transmission'] as const),
]

const inventoryOf = (text: string, link = 'https://chat.example/'): Inventory => ({
  policy: { version: text, effective: text },
  hash: text,
  services: [
    {
      name: text,
      category: 'support',
      recipients: [
        { company: text, country: 'US', contact: text, policyUrl: link, relation: 'processor' },
      ],
      retention: { until: { en: text }, afterwards: { en: text } },
      collects: [{ id: text, words: { en: text } }],
      toolKind: 'script',
      identifies: true,
      purposes: { site: { en: text }, recipient: { en: text } },
      refusal: { link, words: { en: text } },
      addresses: [text],
      cookies: [{ name: text, purpose: { en: text }, setBy: text }],
      storage: [],
      databases: [],
    },
  ],
})

// `npm run unit -- --update` writes the files.
test('writes a section as printed-html.txt says', async () => {
  const html = await renderSection('recipients', inventoryOf('Chat & Co.'))
  await expect(html).toMatchFileSnapshot('printed-html.txt')
})

test('writes a section as Markdown, with changes, as printed-markdown.txt says', async () => {
  const options = { format: 'markdown', language: 'ko', compareWith: inventoryOf('Talk') } as const
  const text = await renderSection('external-transmission', inventoryOf('Chat & Co.'), options)
  await expect(text).toMatchFileSnapshot('printed-markdown.txt')
})

test('writes the steps of each browser, or of those that are asked for', async () => {
  const count = async (browsers?: readonly ['chrome', 'safari-ios']) =>
    (await renderSection('behavioural', inventoryOf('Chat'), { browsers })).match(/<h4>/g)?.length
  expect(await count(['chrome', 'safari-ios'])).toBe(2)
  expect(await count()).toBeGreaterThan(20)
})

interface Given {
  readonly name?: unknown
  readonly inventory?: unknown
  readonly options?: unknown
}

const SECTIONS = `Expected ${NAMES.join(', ')}.`
const PARTLY = { policy: { version: '1' }, services: [{ name: 'Chat' }] }

test.each<[sentence: string, given: Given]>([
  [`The section of renderSection() is "transfer". ${SECTIONS}`, { name: 'transfer' }],
  [`The section of renderSection() is missing. ${SECTIONS}`, { name: undefined }],
  [`The section of renderSection() is "constructor". ${SECTIONS}`, { name: 'constructor' }],
  ['.level is "6". Expected a number from 1 to 5.', { options: { level: 6 } }],
  ['.level is "2". Expected a number from 1 to 5.', { options: { level: '2' } }],
  ['.format is "md". Expected html, markdown, text.', { options: { format: 'md' } }],
  ['.format is "toString". Expected html, markdown, text.', { options: { format: 'toString' } }],
  ['.language is "ko_KR". Expected a BCP 47 tag, such as', { options: { language: 'ko_KR' } }],
  ['.language is missing. Expected a BCP 47 tag', { options: { language: null } }],
  ['.language is "". Expected a BCP 47 tag', { options: { language: '' } }],
  [
    '.browsers[1] is "netscape". Expected chrome, ',
    { name: 'behavioural', options: { browsers: ['chrome', 'netscape'] } },
  ],
  [
    '.browsers is "chrome". Expected a list of chrome, ',
    { name: 'behavioural', options: { browsers: 'chrome' } },
  ],
  ['inventory is missing. Expected what inventoryOf() returns', { inventory: undefined }],
  ['.compareWith is "1".', { options: { compareWith: 1 } }],
  ['.compareWith.services[0].recipients is missing.', { options: { compareWith: PARTLY } }],
])('rejects with a TypeError and a link: %s', async (sentence, given) => {
  const all = { name: 'cookies', inventory: inventoryOf('Chat'), options: {}, ...given }
  const rendered = renderSection(
    all.name as SectionName,
    all.inventory as Inventory,
    all.options as RenderSectionOptions,
  )
  await expect(rendered).rejects.toThrow(TypeError)
  for (const text of [sentence, ' The call stops here. See dist/script/docs/'])
    await expect(rendered).rejects.toThrow(text)
})

const hostile = fc
  .array(fc.constantFrom(...`<>&"'\`*_{}[]()#+-.!|~\\/:=$1 a\n`, '<script>', '](javascript:1)'))
  .map(parts => `x${parts.join('')}x`)

// escape-markdown.test.ts shows the same of Markdown.
test('escapes every value in HTML: the document has the same elements whatever a value is', async () => {
  const read = async (name: SectionName, text: string) => {
    const html = await renderSection(name, inventoryOf(text), { browsers: [] })
    const { body } = new DOMParser().parseFromString(html, 'text/html')
    expect(body.textContent).toContain(text)
    return [...body.querySelectorAll('*')].map(one => [one.tagName, one.getAttributeNames()])
  }
  const plain = await Promise.all(NAMES.map(async name => [name, await read(name, 'x')] as const))
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...plain), hostile, async ([name, expected], text) => {
      expect(await read(name, text)).toEqual(expected)
    }),
    { numRuns: inject('fuzz').numRuns / 10 },
  )
})

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
