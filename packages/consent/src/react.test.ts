// @vitest-environment happy-dom
import { act, createElement, Fragment, type ReactElement, StrictMode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { beforeEach, expect, test, vi } from 'vitest'
import { createConsent } from './index.ts'
import { ConsentProvider, useConsent, useGranted } from './react.ts'
import { createTestConsent } from './testing/create-test-consent.ts'

const OPTIONS = { policy: { version: '1' }, categories: { analytics: {}, marketing: {} } }

const create = () => createTestConsent(OPTIONS)

interface Passed {
  readonly passed?: ReturnType<typeof create>
}

const Status = ({ passed }: Passed) => createElement(Fragment, null, useConsent(passed).status)

let draws = 0
const Granted = ({ passed }: Passed) => {
  draws += 1
  return createElement('b', null, useGranted('analytics', passed) ? ' granted' : ' refused')
}

const page = (consent: ReturnType<typeof create>): ReactElement =>
  createElement(
    StrictMode,
    null,
    createElement(ConsentProvider, { consent }, createElement(Status), createElement(Granted)),
  )

const passing = (passed: ReturnType<typeof create>): ReactElement =>
  createElement('p', null, createElement(Status, { passed }), createElement(Granted, { passed }))

const complaints = vi.fn()

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.spyOn(console, 'error').mockImplementation(complaints)
  complaints.mockClear()
})

test.each([
  ['provided', page],
  ['passed', passing],
])(
  'useConsent and useGranted follow the %s consent until the component unmounts',
  async (_, draw) => {
    const consent = create()
    const { $state } = consent as unknown as { readonly $state: { readonly lc: number } }
    const before = $state.lc
    const container = document.createElement('div')
    const root = createRoot(container)
    await act(() => root.render(draw(consent)))
    expect(container.textContent).toBe('undecided refused')
    await act(() => consent.acceptAll())
    expect(container.textContent).toBe('decided granted')
    await act(() => consent.withdraw('analytics'))
    expect(container.textContent).toBe('decided refused')
    const drawn = draws
    await act(() => consent.withdraw('marketing'))
    expect(draws).toBe(drawn)
    await act(() => root.unmount())
    expect($state.lc).toBe(before)
    expect(complaints).not.toHaveBeenCalled()
  },
)

test('a server renders that nothing is granted, and a page with a grant hydrates without a mismatch', async () => {
  const consent = create()
  consent.acceptAll()
  const container = document.createElement('div')
  container.innerHTML = renderToString(page(consent))
  expect(container.textContent).toBe('undecided refused')
  const recovered = vi.fn()
  const root = await act(() =>
    hydrateRoot(container, page(consent), { onRecoverableError: recovered }),
  )
  expect(container.textContent).toBe('decided granted')
  expect(recovered).not.toHaveBeenCalled()
  expect(complaints).not.toHaveBeenCalled()
  await act(() => root.unmount())
})

test.each([[{}], [{ restricted: true, language: 'ko' }]])(
  'useConsent returns on a server the state of a consent created on a server, for %j',
  async more => {
    const given = { ...OPTIONS, ...more }
    let drawn: unknown
    const Drawn = () => {
      drawn = useConsent()
      return null
    }
    const consent = createTestConsent({ ...given, granted: ['analytics'] })
    renderToString(createElement(ConsentProvider, { consent }, createElement(Drawn)))
    vi.stubGlobal('document', undefined)
    expect(drawn).toEqual(createConsent(given).$state.get())
  },
)

test('useConsent throws when no consent is provided', () => {
  expect(() => renderToString(createElement(Status))).toThrow('No consent is provided')
})
