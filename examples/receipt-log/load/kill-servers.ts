import { setTimeout as sleep } from 'node:timers/promises'
import { entriesOf } from '../src/log/entries-of.ts'
import { openLog } from '../src/log/open-log.ts'
import { giveEvent } from '../test/samples.ts'
import { connect, sendEvent, startServer, stopServer, verifyChain } from './start-server.ts'

const PORT = 4393

/** The time between the start of a server and its end, at least and at most, in milliseconds. */
const [SHORTEST, LONGEST] = [500, 2000]

/** The time that a client waits until it sends an event again, in milliseconds. */
const PAUSE = 200

/**
 * Kills the server again and again while clients send events. A client sends an event until it is
 * acknowledged by a 2xx response, as pages do. Then prints what was acknowledged and what is stored.
 *
 * @throws Error if an acknowledged event is missing, if an event is stored twice or was not sent, or
 *   if the chain has a fault.
 */
export const killServers = async (
  name: string,
  database: string,
  { kills, clients }: { readonly kills: number; readonly clients: number },
): Promise<void> => {
  const sent = new Set<string>()
  const acknowledged = new Set<string>()
  let failed = 0
  /** How many events were stored by a server that was killed before it had acknowledged them. */
  let known = 0
  let isOver = false
  const agent = connect(clients)
  const client = async () => {
    while (!isOver) {
      const event = giveEvent()
      sent.add(event.id)
      const body = JSON.stringify(event)
      while (!acknowledged.has(event.id) && !isOver) {
        const status = await sendEvent(agent, PORT, body).catch(() => 0)
        if (status === 200) known += 1
        if (status === 200 || status === 201) acknowledged.add(event.id)
        else {
          failed += 1
          await sleep(PAUSE)
        }
      }
    }
  }

  let server = await startServer(database, PORT)
  const running = Promise.all(Array.from({ length: clients }, client))
  for (let kill = 0; kill < kills; kill += 1) {
    await sleep(SHORTEST + Math.random() * (LONGEST - SHORTEST))
    await stopServer(server, 'SIGKILL')
    server = await startServer(database, PORT)
  }
  await sleep(LONGEST)
  isOver = true
  await running
  agent.destroy()
  await stopServer(server)

  const stored = await idsIn(database)
  const missing = [...acknowledged].filter(id => !stored.has(id)).length
  const unknown = [...stored].filter(([id, times]) => times > 1 || !sent.has(id)).length
  console.log(
    `${name}: ${kills} kills, ${failed} failed requests; ${acknowledged.size} events acknowledged, ` +
      `${known} of them after a kill that had come between the disk and the response; ${missing} ` +
      `missing, ${unknown} stored twice or never sent; ${verifyChain(database)} verified`,
  )
  if (missing + unknown > 0) throw new Error(`${name} has lost or invented events.`)
}

/** Returns how often each event is stored, by its id. */
const idsIn = async (database: string): Promise<ReadonlyMap<string, number>> => {
  const log = await openLog(database, 'read')
  const ids = new Map<string, number>()
  try {
    for await (const { content } of entriesOf(log)) {
      const { id } = JSON.parse(content ?? '{}')
      ids.set(id, (ids.get(id) ?? 0) + 1)
    }
    return ids
  } finally {
    await log.close()
  }
}
