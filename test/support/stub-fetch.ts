import { type Mock, vi } from 'vitest'

interface StubbedFetch {
  readonly original: Mock<() => Promise<Response>>
  /** Requests an address, and says whether the request has reached the mock. */
  readonly reaches: (address: string) => boolean
}

export const stubFetch = (): StubbedFetch => {
  const original = vi.fn(() => Promise.resolve(new Response('real')))
  vi.stubGlobal('fetch', original)
  const reaches = (address: string): boolean => {
    original.mockClear()
    void fetch(address)
    return original.mock.calls.length > 0
  }
  return { original, reaches }
}
