import type { CDPSession } from 'playwright-core'
import { sha256 } from '../../sha256.ts'

/**
 * Returns the SHA-256 of a response's body, of a text as UTF-8, in hexadecimal; `undefined` if the
 * browser no longer has the body.
 *
 * @param id The id of the request.
 * @see https://chromedevtools.github.io/devtools-protocol/tot/Network/#method-getResponseBody
 */
export const hashScript = async (session: CDPSession, id: string): Promise<string | undefined> => {
  try {
    const { body, base64Encoded } = await session.send('Network.getResponseBody', { requestId: id })
    return sha256(Buffer.from(body, base64Encoded ? 'base64' : 'utf8'))
  } catch {
    return undefined
  }
}
