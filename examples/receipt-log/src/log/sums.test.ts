import { expect, test } from 'vitest'
import { describeEach, open } from '../../test/databases.ts'
import { giveEvent, submission, withdrawEvent } from '../../test/samples.ts'

const at = (text: string) => Date.parse(text)

describeEach('in', createDatabase => {
  test('sums are stored with each event, are added up by any field, and stay after the content is deleted', async () => {
    const log = await open((await createDatabase()).address)
    const h = 'a'.repeat(22)
    const give = giveEvent({ record: { h, g: 1 } })
    const other = giveEvent({ record: { l: 'ja', p: 'two', s: 'preferences' } })
    const until = at('2026-04-01')
    await log.append(
      [give, other].map(one => submission(one, until)),
      at('2026-03-03T23:59:59Z'),
    )
    await log.append([submission(give, until)], at('2026-03-04'))
    const withdraw = withdrawEvent(`${give.receipt}`)
    await log.append([submission(withdraw, until)], at('2026-03-04T00:00:00Z'))
    await log.forget(until)

    expect(await log.sums({ by: [] })).toEqual([
      {
        ...{ type: 'give', count: 2, gpc: 1 },
        ...{ first: at('2026-03-03T23:59:59Z'), last: at('2026-03-03T23:59:59Z') },
      },
      { type: 'withdraw', count: 1, gpc: 0, first: at('2026-03-04'), last: at('2026-03-04') },
    ])
    const keys = async (by: never, limits = {}) =>
      (await log.sums({ by: [by], ...limits })).map(row => [row[by], row.type, row.count])
    expect(await keys('day' as never)).toEqual([
      ['2026-03-03', 'give', 2],
      ['2026-03-04', 'withdraw', 1],
    ])
    expect(await keys('month' as never)).toEqual([
      ['2026-03', 'give', 2],
      ['2026-03', 'withdraw', 1],
    ])
    expect(await keys('version' as never, { to: '2026-03-03' })).toEqual([
      ['2024-01-18', 'give', 1],
      ['two', 'give', 1],
    ])
    expect(await keys('language' as never, { version: 'two' })).toEqual([['ja', 'give', 1]])
    expect(await keys('notice' as never, { notice: h })).toEqual([[h, 'give', 1]])
    expect(await keys('surface' as never, { from: '2026-03-04' })).toEqual([
      ['banner', 'withdraw', 1],
    ])
    expect(await keys('notice' as never, { to: '2026-03-03' })).toEqual([
      ['', 'give', 1],
      [h, 'give', 1],
    ])
    expect(await log.span(at('2026-03-04'), at('2026-03-05'))).toEqual({ first: 3, last: 3 })
    expect(await log.span(at('2026-03-05'), at('2026-03-06'))).toBeUndefined()
  })

  test('a log of version 0.1 gets the sums of the events whose content it still has, once', async () => {
    const database = await createDatabase()
    await database.restore()
    for (let start = 0; start < 2; start += 1) {
      const log = await open(database.address)
      const rows = await log.sums({ by: [] })
      expect(rows.map(({ type, count }) => [type, count])).toEqual([
        ['give', 1],
        ['refuse', 1],
        ['update', 1],
        ['withdraw', 1],
      ])
    }
  })
})
