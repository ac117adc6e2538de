import { readFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { makeCertificate } from './make-certificate.ts'

/** Google's own files are not ours to keep. */
const TAG = new URL('../../examples/google-stand-in/gtag.js', import.meta.url)
const EMPTY_CONTAINER = "(window.google_tag_manager ||= {})['GTM-CONSOLE'] = {}"

/** How long the tag collects events before it sends them, in milliseconds; Google's takes 5000. */
export const BATCH_MS = 400

/** Google on this machine, for pages that ask for its own addresses. */
export interface LocalGoogle {
  readonly port: number
  /** What was asked for, oldest first. */
  readonly requests: URL[]
  /** Whether a host that a browser asks the proxy for is one of Google's. */
  has(host: string): boolean
  close(): Promise<void>
}

/** Starts what stands for Google's hosts. A browser that trusts any certificate takes it for them. */
export const startGoogle = async (): Promise<LocalGoogle> => {
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
