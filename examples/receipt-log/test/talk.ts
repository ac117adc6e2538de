import { connect } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** The time that the slow client waits before it sends `byte` each time, in milliseconds. */
const PAUSE_MS = 10

/**
 * Connects to the server, sends a text unchanged, and then sends `byte` again and again until the
 * server closes the connection.
 *
 * @param byte The repeated byte or bytes. Without it, the client sends only the text.
 * @returns Everything that the server has answered.
 */
export const talk = async (app: FastifyInstance, text: string, byte?: string): Promise<string> => {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as { readonly port: number }
  return new Promise(resolve => {
    let answer = ''
    let timer: NodeJS.Timeout | undefined
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(text)
      if (byte) timer = setInterval(() => socket.write(byte), PAUSE_MS)
    })
    socket.on('data', data => {
      answer += data
    })
    // Writing fails if the server has closed the connection. Then the response has arrived already.
    socket.on('error', () => {})
    socket.on('close', () => {
      clearInterval(timer)
      resolve(answer)
    })
  })
}
