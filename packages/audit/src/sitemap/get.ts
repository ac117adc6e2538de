import { request } from 'playwright-core'
import { VERSION } from '../version.ts'
import type { Connect } from '../watch/network/connect-out.ts'
import { startProxy } from '../watch/network/proxy.ts'

/** An answer to a request; `url` is the address after redirects. */
interface FetchedText {
  readonly url: string
  readonly status: number
  readonly text: string
}

/** Fetches an address. Resolves to `undefined` if the request fails or takes too long. */
export type Get = (url: string) => Promise<FetchedText | undefined>

/** How long an answer may take, in milliseconds. */
const LIMIT = 15_000

/** Calls `use` with a function that fetches addresses over connections of `connect`. */
export const withGet = async <Result>(
  connect: Connect,
  use: (get: Get) => Promise<Result>,
): Promise<Result> => {
  const proxy = await startProxy(() => false, connect)
  const { address: server, username, password } = proxy
  const context = await request.newContext({
    proxy: { server, username, password },
    userAgent: `consent-audit/${VERSION}`,
  })
  try {
    return await use(async url => {
      try {
        const answer = await context.get(url, { timeout: LIMIT, maxRedirects: 5 })
        return { url: answer.url(), status: answer.status(), text: await answer.text() }
      } catch {
        return undefined
      }
    })
  } finally {
    await context.dispose()
    await proxy.close()
  }
}
