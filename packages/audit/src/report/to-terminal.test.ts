import { expect, test } from 'vitest'
import { SAMPLE_INVENTORY, sampleSeen } from '../../test/support/sample-seen.ts'
import { acceptFindings } from '../judge/accept.ts'
import { columnsOf } from '../judge/columns-of.ts'
import { compareVerdicts } from '../judge/compare.ts'
import { judge } from '../judge/judge.ts'
import { toJson } from './to-json.ts'
import { toTerminal } from './to-terminal.ts'

const verdict = judge(sampleSeen(''), SAMPLE_INVENTORY)
const lines = (text: string) => text.split('\n')

test('shows the outcomes, what failed and why other rules are not evaluable, in 80 columns', () => {
  const rows = lines(toTerminal(verdict, { isColoured: false }))
  expect(rows.slice(0, 19)).toEqual([
    'https://www.moonlight-books.example/',
    '               No choice       Refused         Accepted        Withdrawn',
    '  Contacts     ✗ fails         ✗ fails         ✓ holds         ✗ fails',
    '  Storage      ✗ fails         ✓ holds         -               ✗ fails',
    '  Google state ✗ fails         -               ✓ holds         ✓ holds',
    '  Refusal possible             ✓ holds',
    '  Ease of refusing             ✗ fails',
    '  Refusal kept                 ✗ fails',
    '  Recipients declared          ✗ fails',
    '  Cookies declared             ✓ holds',
    '  Lifetimes as declared        ✗ fails',
    '',
    '  ✗ Google Analytics',
    '    - A request to Google Analytics was made before the visitor had chosen (held',
    '      by the audit, not sent, except for 1 script that the audit fetched). [No',
    '      choice, Refused]',
    '    - “_ga” was stored before the visitor had chosen. [No choice]',
    '    - “_ga” was stored or left after the visitor had withdrawn consent.',
    '      [Withdrawn]',
  ])
  const whole = rows.join('\n').replace(/\s+/g, ' ')
  expect(whole).toContain(
    '? Withdrawn: No control to withdraw consent was found. 5 rules could not',
  )
  expect(whole).toContain('Declared and not seen - Google Analytics: _ga_* - Chat')
  expect(whole).toContain(
    '✗ The audit found 5 breaches. At least one rule is broken on 1 of 2 pages. 5 further rules could not be judged.',
  )
  expect(whole).toContain(
    'Caused by https://www.googletagmanager.com/gtm.js?id=GTM-P4QZ7KT inserted by https://www.mo',
  )
  expect(rows.filter(line => columnsOf(line) > 80)).toEqual([])
})

test('keeps to 80 columns with Korean names, which take two columns a letter', () => {
  const seen = sampleSeen('')
  const [page, ...others] = seen.pages
  if (!page) throw new Error('the sample has no page')
  const phases = page.phases.map(phase => ({
    ...phase,
    notPlayed: 'error' as const,
    detail: '동의 배너가 응답하지 않아 단계를 끝까지 재현할 수 없었습니다 '.repeat(9),
  }))
  const text = toTerminal(judge({ ...seen, pages: [{ ...page, phases }, ...others] }))
  expect(lines(text).filter(line => columnsOf(line) > 80)).toEqual([])
})

test('shows what changed since an earlier audit, what is accepted, and what has expired', () => {
  const [first, second] = verdict.findings.filter(({ outcome }) => outcome === 'fails')
  if (!first || !second) throw new Error('the sample fails less than twice')
  const entry = { reason: 'Agreed\u001b[2J', author: 'Kim', expires: '2027-03-31' }
  const expired = { ...entry, id: 'x', expires: '2026-01-01' }
  const now = Date.parse('2026-12-01T00:00:00Z')
  const accepted = acceptFindings(verdict, [{ ...entry, id: first.id }, expired], now)
  const before = { ...verdict, findings: verdict.findings.filter(({ id }) => id !== second.id) }
  const comparison = compareVerdicts(accepted, before)
  const text = toTerminal(accepted, { isColoured: false, comparison }).replace(/\s+/g, ' ')
  expect(text).toContain('Since the earlier audit. New: 1. The same: 11. Gone: 0.')
  expect(text).toContain(second.id)
  expect(text).toContain('Accepted by Kim until 2027-03-31: Agreed\\u001b[2J')
  expect(text).toContain('The acceptance of x by Kim expired on 2026-01-01.')
})

test('has colours only with the option', () => {
  const colour = '\u001b['
  expect(toTerminal(verdict, { isColoured: true })).toContain(`${colour}31m✗ fails`)
  expect(toTerminal(verdict, { isColoured: false })).not.toContain(colour)
})

test('shows no character of a page that a terminal obeys', () => {
  const seen = sampleSeen('')
  const pages = seen.pages.map(one => ({ ...one, url: `${one.url}\u001b[2J\u0007\r` }))
  const text = toTerminal(judge({ ...seen, pages }), { isColoured: false })
  expect(text).toContain('\\u001b[2J\\u0007\\u000d')
  expect(text).not.toMatch(/[^\P{Cc}\n]/u)
})

test('the JSON has the whole verdict', () => {
  expect(JSON.parse(toJson(verdict))).toEqual(JSON.parse(JSON.stringify(verdict)))
})
