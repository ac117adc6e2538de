import { expect, test, vi } from 'vitest'
import { broken } from '../../../../test/support/broken.ts'
import { attempt } from '../shared/attempt.ts'
import { quietly } from '../shared/quietly.ts'
import { explainBy, warn } from './warn.ts'

test('a warning begins with the name of the SDK and ends with the values', () => {
  const said = vi.spyOn(console, 'warn').mockReturnValue()
  const error = new Error('other')
  warn('Chat stays off.', error)
  expect(said).toHaveBeenCalledExactlyOnceWith('[SpaceONE Consent] Chat stays off.', error)
})

test('a warning is a sentence in development, and a code on a visitor’s page', () => {
  const said = vi.spyOn(console, 'warn').mockReturnValue()
  const error = new Error('other')
  warn('service-failed', 'Chat', error)
  vi.stubEnv('NODE_ENV', 'production')
  warn('service-failed', 'Chat', error)
  expect(said.mock.calls).toEqual([
    [expect.stringContaining('Service "Chat" could not start. Expected'), error],
    ['[SpaceONE Consent] service-failed', 'Chat', error],
  ])
})

test('a page with a broken console or reportError gets no exception [5]', () => {
  vi.spyOn(console, 'warn').mockImplementation(broken)
  vi.stubGlobal('reportError', broken)
  expect(() => warn('Chat stays off.')).not.toThrow()
  expect(attempt(broken)).toBeUndefined()
})

test('quietly returns the result, or undefined when the function throws', () => {
  expect(quietly(broken)).toBeUndefined()
  expect(quietly(() => 1)).toBe(1)
})

test('explain.js writes a warning; if that file cannot be loaded the code, the values and what to do are written', async () => {
  const said = vi.spyOn(console, 'warn').mockReturnValue()
  vi.stubEnv('NODE_ENV', 'production')
  const explain = vi.fn()
  const load = vi.fn(async (_: string) => ({ explain }))
  explainBy(load)
  expect(load).not.toHaveBeenCalled()
  warn('data-ga', 'UA-1')
  await vi.waitFor(() => expect(explain).toHaveBeenCalledExactlyOnceWith('data-ga', ['UA-1']))
  expect(load).toHaveBeenCalledExactlyOnceWith('explain.js')
  expect(said).not.toHaveBeenCalled()

  explainBy(() => Promise.reject(new TypeError('blocked')))
  warn('data-ga', 'UA-1')
  await vi.waitFor(() =>
    expect(said.mock.calls).toEqual([
      [
        '[SpaceONE Consent] data-ga',
        'UA-1',
        'explain.js did not load: copy all files beside consent.js.',
      ],
    ]),
  )
})
