import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Entry, entryAfter, GENESIS, type Head, hashOfLink, sha256 } from './chain.ts'
import { verify } from './verify.ts'

/** The time of the verification, before any retention ends, in milliseconds since the epoch. */
const NOW = 1_760_000_000_000

const chainOf = (contents: readonly string[]): Entry[] => {
  const entries: Entry[] = []
  for (const [index, content] of contents.entries())
    entries.push(
      entryAfter(entries.at(-1) ?? GENESIS, { content, time: NOW + index, until: NOW + 9000 }),
    )
  return entries
}

const chain = () => chainOf(['{"a":1}', '{"a":2}', '{"a":3}', '{"a":4}', '{"a":5}'])

const without = (seq: number) => chain().filter(entry => entry.seq !== seq)

const changed = (seq: number, part: Partial<Entry>) =>
  chain().map(entry => (entry.seq === seq ? { ...entry, ...part } : entry))

test('an intact chain is accepted, and its last link is returned', async () => {
  const entries = chain()
  const { seq, hash } = entries[4] as Entry
  expect(await verify(entries, NOW)).toEqual({ ok: true, head: { seq, hash }, forgotten: 0 })
  expect(await verify([], NOW)).toEqual({ ok: true, head: GENESIS, forgotten: 0 })
})

test("a link's hash is computed as the README describes: sorted names, no spaces", () => {
  const [{ seq, time, until, contentHash, prev, hash }] = chain() as [Entry]
  expect(contentHash).toBe(sha256('{"a":1}'))
  expect(hash).toBe(
    sha256(
      `{"contentHash":"${contentHash}","prev":"${prev}","seq":${seq},"time":${time},"until":${until},"v":1}`,
    ),
  )
})

describe('a broken chain', () => {
  const other = { content: '{"a":9}', contentHash: sha256('{"a":9}') }
  const forged = { ...other, hash: hashOfLink({ ...(chain()[2] as Entry), ...other }) }
  const renumbered = without(3).map((entry, index) => ({ ...entry, seq: index + 1 }))

  test.each<[string, readonly Entry[], number, RegExp]>([
    ['a changed content', changed(3, { content: '{"a":9}' }), 3, /another content/],
    ['a changed content with its hash', changed(3, other), 3, /another time/],
    ['a changed link with its new hash', changed(3, forged), 4, /does not follow/],
    ['a changed time', changed(2, { time: NOW }), 2, /another time/],
    ['a changed end of retention', changed(2, { until: NOW }), 2, /end of retention/],
    ['a removed entry', without(3), 3, /is missing/],
    ['the first entry removed', without(1), 1, /is missing/],
    ['a removed entry, with new numbers for the rest', renumbered, 3, /does not follow/],
    ['entries in another order', chain().reverse(), 1, /is missing/],
    ['content deleted before its retention ended', changed(4, { content: null }), 4, /has lost/],
  ])('%s: the first broken link is named', async (_, entries, seq, fault) => {
    expect(await verify(entries, NOW)).toEqual({
      ok: false,
      seq,
      fault: expect.stringMatching(fault),
    })
  })

  test.each([0, -3, 1.5, Number.MAX_SAFE_INTEGER + 1])(
    'a row with the sequence number %d is broken, wherever it stands',
    async seq => {
      const row = { ...(chain()[0] as Entry), seq }
      const verdict = { ok: false, seq, fault: 'has a sequence number that no entry can have' }
      expect(await verify([row, ...chain()], NOW)).toEqual(verdict)
      expect(await verify([...chain(), row], NOW)).toEqual(verdict)
    },
  )

  test('a change of any field in any entry is detected', async () => {
    const text = fc.string()
    const change = fc.oneof(
      fc.tuple(fc.constantFrom('content', 'contentHash', 'prev', 'hash'), text),
      fc.tuple(fc.constantFrom('time', 'until'), fc.nat()),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1, maxLength: 9 }),
        fc.nat(),
        change,
        async (contents, place, [field, value]) => {
          const entries = chainOf(contents)
          const index = place % entries.length
          const entry = entries[index] as Entry
          fc.pre(entry[field] !== value)
          entries[index] = { ...entry, [field]: value }
          expect(await verify(entries, NOW)).toMatchObject({ ok: false, seq: index + 1 })
        },
      ),
    )
  })
})

test('content that was deleted after its retention does not break the chain', async () => {
  const entries = changed(2, { content: null })
  expect(await verify(entries, NOW + 8999)).toMatchObject({ ok: false, seq: 2 })
  expect(await verify(entries, NOW + 9000)).toMatchObject({ ok: true, forgotten: 1 })
})

test.each<[about: string, readonly Entry[], Head, fault?: object]>([
  ['is found in its place', chain(), chain()[3] as Entry],
  ['of an empty log is the one before the first entry', chain(), GENESIS],
  ['of another empty log is not', chain(), { ...GENESIS, hash: 'f'.repeat(64) }, { seq: 0 }],
  [
    'shows that the end of the chain is missing',
    chain().slice(0, 3),
    chain()[3] as Entry,
    { seq: 4, fault: expect.stringMatching(/ends before/) },
  ],
  [
    'shows that the chain was computed anew',
    chainOf(['{"a":1}', '{"a":2}', '{"a":3}', '{"a":99}', '{"a":5}']),
    chain()[3] as Entry,
    { seq: 4 },
  ],
])('a link that was noted earlier %s', async (_, entries, noted, fault) => {
  expect(await verify(entries, NOW)).toMatchObject({ ok: true })
  expect(await verify(entries, NOW, [noted])).toMatchObject({ ok: !fault, ...fault })
})
