// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'
import type { Parsed } from '../../shared/patterns.ts'
import type { FoundAt } from './block-raw.ts'

// One warning per address is written in a page, so each test loads the module anew.
beforeEach(() => void vi.resetModules())

const missingGrant = ({ hostname }: Parsed) => (hostname === 'video.test' ? 'videos' : undefined)

const block = async (html: string, foundAt: FoundAt | undefined) => {
  const { blockRaw } = await import('./block-raw.ts')
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  document.body.innerHTML = html
  const elements = [...document.body.querySelectorAll<HTMLElement>('*')]
  for (const _ of ['first', 'again']) blockRaw(elements, missingGrant, foundAt)
  return { elements, warnings: warn.mock.calls }
}

const SOURCE = 'https://video.test/player.js'
const FILM = 'https://video.test/1'
const SCRIPT = `<script src="${SOURCE}"></script>`
const BLOCKED_SCRIPT = `<script src="${SOURCE}" type="text/plain" data-consent="videos"></script>`
const FRAME = `<iframe src="${FILM}"></iframe>`
const BLOCKED_FRAME = `<iframe data-src="${FILM}" data-consent="videos"></iframe>`

/** Returns the warning for an address. The warning tells the developer which markup to write. */
const warning = (address: string, markup: string) =>
  `[SpaceONE Consent] ${address} was requested before it was allowed. data-consent has no effect with src: write data-src. Expected ${markup}. Each visit requests the address. See dist/script/docs/packages/consent/src/gate/README.md#blocked-markup`

const MARKUP = `<script type="text/plain" data-consent="videos" data-src="${SOURCE}"></script>`
const OF_SCRIPT = warning(SOURCE, MARKUP)
const EARLIER = expect.stringContaining(`${MARKUP} below the script that calls createConsent.`)
const OF_FRAME = warning(FILM, `<iframe data-consent="videos" data-src="${FILM}"></iframe>`)

test.each<[string, FoundAt | undefined, string, string, string?]>([
  ['that the parser adds does not run', 'parsed', SCRIPT, BLOCKED_SCRIPT, OF_SCRIPT],
  ['inserted by innerHTML is not blocked, since a grant would make it run', 'late', SCRIPT, SCRIPT],
  ['before the SDK is not changed, and may be written below', 'earlier', SCRIPT, SCRIPT, EARLIER],
  ['of the HTML is emptied', 'parsed', FRAME, BLOCKED_FRAME, OF_FRAME],
  ['that is found late is emptied', 'late', FRAME, BLOCKED_FRAME, OF_FRAME],
  ['that was granted before is emptied without a warning', undefined, FRAME, BLOCKED_FRAME],
])('a script or iframe %s', async (_, foundAt, html, after, text) => {
  // One warning per address is written.
  const { elements, warnings } = await block(html + html, foundAt)
  expect(document.body.innerHTML).toBe(after + after)
  expect(warnings).toEqual(text ? [[text, elements[0]]] : [])
})

test.each([
  ...['<script src="/own.js"></script>', `<script>run("${SOURCE}")</script>`, MARKUP],
  `<script type="text/plain" data-consent="videos" src="${SOURCE}"></script>`,
  `<iframe data-consent="videos" data-src="${FILM}"></iframe>`,
  ...['<iframe src="/own"></iframe>', '<iframe></iframe>', `<a href="${FILM}"></a>`],
  '<div data-consent="videos"></div>',
])('an element that is blocked, granted or matches no rule is not changed: %s', async html => {
  const { warnings } = await block(html, 'parsed')
  expect(document.body.innerHTML).toBe(html)
  expect(warnings).toEqual([])
})
