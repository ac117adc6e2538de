// @vitest-environment happy-dom
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type { Parsed } from '../match-address.ts'
import type { FoundAt } from './block-raw.ts'

// One warning per address is written in a page, so each test loads the module anew.
beforeEach(() => void vi.resetModules())

const blockingAddress = ({ hostname }: Parsed) => (hostname === 'video.test' ? 'videos' : undefined)

/** Sets the HTML of the page and blocks the elements without `data-consent`. */
const block = async (html: string, foundAt: FoundAt) => {
  const { blockRaw } = await import('./block-raw.ts')
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => warn.mockRestore())
  document.body.innerHTML = html
  const elements = [...document.body.querySelectorAll<HTMLElement>('*')]
  const again = () => blockRaw(elements, blockingAddress, foundAt)
  again()
  return { elements, warnings: warn.mock.calls.flat(), warn, again }
}

const SCRIPT = '<script src="https://video.test/player.js"></script>'
const FRAME = '<iframe src="https://video.test/1"></iframe>'

test('a script that the parser adds does not run, and the warning has the markup to write', async () => {
  const { elements, warnings } = await block(SCRIPT, 'parsed')
  expect(elements[0]?.getAttribute('type')).toBe('text/plain')
  expect({ ...elements[0]?.dataset }).toEqual({ consent: 'videos' })
  expect(warnings).toEqual([
    '[SpaceONE Consent] https://video.test/player.js was requested before it was allowed. data-consent has no effect with src: write data-src. Expected <script type="text/plain" data-consent="videos" data-src="https://video.test/player.js"></script>. Each visit requests the address. See dist/script/docs/packages/consent/src/gate/README.md#what-it-does-not-stop',
    elements[0],
  ])
})

test.each(['parsed', 'late'] as const)(
  'an iframe is emptied whenever it is found, and the warning has the markup to write: %s',
  async foundAt => {
    const { elements, warnings } = await block(FRAME, foundAt)
    expect(elements[0]?.hasAttribute('src')).toBe(false)
    expect({ ...elements[0]?.dataset }).toEqual({ consent: 'videos', src: 'https://video.test/1' })
    expect(warnings).toEqual([
      '[SpaceONE Consent] https://video.test/1 was requested before it was allowed. data-consent has no effect with src: write data-src. Expected <iframe data-consent="videos" data-src="https://video.test/1"></iframe>. Each visit requests the address. See dist/script/docs/packages/consent/src/gate/README.md#what-it-does-not-stop',
      elements[0],
    ])
  },
)

test('a script that was inserted by innerHTML is not blocked, since a grant would make it run', async () => {
  const { elements, warnings } = await block(SCRIPT, 'late')
  expect(elements[0]?.getAttributeNames()).toEqual(['src'])
  expect(warnings).toEqual([])
})

test('a script before the SDK is not changed, and the warning says where to write it', async () => {
  const { elements, warnings } = await block(SCRIPT, 'earlier')
  expect(elements[0]?.getAttributeNames()).toEqual(['src'])
  expect(warnings[0]).toContain(
    'data-src="https://video.test/player.js"></script> below consent.js.',
  )
})

test('an iframe that was granted before is emptied without a warning', async () => {
  const { elements, warnings } = await block(FRAME, 'never')
  expect({ ...elements[0]?.dataset }).toEqual({ consent: 'videos', src: 'https://video.test/1' })
  expect(warnings).toEqual([])
})

test('one warning per address is written in a page', async () => {
  const { again, warn } = await block(SCRIPT + SCRIPT + FRAME + FRAME, 'parsed')
  again()
  expect(warn).toHaveBeenCalledTimes(2)
})

test.each([
  '<script src="/own.js"></script>',
  '<script>run("https://video.test/player.js")</script>',
  '<script type="text/plain" data-consent="videos" src="https://video.test/player.js"></script>',
  '<script type="text/plain" data-consent="videos" data-src="https://video.test/player.js"></script>',
  '<iframe data-consent="videos" data-src="https://video.test/1"></iframe>',
  '<iframe src="/own"></iframe>',
  '<iframe></iframe>',
  '<a href="https://video.test/1"></a>',
  '<div data-consent="videos"></div>',
])('an element that is blocked, granted or matches no rule is not changed: %s', async html => {
  const { warnings } = await block(html, 'parsed')
  expect(document.body.innerHTML).toBe(html)
  expect(warnings).toEqual([])
})
