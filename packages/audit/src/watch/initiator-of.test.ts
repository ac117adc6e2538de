import { expect, test } from 'vitest'
import { initiatorOf, type ToldInitiator } from './initiator-of.ts'

const PAGE = 'https://shop.example/'
const frames = (...urls: string[]) => urls.map(url => ({ url, lineNumber: 4 }))

test.each<[string, ToldInitiator, string, object]>([
  [
    'a call in a script',
    { type: 'script', stack: { callFrames: frames('', `${PAGE}a.js`) } },
    'page',
    { kind: 'script', url: `${PAGE}a.js`, line: 5 },
  ],
  [
    'a call behind a timer, and behind our own script',
    {
      type: 'script',
      stack: {
        callFrames: frames('https://cdn.example/consent.js'),
        parent: { callFrames: frames(`${PAGE}a.js`) },
      },
    },
    'page',
    { kind: 'script', url: `${PAGE}a.js`, line: 5 },
  ],
  [
    'our own script alone',
    { type: 'script', stack: { callFrames: frames(`${PAGE}consent.js`) } },
    'page',
    { kind: 'script', url: `${PAGE}consent.js`, line: 5 },
  ],
  [
    'mark-up',
    { type: 'parser', url: PAGE, lineNumber: 0 },
    'page',
    { kind: 'markup', url: PAGE, line: 1 },
  ],
  [
    'a style sheet',
    { type: 'parser', url: `${PAGE}a.css` },
    'page',
    { kind: 'style', url: `${PAGE}a.css` },
  ],
  ['a worker', { type: 'script' }, 'worker', { kind: 'worker' }],
  ['a service worker', { type: 'script' }, 'service_worker', { kind: 'service-worker' }],
  ['nothing that the browser tells', { type: 'other' }, 'page', { kind: 'unknown' }],
])('names %s', (_, initiator, target, expected) => {
  expect(initiatorOf(initiator, target, url => url.endsWith('.css'))).toEqual(expected)
})
