import { expect, test } from 'vitest'
import { initiatorOf, insertersOf, type ToldInitiator } from './initiator-of.ts'

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

const script = (...urls: string[]): ToldInitiator => ({
  type: 'script',
  stack: { callFrames: frames(...urls) },
})
const GTM = 'https://www.googletagmanager.com/gtm.js?id=GTM-1'
const PIXEL = 'https://connect.facebook.net/fbevents.js'

test.each<[string, ToldInitiator, Record<string, ToldInitiator>, readonly string[]]>([
  [
    'the tag manager that inserted the script, and the page that inserted the tag manager',
    script(PIXEL, PAGE),
    { [PIXEL]: script(GTM), [GTM]: script(`${PAGE}consent.js`, PAGE) },
    [GTM, PAGE],
  ],
  [
    'a tag manager behind an inline script that it has inserted',
    script(PIXEL),
    { [PIXEL]: script(PAGE, GTM), [GTM]: { type: 'parser', url: PAGE } },
    [GTM],
  ],
  [
    'a tag manager whose inline script sends the request itself',
    script(PAGE, GTM),
    { [GTM]: { type: 'parser', url: PAGE } },
    [GTM],
  ],
  [
    'no script twice',
    script('https://a.example/'),
    {
      'https://a.example/': script('https://b.example/'),
      'https://b.example/': script('https://a.example/'),
    },
    ['https://b.example/'],
  ],
  [
    'nothing for a script in the markup',
    script(PIXEL),
    { [PIXEL]: { type: 'parser', url: PAGE } },
    [],
  ],
  ['nothing for an inline script', script(PAGE), {}, []],
  ['nothing for markup', { type: 'parser', url: PAGE }, {}, []],
])('the chain has %s', (_, told, requests, expected) => {
  expect(insertersOf(told, url => requests[url]).map(({ url }) => url)).toEqual(expected)
})

test('the chain has ten scripts at most', () => {
  const next = (url: string) => script(`${url}x`)
  expect(insertersOf(script('https://a.example/'), next)).toHaveLength(10)
})
