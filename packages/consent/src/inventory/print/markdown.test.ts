import { expect, test } from 'vitest'
import { toMarkdown } from './markdown.ts'

test('prints each block of a tree as Markdown', () => {
  expect(
    toMarkdown(
      [
        { heading: 'Rights', deeper: 0 },
        { heading: 'Below', deeper: 2 },
        { paragraph: '*One* sentence' },
        { list: [{ text: 'One' }, { text: 'Two', link: 'https://two.example/' }] },
        { facts: [['Term', [{ text: 'First' }, { text: 'Second' }]]] },
        {
          label: 'Name of the table',
          columns: ['Name', 'Kept'],
          rows: [[[{ text: 'Chat' }], [{ text: '1 day' }, { text: 'Deleted' }]]],
        },
      ],
      2,
    ),
  ).toBe(`## Rights

#### Below

\\*One\\* sentence

- One
- [Two](<https://two.example/>)

- **Term** First · Second

| Name | Kept |
| --- | --- |
| Chat | 1 day<br>Deleted |
`)
})
