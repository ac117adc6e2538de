import { afterEach, expect, test, vi } from 'vitest'
import type { AnyConsent } from '../../core/index.ts'
import { askPlainly } from './ask-plainly.ts'

afterEach(() => vi.unstubAllGlobals())

const ask = (
  answer: boolean,
  language = 'en',
  status = 'undecided',
  view = 'preferences',
  granted = {},
) => {
  const confirm = vi.fn((_: string) => answer)
  vi.stubGlobal('confirm', confirm)
  const [close, acceptAll, rejectAll] = [vi.fn(), vi.fn(), vi.fn()]
  const $state = { get: () => ({ language, status, granted }) }
  const $view = { get: () => view }
  askPlainly({ $state, $view, close, acceptAll, rejectAll } as unknown as AnyConsent)
  return { confirm, close, acceptAll, rejectAll }
}

/** Asks a visitor who has granted one of two categories. */
const askAgain = (answer: boolean, language = 'en') =>
  ask(answer, language, 'decided', 'preferences', { analytics: true, marketing: false })

test('asks whether to accept while nothing is granted: OK accepts, Cancel records nothing', () => {
  for (const status of ['undecided', 'decided', 'expired']) {
    const { confirm, acceptAll, rejectAll } = ask(true, 'en', status)
    expect(confirm).toHaveBeenCalledExactlyOnceWith('Accept cookies?')
    expect(acceptAll).toHaveBeenCalledExactlyOnceWith({ surface: 'preferences' })
    expect(rejectAll).not.toHaveBeenCalled()
    const cancelled = ask(false, 'en', status)
    expect(cancelled.acceptAll).not.toHaveBeenCalled()
    expect(cancelled.rejectAll).not.toHaveBeenCalled()
  }
})

test('asks whether to reject when a category is granted: OK rejects, Cancel records nothing [23]', () => {
  const { confirm, acceptAll, rejectAll } = askAgain(true)
  expect(confirm).toHaveBeenCalledExactlyOnceWith('Reject cookies?')
  expect(rejectAll).toHaveBeenCalledExactlyOnceWith({ surface: 'preferences' })
  expect(acceptAll).not.toHaveBeenCalled()
  const cancelled = askAgain(false)
  expect(cancelled.acceptAll).not.toHaveBeenCalled()
  expect(cancelled.rejectAll).not.toHaveBeenCalled()
})

test.each([
  ['ko-KR', '허용', '거부'],
  ['ja', '許可', '拒否'],
  ['fr', 'Accept', 'Reject'],
  ['constructor', 'Accept', 'Reject'],
])('asks in the language of %s', (language, accept, reject) => {
  expect(ask(true, language).confirm.mock.calls[0]?.[0]).toContain(accept)
  expect(askAgain(true, language).confirm.mock.calls[0]?.[0]).toContain(reject)
})

test('closes the opened view when it asks', () => {
  expect(ask(true).close).toHaveBeenCalledOnce()
})

test('closes the view and does not ask when the visitor is restricted', () => {
  expect(ask(true, 'en', 'restricted').confirm).not.toHaveBeenCalled()
  expect(ask(true, 'en', 'restricted').close).toHaveBeenCalledOnce()
})

test.each(['banner', 'none'])('does not ask when the view is %s', view => {
  const { confirm, close } = ask(true, 'en', 'undecided', view)
  expect(confirm).not.toHaveBeenCalled()
  expect(close).not.toHaveBeenCalled()
})

test('records nothing when confirm throws [5]', () => {
  const [acceptAll, rejectAll] = [vi.fn(), vi.fn()]
  vi.stubGlobal('confirm', () => {
    throw new TypeError('broken')
  })
  const $state = { get: () => ({ language: 'en', status: 'undecided', granted: {} }) }
  const $view = { get: () => 'preferences' }
  askPlainly({ $state, $view, close: vi.fn(), acceptAll, rejectAll } as unknown as AnyConsent)
  for (const answer of [acceptAll, rejectAll]) expect(answer).not.toHaveBeenCalled()
})
