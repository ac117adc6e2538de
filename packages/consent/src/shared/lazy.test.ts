import { expect, test, vi } from 'vitest'
import { lazy } from './lazy.ts'

/**
 * Creates a function that loads a key late, and returns it with what it has done so far, and a
 * function that ends the load of a key.
 */
const create = () => {
  const log: string[] = []
  const load = lazy(error => log.push(`fail: ${(error as Error).message}`))
  const ends = new Map<string, (error?: Error) => void>()
  const ask = (key: string) => {
    const request = () => {
      log.push(`load ${key}`)
      return new Promise<string>((resolve, reject) => {
        ends.set(key, error => (error ? reject(error) : resolve(key)))
      })
    }
    return load(key, request, loaded => {
      log.push(`start ${loaded}`)
      return loaded
    })
  }
  const end = async (key: string, error?: Error) => {
    ends.get(key)?.(error)
    await new Promise(resolve => setTimeout(resolve))
  }
  return { load, log, ask, end }
}

const GONE = new Error('gone')

test('loads once for a key, and gives each caller the result', async () => {
  const { log, ask, end } = create()
  const results = [ask('en'), ask('en')]
  await end('en')
  expect(await Promise.all([...results, ask('en')])).toEqual(['en', 'en', 'en'])
  expect(log).toEqual(['load en', 'start en'])
})

test('drops the first load of a key that was asked for again after another', async () => {
  const { log, ask, end } = create()
  ask('en')
  const first = end('en')
  ask('ko')
  const last = ask('en')
  await first
  await end('en')
  expect(await last).toBe('en')
  expect(log).toEqual(['load en', 'load ko', 'load en', 'start en'])
})

test.each<[string, Error | undefined]>([
  ['loaded', undefined],
  ['failed', GONE],
])(
  'drops what has %s after another key was asked for, or after a call without a key',
  async (_, error) => {
    const { load, log, ask, end } = create()
    const first = ask('en')
    ask('ko')
    await end('en', error)
    expect(await first).toBeUndefined()
    await end('ko')
    expect(log.splice(0)).toEqual(['load en', 'load ko', 'start ko'])
    const last = ask('en')
    load()
    await end('en', error)
    expect(await last).toBeUndefined()
    expect(log).toEqual(['load en'])
  },
)

test('loads again what has failed only after a call without a key, or for another key', async () => {
  const { load, log, ask, end } = create()
  ask('en')
  await end('en', GONE)
  expect(await ask('en')).toBeUndefined()
  expect(log).toEqual(['load en', 'fail: gone'])
  load()
  ask('en')
  await end('en', GONE)
  expect(log.slice(2)).toEqual(['load en', 'fail: gone'])
  ask('ko')
  await end('ko')
  expect(log.slice(4)).toEqual(['load ko', 'start ko'])
})

test('an error of the code that was loaded counts as a failure', async () => {
  const fail = vi.fn()
  const start = () => {
    throw GONE
  }
  await lazy(fail)('en', async () => {}, start)
  expect(fail).toHaveBeenCalledExactlyOnceWith(GONE)
})
