// @ts-check
import { once } from 'node:events'
import { connect } from 'node:net'

/**
 * Connects to Firefox with the rights of Firefox's own code, which can use menus and settings that
 * no page can use.
 *
 * @param {number} port
 * @see https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export const connectMarionette = async port => {
  const socket = connect(port, '127.0.0.1')
  let received = Buffer.alloc(0)
  /** Returns the next message, which has its length and a colon before it. */
  const answer = async () => {
    for (;;) {
      const colon = received.indexOf(':')
      const end = colon + 1 + Number(received.toString('latin1', 0, colon))
      if (colon > 0 && received.length >= end) {
        const message = JSON.parse(received.toString('utf8', colon + 1, end))
        received = received.subarray(end)
        return message
      }
      received = Buffer.concat([received, ...(await once(socket, 'data'))])
    }
  }
  let id = 0
  await answer()
  /** @type {(name: string, parameters: object) => Promise<any>} */
  const send = async (name, parameters) => {
    id += 1
    const message = JSON.stringify([0, id, name, parameters])
    socket.write(`${Buffer.byteLength(message)}:${message}`)
    const [, , error, result] = await answer()
    if (error) throw new Error(`${name}: ${error.message}`)
    return result
  }
  await send('WebDriver:NewSession', {})
  await send('Marionette:SetContext', { value: 'chrome' })
  return {
    /**
     * Runs a function inside Firefox. Its first argument is the window of the browser.
     *
     * @param {(window: any, ...rest: any[]) => unknown} code
     * @param {...unknown} args
     */
    run: async (code, ...args) => {
      const script = `const window = Services.wm.getMostRecentWindow('navigator:browser')
        return (${code})(window, ...arguments)`
      return (await send('WebDriver:ExecuteScript', { script, args })).value
    },
    close: () => socket.destroy(),
  }
}
