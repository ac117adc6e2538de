import { googleAds, googleAnalytics, googleTagManager } from '@spaceone/consent'
import { inventoryOf } from '@spaceone/consent/inventory'
import { channelTalk, clarity } from '@spaceone/consent/services'
import { expect, test } from 'vitest'
import { readSources } from '../src/sources/read-sources.ts'

const analytics = googleAnalytics({ id: 'G-EXAMPLE2024', server: '/google' })
const chat = channelTalk({ id: '00000000-0000-0000-0000-000000000000' })
const manager = googleTagManager({ id: 'GTM-EXAMPLE', server: '/google' })

test.each([
  ['portal', [analytics]],
  ['console', [analytics, manager]],
  ['starters', [clarity({ id: '0000000000' }), chat]],
  ['playground', [analytics, manager, googleAds({ id: 'ca-pub-1234567890123456' })]],
])(
  'the sources of the example %s show nothing that its inventory does not declare',
  async (name, services) => {
    const policy = { version: '2024-01-18', url: '/en/privacy.html' }
    const inventory = await inventoryOf({ policy, categories: { analytics: { services } } })
    const { findings, leftOut, files } = readSources([`examples/${name}`], inventory)
    expect({ findings, leftOut }).toEqual({ findings: [], leftOut: [] })
    expect(files).toBeGreaterThan(10)
  },
)
