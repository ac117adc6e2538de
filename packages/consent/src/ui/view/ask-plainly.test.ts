import { expect, test, vi } from 'vitest'
import { broken } from '../../../../../test/support/broken.ts'
import type { AnyConsent } from '../../core/index.ts'
import { askPlainly } from './ask-plainly.ts'

/** Asks a visitor without a grant; `change` overrides the state. `confirmed` answers `confirm`. */
const ask = (confirmed: () => boolean, change: object = {}, view = 'preferences') => {
  const confirm = vi.fn((_: string) => confirmed())
  vi.stubGlobal('confirm', confirm)
  const [close, acceptAll, rejectAll] = [vi.fn(), vi.fn(), vi.fn()]
  const state = { language: 'en', status: 'undecided', granted: {}, ...change }
  const stores = { $state: { get: () => state }, $view: { get: () => view } }
  askPlainly({ ...stores, close, acceptAll, rejectAll } as unknown as AnyConsent)
  const calls = ({ mock }: typeof close) => mock.calls.flat()
  return {
    asked: calls(confirm),
    closed: close.mock.calls.length,
    accepted: calls(acceptAll),
    rejected: calls(rejectAll),
  }
}

const [OK, CANCEL] = [() => true, () => false]
const GRANTED = { status: 'decided', granted: { analytics: true, marketing: false } }
const SAVED = [{ event: { isTrusted: true }, surface: 'preferences' }]
const NOTHING = { closed: 1, accepted: [], rejected: [] }
const ACCEPTED = { asked: ['Accept cookies?'], accepted: SAVED }
const REJECTED = { asked: ['Reject cookies?'], rejected: SAVED }

test.each<[string, () => boolean, object, object]>([
  ...['undecided', 'decided', 'expired'].flatMap(
    (status): [string, () => boolean, object, object][] => [
      [`accepts at OK (${status})`, OK, { status }, ACCEPTED],
      [`records nothing at Cancel (${status})`, CANCEL, { status }, {}],
    ],
  ),
  ['rejects at OK after a grant [23]', OK, GRANTED, REJECTED],
  ['records nothing at Cancel after a grant', CANCEL, GRANTED, {}],
  ['records nothing when confirm throws [5]', broken, {}, {}],
  ['asks no restricted visitor', OK, { status: 'restricted' }, { asked: [] }],
])('%s', (_, confirmed, change, expected) => {
  expect(ask(confirmed, change)).toMatchObject({ ...NOTHING, ...expected })
})

test.each([
  ['ko-KR', '허용', '거부'],
  ['ja', '許可', '拒否'],
  ['fr', 'Accept', 'Reject'],
])('asks in the language of %s', (language, accept, reject) => {
  expect(ask(OK, { language }).asked.join()).toContain(accept)
  expect(ask(OK, { ...GRANTED, language }).asked.join()).toContain(reject)
})

test.each(['banner', 'none'])('does not ask when the view is %s', view => {
  expect(ask(OK, {}, view)).toEqual({ asked: [], closed: 0, accepted: [], rejected: [] })
})
