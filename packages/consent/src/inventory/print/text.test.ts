import { expect, test } from 'vitest'
import { toTexts } from './elements.ts'

test('prints a tree as the texts that a visitor reads, in order, without addresses of links', () => {
  expect(
    toTexts([
      { heading: 'Rights', deeper: 1 },
      { paragraph: 'Small', isSmall: true },
      { list: [{ text: 'One', link: 'https://one.example/' }] },
      { facts: [['Term', [{ text: 'First' }, { text: 'Second' }]]] },
      {
        label: 'Name of the table',
        columns: ['Name', 'Kept'],
        rows: [[[{ text: 'Chat' }], [{ text: '1 day' }, { text: 'Deleted' }]]],
      },
    ]),
  ).toEqual([
    ...['Rights', 'Small', 'One', 'Term', 'First', 'Second'],
    ...['Name', 'Kept', 'Chat', '1 day', 'Deleted'],
  ])
})
