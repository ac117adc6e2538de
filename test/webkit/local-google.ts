import { readFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { makeCertificate } from './make-certificate.ts'

/** The stand-in for Google's tag. Google's own file may not be copied. */
const TAG = new URL('../../examples/google-stand-in/gtag.js', import.meta.url)

/** The stand-in for the console's container of Tag Manager: a container without tags. */
const EMPTY_CONTAINER = "(window.google_tag_manager ||= {})['GTM-CONSOLE'] = {}"

/**
 * The time for which the stand-in for Google's tag collects events before it sends them, in
 * milliseconds. Google's own tag collects for 5000.
 */
export const BATCH_MS = 400

/** Google's hosts, simulated on this machine at Google's own addresses. */
export interface LocalGoogle {
  readonly port: number
  /** The received requests, oldest first. */
  readonly requests: URL[]
  /** Returns whether a host that a browser requests through the proxy is Google's. */
  has(host: string): boolean
  close(): Promise<void>
}

/**
 * Starts the simulation of Google's hosts. The browser under test accepts any certificate, so it
 * accepts the simulation as Google.
 */
export const startLocalGoogle = async (): Promise<LocalGoogle> => {
  const requests: URL[] = []
  const script = (await readFile(TAG, 'utf8')).replace('BATCH_MS = 5000', `BATCH_MS = ${BATCH_MS}`)
  const scripts: Record<string, string> = { '/gtag/js': script, '/gtm.js': EMPTY_CONTAINER }
  const server = createServer(makeCertificate(), ({ url = '', headers }, response) => {
    const address = new URL(url, `https://${headers.host}`)
    requests.push(address)
    const body = scripts[address.pathname]
    if (body) response.setHeader('Content-Type', 'text/javascript; charset=utf-8')
    response.writeHead(body ? 200 : 204).end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    has: host => /\.(googletagmanager|google-analytics)\.com:443$/.test(host),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
