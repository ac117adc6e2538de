import { expect, test } from 'vitest'
import { giveEvent, submission } from '../../test/samples.ts'
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

test('events that arrive during a transaction share the next transaction, in order of arrival, and each gets its own result', async () => {
  const outcomeOf = ({ until }: Submission): Outcome => (until % 2 ? 'added' : 'known')
  const { groups, append } = recording(async group => group.map(outcomeOf))
  const all = Array.from({ length: 1200 }, (_, until) => submission(giveEvent(), until))
  expect(await Promise.all(all.map(append))).toEqual(all.map(outcomeOf))
  expect(groups.map(({ length }) => length)).toEqual([500, 500, 200])
  expect(groups.flat()).toEqual(all.map(({ id }) => id))
})

test('when a shared transaction fails all of its events are rejected, and the next transaction runs', async () => {
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
