import { expect, test, vi } from 'vitest'
import type { AnyConsent } from '../../core/index.ts'
import { toTexts } from '../../inventory/index.ts'
import { text } from '../../words/en/banner.ts'
import { describeServices } from './describe-services.ts'
import type { HostTexts } from './texts.ts'

const describe = async (service: object, texts?: HostTexts, tell = vi.fn()) => {
  const options = { categories: { support: { services: [service] } } }
  const described = await describeServices(
    ...([options as unknown as AnyConsent['options'], text, 'en', 'en', texts, tell] as const),
  )
  return toTexts([{ facts: described.detailsOf(service as { name: string }) }])
}

const NOTHING = [
  ...['Purpose', 'Not stated', 'Collected', 'Not stated', 'Recipient', 'Not stated'],
  ...['Purpose of the recipient', 'Not stated', 'Kept', 'Not stated'],
]

test('a service with a getter that throws keeps its place, and says nothing', async () => {
  const broken = {
    name: 'Chat',
    get retention(): never {
      throw new Error('broken')
    },
  }
  expect(await describe(broken)).toEqual(NOTHING)
})

test('the site’s texts about services stand in place of ours', async () => {
  const site = 'Counting visits'
  const services = { 'Google Analytics': { site } }
  const texts = { en: { details: { terms: ['Why'], services } } } as HostTexts
  expect((await describe({ name: 'Google Analytics' }, texts)).slice(0, 2)).toEqual(['Why', site])
})

test('Tag Manager as the only service is named once, and not beside another service', async () => {
  const tell = vi.fn()
  const manager = { name: 'Google Tag Manager', category: 'analytics' }
  const described = async (...services: object[]) => {
    const options = { categories: { analytics: { services } } } as unknown as AnyConsent['options']
    for (const language of ['en', 'ko'])
      await describeServices(options, text, language, 'en', undefined, tell)
    return tell.mock.calls.splice(0)
  }
  expect(await described(manager)).toEqual([['not-declared']])
  expect(await described(manager, { name: 'Chat' })).toEqual([])
})
