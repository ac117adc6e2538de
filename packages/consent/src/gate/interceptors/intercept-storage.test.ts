// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { broken } from '../../../../../test/support/broken.ts'
import { documentPrototype } from '../../shared/platform.ts'
import { startInterceptors } from './start-interceptors.ts'

// test/everywhere/storage.ts shows the same in browsers.

/** A storage as browsers have it: its methods belong to a prototype. happy-dom's has its own. */
class PageStorage {
  readonly kept = new Map<string, string>()
  getItem(key: string) {
    return this.kept.get(key) ?? null
  }
  removeItem(key: string) {
    this.kept.delete(key)
  }
  setItem(key: string, value: string) {
    this.kept.set(key, value)
  }
}

const start = () =>
  onTestFinished(
    startInterceptors({
      blockingAddress: () => undefined,
      blocksName: (kind, name) => kind === 'storage' && name === 'chat',
    }),
  )

test('a write of a blocked key does nothing in both storages, any other write, read and deletion works', () => {
  for (const name of ['localStorage', 'sessionStorage']) vi.stubGlobal(name, new PageStorage())
  for (const storage of [localStorage, sessionStorage]) storage.setItem('chat', 'old')
  start()
  for (const storage of [localStorage, sessionStorage]) {
    storage.setItem('chat', 'new')
    storage.setItem('cart', '1')
    expect([storage.getItem('chat'), storage.getItem('cart')]).toEqual(['old', '1'])
    storage.removeItem('chat')
    expect(storage.getItem('chat')).toBeNull()
  }
})

test('where the browser refuses storage, cookies are blocked all the same', () => {
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(broken)
  const write = vi.spyOn(documentPrototype(), 'cookie', 'set').mockImplementation(() => {})
  expect(start).not.toThrow()
  Reflect.set(documentPrototype(), 'cookie', 'cart=1', document)
  expect(write).toHaveBeenCalledExactlyOnceWith('cart=1')
})
