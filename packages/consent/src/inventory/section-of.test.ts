import { expect, test } from 'vitest'
import { chat, login, SITE } from '../../../../test/support/declared-site.ts'
import type { SectionName } from '../words/en/sections.ts'
import type { Basis, Declared, Texts } from './declaration.ts'
import { GOOGLE_COOKIES } from './google-rules.ts'
import { loadInventoryWords, loadWordTables } from './load-inventory-words.ts'
import { LINK, toTexts } from './print/elements.ts'
import { toMarkdown } from './print/markdown.ts'
import { resolveWithAddresses } from './resolve-site.ts'
import { sectionOf } from './section-of.ts'
import type { Tree } from './tree.ts'

const known = await loadWordTables(['en', 'ko', 'ja'])
const load = async (language: string) => {
  const { words, stored } = await loadInventoryWords(language)
  return { words, stored }
}
const en = await load('en')
const ko = await load('ko')
const ja = await load('ja')
const ALL = Object.keys(en.words.headings) as SectionName[]

const draw = (name: SectionName, declared: readonly Declared<Texts>[], words = en) => {
  const services = declared.map(one => resolveWithAddresses(one, known))
  return sectionOf(name, { policy: { version: '1', effective: '2024-01-18' }, services }, words)
}

/** Returns the headings below the first and the rows of a section, each as a list of texts. */
const rowsIn = (tree: Tree): readonly (readonly string[])[] =>
  tree.flatMap(block => {
    if ('heading' in block) return block.deeper ? [[`# ${block.heading}`]] : []
    if (!('rows' in block)) return []
    return block.rows.map(cells =>
      cells.map(lines =>
        lines.map(({ text, link = '' }) => (LINK.test(link) ? `<${text}>` : text)).join('; '),
      ),
    )
  })
const rowsOf = (name: SectionName, ...declared: Declared<Texts>[]) =>
  rowsIn(draw(name, declared).start)

const textsOf = (...given: Parameters<typeof draw>) => {
  const { start, steps, end } = draw(...given)
  return toTexts([...start, ...steps, ...end])
}

const NOT_STATED = 'Not stated'

// `npm run unit -- --update` writes the file. Each fact of a declaration has its cell, and what is
// missing is not stated. Purpose and retention of a recipient stand in place of those of its service.
test('each section of a site is as printed-sections.txt says', async () => {
  const trees = ALL.map(name => draw(name, SITE)).map(({ start, end }) => [...start, ...end])
  const texts = trees.map(tree => toMarkdown(tree, 1)).join('\n')
  await expect(texts).toMatchFileSnapshot('printed-sections.txt')
})

const groundOf = (basis: Basis, category: string | undefined, { words, stored } = en) => {
  const recipients = { company: 'Chat Inc.', country: 'DE', transfer: { basis } }
  const service = { ...chat, category, recipients, necessary: { en: 'It is.' } }
  return rowsIn(draw('transfers', [service], { words, stored }).start)[0]?.[3]
}

test('the ground of a transfer is said in three languages; “consent” names the purpose, or the category where the purpose has no name, claims no separate consent, and is not stated of a necessary service', () => {
  for (const one of [en, ko, ja]) {
    for (const basis of ['contract', 'law', 'certified', 'equivalent'] as const)
      expect(groundOf(basis, 'analytics', one)).toBe(one.words.bases[basis])
    expect(groundOf('consent', undefined, one)).toBe(one.words.notStated)
  }
  expect(groundOf('consent', 'support', en)).toBe('Your consent to the purpose “support”')
  expect([en, ko, ja].map(one => groundOf('consent', 'analytics', one))).toEqual([
    'Your consent to the purpose “usage statistics”',
    '‘이용 통계’ 목적에 대한 정보주체의 동의',
    '「利用統計」の目的に対するお客様の同意',
  ])
})

test('a ground, a relation or a kind of tool that is none is not stated, and its service is in every section', () => {
  const transfer = { basis: 'constructor' }
  const recipients = { company: 'Chat Inc.', relation: 'owner', transfer }
  const given = {
    ...chat,
    recipients,
    toolKind: 'toString',
    identifies: 'no',
  } as object as Declared<Texts>
  expect(rowsOf('transfers', given)[0]?.[3]).toBe(NOT_STATED)
  const [tool] = rowsOf('behavioural', given)
  expect([tool?.[2], tool?.[6]]).toEqual([NOT_STATED, NOT_STATED])
  const [heading, row] = rowsOf('recipients', given)
  expect([heading?.[0], row?.[0]]).toEqual([
    '# Recipients whose relation is not stated',
    'Chat Inc.',
  ])
})

test('a recipient in Korea is no transfer, unless the site declares one', () => {
  const recipients = { company: 'Seoul Inc.', country: 'KR' }
  const abroad = { ...recipients, transfer: { basis: 'consent' as const } }
  expect(rowsOf('transfers', { name: 'Map', recipients })).toEqual([])
  expect(rowsOf('transfers', { name: 'Map', recipients: abroad })).toHaveLength(1)
})

test('behavioural leaves out a service that declares isBehavioural: false, and no other section does', () => {
  const map = { ...chat, isBehavioural: false }
  expect(rowsOf('behavioural', map)).toEqual([])
  for (const name of ALL)
    if (name !== 'behavioural') expect(rowsOf(name, map)).toEqual(rowsOf(name, chat))
})

test.each([
  ['en', 'google.com and its domains of other countries', en],
  ['ko', 'google.com 및 국가별 도메인', ko],
  ['ja', 'google.comおよび各国のドメイン', ja],
] as const)('the hosts of Google can be read in %s', (_, text, words) => {
  const declared = [{ name: 'Google Analytics', category: 'analytics', cookies: GOOGLE_COOKIES }]
  const texts = textsOf('external-transmission', declared, words).join('\n')
  expect(texts).toContain(text)
  // `_ga_*` is the name of cookies.
  expect(texts.replaceAll('_ga_*', '')).not.toContain('*')
})

test.each(ALL)(
  '%s: a site with Tag Manager alone says what is not listed, an empty section that there is no such service',
  name => {
    const container = { name: 'Google Tag Manager', category: 'analytics' }
    for (const words of [en, ko, ja]) {
      const { containerAlone, none } = words.words
      expect(textsOf(name, [container, login], words)).toContain(containerAlone)
      for (const others of [[container, chat], [chat]])
        expect(textsOf(name, others, words)).not.toContain(containerAlone)
      expect(textsOf(name, [], words)).toContain(none)
    }
  },
)

test('a cookie of the site that a company’s tool sets is in Korean and Japanese not “provided” to the company', () => {
  const [korean, japanese] = [ko, ja].map(words => textsOf('cookies', [chat], words).join('\n'))
  expect(korean).toContain('이 사이트(Chat Inc.의 도구가 설정)')
  expect(japanese).toContain('当サイト（Chat Inc.のツールが設定）')
  expect([korean, japanese].join()).not.toMatch(/제공|提供/)
})

test('only behavioural has the heading of the steps in browsers', () => {
  const inventory = { policy: { version: '1' }, services: [] }
  const steps = ALL.map(name => toTexts(sectionOf(name, inventory, en).steps))
  expect(steps.flat()).toEqual(['How to refuse in your browser'])
})
