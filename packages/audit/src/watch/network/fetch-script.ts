import { type APIRequest, request } from 'playwright-core'
import { scriptAddress } from '../../collectors/script-address.ts'

/** The proxy through which the audit fetches collectors' scripts. */
export type OwnProxy = NonNullable<NonNullable<Parameters<APIRequest['newContext']>[0]>['proxy']>

/** The answer to the audit's request for a collector's script. */
export interface FetchedScript {
  readonly status: number
  readonly headers: readonly { readonly name: string; readonly value: string }[]
  readonly body: Buffer
}

/**
 * Fetches a collector's script, without the parameters that the script does not need, and without
 * cookies. Follows no redirect, because the browser asks for the redirect's target itself.
 *
 * @param headers The headers of the browser's request.
 * @throws If no server answers, or if the server answers with an error to the shortened address,
 *   because the server may have answered with a script to the page's address.
 */
export const fetchScript = async (
  address: string,
  headers: Record<string, string>,
  proxy: OwnProxy,
): Promise<FetchedScript> => {
  const fetched = scriptAddress(address)
  // A context has a store of cookies, so that each script gets a context of its own.
  const context = await request.newContext({ proxy })
  try {
    const answer = await context.fetch(fetched, { headers, maxRedirects: 0 })
    const status = answer.status()
    if (status >= 400 && fetched !== address) throw new Error(`HTTP ${status} to ${fetched}`)
    return { status, headers: answer.headersArray(), body: await answer.body() }
  } finally {
    await context.dispose()
  }
}
