import { expect, onTestFinished, test, vi } from 'vitest'
import { explainBy, warn } from '../options/warn.ts'
import { loadExplanations } from './load-explanations.ts'

test('explain.js is loaded for a warning; without it the code, the values and what to do are written', async () => {
  const said = vi.spyOn(console, 'warn').mockReturnValue()
  onTestFinished(() => {
    said.mockRestore()
    vi.unstubAllEnvs()
    explainBy()
  })
  vi.stubEnv('NODE_ENV', 'production')
  const explain = vi.fn()
  const load = vi.fn(async () => ({ explain }))
  loadExplanations(load)
  expect(load).not.toHaveBeenCalled()
  warn('data-ga', 'UA-1')
  await vi.waitFor(() => expect(explain).toHaveBeenCalledExactlyOnceWith('data-ga', ['UA-1']))
  expect(load).toHaveBeenCalledExactlyOnceWith('explain.js')
  expect(said).not.toHaveBeenCalled()

  loadExplanations(() => Promise.reject(new TypeError('blocked')))
  warn('missing-file', 'ui.en.js')
  await vi.waitFor(() => expect(said).toHaveBeenCalled())
  warn('data-ga', 'UA-1')
  expect(said.mock.calls).toEqual([
    [
      '[SpaceONE Consent] missing-file',
      'ui.en.js',
      'explain.js did not load: copy all files beside consent.js.',
    ],
    ['[SpaceONE Consent] data-ga', 'UA-1'],
  ])
})
