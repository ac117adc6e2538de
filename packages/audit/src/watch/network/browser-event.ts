import type { CDPSession } from 'playwright-core'

declare const session: CDPSession

/** The DevTools protocol's events that the audit reads of pages, frames and workers. */
export const EVENTS = [
  'Network.requestWillBeSent',
  'Network.requestWillBeSentExtraInfo',
  'Network.responseReceived',
  'Network.responseReceivedExtraInfo',
  'Network.loadingFinished',
  'Network.webSocketCreated',
  'Runtime.bindingCalled',
  'Target.attachedToTarget',
  'Target.receivedMessageFromTarget',
] as const

type EventName = (typeof EVENTS)[number]

/** An event, with the fields that Playwright's types say it has. */
export type BrowserEvent = {
  [Name in EventName]: {
    readonly method: Name
    readonly params: Parameters<Parameters<typeof session.on<Name>>[1]>[0]
  }
}[EventName]
