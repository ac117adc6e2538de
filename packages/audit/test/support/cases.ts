import { googleAnalytics } from '@spaceone/consent'
import { type Inventory, inventoryOf } from '@spaceone/consent/inventory'
import type { Initiator, PhaseName } from '../../src/seen.ts'
import { klaro } from './banners/klaro.ts'
import { vanilla } from './banners/vanilla.ts'
import { siteWith } from './banners/vendor.ts'
import { onGrant, ownBanner, page, script, siteOf } from './pages.ts'
import type { Site } from './serve-world.ts'

/** Returns the inventory of a site with one service: Google Analytics at the site's `/google`. */
export const inventoryFor = (id: string): Promise<Inventory> =>
  inventoryOf({
    policy: { version: '2024-01-18', url: '/privacy' },
    categories: { analytics: { services: [googleAnalytics({ id, server: '/google' })] } },
  })

/** The Google Analytics id in the SDK's script tag on the tests' pages. */
export const ID = 'G-TEST12345'

/** The address of a collector that the SDK does not block, because no service declares it. */
const HIT = 'http://c.clarity.ms/hit'
const SEND = `fetch('${HIT}', { mode: 'no-cors', method: 'POST' })`
const CLARITY = 'Microsoft Clarity'

/** A page that misbehaves in one way. */
interface Case {
  readonly site: Site
  /** The site at `widget.localhost`, from which the page loads an iframe or a style sheet. */
  readonly widget?: Site
  readonly phases: readonly PhaseName[]
  /** The rule, and the thing that breaks it. */
  readonly finding: string
  /** The kind of initiator of the request that breaks the rule. */
  readonly by?: Initiator['kind']
  /** The expected `found` of the banner. */
  readonly found?: string
  /** Whether the page is judged with an inventory. */
  readonly isDeclared?: boolean
}

/** Where a case is served. */
interface At {
  readonly port: number
  /** The origin of Google's script. */
  readonly tag: string
}

const with_ = (parts: Parameters<typeof page>[0]) => siteOf(page(parts))

/** The pages that misbehave, by name. */
export const CASES: Record<string, (at: At) => Case> = {
  'a tag in the HTML before the SDK': ({ tag }) => ({
    site: with_({
      first: `<script src="${tag}/gtag/js?id=G-RAW1"></script>`,
    }),
    by: 'markup',
    phases: ['no-choice'],
    finding: 'no-contact-before-choice: Google Analytics',
  }),
  'a pixel in CSS': () => ({
    site: {
      ...with_({ first: '<link rel="stylesheet" href="/shop.css">' }),
      '/shop.css': `main { background: url(${HIT}) }`,
    },
    by: 'style',
    phases: ['no-choice'],
    finding: `no-contact-before-choice: ${CLARITY}`,
  }),
  'a beacon on leaving': () => ({
    site: with_({
      body: script(`addEventListener('pagehide', () => navigator.sendBeacon('${HIT}'))`),
    }),
    phases: ['no-choice'],
    finding: `no-contact-before-choice: ${CLARITY}`,
  }),
  'a cookie set by the server': () => ({
    site: {
      ...with_({}),
      '/': (_, response) => {
        const cookie = '_ga=GA1.1.1.1; Path=/; Max-Age=63072000; HttpOnly'
        response.writeHead(200, { 'Content-Type': 'text/html', 'Set-Cookie': cookie }).end(page())
      },
    },
    phases: ['no-choice'],
    finding: 'nothing-stored-before-choice: _ga',
  }),
  'an iframe that tracks': ({ port }) => ({
    site: with_({ body: `<iframe src="http://widget.localhost:${port}/"></iframe>` }),
    widget: { '/': script(SEND) },
    by: 'script',
    phases: ['no-choice'],
    finding: `no-contact-before-choice: ${CLARITY}`,
  }),
  'a worker that fetches': () => ({
    site: {
      ...with_({ body: script("new Worker('/worker.js')") }),
      '/worker.js': `setInterval(() => ${SEND}, 200)`,
    },
    by: 'worker',
    phases: ['no-choice'],
    finding: `no-contact-before-choice: ${CLARITY}`,
  }),
  'a first-party path that is a collector': () => ({
    site: with_({
      body: script("fetch('/stats/g/collect?v=2&tid=G-OWN1234', { method: 'POST' })"),
    }),
    phases: ['no-choice'],
    finding: 'no-contact-before-choice: Google Analytics',
  }),
  'a tag that goes on after a withdrawal': () => ({
    site: with_({ body: onGrant(`setInterval(() => ${SEND}, 200)`) }),
    by: 'script',
    phases: ['withdraw'],
    finding: `no-contact-after-withdrawal: ${CLARITY}`,
  }),
  'a cookie that stays': () => ({
    site: {
      ...with_({ body: onGrant("fetch('/count')") }),
      '/count': (_, response) => {
        response.writeHead(204, { 'Set-Cookie': '_ga_OWN1=1; Path=/; HttpOnly' }).end()
      },
    },
    phases: ['withdraw'],
    finding: 'nothing-stored-after-withdrawal: _ga_OWN1',
  }),
  'a refuse button two clicks away': () => ({
    site: with_({ banner: '', settings: '', body: ownBanner({ isRefusalHidden: true }) }),
    found: 'words',
    phases: ['refuse'],
    finding: 'refusal-as-easy: steps',
  }),
  'an accept twice as large': () => ({
    site: with_({ banner: '', settings: '', body: ownBanner({ acceptStyle: 'padding:1em 2em' }) }),
    found: 'words',
    phases: ['refuse'],
    finding: 'refusal-as-easy: size',
  }),
  'an undeclared recipient': ({ port }) => ({
    site: with_({
      first: `<link rel="stylesheet" href="http://widget.localhost:${port}/fonts.css">`,
    }),
    widget: { '/fonts.css': '' },
    phases: ['no-choice'],
    finding: 'recipients-declared: widget.localhost',
    isDeclared: true,
  }),
  'a Korean banner of another vendor that sends although it was refused': () => ({
    site: with_({
      ...vanilla(false).parts('ko'),
      first: script(`window.answered = () => ${SEND}`),
    }),
    found: 'cookieconsent3',
    phases: ['refuse'],
    finding: `no-contact-after-refusal: ${CLARITY}`,
  }),
  'a Japanese banner of another vendor whose tag goes on after a withdrawal': () => ({
    site: siteWith(klaro, 'ja', 'goes-on'),
    found: 'Klaro',
    phases: ['withdraw'],
    finding: `no-contact-after-withdrawal: ${CLARITY}`,
  }),
}
