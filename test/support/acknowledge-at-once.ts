import { subscribe } from 'node:diagnostics_channel'
import type { Socket } from 'node:net'

/** A pong frame, which a client may send at any time and which needs no answer. */
const PONG = Buffer.from([0x8a, 0x80, 1, 2, 3, 4])

/**
 * Makes each WebSocket of this process answer each message with a pong, and so acknowledge it.
 *
 * Firefox sends a small message to its driver only when the previous one is acknowledged, which
 * Linux delays by 40 milliseconds if the driver has nothing to send. So without the pong most steps
 * of a test in Firefox take 40 milliseconds longer.
 *
 * @see https://datatracker.ietf.org/doc/html/rfc6455#section-5.5.3
 */
export const acknowledgeAtOnce = (): void =>
  subscribe('net.client.socket', message => {
    const { socket } = message as { socket: Socket }
    let isWebSocket = false
    socket.on('data', (data: Buffer) => {
      if (isWebSocket && socket.writable) socket.write(PONG)
      else isWebSocket ||= data.toString('latin1').startsWith('HTTP/1.1 101 ')
    })
  })
