import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { DATABASES } from '../test/databases.ts'
import { giveEvent } from '../test/samples.ts'
import type { Entry } from './chain.ts'

const FOLDER = fileURLToPath(new URL('..', import.meta.url))

const PROGRAM = ['--import', 'tsx', 'src/main.ts']

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { readonly port: number }
  server.close()
  return port
}

/** Runs a command to its end. */
const command = (args: readonly string[], environment: Record<string, string>) =>
  new Promise<{ readonly code: number; readonly output: string }>(resolve => {
    const options = { cwd: FOLDER, env: { ...process.env, ...environment }, maxBuffer: 2 ** 27 }
    execFile(process.execPath, [...PROGRAM, ...args], options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    )
  })

/** Starts the server, and gives it when it takes requests. */
const startServer = async (environment: Record<string, string>): Promise<ChildProcess> => {
  const server = spawn(process.execPath, PROGRAM, {
    cwd: FOLDER,
    env: { ...process.env, RATE_LIMIT: '1000000', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  onTestFinished(() => void server.kill('SIGKILL'))
  for await (const text of server.stderr)
    if (`${text}`.includes('The receipt log is at')) return server
  throw new Error('The server did not start.')
}

const send = (port: string, event: object) =>
  fetch(`http://127.0.0.1:${port}/events`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain' },
    body: JSON.stringify(event),
  })

describe.each(DATABASES)('with %s', (_, createDatabase) => {
  test('loses nothing that was answered and doubles nothing, when it is killed at work', async () => {
    const { address } = await createDatabase()
    const PORT = `${await freePort()}`
    const environment = { DATABASE: address, PORT }
    let server = await startServer(environment)

    const sent: string[] = []
    const confirmed: string[] = []
    let isOver = false
    /** Sends one event after another; each until it is answered, as a page does. */
    const client = async () => {
      while (!isOver) {
        const event = giveEvent()
        sent.push(event.id)
        for (;;) {
          const status = await send(PORT, event).then(
            answer => answer.status,
            () => 0,
          )
          if (status === 200 || status === 201) break
          if (status !== 0 && status !== 503) throw new Error(`answered ${status}`)
          await new Promise(resolve => setTimeout(resolve, 20))
        }
        confirmed.push(event.id)
      }
    }
    const clients = Array.from({ length: 20 }, client)
    for (let kills = 0; kills < 2; kills += 1) {
      const before = confirmed.length
      while (confirmed.length < before + 100) await new Promise(resolve => setTimeout(resolve, 5))
      server.kill('SIGKILL')
      await once(server, 'exit')
      server = await startServer(environment)
    }
    isOver = true
    await Promise.all(clients)
    server.kill('SIGTERM')
    await once(server, 'exit')

    const verdict = await command(['verify'], environment)
    expect(verdict.output).toContain(`✓ ${sent.length} entries`)
    const { output } = await command(['export'], environment)
    const entries: Entry[] = output
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    const ids = entries.map(({ content }) => JSON.parse(content ?? '').id)
    expect(ids.toSorted()).toEqual(confirmed.toSorted())
  })
})

test('stops in order: what it has taken it answers, and gives the exit code 0', async () => {
  const [, createDatabase] = DATABASES[0] as (typeof DATABASES)[number]
  const { address } = await createDatabase()
  const PORT = `${await freePort()}`
  const environment = { DATABASE: address, PORT }
  const server = await startServer(environment)
  const exit = once(server, 'exit')
  const answers = Array.from({ length: 40 }, () => send(PORT, giveEvent()))
  await Promise.race(answers)
  server.kill('SIGTERM')
  const settled = await Promise.allSettled(answers)
  expect((await exit)[0]).toBe(0)
  await expect(send(PORT, giveEvent())).rejects.toThrow()

  const taken = settled.filter(
    answer => answer.status === 'fulfilled' && answer.value.status === 201,
  )
  expect(taken.length).toBeGreaterThan(0)
  expect((await command(['verify'], environment)).output).toContain(`✓ ${taken.length} entries`)
})

test('verify names the first broken entry with the exit code 1, and takes a link to look for', async () => {
  const [, createDatabase] = DATABASES[0] as (typeof DATABASES)[number]
  const { address, tamper } = await createDatabase()
  const PORT = `${await freePort()}`
  const environment = { DATABASE: address, PORT }
  const server = await startServer(environment)
  for (let count = 0; count < 5; count += 1) await send(PORT, giveEvent())
  server.kill('SIGTERM')
  await once(server, 'exit')

  const whole = await command(['verify'], environment)
  expect(whole.code).toBe(0)
  const head = whole.output.trim().split('\n').at(-1) ?? ''
  expect(head).toMatch(/^5:[\da-f]{64}$/)
  expect((await command(['verify', head], environment)).code).toBe(0)
  expect((await command(['verify', 'nonsense'], environment)).code).toBe(2)

  await tamper('DELETE FROM entries WHERE seq = 5')
  expect((await command(['verify'], environment)).code).toBe(0)
  const cut = await command(['verify', head], environment)
  expect([cut.code, cut.output]).toEqual([1, expect.stringContaining('entry 5 is missing')])

  await tamper("INSERT INTO notices VALUES ('aaaaaaaaaaaaaaaaaaaaaa', 'another text')")
  const notice = await command(['verify'], environment)
  expect([notice.code, notice.output]).toEqual([1, expect.stringContaining('notice aaaa')])

  await tamper('UPDATE entries SET time = 0 WHERE seq = 3')
  const broken = await command(['verify'], environment)
  expect([broken.code, broken.output]).toEqual([1, expect.stringContaining('entry 3 has another')])
})

test('verifies no log that is not there', async () => {
  const { code, output } = await command(['verify'], { DATABASE: 'data/of/nobody.db' })
  expect([code, output]).toEqual([1, expect.stringMatching(/unable to open|does not exist/)])
})

test('says what is wrong with its configuration, and does not start', async () => {
  const { code, output } = await command([], { PORT: 'http', RATE_LIMIT: 'much' })
  expect(code).toBe(1)
  expect(output).toBe(
    'PORT must be a number up to 65535.\nRATE_LIMIT must be a number of requests, at least 1.\n',
  )
})
