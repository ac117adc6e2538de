import { expect, test } from 'vitest'
import { submission } from '../../test/samples.ts'
import { groupCommit } from './group-commit.ts'
import type { Outcome, Submission } from './log.ts'

const recording = (answer: (group: readonly Submission[]) => Promise<readonly Outcome[]>) => {
  const groups: string[][] = []
  const log = {
    append: (group: readonly Submission[]) => {
      groups.push(group.map(({ id }) => id))
      return answer(group)
    },
  }
  return { groups, append: groupCommit(log) }
}

test('lets those share a transaction that come while another is under way, in their order', async () => {
  const { groups, append } = recording(async group => group.map(() => 'added'))
  const all = Array.from({ length: 1200 }, () => submission())
  const outcomes = await Promise.all(all.map(append))
  expect(outcomes).toEqual(all.map(() => 'added'))
  expect(groups.map(({ length }) => length)).toEqual([500, 500, 200])
  expect(groups.flat()).toEqual(all.map(({ id }) => id))
})

test('gives each its own outcome', async () => {
  const { append } = recording(async group =>
    group.map(({ content }) => (content === 'new' ? 'added' : 'known')),
  )
  const send = (content: string) => append({ id: content, content, until: 0 })
  expect(await Promise.all([send('new'), send('old'), send('new')])).toEqual([
    'added',
    'known',
    'added',
  ])
})

test('says to all of a group that it has failed, and goes on with the next', async () => {
  let isBroken = true
  const { append } = recording(async group => {
    if (isBroken) throw new Error('disk full')
    return group.map(() => 'added')
  })
  const failed = await Promise.allSettled([append(submission()), append(submission())])
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  isBroken = false
  expect(await append(submission())).toBe('added')
})
