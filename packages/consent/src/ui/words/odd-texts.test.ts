// @vitest-environment happy-dom

import { afterEach, expect, test, vi } from 'vitest'
import { nested, withOdd } from '../../../../../test/support/odd-values.ts'
import { createTestConsent } from '../../testing/create-test-consent.ts'
import { BANNER, GUIDE, PLACEHOLDER, PREFERENCES, RECORD, STORED } from '../../words/files.ts'
import { mountView } from '../view/mount-view.ts'
import type { ConsentUiOptions } from '../view/options.ts'

const PATIENCE = { interval: 1, timeout: 10_000 }

const TEXTS = {
  ...{ banner: (await BANNER.en()).text, preferences: (await PREFERENCES.en()).text },
  ...{ stored: (await STORED.en()).text, record: (await RECORD.en()).text },
  ...{ guide: (await GUIDE.en()).text, placeholder: (await PLACEHOLDER.en()).text },
}

const create = (name = 'Chat') =>
  createTestConsent({
    policy: { version: '1', url: '/privacy' },
    categories: { analytics: { services: [{ name, attach: () => () => {} }] }, marketing: {} },
  })

const undos: (() => void)[] = []

afterEach(() => {
  for (const undo of undos.splice(0).reverse()) undo()
  document.body.replaceChildren()
})

const mount = (options: unknown, consent = create()) => {
  undos.push(consent.destroy, mountView(consent, options as ConsentUiOptions))
  const select = (selector: string) =>
    document.querySelector('spaceone-consent')?.shadowRoot?.querySelector<HTMLElement>(selector)
  const find = (selector: string) =>
    vi.waitFor(() => expect(select(selector)).toBeTruthy(), PATIENCE)
  return { consent, select, find }
}

const allBecome = (value: unknown, words: string): unknown => {
  if (typeof value === 'string') return words
  if (Array.isArray(value)) return value.map(inner => allBecome(inner, words))
  return Object.fromEntries(
    Object.entries(value as object).map(([key, inner]) => [
      key,
      // The day of the last check must be a date.
      key === 'checked' ? '2026-01-01' : allBecome(inner, words),
    ]),
  )
}

const PAGE = `<div data-consent-cookies></div><div data-consent-status></div>
  <div data-consent-preferences></div><div data-consent-guide></div>
  <iframe data-consent="analytics" data-src="https://video.example/"></iframe>`

test.each([
  ['HTML', '<img src=x onerror=alert(1)><script>alert(1)</script>'],
  ['marks from right to left', '\u202e\u2066evil\u2069\u200f'],
  ['half a letter', 'a\ud800b'],
  ['10 kB', 'x'.repeat(10_000)],
])('%s in every string of the host is shown as text, in every part [50]', async (_, words) => {
  vi.spyOn(console, 'warn').mockReturnValue()
  document.body.innerHTML = PAGE
  const { consent, select, find } = mount({ texts: { en: allBecome(TEXTS, words) } }, create(words))
  await find('#banner')
  expect(select('#heading')?.textContent).toBe(words)
  consent.decide({ analytics: true })
  consent.openPreferences()
  await find('#preferences')
  select('summary')?.closest('details')?.dispatchEvent(new Event('toggle'))
  select('#record')?.setAttribute('open', '')
  select('#record')?.dispatchEvent(new Event('toggle'))
  await find('#download')
  consent.openGuide()
  await find('#browser')
  const shadows = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
  expect(shadows.length).toBeGreaterThan(4)
  for (const shadow of shadows) {
    expect(shadow.querySelectorAll('img,script')).toHaveLength(0)
    expect(shadow.textContent).toContain(words)
  }
})

const PLACES = [
  ...['position', 'theme', 'zIndex', 'guide', 'texts', 'texts.en'],
  ...['name', 'tasks', 'checked'].map(key => `guide.other.${key}`),
  ...['', '.lead', '.terms', '.right', '.services', '.countries', '.purposes'].map(
    key => `texts.en.banner${key}`,
  ),
  ...['columns', 'kinds', 'stored'].map(key => `texts.en.stored.${key}`),
  'texts.en.preferences.record',
  ...['', '.rows', '.checked'].map(key => `texts.en.guide.steps${key}`),
]

test('a view that could not be drawn stays off the page when its later parts have loaded', async () => {
  vi.spyOn(console, 'warn').mockReturnValue()
  const confirm = vi.fn(() => false)
  vi.stubGlobal('confirm', confirm)
  const { consent, select } = mount({ position: Symbol('invalid') })
  consent.openPreferences()
  await vi.waitFor(() => expect(confirm).toHaveBeenCalled(), PATIENCE)
  for (const undo of undos.splice(0).reverse()) undo()
  await import('../later-parts/start-parts.tsx')
  await new Promise(resolve => setTimeout(resolve))
  expect(select('*')).toBeUndefined()
})

test('with any value for any option the view throws nothing, grants nothing and lets the visitor refuse', async () => {
  vi.spyOn(console, 'warn').mockReturnValue()
  vi.stubGlobal('reportError', () => {})
  const confirm = vi.fn(() => false)
  vi.stubGlobal('confirm', confirm)
  await withOdd(PLACES, async (path, value) => {
    let view: ReturnType<typeof mount>
    try {
      view = mount(nested(path, value))
    } catch {
      // The options as a whole are invalid.
      return
    }
    const { consent, select } = view
    confirm.mockClear()
    consent.openGuide()
    consent.openPreferences()
    await vi.waitFor(
      () => expect(select('#reject-all') ?? confirm.mock.calls[0]).toBeTruthy(),
      PATIENCE,
    )
    expect(Object.values(consent.$state.get().granted)).not.toContain(true)
    select('#preferences #reject-all')?.click()
    expect(Object.values(consent.$state.get().granted)).not.toContain(true)
    for (const undo of undos.splice(0).reverse()) undo()
  })
})
