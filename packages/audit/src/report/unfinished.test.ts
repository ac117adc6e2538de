import { expect, test } from 'vitest'
import { sampleSeen } from '../../test/support/sample-seen.ts'
import { judge } from '../judge/judge.ts'
import { unfinishedOf } from './unfinished.ts'

test('groups the rules that are not evaluable by reasons, with all phases of each reason', () => {
  const seen = sampleSeen('')
  const pages = seen.pages.slice(1).map(page => ({
    ...page,
    phases: page.phases.map(one =>
      one.name === 'withdraw'
        ? one
        : { ...one, banner: undefined, notPlayed: 'error' as const, detail: 'net::ERR' },
    ),
  }))
  const groups = unfinishedOf(judge({ ...seen, pages }).findings)
  expect(groups.map(({ reasons, findings }) => [reasons, findings.length])).toEqual([
    [[{ reason: 'error', detail: 'net::ERR', phases: ['no-choice', 'refuse', 'accept'] }], 8],
    [[{ reason: 'no-withdrawal', detail: undefined, phases: ['withdraw'] }], 2],
  ])
})
