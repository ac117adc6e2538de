// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { judge } from '../judge/judge.ts'
import type { Verdict } from '../judge/verdict.ts'
import { SAMPLE_INVENTORY, sampleSeen } from './sample-seen.ts'
import { sentenceOf } from './sentence-of.ts'
import { toHtml } from './to-html.ts'
import type { Language } from './words/report-words.ts'
import { LANGUAGES, wordsOf } from './words/words-of.ts'

const JPEG = '/9j/4AAQSkZJRg=='
const sample = judge(sampleSeen(JPEG), SAMPLE_INVENTORY)

const parse = (verdict: Verdict, language: Language = 'en') =>
  new DOMParser().parseFromString(toHtml(verdict, language), 'text/html')

/** Returns the text of an element with single spaces. */
const text = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim()
const texts = (root: Document, selector: string) => [...root.querySelectorAll(selector)].map(text)

describe.each(LANGUAGES)('the report in %s', language => {
  const page = parse(sample, language)
  const words = wordsOf(language)

  test('says what failed in the language of the report, with every placeholder filled in', () => {
    expect(page.documentElement.lang).toBe(language)
    const failed = sample.findings.filter(({ outcome }) => outcome === 'fails')
    expect(texts(page, '.failed li')).toEqual(failed.map(one => sentenceOf(one, words)))
    expect(text(page.querySelector('.sentence'))).toContain('10')
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
  const page = parse(sample)
  expect(texts(page, '.page:first-of-type .matrix tbody tr')).toEqual(
    [
      'Contacts Fails Fails Holds Fails',
      'Cookies and storage Fails Holds –Not judged Fails',
      'Google’s consent state Fails –Not judged Holds Holds',
      'Whole page',
      'Ease of refusing Fails',
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
  const page = parse(sample)
  const first = text(page.querySelector('.finding')) ?? ''
  for (const part of [
    'POST https://www.google-analytics.com/g/collect?v=2',
    'held, never reached the network',
    'https://www.moonlight-books.example/:12',
    'before any choice',
    'No choice · 0.9 s after the phase began',
  ])
    expect(first).toContain(part)
  const ids = [...page.querySelectorAll('.picture')].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(page.querySelectorAll('.picture img')).toHaveLength(ids.length)
})

test('shows the evidence of a finding in a table for each kind', () => {
  const all = sample.findings.flatMap(({ evidence }) => evidence)
  const [cookie, request] = ['cookie', 'request'].map(kind => all.find(one => one.kind === kind))
  const findings = sample.findings.map(one =>
    one.evidence[0] === cookie ? { ...one, evidence: [cookie, request, cookie] } : one,
  )
  const page = parse({ ...sample, findings } as Verdict)
  const mixed = [...page.querySelectorAll('.finding')].find(
    one => one.querySelectorAll('table').length === 2,
  )
  const rows = [...(mixed?.querySelectorAll('tbody') ?? [])].map(
    body => body.querySelectorAll('tr').length,
  )
  expect(rows).toEqual([2, 1])
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
  const keys = ['url', 'loaded', 'name', 'key', 'origin', 'domain', 'detail', 'gcs', 'gcd', 'found']
  const kept = ['no-choice', 'refuse', 'accept', 'withdraw', 'header', 'script', 'unknown']
  const spoiled = JSON.parse(
    JSON.stringify({ seen: sampleSeen(hostile), inventory: SAMPLE_INVENTORY }),
    (key, value) =>
      typeof value === 'string' && keys.includes(key) && !kept.includes(value)
        ? `${value.startsWith('https:') ? value : ''}${hostile}`
        : value,
  )
  for (const inventory of [spoiled.inventory, undefined]) {
    const page = parse(judge(spoiled.seen, inventory))
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
