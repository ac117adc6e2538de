import { expect, test, vi } from 'vitest'
import type { AnyConsent } from '../core/index.ts'

vi.mock('../inspect/start-inspector.ts', () => ({ startInspector: vi.fn() }))

const HOSTS = ['a.test', 'staging.test']

test.each<[isAsked: boolean, address: string, options: object]>([
  [false, 'http://shop.test/', {}],
  [false, 'http://shop.test/?consent-debug', { debugHosts: HOSTS }],
  [false, 'http://www.staging.test/?consent-debug', { debugHosts: HOSTS }],
  [false, 'http://evil-localhost/?consent-debug', {}],
  [false, 'http://staging.test/', { debugHosts: HOSTS }],
  [false, 'http://localhost/', { debug: 'false' }],
  [false, 'http://localhost/', { debug: false }],
  [true, 'http://localhost/?consent-debug', {}],
  [true, 'http://shop.localhost:4173/?a=1&consent-debug', {}],
  [true, 'http://127.0.0.1/?consent-debug', {}],
  [true, 'http://[::1]/?consent-debug', {}],
  [true, 'http://staging.test/?consent-debug', { debugHosts: HOSTS }],
  [true, 'http://staging.test/?consent-debug', { debugHosts: HOSTS.join(', ') }],
  [true, 'http://shop.test/', { debug: true }],
  [true, 'http://shop.test/', { debug: '' }],
  [true, 'http://shop.test/', { debug: 'true' }],
])(
  'startLedger notes, and loads the inspector: %s at %s with %j',
  async (isAsked, address, options) => {
    vi.resetModules()
    vi.stubGlobal('location', new URL(address))
    const ledger = await import('./ledger.ts')
    const { startInspector } = await import('../inspect/start-inspector.ts')
    vi.mocked(startInspector).mockClear()
    ledger.startLedger({ options } as AnyConsent)
    await vi.dynamicImportSettled()
    expect(ledger.notes).toEqual(isAsked ? [] : undefined)
    expect(startInspector).toHaveBeenCalledTimes(isAsked ? 1 : 0)
  },
)

test('while the inspector does not come, the notes end at 500, and a further note replaces the oldest', async () => {
  vi.resetModules()
  vi.stubGlobal('location', new URL('http://localhost/?consent-debug'))
  const ledger = await import('./ledger.ts')
  ledger.startLedger({ options: {} } as AnyConsent)
  for (let at = 0; at < 600; at += 1) ledger.note('cookie', `cookie-${at}`)
  expect(ledger.notes).toHaveLength(500)
  expect(ledger.notes?.map(([, , , name]) => name)).toEqual(
    Array.from({ length: 500 }, (_, at) => `cookie-${at + 100}`),
  )
})
