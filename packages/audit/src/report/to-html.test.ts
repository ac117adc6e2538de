// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { SAMPLE_INVENTORY, sampleSeen } from '../../test/support/sample-seen.ts'
import { acceptFindings } from '../judge/accept.ts'
import { type Comparison, compareVerdicts } from '../judge/compare.ts'
import { judge } from '../judge/judge.ts'
import type { Verdict } from '../judge/verdict.ts'
import { sentenceOf } from './sentences.ts'
import { tagsIn } from './tags.ts'
import { toHtml } from './to-html.ts'
import type { Language } from './words/words-of.ts'
import { LANGUAGES, wordsOf } from './words/words-of.ts'

const JPEG = '/9j/4AAQSkZJRg=='
const sample = judge(sampleSeen(JPEG), SAMPLE_INVENTORY)

const parse = (verdict: Verdict, language: Language = 'en', comparison?: Comparison) =>
  new DOMParser().parseFromString(toHtml(verdict, language, { comparison }), 'text/html')

/** The report in English. The tests only read it. */
const page = parse(sample)

/** Returns the text of an element with single spaces. */
const text = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim()
const texts = (root: Document, selector: string) => [...root.querySelectorAll(selector)].map(text)

describe.each(LANGUAGES)('the report in %s', language => {
  const page = parse(sample, language)
  const words = wordsOf(language)

  test('says what failed in the language of the report, with every placeholder filled in', () => {
    expect(page.documentElement.lang).toBe(language)
    const tags = tagsIn(sample.findings)
    expect(texts(page, '.failed > li > a')).toEqual(
      tags.map(({ tag }) => tag ?? words.topics.banner),
    )
    expect(texts(page, '.failed ul li')).toEqual(
      tags.flatMap(({ findings }) => findings.map(one => sentenceOf(one, words))),
    )
    expect(text(page.querySelector('.sentence'))).toContain(String(tags.length))
    expect(text(page.body)).not.toMatch(/\{\w+|undefined|NaN|\[object/)
  })

  test('has one main heading, skips at most one level, and has a header in each row', () => {
    const levels = [...page.querySelectorAll('h1,h2,h3,h4')].map(({ tagName }) =>
      Number(tagName.slice(1)),
    )
    expect(levels.filter(level => level === 1)).toHaveLength(1)
    for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThan(3)
    for (const row of page.querySelectorAll('tbody tr'))
      expect(row.firstElementChild?.hasAttribute('scope')).toBe(true)
  })

  test('loads no other file and no address', () => {
    expect(page.querySelectorAll('script, link, iframe')).toHaveLength(0)
    const addresses = [...page.querySelectorAll('[src], [href]')].map(
      one => one.getAttribute('src') ?? one.getAttribute('href') ?? '',
    )
    expect(addresses.filter(one => !/^(#|data:image\/jpeg;base64,)/.test(one))).toEqual([])
    const links = addresses.filter(one => one.startsWith('#'))
    expect(links.filter(one => !page.getElementById(one.slice(1)))).toEqual([])
  })
})

test('shows outcomes by phase and page, and groups the rules that are not evaluable by reason', () => {
  expect(texts(page, '.page:first-of-type .matrix tbody tr')).toEqual(
    [
      'Contacts Fails Fails Holds Fails',
      'Cookies and storage Fails Holds –Not judged Fails',
      'Google’s consent state Fails –Not judged Holds Holds',
      'Whole page',
      'Refusal possible Holds',
      'Ease of refusing Fails',
      'Refusal kept Fails',
      'Recipients declared Fails',
      'Cookies declared Holds',
      'Lifetimes as declared Fails',
    ].map(row => expect.stringMatching(new RegExp(row.replaceAll(' ', '\\s*')))),
  )
  const open = [...page.querySelectorAll('.finding')].filter(one => one.querySelector('.open'))
  expect(open).toHaveLength(1)
  expect(open[0]?.querySelectorAll('li')).toHaveLength(5)
  expect(text(open[0] ?? null)).toContain('No control to withdraw consent was found.')
})

test('shows requests with their initiator, phase and time, and each screenshot once', () => {
  const first = text(page.querySelector('.finding')) ?? ''
  for (const part of [
    'POST https://www.google-analytics.com/g/collect held, not sent',
    'fetched by the audit: https://www.googletagmanager.com/gtag/js?id=G-7XK2M9QWPL',
    'https://www.googletagmanager.com/gtm.js?id=GTM-P4QZ7KT:1',
    'inserted by https://www.moonlight-books.example/assets/start.js:40',
    'before any choice, in the visit that later refuses',
    'No choice · 2 times, 0.9 s to 8.2 s after the phase began',
  ])
    expect(first).toContain(part)
  const ids = [...page.querySelectorAll('.picture')].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(page.querySelectorAll('.picture img')).toHaveLength(ids.length)
})

test('marks the pressed control on its picture, and says its words', () => {
  const marked = [...page.querySelectorAll('.picture')].filter(one => one.querySelector('rect'))
  expect(marked.map(one => text(one.querySelector('strong')))).toEqual([
    'Pressed “More options” to open the settings.',
    'Pressed “Decline all cookies” to refuse.',
    'Pressed “Accept all cookies” to accept.',
    'Pressed “Cookie settings” to open the settings.',
  ])
  const [svg] = page.querySelectorAll('.picture svg')
  expect(svg?.getAttribute('viewBox')).toBe('0 0 1280 800')
  expect(svg?.querySelector('rect')?.getAttribute('x')).toBe('958')
})

test('says which scripts were fetched, and shows the conditions', () => {
  const conditions = (root: Document) => text(root.querySelector('.conditions')) ?? ''
  const all = conditions(page)
  for (const part of [
    'fetched only this 1 script of collectors: https://www.googletagmanager.com/gtag/js?id=G-',
    'Nothing else of these requests reached the network.',
    'Looks 1.5 seconds before each act; language en-US; window 1280 × 800 px; sends no Global',
    '2 scripts, each with the SHA-256 of its text',
    'c0ffee',
  ])
    expect(all).toContain(part)
  const without = (key: string) =>
    JSON.parse(
      JSON.stringify(sampleSeen(JPEG), (name, value) => (name === key ? undefined : value)),
    )
  // Evidence that does not say what was fetched supports no claim about the network.
  expect(conditions(parse(judge(without('fetched'))))).not.toContain('reached the network')
})

test('says that a cookie was stored again after the withdrawal, and never that none was', () => {
  const row = [...page.querySelectorAll('[aria-labelledby="stored"] tr')].find(one =>
    text(one)?.startsWith('_ga '),
  )
  expect(text(row ?? null)).toContain('stored again, deleted later')
  expect(text(page.body)).not.toContain('Nothing was stored')
})

test('says in each phase why it was not played, and which answer was not taken', () => {
  const { pages, ...rest } = sampleSeen(JPEG)
  const stuck = pages.slice(1).map(page => ({
    ...page,
    phases: page.phases.map(one =>
      one.name === 'refuse' ? { ...one, notPlayed: 'stays' as const } : one,
    ),
  }))
  const page = parse(judge({ ...rest, pages: stuck }))
  expect(text(page.body)).toContain(
    'Refused: The visitor refused, but the banner or the settings did not close.',
  )
})

test('says how each banner was found', () => {
  const found = (name: string) => {
    const { pages, ...rest } = sampleSeen(JPEG)
    const phases = pages.flatMap(one => one.phases).slice(0, 1)
    const [phase] = phases.map(one => ({ ...one, banner: { found: name } }))
    return text(parse(judge({ ...rest, pages: [{ url: '', phases: phase ? [phase] : [] }] })).body)
  }
  expect(found('selectors')).toContain('found by the selectors of the options')
  expect(found('Klaro')).toMatch(/Banner ?Klaro/)
  expect(found('constructor')).toMatch(/Banner ?constructor/)
})

test('shows what is new since an earlier audit, and who accepted what', () => {
  const [first, second] = sample.findings.filter(({ outcome }) => outcome === 'fails')
  if (!first || !second) throw new Error('the sample fails less than twice')
  const entry = { reason: 'Agreed <b>', author: 'Kim', expires: '2027-03-31' }
  const verdict = acceptFindings(
    sample,
    [
      { ...entry, id: first.id },
      { ...entry, id: 'x' },
    ],
    0,
  )
  const findings = sample.findings.filter(({ id }) => id !== second.id)
  const comparison = compareVerdicts(verdict, { ...sample, findings })
  const page = parse(verdict, 'en', comparison)
  expect(text(page.body)).toContain('Since the earlier audit New: 1. The same: 11. Gone: 0.')
  expect(text(page.querySelector('.changes li'))).toContain(second.id)
  expect(page.querySelectorAll('.new')).toHaveLength(1)
  expect(text(page.body)).toContain('Accepted by Kim until 2027-03-31: Agreed <b>')
  expect(text(page.body)).toContain('The acceptance of x by Kim was not needed')
})

test('says that every breach is accepted instead of that every rule holds', () => {
  const all = sample.findings.map(({ id }) => ({
    ...{ id, reason: 'Agreed', author: 'Kim', expires: '2027-03-31' },
  }))
  const page = parse(acceptFindings(sample, all, 0))
  expect(text(page.querySelector('.sentence'))).toBe('Every breach that was found is accepted.')
  expect(page.querySelector('.failed')).toBeNull()
  expect(page.querySelectorAll('.finding .breaches')).toHaveLength(tagsIn(sample.findings).length)
})

test('shows the evidence of a tag in a table for each kind, each thing once', () => {
  const tables = [...page.querySelectorAll('#finding-1 table')]
  expect(tables.map(one => one.querySelectorAll('tbody tr').length)).toEqual([3, 4])
  const banner = [...page.querySelectorAll('.finding')].find(one =>
    text(one.querySelector('h4'))?.includes('Consent banner'),
  )
  const shown = text(banner ?? null) ?? ''
  for (const part of [
    'Steps: 2.',
    'Decline all cookies to refuse',
    'More options to open the settings',
  ])
    expect(shown).toContain(part)
})

test('says that the audit holds, and that no inventory was given', () => {
  const { pages, ...rest } = sampleSeen(JPEG)
  const behaving = pages.slice(1).map(page => ({
    ...page,
    phases: page.phases.map(({ notPlayed: _, ...one }) => one),
  }))
  const page = parse(judge({ ...rest, pages: behaving }))
  expect(text(page.querySelector('.whole'))).toMatch(
    /^Every rule that was judged holds\. All four phases .* No inventory was given/,
  )
  expect(page.querySelector('.failed')).toBeNull()
})

test('escapes every name that comes from a page', () => {
  const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>'&\u202e\u0000\u001b[2J`
  const keys = [
    ...['url', 'loaded', 'name', 'key', 'origin', 'domain', 'detail', 'gcs', 'gcd', 'found'],
    ...['words', 'script', 'fetched', 'sha256', 'locale'],
  ]
  const kept = ['no-choice', 'refuse', 'accept', 'withdraw', 'header', 'script', 'unknown']
  const spoiled = JSON.parse(
    JSON.stringify({ seen: sampleSeen(hostile), inventory: SAMPLE_INVENTORY }),
    (key, value) =>
      typeof value === 'string' && keys.includes(key) && !kept.includes(value)
        ? `${value.startsWith('https:') ? value : ''}${hostile}`
        : value,
  )
  for (const inventory of [spoiled.inventory, undefined]) {
    const verdict = judge(spoiled.seen, inventory)
    const first = verdict.findings.find(({ outcome }) => outcome === 'fails')?.id ?? ''
    const by = { reason: hostile, author: hostile, expires: '2027-03-31' }
    const entries = [first, hostile].map(id => ({ ...by, id }))
    const accepted = acceptFindings(verdict, entries, 0)
    const comparison = compareVerdicts(accepted, { ...verdict, findings: [] })
    const page = parse(accepted, 'en', comparison)
    expect(page.querySelectorAll('script, img, [onerror]')).toHaveLength(0)
    expect(text(page.body)).toContain('<script>alert(1)</script>')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be in the report
    expect(page.documentElement.outerHTML).not.toMatch(/[\u0000\u001b\u202e]/)
  }
})

test('has the same placeholders in each language', () => {
  const slots = (value: unknown): unknown =>
    typeof value === 'string'
      ? [...new Set(value.match(/\{\w+/g))].sort()
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, slots(one)]))
        : value
  for (const language of LANGUAGES) expect(slots(wordsOf(language))).toEqual(slots(wordsOf('en')))
})
