// @vitest-environment happy-dom

import { expect, test, vi } from 'vitest'
import './channel-talk.ts'
import './clarity.ts'
import './hotjar.ts'
import './kakao-pixel.ts'
import './line-tag.ts'
import './meta-pixel.ts'
import './naver-analytics.ts'
import './sentry-replay.ts'
import './session.ts'
import './vimeo.ts'
import './yahoo-tag.ts'
import './youtube.ts'
import type { Preset } from '../../gate/index.ts'
import type { Configuration, Global, PresetRow } from '../page-global.ts'

const page = window as { spaceoneConsent?: Global }

/** The presets that the files above have added to the calls of the page, by name. */
const calls = [...(page.spaceoneConsent?.q ?? [])].map(([call]) => call as Configuration)
const offered: NonNullable<Configuration['presets']> = Object.assign(
  {},
  ...calls.map(({ presets }) => presets),
)

const IDS = {
  channelTalk: '1e59756c-0ad9-4175-ab13-8dd1d5bfdad0',
  clarity: 't7oy6y6059',
  hotjar: '1234567',
  kakaoPixel: '4536685350611693576',
  lineTag: '1e11feb8-0b70-4f0b-b0b2-826a83b5721d',
  metaPixel: '1595596972063765',
  naverAnalytics: 's_3225afd5bb50',
}

test.each(Object.entries(IDS))(
  '%s has the id, the category and the facts of its row, and names an id of another form invalid',
  (name, id) => {
    const { [name]: declare } = offered
    const facts = { retention: { seconds: 60 } }
    const row: PresetRow = { preset: name, category: 'support', id, facts }
    expect(declare?.(row)).toMatchObject({ id, facts, category: 'support', isInvalid: false })
    expect(declare?.({ ...row, id: 'G-1A2B3C4' })).toMatchObject({ isInvalid: true })
    expect(declare?.({ preset: name })).toMatchObject({ isInvalid: true })
  },
)

test('further options of a row reach the preset', async () => {
  const { kakaoPixel, sentryReplay, session, vimeo, yahooTag } = offered
  const cookies = ['sid']
  expect(kakaoPixel?.({ preset: 'kakaoPixel', cookies }).cookies).toEqual(cookies)
  expect(session?.({ preset: 'session', cookies }).cookies).toMatchObject([{ name: 'sid' }])
  expect(vimeo?.({ preset: 'vimeo', category: 'media' }).category).toBe('media')
  expect(yahooTag?.({ preset: 'yahooTag' }).isInvalid).toBeFalsy()
  const row = { preset: 'yahooTag', displayId: 'yahoo' }
  expect(yahooTag?.(row)).toMatchObject({ id: 'yahoo', isInvalid: true })
  const replay = { startBuffering: vi.fn(), stop: vi.fn() }
  const recording = sentryReplay?.({
    ...{ preset: 'sentryReplay', category: 'support', buffer: true },
    getReplay: () => replay,
  }) as Preset
  const { signal } = new AbortController()
  await recording.start({ signal } as never)
  expect(replay.startBuffering).toHaveBeenCalledOnce()
  await recording.stop({} as never)
  expect(replay.stop).toHaveBeenCalledExactlyOnceWith({ flush: false })
})

test('a recording that the visitor refuses while Sentry is loaded does not start', async () => {
  const { sentryReplay } = offered
  const replay = { start: vi.fn() }
  const aborting = new AbortController()
  const recording = sentryReplay?.({ preset: 'sentryReplay', getReplay: async () => replay })
  const start = recording?.start({ signal: aborting.signal } as never)
  aborting.abort()
  await start
  expect(replay.start).not.toHaveBeenCalled()
})
