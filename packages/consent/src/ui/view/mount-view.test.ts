// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "enableIframePageLoading": true } }

import { atom, computed } from 'nanostores'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { AnyConsent, DecisionOrigin } from '../../core/index.ts'
import { mountView } from './mount-view.ts'

type Choices = Readonly<Record<string, boolean | undefined>>
type Categories = AnyConsent['options']['categories']

const GOOGLE = { company: 'Google LLC', country: 'US' }
const CHAT = {
  name: 'Chat',
  recipients: { company: 'Chat Inc.', country: 'DE' },
  retention: { seconds: 90 * 86_400 },
  collects: [{ id: 'messages', words: async () => ({ default: { en: 'messages' } }) }],
  purposes: { site: { en: 'Answers', ko: '답변' } },
}
const named = (name: string) => ({ name, attach: () => () => {} })

const fakeConsent = ({
  categories = {
    analytics: { services: [named('Google Analytics')] },
    marketing: {},
  } as Categories,
  url = '/privacy' as string | undefined,
  answers = {} as Record<string, boolean>,
  isRestricted = false,
  gpc = false,
} = {}) => {
  const $answers = atom(answers)
  const $language = atom('en')
  const $opened = atom<'preferences' | 'guide' | undefined>()
  const names = Object.keys(categories)
  const $state = computed([$answers, $language], (given, language) => ({
    status: isRestricted ? ('restricted' as const) : ('decided' as const),
    granted: Object.fromEntries(names.map(name => [name, given[name] === true])),
    without: [],
    refused: [],
    pending: isRestricted ? [] : names.filter(name => given[name] === undefined),
    signals: { gpc },
    language,
  }))
  const $view = computed(
    [$state, $opened],
    ({ pending }, opened) => opened ?? (pending.length > 0 ? 'banner' : 'none'),
  )
  const decisions: [Choices, DecisionOrigin | undefined][] = []
  const decide = (choices: Choices, origin?: DecisionOrigin) => {
    decisions.push([choices, origin])
    $answers.set({ ...$answers.get(), ...(choices as Record<string, boolean>) })
  }
  const all = (answer: boolean) => Object.fromEntries(names.map(name => [name, answer]))
  const consent: AnyConsent = {
    options: { policy: { version: '1', url }, categories },
    $state,
    $view,
    isGranted: name => $state.get().granted[name] === true,
    whenGranted: () => () => {},
    onChange: () => () => {},
    decide,
    acceptAll: origin => decide(all(true), { method: 'accept', ...origin }),
    rejectAll: origin => decide(all(false), { method: 'reject', ...origin }),
    withdraw: () => {},
    refresh: () => {},
    history: () => [],
    erase: () => {},
    restrict: () => {},
    setLanguage: language => $language.set(language),
    openPreferences: () => $opened.set('preferences'),
    openGuide: () => $opened.set('guide'),
    close: () => $opened.set(undefined),
    destroy: () => {},
  }
  return { consent, decisions, answer: (given: Record<string, boolean>) => $answers.set(given) }
}

const broken = () => {
  throw new TypeError('broken')
}

/** Waits until `check` passes. The timeout is long because loading is slow on a busy machine. */
const soon = (check: () => void) => vi.waitFor(check, { interval: 1, timeout: 10_000 })

let unmount: (() => void) | undefined

const mount = async (given: Parameters<typeof fakeConsent>[0] = {}) => {
  const fake = fakeConsent(given)
  unmount = mountView(fake.consent, {})
  if (fake.consent.$view.get() !== 'none')
    await soon(() => expect(document.querySelector('spaceone-consent')).not.toBeNull())
  const host = document.querySelector('spaceone-consent') as HTMLElement
  const root = host?.shadowRoot as ShadowRoot
  const find = <Found extends HTMLElement>(id: string) =>
    (document.querySelector('spaceone-consent')?.shadowRoot?.getElementById(id) ??
      null) as Found | null
  const click = (id: string) => find(id)?.click()
  const toggle = (category: string) => find<HTMLInputElement>(`switch-${category}`)
  const open = async () => {
    fake.consent.openPreferences()
    await soon(() => expect(find('preferences')).not.toBeNull())
  }
  const { pending } = fake.consent.$state.get()
  if (pending.length > 0) await soon(() => expect(find('banner')).not.toBeNull())
  const switches = () => [...root.querySelectorAll('input')].map(({ id, checked }) => [id, checked])
  const texts = (selector: string) =>
    [...root.querySelectorAll(selector)].map(({ textContent }) => textContent)
  return { ...fake, host, root, find, click, toggle, open, switches, texts }
}

afterEach(() => {
  unmount?.()
  document.body.replaceChildren()
})

const [YES, NO] = [true, false].map(answer => ({ analytics: answer, marketing: answer }))

describe('the banner', () => {
  test('is a named region, first in the body, that takes no focus, names what it asks for, and has two equal answers [8, 10, 35]', async () => {
    document.body.append(document.createElement('main'))
    const { host, find, texts } = await mount()
    expect(document.body.firstElementChild).toBe(host)
    expect(find('banner')?.localName).toBe('section')
    expect(find(find('banner')?.getAttribute('aria-labelledby') ?? '')?.localName).toBe('h2')
    expect(document.activeElement).toBe(document.body)
    expect(host.hasAttribute('data-nosnippet')).toBe(true)
    expect(texts('#banner details > summary')).toEqual(['Details'])
    expect(find('banner')?.textContent).toContain(
      'for usage statistics (Google Analytics) and advertising.',
    )
    const [accept, reject] = ['accept-all', 'reject-all'].map(id => find(id))
    const look = (button: typeof accept) =>
      button && [button.localName, button.className, button.getAttribute('part')]
    expect(look(accept ?? null)).toEqual(look(reject ?? null))
    expect(accept?.parentElement).toBe(reject?.parentElement)
  })

  test.each([
    ['accept-all', 'accept', true, 'All optional cookies are allowed.'],
    ['reject-all', 'reject', false, 'All optional cookies are refused.'],
  ] as const)(
    '%s decides all pending categories in one click, and moves the focus to the status message [7, 16]',
    async (id, method, answer, message) => {
      const { click, decisions, find, root } = await mount({ answers: { marketing: answer } })
      find(id)?.focus()
      click(id)
      const origin = expect.objectContaining({ surface: 'banner', method })
      expect(decisions).toEqual([[{ analytics: answer }, origin]])
      expect(find('banner')).toBeNull()
      expect(find('status')?.textContent).toBe(message)
      expect(root.activeElement).toBe(find('status'))
    },
  )

  const NOT_STATED = 'Not stated'
  test.each<[string, readonly object[], readonly (string | RegExp)[]]>([
    [
      'our words for a service of Google',
      [{ name: 'Google Analytics', recipients: [GOOGLE] }],
      [
        'Purpose',
        /^Statistics/,
        'Collected',
        /_ga_/,
        'Recipient',
        /^Google LLC \(USA\), /,
        'Kept',
        /13/,
      ],
    ],
    [
      'what the site declares, each under its name',
      [CHAT, { name: 'Google Ads', recipients: [GOOGLE] }],
      [
        ...['Chat', 'Purpose', 'Answers', 'Collected', 'messages'],
        ...['Recipient', 'Chat Inc. (Germany)', 'Kept', '90 days'],
        ...['Google Ads', 'Purpose', /^Advertising/, 'Collected', /^pages viewed/],
        ...['Recipient', /^Google LLC/, 'Kept', /24/],
      ],
    ],
    [
      '“Not stated” where nobody has declared it',
      [{ name: 'Matomo' }],
      ['Purpose', NOT_STATED, 'Collected', NOT_STATED, 'Recipient', NOT_STATED, 'Kept', NOT_STATED],
    ],
  ])('the details have %s', async (_, services, expected) => {
    const { texts } = await mount({
      categories: { analytics: { services: services.map(one => ({ ...named(''), ...one })) } },
    })
    expect(texts('#banner details :is(h3,dt,dd)')).toEqual([
      ...expected.map(text => (typeof text === 'string' ? text : expect.stringMatching(text))),
      'Your right',
      expect.stringMatching(/^You may refuse/),
    ])
  })

  test('keeps the old language until the new texts are loaded', async () => {
    const { consent, find, host } = await mount()
    expect(host.lang).toBe('en')
    consent.setLanguage('ja-JP')
    expect(find('reject-all')?.textContent).toBe('Reject all')
    await soon(() => expect(find('reject-all')?.textContent).toBe('すべて拒否'))
    expect(host.lang).toBe('ja')
  })
})

describe('the preferences', () => {
  test('open as a modal dialog named by its heading, with a heading and a switch, which is off, for each purpose [3, 36, 37]', async () => {
    const { open, find, root, switches, texts } = await mount()
    await open()
    const dialog = find<HTMLDialogElement>('preferences')
    expect(dialog?.open).toBe(true)
    expect(find(dialog?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('Cookie settings')
    expect(find('banner')).toBeNull()
    expect(texts('#preferences h3')).toEqual([
      'Strictly necessary',
      'Usage statistics',
      'Advertising',
    ])
    expect(switches()).toEqual([
      ['switch-analytics', false],
      ['switch-marketing', false],
    ])
    for (const input of root.querySelectorAll('input')) {
      expect(input.getAttribute('role')).toBe('switch')
      expect(input.labels?.[0]?.parentElement?.localName).toBe('h3')
    }
    const names = [...root.querySelectorAll('#preferences .purpose summary')].map(summary =>
      summary.getAttribute('aria-label'),
    )
    expect(names).toEqual([
      'Data and cookies: Strictly necessary',
      'Data and cookies: usage statistics',
      'Data and cookies: advertising',
    ])
  })

  test('save exactly what the switches say, also where a category is named like a member of a form', async () => {
    const { open, toggle, click, decisions, find } = await mount({
      categories: { elements: {}, reset: {}, submit: {} },
    })
    await open()
    toggle('reset')?.click()
    click('save')
    const choices = { elements: false, reset: true, submit: false }
    const origin = expect.objectContaining({ surface: 'preferences' })
    expect(decisions).toEqual([[choices, origin]])
    expect(find('preferences')).toBeNull()
    expect(find('status')?.textContent).toBe('Your choices are saved.')
  })

  test.each([
    ['the cross', (dialog: HTMLElement) => dialog.querySelector<HTMLElement>('#close')?.click()],
    ['Esc', (dialog: HTMLElement) => dialog.dispatchEvent(new Event('cancel'))],
    ['the browser', (dialog: HTMLElement) => dialog.dispatchEvent(new Event('close'))],
    [
      'Enter on a switch',
      (dialog: HTMLElement) =>
        dialog.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true })),
    ],
  ])('save nothing when closed or submitted by %s', async (_, act) => {
    const { open, toggle, decisions, find } = await mount()
    await open()
    toggle('analytics')?.click()
    act(find('preferences') as HTMLElement)
    expect(decisions).toEqual([])
  })

  test('keep a draft when closed and in another language, grant nothing by it, and discard it at a later decision', async () => {
    const { open, toggle, click, find, decisions, consent, answer, switches } = await mount()
    const expectSwitches = (analytics: boolean, marketing: boolean, isUnsaved: boolean) => {
      expect(switches().map(([, isOn]) => isOn)).toEqual([analytics, marketing])
      expect(find('unsaved') !== null).toBe(isUnsaved)
    }
    await open()
    toggle('analytics')?.click()
    toggle('analytics')?.click()
    click('close')
    await open()
    expectSwitches(false, false, false)
    toggle('analytics')?.click()
    click('close')
    expect(find('banner')).not.toBeNull()
    await open()
    expectSwitches(true, false, true)
    expect(find('unsaved')?.textContent).toBe('Your changes are not saved yet.')
    expect(find('unsaved')?.hasAttribute('data-own')).toBe(true)
    expect(find('preferences')?.getAttribute('aria-describedby')).toBe('unsaved')
    consent.setLanguage('ko')
    await soon(() => expect(find('heading')?.textContent).toBe('쿠키 설정'))
    expectSwitches(true, false, true)
    expect(decisions).toEqual([])
    expect(Object.values(consent.$state.get().granted)).not.toContain(true)
    answer({ analytics: false, marketing: true })
    expectSwitches(false, true, false)
  })

  test('show the result in a toast that closes at the next pointer press in the page', async () => {
    const { open, click, find } = await mount()
    await open()
    click('reject-all')
    expect(find('dismiss')).not.toBeNull()
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    expect(find('dismiss')).toBeNull()
    expect(find('status')?.textContent).toBe('')
  })

  test('show the key of a category that has no text, including keys of Object.prototype, and that Global Privacy Control is honoured [31]', async () => {
    const { open, find, texts } = await mount({
      categories: { chat: {}, constructor: {} } as never,
      gpc: true,
    })
    await open()
    expect(texts('label')).toEqual(['Chat', 'Constructor'])
    expect(find('preferences')?.textContent).toContain('Global Privacy Control')
  })

  test('show no switch and no “Accept all” to a visitor under 14 [33]', async () => {
    const { open, find } = await mount({ isRestricted: true })
    await open()
    expect(find('preferences')?.querySelector('input')).toBeNull()
    expect(find('accept-all')).toBeNull()
  })
})

const breakForm = () =>
  vi.spyOn(HTMLButtonElement.prototype, 'form', 'get').mockImplementation(broken)
const breakClosest = () => vi.spyOn(Element.prototype, 'closest').mockImplementation(broken)

test.each<[string, string, boolean, object | undefined, () => unknown]>([
  ['Accept all in the preferences', 'accept-all', true, YES, () => {}],
  ['Reject all in the preferences', 'reject-all', true, NO, () => {}],
  ['Accept all when the form of a button cannot be read', 'accept-all', true, YES, breakForm],
  ['Reject all when the form of a button cannot be read', 'reject-all', true, NO, breakForm],
  ['a refusal of all by Save when its form cannot be read', 'save', true, NO, breakForm],
  ['Reject all in the banner when Element.closest throws', 'reject-all', false, NO, breakClosest],
])('records %s [5]', async (_, id, isInPreferences, choices, breakPage) => {
  const { open, click, decisions } = await mount()
  breakPage()
  if (isInPreferences) await open()
  click(id)
  const surface = isInPreferences ? 'preferences' : 'banner'
  expect(decisions).toEqual([[choices, expect.objectContaining({ surface })]])
})

describe('the page', () => {
  test('has no element and no listener of the view when unmounted', async () => {
    const before = document.documentElement.outerHTML
    const added = vi.spyOn(document, 'addEventListener')
    const removed = vi.spyOn(document, 'removeEventListener')
    const { consent, open } = await mount()
    await open()
    unmount?.()
    expect(document.documentElement.outerHTML).toBe(before)
    expect(removed.mock.calls.map(([type]) => type).sort()).toEqual(
      added.mock.calls.map(([type]) => type).sort(),
    )
    consent.close()
    consent.openPreferences()
    expect(document.querySelector('spaceone-consent')).toBeNull()
  })

  test('shows confirm for opened preferences when attachShadow throws [5]', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    const confirm = vi.fn(() => true)
    vi.stubGlobal('confirm', confirm)
    vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(broken)
    const { consent, decisions } = fakeConsent()
    unmount = mountView(consent, {})
    await soon(() => expect(warn).toHaveBeenCalled())
    expect(warn).toHaveBeenCalledExactlyOnceWith(
      expect.stringMatching(
        /^\[SpaceONE Consent\] banner \(en\) could not be loaded or shown\. Expected .* See dist\/script\/docs\/packages\/consent\/src\/script\/README\.md#serving-the-files$/,
      ),
      expect.any(TypeError),
    )
    expect(confirm).not.toHaveBeenCalled()
    consent.openPreferences()
    await soon(() => expect(decisions).toHaveLength(1))
    expect(decisions[0]?.[0]).toEqual({ analytics: true, marketing: true })
    expect(consent.$view.get()).toBe('none')
    unmount()
    consent.openPreferences()
    expect(confirm).toHaveBeenCalledOnce()
  })

  test('gets the view at DOMContentLoaded when it had no body before', async () => {
    const { body } = document
    body.remove()
    const { consent } = fakeConsent()
    unmount = mountView(consent, {})
    expect(document.querySelector('spaceone-consent')).toBeNull()
    document.documentElement.append(body)
    document.dispatchEvent(new Event('DOMContentLoaded'))
    await soon(() => expect(body.firstElementChild?.localName).toBe('spaceone-consent'))
  })

  test('gets a removed host element back when the preferences are opened [60]', async () => {
    const { host, open } = await mount()
    host.remove()
    await open()
    expect(host.isConnected).toBe(true)
  })

  test('shows a dialog when the browser has neither showModal nor CSSStyleSheet', async () => {
    vi.stubGlobal('CSSStyleSheet', undefined)
    const modal = vi.spyOn(HTMLDialogElement.prototype, 'showModal')
    Object.defineProperty(HTMLDialogElement.prototype, 'showModal', {
      value: undefined,
      configurable: true,
    })
    const { open, find, root } = await mount()
    await open()
    expect(find('preferences')?.hasAttribute('open')).toBe(true)
    expect(root.querySelectorAll('style').length).toBe(3)
    modal.mockRestore()
  })
})
