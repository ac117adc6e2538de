import { expect, test } from 'vitest'
import { SAMPLE_INVENTORY, sampleSeen } from '../../test/support/sample-seen.ts'
import { acceptFindings } from '../judge/accept.ts'
import { compareVerdicts } from '../judge/compare.ts'
import { judge } from '../judge/judge.ts'
import { markdownCode, markdownText } from './markdown-text.ts'
import { toMarkdown } from './to-markdown.ts'
import { LANGUAGES } from './words/words-of.ts'

const verdict = judge(sampleSeen(''), SAMPLE_INVENTORY)
const failed = verdict.findings.filter(({ outcome }) => outcome === 'fails')

test('shows the outcome, a table by phase, and what failed by tag with the ids', () => {
  const text = toMarkdown(verdict)
  for (const part of [
    '## Consent audit\n\n❌ **The audit found 5 breaches.** At least one rule',
    '### `https://www.moonlight-books.example/`',
    '| Contacts | ❌ Fails | ❌ Fails | ✅ Holds | ❌ Fails |',
    '| Refusal kept | ❌ Fails |  |  |  |',
    '- **Google Analytics**\n  - A request to Google Analytics was made before the visitor had chosen',
    '❔ Not evaluable',
    '- Withdrawn: No control to withdraw consent was found.',
  ])
    expect(text).toContain(part)
  for (const { id } of failed) expect(text).toContain(`\`${id}\``)
})

test('shows what is new and gone since an earlier audit, and what is accepted', () => {
  const [first, second] = failed
  if (!first || !second) throw new Error('the sample fails less than twice')
  const entry = { id: first.id, reason: 'Agreed *', author: 'Kim', expires: '2027-03-31' }
  const now = acceptFindings(verdict, [entry], 0)
  const others = verdict.findings.filter(({ id }) => id !== second.id)
  const text = toMarkdown(now, {
    comparison: compareVerdicts({ ...now, findings: others }, verdict),
  })
  expect(text).toContain('### Since the earlier audit\n\nNew: 0. The same: 11. Gone: 1.')
  expect(text).toMatch(new RegExp(`\\*\\*Gone\\*\\*\n\n- .*${second.id}`))
  expect(text).toContain('Accepted by Kim until 2027-03-31: Agreed &#42;')
})

test.each(LANGUAGES)('fills every placeholder in %s', language => {
  expect(toMarkdown(verdict, { language })).not.toMatch(/\{\w+|undefined|NaN|\[object/)
})

test.each([
  ['<img src=x onerror=alert(1)>', '&#60;img src=x onerror=alert(1)&#62;'],
  ['[a](javascript:alert(1))', '&#91;a&#93;(javascript:alert(1))'],
  ['**a** _b_ `c` | d', '&#42;&#42;a&#42;&#42; &#95;b&#95; &#96;c&#96; &#124; d'],
  ['https://evil.example www.evil.example', 'https&#58;//evil.example www&#46;evil.example'],
  ['@user org/repo#1 a@b.example', '@&#8288;user org/repo#&#8288;1 a@&#8288;b.example'],
  ['# a', '&#35;&#8288; a'],
  ['1. a', '&#49;. a'],
  ['a\n\n- b\u202e', 'a\\u000a\\u000a- b\\u202e'.replaceAll('\\', '&#92;')],
  ['&lt;', '&#38;lt;'],
])('escapes %j', (text, escaped) => {
  expect(markdownText(text)).toBe(escaped)
})

test('code ends at no backtick of the text', () => {
  expect(markdownCode('a')).toBe('`a`')
  expect(markdownCode('`</code>``')).toBe('``` `</code>`` ```')
})

test('shows no name of a page as markup', () => {
  const hostile = '`<script>alert(1)</script>|@user[x](y)\n# z'
  const seen = sampleSeen('')
  const pages = seen.pages.map(page => ({
    ...page,
    phases: page.phases.map(phase => ({
      ...phase,
      detail: hostile,
      cookies: phase.cookies.map(one => ({ ...one, name: `_ga_${hostile}` })),
    })),
  }))
  const text = toMarkdown(judge({ ...seen, pages }, SAMPLE_INVENTORY))
  const withoutCode = text.replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '')
  expect(withoutCode).not.toMatch(/<(?!\/?sub>)|@user|^# z|\[x\]/m)
})
