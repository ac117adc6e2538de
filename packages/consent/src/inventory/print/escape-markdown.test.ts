// @vitest-environment happy-dom
import fc from 'fast-check'
import { parse } from 'marked'
import { expect, test } from 'vitest'
import { FUZZ } from '../../../../../test/support/fuzz.ts'
import { escapeMarkdown } from './markdown.ts'

const bodyOf = (markdown: string) =>
  new DOMParser().parseFromString(
    parse(markdown, { gfm: true, mangle: false, headerIds: false } as object) as string,
    'text/html',
  ).body

/** Each place of a value in a section, and the elements around it. */
const PLACES: readonly (readonly [(value: string) => string, path: string])[] = [
  [value => value, 'p'],
  [value => `## ${value}`, 'h2'],
  [value => `- ${value}`, 'ul > li'],
  [value => `| A | B |\n| --- | --- |\n| ${value} | b |`, 'tbody > tr > td:first-child'],
  [value => `| A |\n| --- |\n| <br>${value} |`, 'tbody > tr > td'],
  [value => `[${value}](<https://a.example/>)`, 'p > a'],
]

const expectPlain = (value: string) => {
  const escaped = escapeMarkdown(value)
  for (const [place, path] of PLACES) {
    const [written, expected] = [bodyOf(place(escaped)), bodyOf(place('plain'))]
    const tags = (body: HTMLElement) => [...body.querySelectorAll('*')].map(one => one.tagName)
    expect(tags(written)).toEqual(tags(expected))
    const read = value.replace(/[\n\r\v\f\x85\u2028\u2029]+/g, ' ')
    expect(written.querySelector(path)?.textContent?.trim()).toBe(read.trim())
  }
}

test.each([
  ...['two\nlines', 'two\r\n\r\n- paragraphs', 'U+2028:\u2028# a', 'U+2029:\u2029> a'],
  'a\v\f\x85b',
  ...['    four spaces', '\ta tab', '\n\n  a', ' \u2028    a', 'two spaces  \nand a line'],
  ...['- a', '+ a', '* a', '-', '---', '***', '1. a', '1) a', '12345. a', '1.', '- [x] done'],
  ...['# a', '## a ##', '> a', '===', '~~~', '```', '    ```\n', '<!-- a', '<b>a</b>'],
  '<a.example>',
  ...['https://a.example/b_c', 'see https://a.example', 'HTTP://A.EXAMPLE', 'ftp://a.example/'],
  ...['www.a.example', 'WWW.a.example', '(www.a.example)', '_www.a.example'],
  'http://www.a.example',
  ...['privacy@a.example', 'a_b.c+d-e@a-b.example', 'mailto:privacy@a.example', 'a@b.c@d.e', '@a'],
  ...['a | b', '|', 'a \\| b', '\\', 'a\\', '`|`', '| --- |', 'a\\\\|b'],
  ...['&amp;', '&#64;', '&lt;b&gt;', 'A & B', '&', '*a*', '__a__', '~~a~~', '`a`', '![a](b)'],
  '[a]',
  ...['[a]: https://a.example', '[^1]', '$a$', 'a\u00A0b', 'x\u3000y', '90 days (90.5)'],
  '日本、한국',
])('%j is plain text in a paragraph, a heading, a list, a table and a link', expectPlain)

test('so is any other text', () => {
  const parts = fc.constantFrom(
    ...'<>&"\'`*_{}[]()#+-.!|~\\/:=$@^%; a1\n\t\u2028',
    ...['www.', 'https://', 'b.example', '<script>', '](javascript:1)', '1. ', '- ', '    '],
    '&lt;',
  )
  const texts = fc.array(parts).map(all => `${all.join('')}z`)
  fc.assert(fc.property(texts, expectPlain), { ...FUZZ, numRuns: FUZZ.numRuns / 10 })
})

test('GitHub makes a link of an e-mail address with a backslash, but not of two texts', () => {
  expect(escapeMarkdown('privacy@a.example')).toBe('privacy<!-- -->@a.example')
  expect(escapeMarkdown('https://www.a.example')).toBe('https\\://www\\.a.example')
})
