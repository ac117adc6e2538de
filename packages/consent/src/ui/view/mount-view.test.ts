// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "enableIframePageLoading": true } }

import { atom, computed } from 'nanostores'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { AnyConsent, DecisionOrigin } from '../../core/index.ts'
import { mountView } from './mount-view.ts'

type Choices = Readonly<Record<string, boolean | undefined>>
type Categories = AnyConsent['options']['categories']

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
  return { ...fake, host, root, find, click, toggle, open }
}

afterEach(() => {
  unmount?.()
  document.body.replaceChildren()
  vi.restoreAllMocks()
})

describe('the banner', () => {
  test('is a named region with a heading, first in the body, and takes no focus [35]', async () => {
    document.body.append(document.createElement('main'))
    const { host, find } = await mount()
    expect(document.body.firstElementChild).toBe(host)
    expect(find('banner')?.localName).toBe('section')
    expect(find(find('banner')?.getAttribute('aria-labelledby') ?? '')?.localName).toBe('h2')
    expect(document.activeElement).toBe(document.body)
    expect(host.hasAttribute('data-nosnippet')).toBe(true)
  })

  test('shows both answers side by side with the same element, class and part [8]', async () => {
    const { find } = await mount()
    const [accept, reject] = [find('accept-all'), find('reject-all')]
    expect(accept?.localName).toBe(reject?.localName)
    expect(accept?.className).toBe(reject?.className)
    expect(accept?.getAttribute('part')).toBe(reject?.getAttribute('part'))
    expect(accept?.parentElement).toBe(reject?.parentElement)
  })

  test.each([
    ['accept-all', 'accept', true, 'All optional cookies are allowed.'],
    ['reject-all', 'reject', false, 'All optional cookies are refused.'],
  ] as const)(
    '%s decides all pending categories in one click [7, 16]',
    async (id, method, answer, message) => {
      const { click, decisions, find } = await mount()
      click(id)
      expect(decisions).toEqual([
        [
          { analytics: answer, marketing: answer },
          expect.objectContaining({ surface: 'banner', method }),
        ],
      ])
      expect(find('banner')).toBeNull()
      expect(find('status')?.textContent).toBe(message)
    },
  )

  test('decides only the pending categories and keeps earlier answers', async () => {
    const { click, decisions } = await mount({ answers: { analytics: false } })
    click('accept-all')
    expect(decisions[0]?.[0]).toEqual({ marketing: true })
  })

  test('names the purposes and services that need a decision [10]', async () => {
    const { find } = await mount()
    expect(find('banner')?.textContent).toContain(
      'for usage statistics (Google Analytics) and advertising.',
    )
  })

  test('mentions Google only when a service of Google needs a decision', async () => {
    const withGoogle = await mount()
    expect(withGoogle.find('banner')?.textContent).toContain('Google LLC')
    unmount?.()
    const { find } = await mount({ categories: { analytics: { services: [named('Matomo')] } } })
    expect(find('banner')?.textContent).not.toContain('Google')
    expect(find('banner')?.textContent).toContain('You may refuse')
  })

  test('shows the details in a native details element', async () => {
    const { find } = await mount()
    expect(find('banner')?.querySelector('details > summary')?.textContent).toBe('Details')
  })

  test('records an answer when Element.closest throws [5]', async () => {
    const { click, decisions } = await mount()
    vi.spyOn(Element.prototype, 'closest').mockImplementation(broken)
    click('reject-all')
    expect(decisions[0]?.[0]).toEqual({ analytics: false, marketing: false })
  })

  test('moves the focus to the status message when the focused button is removed', async () => {
    const { click, find, root } = await mount()
    find('accept-all')?.focus()
    click('accept-all')
    expect(root.activeElement).toBe(find('status'))
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
  test('open as a modal dialog named by its heading [36]', async () => {
    const { open, find } = await mount()
    await open()
    const dialog = find<HTMLDialogElement>('preferences')
    expect(dialog?.open).toBe(true)
    expect(find(dialog?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('Cookie settings')
    expect(find('banner')).toBeNull()
  })

  test('show every switch off when nothing is decided [3]', async () => {
    const { open, root } = await mount()
    await open()
    const switches = [...root.querySelectorAll('input')]
    expect(switches.map(({ id }) => id)).toEqual(['switch-analytics', 'switch-marketing'])
    expect(switches.every(input => !input.checked && input.getAttribute('role') === 'switch')).toBe(
      true,
    )
  })

  test('save exactly what the switches say', async () => {
    const { open, toggle, click, decisions, find } = await mount()
    await open()
    toggle('marketing')?.click()
    click('save')
    expect(decisions).toEqual([
      [{ analytics: false, marketing: true }, expect.objectContaining({ surface: 'preferences' })],
    ])
    expect(find('preferences')).toBeNull()
    expect(find('status')?.textContent).toBe('Your choices are saved.')
  })

  test.each(['accept-all', 'reject-all'] as const)(
    'decide every category when %s is clicked',
    async id => {
      const { open, click, decisions } = await mount()
      await open()
      click(id)
      const answer = id === 'accept-all'
      expect(decisions[0]?.[0]).toEqual({ analytics: answer, marketing: answer })
      expect(decisions[0]?.[1]?.surface).toBe('preferences')
    },
  )

  test('record both answers when the form of a button cannot be read, and reject all on save [5]', async () => {
    const { open, click, decisions } = await mount()
    vi.spyOn(HTMLButtonElement.prototype, 'form', 'get').mockImplementation(broken)
    for (const id of ['accept-all', 'reject-all', 'accept-all', 'save']) {
      await open()
      click(id)
    }
    const [yes, no] = [true, false].map(answer => ({ analytics: answer, marketing: answer }))
    expect(decisions.map(([choices]) => choices)).toEqual([yes, no, yes, no])
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

  test('keep a draft when closed, show at the next opening that it is not saved, and grant nothing', async () => {
    const { open, toggle, click, find, decisions, consent } = await mount()
    await open()
    expect(find('unsaved')).toBeNull()
    toggle('analytics')?.click()
    click('close')
    expect(find('banner')).not.toBeNull()
    await open()
    expect(toggle('analytics')?.checked).toBe(true)
    expect(toggle('marketing')?.checked).toBe(false)
    expect(find('unsaved')?.textContent).toBe('Your changes are not saved yet.')
    expect(find('unsaved')?.hasAttribute('data-own')).toBe(true)
    expect(find('preferences')?.getAttribute('aria-describedby')).toBe('unsaved')
    expect(decisions).toEqual([])
    expect(Object.values(consent.$state.get().granted)).not.toContain(true)
  })

  test('show no unsaved message when each switch was turned back', async () => {
    const { open, toggle, click, find } = await mount()
    await open()
    toggle('analytics')?.click()
    toggle('analytics')?.click()
    click('close')
    await open()
    expect(toggle('analytics')?.checked).toBe(false)
    expect(find('unsaved')).toBeNull()
  })

  test('discard the draft when a decision was recorded after it', async () => {
    const { open, toggle, click, find, answer } = await mount()
    await open()
    toggle('analytics')?.click()
    click('close')
    answer({ marketing: true })
    await open()
    expect([toggle('analytics')?.checked, toggle('marketing')?.checked]).toEqual([false, true])
    expect(find('unsaved')).toBeNull()
  })

  test('have an h3 heading for each purpose, and name the purpose on its details button [37]', async () => {
    const { open, root, toggle } = await mount()
    await open()
    const texts = (selector: string) =>
      [...root.querySelectorAll(selector)].map(({ textContent }) => textContent)
    expect(texts('#preferences h2')).toEqual(['Cookie settings'])
    expect(texts('#preferences h3')).toEqual([
      'Strictly necessary',
      'Usage statistics',
      'Advertising',
    ])
    expect(toggle('analytics')?.labels?.[0]?.parentElement?.localName).toBe('h3')
    const names = [...root.querySelectorAll('#preferences .purpose summary')].map(summary => [
      summary.textContent,
      summary.getAttribute('aria-label'),
    ])
    expect(names).toEqual([
      ['Data and cookies', 'Data and cookies: Strictly necessary'],
      ['Data and cookies', 'Data and cookies: usage statistics'],
    ])
  })

  test('keep a draft when the language changes, and show new answers in place of it', async () => {
    const { open, toggle, consent, find, answer } = await mount()
    await open()
    toggle('analytics')?.click()
    consent.setLanguage('ko')
    await soon(() => expect(find('heading')?.textContent).toBe('쿠키 설정'))
    expect(toggle('analytics')?.checked).toBe(true)
    answer({ analytics: false, marketing: true })
    expect([toggle('analytics')?.checked, toggle('marketing')?.checked]).toEqual([false, true])
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

  test('show the key of a category that has no text, including keys of Object.prototype', async () => {
    const { open, root } = await mount({ categories: { chat: {}, constructor: {} } as never })
    await open()
    expect([...root.querySelectorAll('label')].map(label => label.textContent)).toEqual([
      'Chat',
      'Constructor',
    ])
  })

  test('save categories that are named like members of HTMLFormElement', async () => {
    const { open, toggle, click, decisions } = await mount({
      categories: { elements: {}, reset: {}, submit: {} },
    })
    await open()
    toggle('reset')?.click()
    click('save')
    expect(decisions[0]?.[0]).toEqual({ elements: false, reset: true, submit: false })
  })

  test('show that Global Privacy Control is honoured when the browser sends it [31]', async () => {
    const { open, find } = await mount({ gpc: true })
    await open()
    expect(find('preferences')?.textContent).toContain('Global Privacy Control')
  })

  test('show no switch and no “Accept all” to a visitor under 14 [33]', async () => {
    const { open, find } = await mount({ isRestricted: true })
    await open()
    expect(find('preferences')?.querySelector('input')).toBeNull()
    expect(find('accept-all')).toBeNull()
  })
})

test('shows a placeholder for a blocked iframe, and restores the iframe when unmounted', async () => {
  const iframe = document.createElement('iframe')
  Object.assign(iframe.dataset, { consent: 'marketing', src: 'https://video.example/embed/1' })
  document.body.append(iframe)
  const before = document.body.innerHTML
  await mount()
  await soon(() => expect(document.querySelector('spaceone-consent-placeholder')).not.toBeNull())
  unmount?.()
  await soon(() => expect(document.body.innerHTML).toBe(before))
})

describe('the blocks of a page', () => {
  const put = (kind: string) => {
    const element = document.createElement('div')
    element.setAttribute(`data-consent-${kind}`, '')
    element.textContent = `The page's own words on ${kind}`
    document.body.append(element)
    return element
  }
  const shownIn = (element: Element) => element.querySelector('*')?.shadowRoot

  test('are drawn in the elements of the page, whose content is restored when unmounted', async () => {
    const [form, state, cookies, guide] = ['preferences', 'status', 'cookies', 'guide'].map(put)
    const before = document.body.innerHTML
    await mount({ answers: { analytics: true, marketing: false } })
    await soon(() => {
      expect(shownIn(form as Element)?.querySelectorAll('input')).toHaveLength(2)
      expect(shownIn(state as Element)?.querySelector('div')).not.toBeNull()
      expect(shownIn(cookies as Element)?.querySelector('table')).not.toBeNull()
      expect(shownIn(guide as Element)?.querySelector('select')).not.toBeNull()
    })
    unmount?.()
    expect(document.body.innerHTML).toBe(before)
  })

  test('are drawn in an element that is added later, whose content is restored when its attribute is removed', async () => {
    await mount({ answers: { analytics: true, marketing: false } })
    const element = put('cookies')
    await soon(() => expect(shownIn(element)?.querySelector('table')).not.toBeNull())
    element.removeAttribute('data-consent-cookies')
    put('status')
    await soon(() => expect(element.textContent).toBe("The page's own words on cookies"))
  })
})

describe('the page', () => {
  test('shows every string of the site as text, never as HTML [50]', async () => {
    const hostile = '<img src=x onerror=alert(1)>'
    const { open, find, root } = await mount({
      categories: { analytics: { services: [named(hostile)] } },
      url: 'java\tscript:alert(1)',
    })
    expect(find('banner')?.textContent).toContain(hostile)
    expect(root.querySelector('a')).toBeNull()
    await open()
    expect(find('preferences')?.textContent).toContain(hostile)
    expect(root.querySelector('img')).toBeNull()
  })

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
    onTestFinished(() => void vi.unstubAllGlobals())
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
    vi.unstubAllGlobals()
  })
})
