import { once } from 'node:events'
import { expect, test } from 'vitest'
import { freePort } from '../../../test/support/free-port.ts'
import { DATABASES, describeEach, open } from '../test/databases.ts'
import { send, startServer } from '../test/run-main.ts'
import { giveEvent } from '../test/samples.ts'
import { entriesOf } from './log/entries-of.ts'
import { verify } from './verify.ts'

describeEach('with', createDatabase => {
  test('when one of two servers is killed, no answered event is lost and none is stored twice', async () => {
    const { address } = await createDatabase()
    const [mortal, other] = [await freePort(), await freePort()]
    const [{ server }] = await Promise.all([
      startServer(address, mortal),
      startServer(address, other),
    ])

    const sent: string[] = []
    const answered: string[] = []
    let isOver = false
    /**
     * Sends one event after another. Repeats each event until it is answered, as a page does.
     */
    const client = async (port: number) => {
      while (!isOver) {
        const event = giveEvent()
        sent.push(event.id)
        for (;;) {
          const status = await send(port, event).then(
            answer => answer.status,
            () => 0,
          )
          if (status === 200 || status === 201) break
          // Try again only if the server that the test kills has sent no response.
          if (status !== 0 || port !== mortal) throw new Error(`answered ${status}`)
          await new Promise(resolve => setTimeout(resolve, 20))
        }
        answered.push(event.id)
      }
    }
    const clients = Promise.all(
      Array.from({ length: 16 }, (_, index) => client(index % 2 ? mortal : other)),
    )
    while (answered.length < 100) await new Promise(resolve => setTimeout(resolve, 5))
    server.kill('SIGKILL')
    await once(server, 'exit')
    await startServer(address, mortal)
    isOver = true
    await clients

    const log = await open(address, 'read')
    const verdict = await verify(entriesOf(log), Date.now())
    expect(verdict).toMatchObject({ ok: true, head: { seq: sent.length } })
    const kept: string[] = []
    for await (const { content } of entriesOf(log)) kept.push(JSON.parse(content ?? '').id)
    expect(kept.toSorted()).toEqual(answered.toSorted())
  })
})

test('a server that is told to stop answers the requests it has received, and exits with 0', async () => {
  const [[, createDatabase]] = DATABASES
  const { address } = await createDatabase()
  const port = await freePort()
  const { server } = await startServer(address, port)
  const exit = once(server, 'exit')
  const answers = Array.from({ length: 40 }, () => send(port, giveEvent()))
  await Promise.race(answers)
  server.kill('SIGTERM')
  const settled = await Promise.allSettled(answers)
  expect((await exit)[0]).toBe(0)
  await expect(send(port, giveEvent())).rejects.toThrow()

  const taken = settled.filter(
    answer => answer.status === 'fulfilled' && answer.value.status === 201,
  )
  expect(taken.length).toBeGreaterThan(0)
  expect((await (await open(address, 'read')).head()).seq).toBe(taken.length)
})

test('a warning at the start says that no public origin is set', async () => {
  const unbound = await startServer(':memory:', await freePort())
  expect(unbound.lines.filter(line => line.includes('PUBLIC_ORIGIN'))).toEqual([
    expect.stringMatching(/^PUBLIC_ORIGIN is not set\. .* any host/),
  ])
  const origin = { PUBLIC_ORIGIN: 'https://www.example.com' }
  const bound = await startServer(':memory:', await freePort(), origin)
  expect(bound.lines).toEqual([expect.stringContaining('The receipt log is at')])
})
