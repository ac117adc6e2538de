import { expect, test } from 'vitest'
import { judge } from '../judge/judge.ts'
import { SAMPLE_INVENTORY, sampleSeen } from './sample-seen.ts'
import { toJson } from './to-json.ts'
import { toTerminal } from './to-terminal.ts'

const verdict = judge(sampleSeen(''), SAMPLE_INVENTORY)
const lines = (text: string) => text.split('\n')

test('shows the outcomes, what failed and why other rules are not evaluable, in 80 columns', () => {
  const rows = lines(toTerminal(verdict, { isColoured: false }))
  expect(rows.slice(0, 12)).toEqual([
    'https://www.moonlight-books.example/',
    '               No choice       Refused         Accepted        Withdrawn',
    '  Contacts     ✗ fails         ✗ fails         ✓ holds         ✗ fails',
    '  Storage      ✗ fails         ✓ holds         -               ✗ fails',
    '  Google state ✗ fails         -               ✓ holds         ✓ holds',
    '  Ease of refusing             ✗ fails',
    '  Recipients declared          ✗ fails',
    '  Cookies declared             ✓ holds',
    '  Lifetimes as declared        ✗ fails',
    '',
    '  ✗ Google Analytics was contacted before the visitor had chosen. 2 requests,',
    '    first https://www.googletagmanager.com/gtag/js?id=G-7XK2M9QWPL',
  ])
  const whole = rows.join('\n').replace(/\s+/g, ' ')
  expect(whole).toContain(
    '? Withdrawn: No control to withdraw consent was found. 5 rules could not',
  )
  expect(whole).toContain('Declared and not seen - Google Analytics: _ga_* - Chat')
  expect(whole).toContain('✗ The audit found 10 breaches. 5 further rules could not be judged.')
  expect(rows.filter(line => line.length > 80)).toEqual([])
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
