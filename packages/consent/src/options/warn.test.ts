import { expect, test, vi } from 'vitest'
import { broken } from '../../../../test/support/broken.ts'
import { warn } from './warn.ts'

test('a warning begins with the name of the SDK and ends with the values; it is a sentence in development, and a code on a visitor’s page', () => {
  const warned = vi.spyOn(console, 'warn').mockReturnValue()
  const error = new Error('other')
  warn('Chat stays off.', error)
  warn('service-failed', 'Chat', error)
  vi.stubEnv('NODE_ENV', 'production')
  warn('service-failed', 'Chat', error)
  expect(warned.mock.calls).toEqual([
    ['[SpaceONE Consent] Chat stays off.', error],
    [expect.stringContaining('Service "Chat" could not start. Expected'), error],
    ['[SpaceONE Consent] service-failed', 'Chat', error],
  ])
})

test('a page with a broken console gets no exception [5]', () => {
  vi.spyOn(console, 'warn').mockImplementation(broken)
  expect(() => warn('Chat stays off.')).not.toThrow()
})

test('an error of explain.js rejects no promise of the page [5]', async () => {
  const { explainBy, warn } = await import('./warn.ts')
  const explain = vi.fn(broken)
  explainBy(async () => ({ explain }))
  warn('Chat stays off.')
  await vi.waitFor(() => expect(explain).toHaveBeenCalledOnce())
})
