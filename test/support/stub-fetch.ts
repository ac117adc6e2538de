import { type Mock, vi } from 'vitest'

export const stubFetch = (): {
  original: Mock<() => Promise<Response>>
  reaches(address: string): boolean
} => {
  const original = vi.fn(() => Promise.resolve(new Response('real')))
  vi.stubGlobal('fetch', original)
  /** Requests an address, and says whether the request has reached the mock. */
  const reaches = (address: string): boolean => {
    original.mockClear()
    void fetch(address)
    return original.mock.calls.length > 0
  }
  return { original, reaches }
}
