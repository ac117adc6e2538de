import fc from 'fast-check'
import { expect, test } from 'vitest'
import { versionsSince } from '../../shared/versions-since.ts'
import type { PolicyVersion } from './options.ts'
import { covers } from './state.ts'

const history: fc.Arbitrary<readonly PolicyVersion[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 9999 }), { minLength: 1, maxLength: 8 })
  .chain(days =>
    fc.infiniteStream(fc.boolean()).map(materials =>
      [...days]
        .sort((one, other) => one - other)
        .map(day => ({
          // Version names are not in the order of the days.
          version: `v${(day * 7919) % 10_007}`,
          effective: new Date(day * 86_400_000).toISOString().slice(0, 10),
          material: materials.next().value,
        })),
    ),
  )

/**
 * Generates versions in the order of their days, the same versions in any order, and the indices of
 * the version in force and of the version that was decided on.
 */
const situation = history.chain(versions =>
  fc.record({
    versions: fc.constant(versions),
    listed: fc.shuffledSubarray([...versions], { minLength: versions.length }),
    current: fc.nat({ max: versions.length - 1 }),
    agreed: fc.nat({ max: versions.length - 1 }),
  }),
)

const names = (list: readonly PolicyVersion[]) => list.map(({ version }) => version).sort()

test('a decision counts for its own version and for later ones until a material one, in any order of the list', () => {
  fc.assert(
    fc.property(situation, ({ versions, listed, current, agreed }) => {
      const nameOf = (at: number) => versions[at]?.version ?? ''
      const since = versions.slice(agreed + 1, current + 1)
      const policy = { version: nameOf(current), versions: listed }
      expect(covers(policy, nameOf(agreed))).toBe(
        agreed === current || (agreed < current && since.every(({ material }) => !material)),
      )
      const found = versionsSince(policy, nameOf(agreed))
      expect(found && names(found)).toEqual(agreed < current ? names(since) : undefined)
    }),
  )
})

test('a decision on an unlisted version counts for no other version', () => {
  fc.assert(
    fc.property(situation, fc.string(), ({ versions, listed, current }, unlisted) => {
      const version = versions[current]?.version ?? ''
      fc.pre(!names(versions).includes(unlisted))
      expect(covers({ version, versions: listed }, unlisted)).toBe(false)
      expect(covers({ version: `${version}x`, versions: listed }, version)).toBe(false)
      expect(covers({ version: unlisted }, version)).toBe(false)
    }),
  )
})
