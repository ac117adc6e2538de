import { expect, test } from 'vitest'
import { describeEach, open } from '../../test/databases.ts'
import { DAY, giveEvent, submission } from '../../test/samples.ts'
import { entryAfter, GENESIS, sha256 } from '../chain.ts'
import { verify } from '../verify.ts'
import { entriesOf } from './entries-of.ts'
import type { Log } from './log.ts'

// verify.test.ts and main.test.ts show which changes a verification names, and start-server.test.ts
// that several processes never fork the chain.
const check = (log: Log, now = Date.now()) => verify(entriesOf(log), now)

describeEach('in', createDatabase => {
  test('added events are stored in a chain, and are still there after the log was reopened', async () => {
    const { address } = await createDatabase()
    const first = await open(address)
    expect(await first.head()).toEqual(GENESIS)
    // One event has every kind of text that is valid in an event.
    const odd = giveEvent({ record: { x: ['analytics/채널톡 "\\ 🍪\u2028'] } })
    const [one, two] = [submission(odd), submission()]
    expect(await first.append([one, two], 1000)).toEqual(['added', 'added'])
    expect(await first.append([], 1000)).toEqual([])

    const again = await open(address)
    const entry = entryAfter(GENESIS, { ...one, time: 1000 })
    expect(await again.after(0, 10)).toEqual([entry, entryAfter(entry, { ...two, time: 1000 })])
    expect(await again.after(1, 10)).toHaveLength(1)
    expect(await again.after(0, 1)).toEqual([entry])
    expect((await again.head()).seq).toBe(2)
    expect(await check(again)).toMatchObject({ ok: true })
  })

  test('a table of verifications that says nothing of noted links counts as one that compared none', async () => {
    const { address, tamper } = await createDatabase()
    await open(address)
    for (const name of ['links', 'linked']) await tamper(`ALTER TABLE checks DROP COLUMN ${name}`)
    await tamper(`INSERT INTO checks VALUES (1, 0, '${GENESIS.hash}', '')`)
    const log = await open(address)
    const old = { time: 1, ...GENESIS, fault: '', links: 0, linked: 0 } as const
    expect(await log.lastCheck()).toEqual(old)
    await log.keepCheck({ ...old, time: 2, links: 3, linked: 9 })
    expect(await log.lastCheck()).toEqual({ ...old, time: 2, links: 3, linked: 9 })
  })

  test('after its retention the content of an event is deleted, with all searchable fields', async () => {
    const { address } = await createDatabase()
    const log = await open(address)
    const now = Date.now()
    const event = giveEvent({ record: { h: 'a'.repeat(22) } })
    await log.append([submission(event, now + 1), submission(giveEvent(), now + DAY * 1000)], now)
    expect(await log.forget(now)).toBe(0)
    expect(await log.forget(now + 1)).toBe(1)
    expect(await log.forget(now + 1)).toBe(0)

    const [forgotten, kept] = await log.after(0, 10)
    expect(forgotten?.content).toBeNull()
    expect(forgotten?.contentHash).toBe(sha256(submission(event).content))
    expect(kept?.content).not.toBeNull()
    expect(await log.ofReceipt(event.receipt as string)).toEqual([])
    expect(await log.namesNotice('a'.repeat(22))).toBe(false)
    expect(await check(log, now + 1)).toMatchObject({ ok: true, forgotten: 1, head: { seq: 2 } })
    expect(await log.append([submission()], now)).toEqual(['added'])
    expect(await check(log, now + 1)).toMatchObject({ ok: true, head: { seq: 3 } })
  })

  test('a notice is stored once, and a notice that no event names is detected', async () => {
    const log = await open((await createDatabase()).address)
    const [h, other] = ['h'.repeat(22), 'A'.repeat(22)]
    expect(await log.notice(h)).toBeUndefined()
    expect(await log.namesNotice(h)).toBe(false)
    await log.append([submission(giveEvent({ record: { h } }))], 1)
    expect(await log.namesNotice(h)).toBe(true)
    await log.keepNotice(h, '원문')
    await log.keepNotice(h, 'another')
    await log.keepNotice(other, 'text')
    expect(await log.notice(h)).toBe('원문')
    expect(await log.notices()).toEqual([other, h])
  })
})
