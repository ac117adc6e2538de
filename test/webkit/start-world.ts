import { createServer } from 'node:https'
import { text } from 'node:stream/consumers'
import { listen } from '../../scripts/lib/listen.mjs'
import { makeCertificate } from '../../scripts/lib/make-certificate.mjs'
import type { World } from '../everywhere/world.ts'
import { type Outside, startOutside } from './start-outside.ts'

/** Serves a world. Returns the proxy for every host; certificates are self-signed. */
export const startWorld = async (world: World): Promise<Outside> => {
  const server = createServer(makeCertificate(), async (request, response) => {
    const url = new URL(request.url ?? '', `https://${request.headers.host}`)
    const reply = await world.reply(url, await text(request))
    if (reply) response.writeHead(reply.status ?? 200, reply.headers).end(reply.body)
    else request.destroy()
  })
  const outside = await startOutside({
    port: await listen(server, 0, '127.0.0.1'),
    has: host => host.endsWith(':443'),
  })
  return {
    ...outside,
    close: async () => {
      await outside.close()
      server.close()
      server.closeAllConnections()
    },
  }
}
