import { expect, test, vi } from 'vitest'
import type { AnyConsent } from '../../core/index.ts'
import { askPlainly, rememberOpener } from './ask-plainly.ts'

const PAGE = { href: 'https://site.example/page?query#top', pathname: '/page' }

/**
 * Asks a visitor without a grant, who has clicked on a link if `link` has an address; `change`
 * overrides the state. The visitor answers `confirm()` with OK or with Cancel.
 */
const ask = (isOk: boolean, change: object = {}, link = '', view = 'preferences') => {
  const confirm = vi.fn((_: string) => isOk)
  vi.stubGlobal('confirm', confirm)
  const location = { ...PAGE }
  vi.stubGlobal('location', location)
  const { host, pathname } = new URL(link, PAGE.href)
  rememberOpener(link ? ({ host, pathname, href: link } as HTMLAnchorElement) : undefined)
  const [close, acceptAll, rejectAll] = [vi.fn(), vi.fn(), vi.fn()]
  const state = { language: 'en', status: 'undecided', granted: {}, ...change }
  const stores = { $state: { get: () => state }, $view: { get: () => view } }
  askPlainly({ ...stores, close, acceptAll, rejectAll } as unknown as AnyConsent)
  return {
    asked: confirm.mock.calls.flat(),
    closed: close.mock.calls.length,
    accepted: acceptAll.mock.calls.flat(),
    rejected: rejectAll.mock.calls.flat(),
    followed: location.href === link,
  }
}

const [OK, CANCEL] = [true, false]
const ELSEWHERE = 'https://site.example/privacy#cookies'
const GRANTED = { status: 'decided', granted: { analytics: true, marketing: false } }
const RESTRICTED = { status: 'restricted' }

const saved = (language: string) => [
  { event: { isTrusted: true }, surface: 'preferences', language },
]
const NOTHING = { asked: [], closed: 1, accepted: [], rejected: [], followed: false }
const ACCEPT = { asked: ['Accept cookies?'] }
const ACCEPTED = { ...ACCEPT, accepted: saved('en') }
const REJECT = { asked: ['Reject cookies?'] }
const REJECTED = { ...REJECT, rejected: saved('en') }

test.each<[string, object, ...Parameters<typeof ask>]>([
  ...['undecided', 'decided', 'expired'].flatMap((status): [string, object, boolean, object][] => [
    [`accepts at OK (${status})`, ACCEPTED, OK, { status }],
    [`records nothing at Cancel (${status})`, ACCEPT, CANCEL, { status }],
  ]),
  ['rejects at OK after a grant [23]', REJECTED, OK, GRANTED],
  ['records nothing at Cancel after a grant', REJECT, CANCEL, GRANTED],
  ['asks no restricted visitor', {}, OK, RESTRICTED],
  ['follows a link where nothing is granted', { followed: true }, OK, {}, ELSEWHERE],
  ['follows a link of a restricted visitor', { followed: true }, OK, RESTRICTED, ELSEWHERE],
  ['withdraws before it follows a link [23]', REJECTED, OK, GRANTED, ELSEWHERE],
  ['follows a link at Cancel', { ...REJECT, followed: true }, CANCEL, GRANTED, ELSEWHERE],
  ...['#cookies', `${PAGE.href}#cookies`, 'javascript:void(0)', 'mailto:a@site.example'].map(
    (link): [string, object, boolean, object, string] => [
      `asks at ${link}, which leads to no other page`,
      ...([ACCEPTED, OK, {}, link] as const),
    ],
  ),
  ...(
    [
      ['ko-KR', 'ko', '쿠키 허용?', '쿠키 거부?'],
      ['ja', 'ja', 'Cookieを許可？', 'Cookieを拒否？'],
      ['fr', 'en', 'Accept cookies?', 'Reject cookies?'],
    ] as const
  ).flatMap(([language, own, accept, reject]): [string, object, boolean, object][] => [
    [
      `asks in ${own} on a page in ${language}`,
      { asked: [accept], accepted: saved(own) },
      OK,
      { language },
    ],
    [
      `asks in ${own} after a grant`,
      { asked: [reject], rejected: saved(own) },
      OK,
      { ...GRANTED, language },
    ],
  ]),
  ...['banner', 'none'].map((view): [string, object, boolean, object, string, string] => [
    `does not ask when the view is ${view}`,
    ...([{ closed: 0 }, OK, {}, '', view] as const),
  ]),
])('%s', (_, expected, ...given) => {
  expect(ask(...given)).toEqual({ ...NOTHING, ...expected })
})
