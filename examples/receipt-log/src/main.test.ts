import { expect, test } from 'vitest'
import { DATABASES, tagsOf } from '../test/databases.ts'
import { runCommand } from '../test/run-main.ts'

// old-log.test.ts tests the commands `export` and `receipt`.

test('`verify` names the first broken entry and exits with 1, and accepts a link to look for', async () => {
  const [[, createDatabase]] = DATABASES
  const { address, restore, tamper } = await createDatabase()
  await restore()
  const environment = { DATABASE: address }
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

for (const [name, createDatabase] of DATABASES)
  test(`the command verify fails for a database without a log in ${name}, and creates no table`, {
    tags: tagsOf(name),
  }, async () => {
    const { address, restore, tamper, query } = await createDatabase()
    await restore()
    await tamper('DROP TABLE entries')
    const { code, output } = await runCommand(['verify'], { DATABASE: address })
    expect([code, output]).toEqual([1, expect.stringMatching(/entries/)])
    await expect(query('SELECT seq FROM entries')).rejects.toThrow()
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
