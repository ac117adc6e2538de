import { expect, test } from 'vitest'
import { DATABASES } from '../test/databases.ts'
import { runCommand } from '../test/run-main.ts'
import { giveEvent, submission } from '../test/samples.ts'
import { openLog } from './log/open-log.ts'
import { verify } from './verify.ts'

/** Creates a database with an entry for each given event. */
const createFilled = async (events: readonly ReturnType<typeof giveEvent>[]) => {
  const [[, createDatabase]] = DATABASES
  const { address, tamper } = await createDatabase()
  const log = await openLog(address)
  await log.append(
    events.map(event => submission(event)),
    Date.now(),
  )
  await log.close()
  return { environment: { DATABASE: address }, tamper }
}

const five = () => Array.from({ length: 5 }, () => giveEvent())

test('`verify` names the first broken entry and exits with 1, and accepts a link to look for', async () => {
  const { environment, tamper } = await createFilled(five())
  const whole = await runCommand(['verify'], environment)
  expect(whole).toMatchObject({ code: 0, output: expect.stringContaining('✓ 5 entries') })
  const head = whole.output.trim().split('\n').at(-1) ?? ''
  expect(head).toMatch(/^5:[\da-f]{64}$/)
  expect((await runCommand(['verify', head], environment)).code).toBe(0)

  await tamper('DELETE FROM entries WHERE seq = 5')
  expect((await runCommand(['verify'], environment)).code).toBe(0)
  const cut = await runCommand(['verify', head], environment)
  expect(cut).toEqual({ code: 1, output: expect.stringContaining('entry 5 is missing') })

  await tamper("INSERT INTO notices VALUES ('aaaaaaaaaaaaaaaaaaaaaa', 'another text')")
  const notice = await runCommand(['verify'], environment)
  expect(notice).toEqual({ code: 1, output: expect.stringContaining('notice aaaa') })

  await tamper('UPDATE entries SET time = 0 WHERE seq = 3')
  const broken = await runCommand(['verify'], environment)
  expect(broken).toEqual({ code: 1, output: expect.stringContaining('entry 3 has another') })
})

test('`verify` fails for a missing log, instead of reporting an empty one', async () => {
  const { code, output } = await runCommand(['verify'], { DATABASE: 'data/of/nobody.db' })
  expect([code, output]).toEqual([1, expect.stringMatching(/unable to open|does not exist/)])
})

test.each(DATABASES)(
  '`verify` fails for a database without a log in %s, and creates no table',
  async (_, createDatabase) => {
    const { address, restore, tamper, query } = await createDatabase()
    await restore()
    await tamper('DROP TABLE entries')
    const { code, output } = await runCommand(['verify'], { DATABASE: address })
    expect([code, output]).toEqual([1, expect.stringMatching(/entries/)])
    await expect(query('SELECT seq FROM entries')).rejects.toThrow()
  },
)

test('`export` and `receipt` print stored entries', async () => {
  const events = five()
  const { environment } = await createFilled(events)
  const { output } = await runCommand(['export'], environment)
  const entries = output
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(await verify(entries, Date.now())).toMatchObject({ ok: true, head: { seq: 5 } })

  const receipt = events[1]?.receipt as string
  const found = await runCommand(['receipt', receipt], environment)
  expect(JSON.parse(found.output)).toMatchObject({ receipt, entries: [{ seq: 2 }] })
  expect((await runCommand(['receipt', 'unknown'], environment)).code).toBe(1)
})

test('an invalid configuration or command is explained', async () => {
  const wrong = await runCommand([], { PORT: 'http', RATE_LIMIT: 'much' })
  expect(wrong).toEqual({
    code: 1,
    output:
      'PORT must be a number up to 65535.\nRATE_LIMIT must be a number of requests, at least 1.\n',
  })
  const unknown = await runCommand(['delete'], {})
  expect(unknown).toEqual({ code: 2, output: expect.stringContaining('Commands:') })
})
