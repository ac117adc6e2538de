import type { ToldInitiator } from './initiator-of.ts'

/** The answer to a request, as the browser reports it. */
export interface ReportedAnswer {
  readonly status: number
  readonly mimeType: string
}

/** The events and fields of the DevTools protocol that the audit reads. */
export type BrowserEvent =
  | {
      readonly method: 'Network.requestWillBeSent'
      readonly params: {
        readonly requestId: string
        readonly request: { readonly url: string; readonly method: string }
        readonly type?: string
        /** The time of the request, in seconds since the epoch. */
        readonly wallTime: number
        /** The time of the request on the browser's own clock, in seconds. */
        readonly timestamp: number
        readonly initiator: ToldInitiator
        /** The answer that has led to this request. */
        readonly redirectResponse?: ReportedAnswer
      }
    }
  | {
      readonly method: 'Network.requestWillBeSentExtraInfo'
      readonly params: {
        readonly requestId: string
        readonly associatedCookies: readonly {
          readonly cookie: { readonly name: string }
          readonly blockedReasons: readonly string[]
        }[]
      }
    }
  | {
      readonly method: 'Network.responseReceived'
      readonly params: { readonly requestId: string; readonly response: ReportedAnswer }
    }
  | {
      readonly method: 'Network.loadingFinished'
      readonly params: { readonly requestId: string; readonly timestamp: number }
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
