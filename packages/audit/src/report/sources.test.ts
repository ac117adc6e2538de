import { expect, test } from 'vitest'
import { sourcesToGithub, sourcesToJson, sourcesToMarkdown, sourcesToTerminal } from './sources.ts'

const REPORT = {
  findings: [
    {
      ...{ code: 'undeclared-cookie' as const, file: 'src/a,b.ts', line: 3, what: 'x' },
      message: 'The cookie x\u202e|*\n is written.',
    },
  ],
  files: 1,
  leftOut: [{ file: 'src/c.js', reason: 'is a binary file' }],
  computed: [{ file: 'src/d.js', line: 9 }],
}

test('the terminal shows place, code and sentence, and no character that turns the text', () => {
  expect(sourcesToTerminal(REPORT)).toBe(`src/a,b.ts:3 undeclared-cookie
  The cookie x\\u202e|*\\u000a is written.
src/c.js is a binary file. It is left out.
Not compared, because the source computes the name: src/d.js:9.
1 file read, 1 finding.`)
})

test('GitHub gets an annotation for each finding, escaped', () => {
  expect(sourcesToGithub(REPORT).split('\n').slice(0, 2)).toEqual([
    '::error file=src/a%2Cb.ts,line=3,title=undeclared-cookie::The cookie x\u202e|*%0A is written.',
    '::warning::src/c.js is a binary file. It is left out.',
  ])
})

test('Markdown has a row for each finding, and JSON all of it', () => {
  expect(sourcesToMarkdown(REPORT)).toContain(
    '| `src/a,b.ts:3` | undeclared-cookie | The cookie x\\u202e'.replace('\\', '&#92;'),
  )
  expect(JSON.parse(sourcesToJson(REPORT))).toEqual(REPORT)
})
