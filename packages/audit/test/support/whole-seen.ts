import type { Moment, Seen, SeenClick, SeenPhase } from '../../src/seen.ts'
import { sampleSeen } from './sample-seen.ts'

/** A JPEG image of one pixel, in base64. */
export const JPEG =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AH//Z'

const NOW: Moment = { answer: 'accepted', at: 1250 }

const CLICK: SeenClick = {
  ...{ ...NOW, act: 'accept', words: '<모두 허용>' },
  box: { x: 20, y: 700.5, width: 120, height: 40 },
}

/** A phase in which every optional field has a value. */
const FULL: SeenPhase = {
  ...{ name: 'accept', notPlayed: 'stays', detail: 'the banner is there', duration: 9000 },
  began: '2026-11-28T01:30:05.000Z',
  banner: {
    found: 'spaceone',
    accept: { steps: 1, width: 120, height: 40 },
    refuse: { steps: 2, width: 80, height: 40 },
    controls: [{ words: '모두 허용', act: 'accept' }, { words: '?' }],
    asksAgain: true,
  },
  requests: [
    {
      ...{ ...NOW, url: 'https://www.google-analytics.com/g/collect?v=2&tid=G-1', method: 'POST' },
      ...{ resource: 'ping', initiator: { kind: 'script', url: 'https://a.example/', line: 2 } },
      chain: [{ kind: 'script', url: 'https://a.example/gtm.js', line: 1 }],
      collector: { name: 'Google Analytics', company: 'Google', by: 'host', isScript: false },
      ...{ isHeld: true, fetched: 'https://www.googletagmanager.com/gtag/js?id=G-1' },
      ...{ status: 204, mimeType: 'text/plain', duration: 12, cookiesSent: ['_ga', 'session'] },
      ...{ gcs: 'G111', gcd: '13r3r3r3r5l1' },
    },
  ],
  cookies: [
    {
      ...{ ...NOW, name: '_ga', domain: '.a.example', path: '/', lifetime: 60, origin: 'script' },
      ...{ url: 'https://a.example/', script: 'https://a.example/x.js' },
    },
  ],
  cookiesLeft: [],
  storage: [{ ...NOW, area: 'indexeddb', origin: 'https://a.example', key: 'k', script: 'x' }],
  storageLeft: [],
  unreadOrigins: ['https://widget.example'],
  heldHosts: ['www.google-analytics.com'],
  clicks: [CLICK],
  scripts: [
    { url: 'https://a.example/consent/consent.js', sha256: 'a'.repeat(64) },
    { url: 'https://a.example/shop.js', sha256: 'b'.repeat(64) },
  ],
  screenshots: [
    { ...NOW, jpeg: JPEG, click: CLICK },
    { ...NOW, jpeg: JPEG },
  ],
}

/** The sample of the report, and a page on which every field has a value, for the tests. */
export const wholeSeen = (): Seen => {
  const seen = sampleSeen(JPEG)
  const page = { url: 'https://a.example/', loaded: 'https://www.a.example/', phases: [FULL] }
  return { ...seen, pages: [...seen.pages, page] }
}
