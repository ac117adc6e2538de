// @vitest-environment happy-dom
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type { Tell } from './keep-out-raw.ts'

// A page tells each address once: each test has a page of its own.
beforeEach(() => void vi.resetModules())

const deniedAt = ({ hostname }: URL) => (hostname === 'video.test' ? 'videos' : undefined)

/** Fills the page and keeps out what stands in it. */
const keepOut = async (html: string, tell: Tell) => {
  const { keepOutRaw } = await import('./keep-out-raw.ts')
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => warn.mockRestore())
  document.body.innerHTML = html
  const elements = [...document.body.querySelectorAll<HTMLElement>('*')]
  const again = () => keepOutRaw(elements, deniedAt, tell)
  again()
  return { elements, warnings: warn.mock.calls.flat(), warn, again }
}

const SCRIPT = '<script src="https://video.test/player.js"></script>'
const FRAME = '<iframe src="https://video.test/1"></iframe>'

test('a script that the parser puts in does not run, and the line to write is told', async () => {
  const { elements, warnings } = await keepOut(SCRIPT, 'parsed')
  expect(elements[0]?.getAttribute('type')).toBe('text/plain')
  expect({ ...elements[0]?.dataset }).toEqual({ consent: 'videos' })
  expect(warnings).toEqual([
    '[SpaceONE Consent] https://video.test/player.js was requested before it was allowed. Write <script type="text/plain" data-consent="videos" data-src="https://video.test/player.js"></script>.',
  ])
})

test.each(['parsed', 'late'] as const)(
  'a frame is emptied whenever it comes, and the line to write is told: %s',
  async tell => {
    const { elements, warnings } = await keepOut(FRAME, tell)
    expect(elements[0]?.hasAttribute('src')).toBe(false)
    expect({ ...elements[0]?.dataset }).toEqual({ consent: 'videos', src: 'https://video.test/1' })
    expect(warnings).toEqual([
      '[SpaceONE Consent] https://video.test/1 was requested before it was allowed. Write <iframe data-consent="videos" data-src="https://video.test/1"></iframe>.',
    ])
  },
)

test('a script that comes by innerHTML never runs, and is not held, or a grant would run it', async () => {
  const { elements, warnings } = await keepOut(SCRIPT, 'late')
  expect(elements[0]?.getAttributeNames()).toEqual(['src'])
  expect(warnings).toEqual([])
})

test('a script that was there before the SDK is left, and its place is told', async () => {
  const { elements, warnings } = await keepOut(SCRIPT, 'earlier')
  expect(elements[0]?.getAttributeNames()).toEqual(['src'])
  expect(warnings[0]).toContain(
    'data-src="https://video.test/player.js"></script> below consent.js.',
  )
})

test('a frame that had been allowed is emptied, and nobody is told', async () => {
  const { elements, warnings } = await keepOut(FRAME, 'never')
  expect({ ...elements[0]?.dataset }).toEqual({ consent: 'videos', src: 'https://video.test/1' })
  expect(warnings).toEqual([])
})

test('each address is told once in a page', async () => {
  const { again, warn } = await keepOut(SCRIPT + SCRIPT + FRAME + FRAME, 'parsed')
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
])('what is held, allowed or nobody’s is left alone: %s', async html => {
  const { warnings } = await keepOut(html, 'parsed')
  expect(document.body.innerHTML).toBe(html)
  expect(warnings).toEqual([])
})

test('an address is read from where its document says that it is', async () => {
  document.head.innerHTML = '<base href="https://video.test/a/">'
  onTestFinished(() => {
    document.head.innerHTML = ''
  })
  const { elements } = await keepOut('<iframe src="1"></iframe>', 'late')
  expect({ ...elements[0]?.dataset }).toEqual({ consent: 'videos', src: '1' })
})
