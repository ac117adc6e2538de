import { expect, test, vi } from 'vitest'
import type { BrowserEvent } from './browser-event.ts'
import { readEvents } from './read-events.ts'

const START = 1_700_000_000

/** Returns what the listener receives for events. */
const readAll = (events: { method: string; params: object }[]) => {
  const listener = {
    noteAnnounced: vi.fn(),
    noteDetails: vi.fn(),
    noteCookiesSet: vi.fn(),
    noteFinished: vi.fn(),
  }
  const read = readEvents('page', listener)
  // The audit reads a few fields of each event.
  for (const event of events) read(event as BrowserEvent)
  return listener
}

const sent = (url: string, timestamp: number, more = {}) => ({
  method: 'Network.requestWillBeSent',
  params: {
    ...{ requestId: '1', request: { url, method: 'GET' }, type: 'Script', timestamp },
    ...{ wallTime: START + timestamp, initiator: { type: 'parser' }, ...more },
  },
})

test('tells status, type, duration, cookies and headers of each request in a chain of redirects', () => {
  const cookie = (name: string, blockedReasons: string[] = []) => ({
    cookie: { name },
    blockedReasons,
  })
  const headers = { 'Set-Cookie': 'a=1\nb=2' }
  const { noteAnnounced, noteDetails, noteCookiesSet, noteFinished } = readAll([
    // The browser can report the cookies before the request.
    {
      method: 'Network.requestWillBeSentExtraInfo',
      params: {
        requestId: '1',
        associatedCookies: [cookie('id'), cookie('other', ['SameSiteLax'])],
      },
    },
    sent('https://a.example/', 1),
    {
      method: 'Network.responseReceivedExtraInfo',
      params: { requestId: '1', headers, blockedCookies: [{ cookieLine: 'b=2' }] },
    },
    sent('https://b.example/', 1.5, { redirectResponse: { status: 302, mimeType: '' } }),
    {
      method: 'Network.responseReceived',
      params: { requestId: '1', response: { status: 200, mimeType: 'text/javascript' } },
    },
    { method: 'Network.loadingFinished', params: { requestId: '1', timestamp: 1.75 } },
  ])
  expect(noteAnnounced.mock.calls.map(([one]) => [one.url, one.hop])).toEqual([
    ['https://a.example/', 0],
    ['https://b.example/', 1],
  ])
  expect(noteDetails.mock.calls).toEqual([
    ['1', 0, { cookiesSent: ['id'] }],
    ['1', 0, { status: 302, mimeType: '', duration: 500 }],
    ['1', 1, { status: 200, mimeType: 'text/javascript' }],
    ['1', 1, { duration: 250 }],
  ])
  expect(noteCookiesSet.mock.calls).toEqual([['https://a.example/', ['a=1'], (START + 1) * 1000]])
  expect(noteFinished.mock.calls).toEqual([
    ['1', expect.objectContaining({ url: 'https://b.example/', resource: 'script' })],
  ])
})
