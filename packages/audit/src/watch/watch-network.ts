import type { CDPSession } from 'playwright-core'
import type { ToldInitiator } from './initiator-of.ts'
import type { Binding } from './watch-writes.ts'

/** A request, as the session of a page, frame or worker has announced it. */
export interface Announced {
  readonly id: string
  readonly url: string
  readonly method: string
  readonly resource: string
  /** The time of the request, in milliseconds since the epoch. */
  readonly time: number
  readonly initiator: ToldInitiator
  /** Type of the target: `page`, `iframe`, `worker`, … */
  readonly target: string
}

/** Receives what the sessions report. */
export interface NetworkListener {
  announced(request: Announced): void
  /** Receives the `Set-Cookie` lines of an answer, without those that the browser has refused. */
  cookiesSet(url: string, lines: readonly string[]): void
  /** A function that the frames call. */
  readonly binding?: Binding | undefined
}

/** The events and fields of the DevTools protocol that the audit reads. */
type BrowserEvent =
  | {
      readonly method: 'Network.requestWillBeSent'
      readonly params: {
        readonly requestId: string
        readonly request: { readonly url: string; readonly method: string }
        readonly type?: string
        /** The time of the request, in seconds since the epoch. */
        readonly wallTime: number
        readonly initiator: ToldInitiator
      }
    }
  | {
      readonly method: 'Network.webSocketCreated'
      readonly params: {
        readonly requestId: string
        readonly url: string
        readonly initiator?: ToldInitiator
      }
    }
  | {
      readonly method: 'Network.responseReceivedExtraInfo'
      readonly params: {
        readonly requestId: string
        readonly headers: Readonly<Record<string, string>>
        readonly blockedCookies?: readonly { readonly cookieLine: string }[]
      }
    }
  | {
      readonly method: 'Runtime.bindingCalled'
      readonly params: { readonly name: string; readonly payload: string }
    }
  | {
      readonly method: 'Target.attachedToTarget'
      readonly params: {
        readonly sessionId: string
        readonly targetInfo: { readonly type: string }
      }
    }
  | {
      readonly method: 'Target.receivedMessageFromTarget'
      readonly params: { readonly sessionId: string; readonly message: string }
    }

type Send = (method: string, params?: object) => Promise<unknown>

/** Returns a function that passes events of DevTools' Network domain on to the listener. */
const readEvents = (target: string, { announced, cookiesSet, binding }: NetworkListener) => {
  /** By id of a request: its first address, and the addresses of its redirects. */
  const addresses = new Map<string, string[]>()
  /** By id of a request: the number of answers that were read. */
  const answers = new Map<string, number>()

  return (event: BrowserEvent): void => {
    if (event.method === 'Network.requestWillBeSent') {
      const { requestId: id, request, type = 'other', wallTime, initiator } = event.params
      addresses.set(id, [...(addresses.get(id) ?? []), request.url])
      announced({
        ...{ id, url: request.url, method: request.method, target, initiator },
        ...{ resource: type.toLowerCase(), time: wallTime * 1000 },
      })
    } else if (event.method === 'Network.webSocketCreated') {
      const { requestId: id, url, initiator = { type: 'other' } } = event.params
      announced({
        ...{ id, url, method: 'GET', target, initiator },
        ...{ resource: 'websocket', time: Date.now() },
      })
    } else if (event.method === 'Network.responseReceivedExtraInfo') {
      const { requestId: id, headers, blockedCookies = [] } = event.params
      const position = answers.get(id) ?? 0
      answers.set(id, position + 1)
      const [, text] =
        Object.entries(headers).find(([name]) => name.toLowerCase() === 'set-cookie') ?? []
      const url = addresses.get(id)?.[position] ?? addresses.get(id)?.at(-1)
      const refused = new Set(blockedCookies.map(one => one.cookieLine))
      const lines = text === undefined ? [] : text.split('\n')
      if (url)
        cookiesSet(
          url,
          lines.filter(line => !refused.has(line)),
        )
    } else if (event.method === 'Runtime.bindingCalled') {
      // Playwright has bindings of its own.
      if (event.params.name === binding?.name) binding.called(event.params.payload)
    }
  }
}

/**
 * Watches the requests of a page, of its frames of other sites and of its workers. Such frames and
 * workers have sessions of their own. Their messages travel inside the page's session, because
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
        void start(sendToChild, listener.binding)
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
  for (const event of [
    'Target.attachedToTarget',
    'Target.receivedMessageFromTarget',
    'Network.requestWillBeSent',
    'Network.webSocketCreated',
    'Network.responseReceivedExtraInfo',
    'Runtime.bindingCalled',
  ] as const)
    session.on(event, (params: unknown) => hear({ method: event, params } as BrowserEvent))
  await start(send, listener.binding)
}

/**
 * How many steps back a stack goes across timers, promises and loading images. Without these steps
 * the browser does not say which script has requested an image by `new Image()`.
 *
 * @see https://chromedevtools.github.io/devtools-protocol/tot/Runtime/#method-setAsyncCallStackDepth
 */
const maxDepth = 8

/** Makes the browser report a target's requests. A target that has ended does not answer. */
const start = (send: Send, binding: Binding | undefined): Promise<unknown> =>
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
