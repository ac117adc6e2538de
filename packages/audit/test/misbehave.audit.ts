import { describe, expect, test } from 'vitest'
import type { PhaseName } from '../src/seen.ts'
import { klaro, onGrant, ownBanner, page, script, siteOf, vanilla } from './support/pages.ts'
import { failuresOf, verdictOn } from './support/play.ts'
import type { Site } from './support/serve-world.ts'

/** A collector that neither the SDK nor the pages know. */
const HIT = 'http://c.clarity.ms/hit'
const SEND = `fetch('${HIT}', { mode: 'no-cors', method: 'POST' })`
const CLARITY = 'Microsoft Clarity'

interface Case {
  readonly site: Site
  readonly others?: Readonly<Record<string, Site>>
  readonly phases: readonly PhaseName[]
  /** The rule, and the thing that breaks it. */
  readonly finding: string
}

const with_ = (parts: Parameters<typeof page>[0]) => siteOf(page(parts))

const CASES: Record<string, Case> = {
  'a tag in the HTML before the SDK': {
    site: with_({
      first: '<script src="http://www.googletagmanager.com/gtag/js?id=G-RAW1"></script>',
    }),
    phases: ['no-choice'],
    finding: 'no-contact-before-choice: Google Analytics',
  },
  'a pixel in CSS': {
    site: with_({ first: `<style>main { background: url(${HIT}) }</style>` }),
    phases: ['no-choice'],
    finding: `no-contact-before-choice: ${CLARITY}`,
  },
  'a beacon on leaving': {
    site: with_({
      body: script(`addEventListener('pagehide', () => navigator.sendBeacon('${HIT}'))`),
    }),
    phases: ['no-choice'],
    finding: `no-contact-before-choice: ${CLARITY}`,
  },
  'a cookie set by the server': {
    site: {
      ...with_({}),
      '/': (_, response) => {
        const cookie = '_ga=GA1.1.1.1; Path=/; Max-Age=63072000; HttpOnly'
        response.writeHead(200, { 'Content-Type': 'text/html', 'Set-Cookie': cookie }).end(page())
      },
    },
    phases: ['no-choice'],
    finding: 'nothing-stored-before-choice: _ga',
  },
  'an iframe that tracks': {
    site: with_({ body: '<iframe src="http://widget.example/"></iframe>' }),
    others: { 'widget.example': { '/': script(SEND) } },
    phases: ['no-choice'],
    finding: `no-contact-before-choice: ${CLARITY}`,
  },
  'a worker that fetches': {
    site: { ...with_({ body: script("new Worker('/worker.js')") }), '/worker.js': SEND },
    phases: ['no-choice'],
    finding: `no-contact-before-choice: ${CLARITY}`,
  },
  'a first-party path that is a collector': {
    site: with_({
      body: script("fetch('/stats/g/collect?v=2&tid=G-OWN1234', { method: 'POST' })"),
    }),
    phases: ['no-choice'],
    finding: 'no-contact-before-choice: Google Analytics',
  },
  'a tag that goes on after a withdrawal': {
    site: with_({ body: onGrant(`setInterval(() => ${SEND}, 200)`) }),
    phases: ['withdraw'],
    finding: `no-contact-after-withdrawal: ${CLARITY}`,
  },
  'a cookie that stays': {
    site: {
      ...with_({ body: onGrant("fetch('/count')") }),
      '/count': (_, response) => {
        response.writeHead(204, { 'Set-Cookie': '_ga_OWN1=1; Path=/; HttpOnly' }).end()
      },
    },
    phases: ['withdraw'],
    finding: 'nothing-stored-after-withdrawal: _ga_OWN1',
  },
  'a refuse button two clicks away': {
    site: with_({ banner: '', settings: '', body: ownBanner({ isRefusalHidden: true }) }),
    phases: ['refuse'],
    finding: 'refusal-as-easy: steps',
  },
  'an accept twice as large': {
    site: with_({ banner: '', settings: '', body: ownBanner({ acceptStyle: 'padding:1em 2em' }) }),
    phases: ['refuse'],
    finding: 'refusal-as-easy: size',
  },
  'a Korean banner of another vendor that sends although it was refused': {
    site: with_({
      ...{ banner: vanilla('ko'), lang: 'ko', settings: '' },
      body: script(`addEventListener('cc:onConsent', () => ${SEND})`),
    }),
    phases: ['refuse'],
    finding: `no-contact-after-refusal: ${CLARITY}`,
  },
  'a Japanese banner of another vendor whose tag goes on after a withdrawal': {
    site: with_({
      ...{ banner: klaro(), lang: 'ja' },
      settings: '<button onclick="klaro.show()">クッキー設定</button>',
      body: script(`setInterval(() => {
        if (window.isStarted || window.klaro?.getManager().getConsent('analytics')) {
          window.isStarted = true
          ${SEND}
        }
      }, 200)`),
    }),
    phases: ['withdraw'],
    finding: `no-contact-after-withdrawal: ${CLARITY}`,
  },
}

describe('a page that misbehaves in one way', () => {
  test.each(Object.entries(CASES))('is reported: %s', async (_, one) => {
    const { site, others, phases, finding } = one
    const verdict = await verdictOn(site, { phases }, others)
    expect(
      verdict.seen.pages[0]?.phases.map(({ notPlayed, detail }) => [notPlayed, detail]),
    ).toEqual(phases.map(() => [undefined, undefined]))
    expect(failuresOf(verdict)).toEqual([finding])
  })
})
