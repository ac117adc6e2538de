import { giveEvent } from '../test/samples.ts'
import { connect, sendEvent, startServer, stopServer, verifyChain } from './start-server.ts'

/** Ports of the servers on this machine. */
const PORTS = [4391, 4392]

/** Prints how many events a second a database stores, and how long the slowest percent waits. */
export const measureEvents = async (
  name: string,
  database: string,
  {
    events,
    connections,
    servers = 1,
  }: { readonly events: number; readonly connections: number; readonly servers?: number },
): Promise<void> => {
  const ports = PORTS.slice(0, servers)
  const running = await Promise.all(ports.map(port => startServer(database, port)))
  const agent = connect(connections)
  const bodies = Array.from({ length: events }, () => JSON.stringify(giveEvent()))
  const times: number[] = []
  const began = performance.now()
  const client = async (_: unknown, index: number) => {
    const port = ports[index % ports.length] as number
    for (let body = bodies.pop(); body; body = bodies.pop()) {
      const sent = performance.now()
      const status = await sendEvent(agent, port, body)
      if (status !== 201) throw new Error(`answered ${status}`)
      times.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: connections }, client))
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  await Promise.all(running.map(server => stopServer(server)))

  times.sort((one, other) => one - other)
  const at = (share: number) => `${times[Math.ceil(times.length * share) - 1]?.toFixed(1)} ms`
  const walk = performance.now()
  const verdict = verifyChain(database)
  console.log(
    `${name}: ${Math.round(events / seconds)} events/s; half within ${at(0.5)}, the slowest ` +
      `percent ${at(0.99)} to ${at(1)}; ${verdict} verified in ` +
      `${((performance.now() - walk) / 1000).toFixed(1)} s`,
  )
}
