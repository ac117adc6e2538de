import { expect, test } from 'vitest'
import type { Tree } from '../tree.ts'
import { toTexts } from './elements.ts'
import { toHtml } from './html.ts'
import { toMarkdown } from './markdown.ts'
import { toPlainText } from './plain-text.ts'

const TREE: Tree = [
  { heading: 'Rights & “duties”', deeper: 0 },
  { heading: 'Below', deeper: 2 },
  { paragraph: '<b> *one*' },
  { paragraph: 'Small', isSmall: true },
  { list: [{ text: 'One' }, { text: 'Two', link: 'https://two.example/?a=1&b="2"' }] },
  { facts: [['Term', [{ text: 'First' }, { text: 'Second' }]]] },
  { label: 'Cookies', columns: ['Name'], rows: [[[{ text: 'Chat' }, { text: 'x' }]]] },
]

// render-section.test.ts shows tables, and what is escaped in them.
const WITHOUT_TABLE = TREE.slice(0, -1)

test('prints each block of a tree as Markdown', () => {
  expect(toMarkdown(WITHOUT_TABLE, 2)).toBe(`## Rights \\& “duties”

#### Below

\\<b\\> \\*one\\*

Small

- One
- [Two](<https://two.example/?a=1&b="2">)

- **Term** First · Second
`)
})

test('prints a tree as the texts that a visitor reads, in order, without addresses of links', () => {
  expect(toTexts(TREE)).toEqual([
    ...['Rights & “duties”', 'Below', '<b> *one*', 'Small', 'One', 'Two'],
    ...['Term', 'First', 'Second', 'Name', 'Chat', 'x'],
  ])
})

test('prints each block of a tree as HTML without attributes of the shadow root', () => {
  expect(
    toHtml(WITHOUT_TABLE, 3, 'en'),
  ).toBe(`<section class="consent-section" lang="en" data-drawn-from="inventory">
<h3>Rights &amp; “duties”</h3>
<h5>Below</h5>
<p>&lt;b&gt; *one*</p>
<p><small>Small</small></p>
<ul>
<li>One</li>
<li><a href="https://two.example/?a=1&amp;b=&quot;2&quot;">Two</a></li>
</ul>
<dl>
<div><dt>Term</dt><dd>First</dd><dd>Second</dd></div>
</dl>
</section>
`)
})

test('prints no link to what is no address, and no heading below the sixth level', () => {
  for (const link of ['javascript:alert(1)', 'data:text/html,x', '//x.example', ' https://x', 'x'])
    expect(toHtml([{ list: [{ text: 'Name', link }] }], 2, 'en')).toContain('<li>Name</li>')
  expect(toHtml([{ heading: 'Deep', deeper: 2 }], 5, 'en')).toContain('<h6>Deep</h6>')
})

test('prints each block of a tree as plain text, with addresses, and a line for each cell of a table', () => {
  expect(toPlainText(TREE)).toBe(`Rights & “duties”

Below

<b> *one*

Small

- One
- Two (https://two.example/?a=1&b="2")

Term: First; Second

Name: Chat; x
`)
})
