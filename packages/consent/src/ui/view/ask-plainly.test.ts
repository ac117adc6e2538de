import { describe, expect, test, vi } from 'vitest'
import type { AnyConsent } from '../../core/index.ts'
import { ownLanguage } from '../../shared/languages.ts'
import { askPlainly, rememberOpener } from './ask-plainly.ts'

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
const SAVED = [{ event: { isTrusted: true }, surface: 'preferences', language: 'en' }]
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
  ['asks no restricted visitor', OK, { status: 'restricted' }, { asked: [] }],
])('%s', (_, confirmed, change, expected) => {
  expect(ask(confirmed, change)).toMatchObject({ ...NOTHING, ...expected })
})

test.each([
  ['ko-KR', '허용', '거부'],
  ['ja', '許可', '拒否'],
  ['fr', 'Accept', 'Reject'],
])(
  'asks in the language of %s, or in English, and records the language of the question',
  (language, accept, reject) => {
    const { asked, accepted } = ask(OK, { language })
    expect(asked.join()).toContain(accept)
    expect(accepted).toMatchObject([{ surface: 'preferences', language: ownLanguage(language) }])
    expect(ask(OK, { ...GRANTED, language }).asked.join()).toContain(reject)
  },
)

test.each(['banner', 'none'])('does not ask when the view is %s', view => {
  expect(ask(OK, {}, view)).toEqual({ asked: [], closed: 0, accepted: [], rejected: [] })
})

describe('after a click on a link', () => {
  /** Asks a visitor who has clicked on a link. Returns the answers and the address followed. */
  const askAt = (href: string, ...asked: Parameters<typeof ask>) => {
    const location = { href: 'https://site.example/page?query#top', pathname: '/page' }
    vi.stubGlobal('location', location)
    const { host, pathname } = new URL(href, location.href)
    rememberOpener({ host, pathname, href } as HTMLAnchorElement)
    const answers = ask(...asked)
    return { ...answers, followed: location.href === href }
  }
  const ELSEWHERE = 'https://site.example/privacy#cookies'

  test.each(['undecided', 'restricted'])(
    'follows the link and asks nothing where nothing is granted (%s)',
    status => {
      expect(askAt(ELSEWHERE, OK, { status })).toEqual({ ...NOTHING, asked: [], followed: true })
    },
  )

  test('asks first whether to withdraw a grant, and follows the link only at Cancel [23]', () => {
    expect(askAt(ELSEWHERE, OK, GRANTED)).toEqual({ ...NOTHING, ...REJECTED, followed: false })
    const { asked } = REJECTED
    expect(askAt(ELSEWHERE, CANCEL, GRANTED)).toEqual({ ...NOTHING, asked, followed: true })
  })

  test.each([
    '#cookies',
    'https://site.example/page#cookies',
    'javascript:void(0)',
    'mailto:a@site.example',
  ])('asks at %s, which leads to no other page', href => {
    expect(askAt(href, OK)).toEqual({ ...NOTHING, ...ACCEPTED, followed: false })
  })

  test('asks after a later click on something else', () => {
    askAt(ELSEWHERE, OK)
    rememberOpener()
    expect(ask(OK)).toEqual({ ...NOTHING, ...ACCEPTED })
  })
})
