import { afterEach, expect, test, vi } from 'vitest'
import type { AnyConsent } from '../core/index.ts'
import { askPlainly } from './ask-plainly.ts'

afterEach(() => vi.unstubAllGlobals())

const ask = (answer: boolean, language = 'en', status = 'undecided', view = 'preferences') => {
  const confirm = vi.fn((_: string) => answer)
  vi.stubGlobal('confirm', confirm)
  const [close, acceptAll, rejectAll] = [vi.fn(), vi.fn(), vi.fn()]
  const $state = { get: () => ({ language, status }) }
  const $view = { get: () => view }
  askPlainly({ $state, $view, close, acceptAll, rejectAll } as unknown as AnyConsent)
  return { confirm, close, acceptAll, rejectAll }
}

test('OK allows, and Cancel refuses', () => {
  expect(ask(true).acceptAll).toHaveBeenCalledOnce()
  expect(ask(true).rejectAll).not.toHaveBeenCalled()
  expect(ask(false).rejectAll).toHaveBeenCalledOnce()
  expect(ask(false).acceptAll).not.toHaveBeenCalled()
})

test.each([
  ['ko-KR', '선택적'],
  ['ja', 'Cookie'],
  ['fr', 'Allow'],
  ['constructor', 'Allow'],
])('asks in the language of %s', (language, words) => {
  expect(ask(true, language).confirm.mock.calls[0]?.[0]).toContain(words)
})

test('takes the place of what was opened', () => {
  expect(ask(true).close).toHaveBeenCalledOnce()
})

test('asks nobody who cannot consent', () => {
  expect(ask(true, 'en', 'restricted').confirm).not.toHaveBeenCalled()
  expect(ask(true, 'en', 'restricted').close).toHaveBeenCalledOnce()
})

test.each(['banner', 'none'])('asks nobody who has opened nothing: %s', view => {
  const { confirm, close } = ask(true, 'en', 'undecided', view)
  expect(confirm).not.toHaveBeenCalled()
  expect(close).not.toHaveBeenCalled()
})

test('takes it for no answer where nobody can be asked [5]', () => {
  const [acceptAll, rejectAll] = [vi.fn(), vi.fn()]
  vi.stubGlobal('confirm', () => {
    throw new TypeError('broken')
  })
  const $state = { get: () => ({ language: 'en', status: 'undecided' }) }
  const $view = { get: () => 'preferences' }
  askPlainly({ $state, $view, close: vi.fn(), acceptAll, rejectAll } as unknown as AnyConsent)
  for (const answer of [acceptAll, rejectAll]) expect(answer).not.toHaveBeenCalled()
})
