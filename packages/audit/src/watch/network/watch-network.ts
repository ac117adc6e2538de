import type { CDPSession } from 'playwright-core'
import type { Binding } from '../stored/watch-writes.ts'
import { type BrowserEvent, EVENTS } from './browser-event.ts'
import { type NetworkListener, readEvents } from './read-events.ts'

type Send = (method: string, params?: object) => Promise<unknown>

/**
 * Watches the requests of a page, of its frames and of its workers. Workers and frames of other
 * sites have sessions of their own, whose messages travel inside the page's session, because
 * Playwright passes on only the messages of the page's session. If a worker sends requests before
 * its session has begun, the browser does not report what sent them.
 *
 * @see https://chromedevtools.github.io/devtools-protocol/tot/Target/#method-setAutoAttach
 */
export const watchNetwork = async (
  session: CDPSession,
  listener: NetworkListener,
): Promise<void> => {
  const listen = (send: Send, target: string) => {
    const read = readEvents(target, listener)
    const children = new Map<string, (event: BrowserEvent) => void>()
    return (event: BrowserEvent): void => {
      if (event.method === 'Target.attachedToTarget') {
        const { sessionId, targetInfo } = event.params
        let id = 0
        const sendToChild: Send = (childMethod, childParams = {}) => {
          id += 1
          const message = JSON.stringify({ id, method: childMethod, params: childParams })
          return send('Target.sendMessageToTarget', { sessionId, message })
        }
        children.set(sessionId, listen(sendToChild, targetInfo.type))
        void startReports(sendToChild, listener.binding)
      } else if (event.method === 'Target.receivedMessageFromTarget') {
        const { sessionId, message } = event.params
        const inner: BrowserEvent | { readonly method?: undefined } = JSON.parse(message)
        // A message without a method is the answer to a call.
        if (inner.method) children.get(sessionId)?.(inner)
      } else read(event)
    }
  }
  const send: Send = (method, params) =>
    session.send(method as 'Network.enable', params as undefined)
  const hear = listen(send, 'page')
  for (const event of EVENTS)
    session.on(event, (params: unknown) => hear({ method: event, params } as BrowserEvent))
  await startReports(send, listener.binding)
}

/**
 * How many steps back a stack goes across timers, promises and loading images. Without these steps
 * the browser does not say which script has requested an image by `new Image()`.
 *
 * @see https://chromedevtools.github.io/devtools-protocol/tot/Runtime/#method-setAsyncCallStackDepth
 */
const maxDepth = 8

/** Makes the browser report a target's requests. A target that has ended does not answer. */
const startReports = (send: Send, binding: Binding | undefined): Promise<unknown> =>
  Promise.allSettled([
    send('Network.enable'),
    send('Runtime.enable'),
    send('Runtime.setAsyncCallStackDepth', { maxDepth }),
    ...(binding ? [send('Runtime.addBinding', { name: binding.name })] : []),
    send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: false,
    }),
    send('Runtime.runIfWaitingForDebugger'),
  ])
