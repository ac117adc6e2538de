import { expect, onTestFinished, test, vi } from 'vitest'
import { attempt } from './attempt.ts'
import { quietly } from './quietly.ts'
import { warn } from './warn.ts'

const broken = () => {
  throw new TypeError('broken')
}

test('a warning names who warns, and says what else there is to see', () => {
  const said = vi.spyOn(console, 'warn').mockReturnValue()
  onTestFinished(() => said.mockRestore())
  const error = new Error('other')
  warn('Chat stays off.', error)
  expect(said).toHaveBeenCalledExactlyOnceWith('[SpaceONE Consent] Chat stays off.', error)
})

test('a page whose console or whose reports are broken gets no exception of ours [5]', () => {
  const said = vi.spyOn(console, 'warn').mockImplementation(broken)
  vi.stubGlobal('reportError', broken)
  onTestFinished(() => {
    said.mockRestore()
    vi.unstubAllGlobals()
  })
  expect(() => warn('Chat stays off.')).not.toThrow()
  expect(attempt(broken)).toBeUndefined()
})

test('what the browser refuses is nothing, and what it gives is given', () => {
  expect(quietly(broken)).toBeUndefined()
  expect(quietly(() => 1)).toBe(1)
})
