// @vitest-environment happy-dom

import { expect, test, vi } from 'vitest'
import { openStore } from '../../../../test/support/open-store.ts'
import { settle } from '../../../../test/support/settle.ts'
import { script } from './script.ts'

const SRC = 'https://chat.test/widget.js?v=2'

const scripts = (): readonly HTMLScriptElement[] => [...document.querySelectorAll('script')]

test('a script is loaded once per page, at the first grant, with the nonce of the options, and stopped at each withdrawal', () => {
  const stop = vi.fn()
  const services = [script({ src: SRC, stop })]
  const consent = openStore({ support: { services } }, { nonce: 'r4nd0m' })
  consent.rejectAll()
  expect(scripts()).toEqual([])
  expect(stop).not.toHaveBeenCalled()
  for (const times of [1, 2]) {
    consent.acceptAll()
    expect(scripts()).toHaveLength(1)
    consent.rejectAll()
    expect(stop).toHaveBeenCalledTimes(times)
  }
  const expected = { src: SRC, async: true, nonce: 'r4nd0m', type: '', parentNode: document.head }
  expect(scripts()[0]).toMatchObject(expected)
})

test('a script is loaded again at the next grant after its download has failed or was ended, and not after it has loaded', async () => {
  const consent = openStore({ support: { services: [script({ src: SRC })] } })
  const known = new Set(scripts())
  const inserted = async () => {
    consent.rejectAll()
    consent.acceptAll()
    await settle()
    return scripts().filter(one => !known.has(one) && known.add(one))
  }
  const [first] = await inserted()
  first?.dispatchEvent(new Event('error'))
  expect(await inserted()).toHaveLength(1)
  // A later `error` of the first script, as in Firefox, changes nothing.
  first?.dispatchEvent(new Event('error'))
  expect(await inserted()).toEqual([])
})

test.each([
  [SRC, 'chat.test'],
  ['https://chat.test:8443/widget.js', 'chat.test:8443'],
  ['https://chat.test', 'chat.test'],
  ['https://chat.test#top', 'chat.test'],
  ['/scripts/chat.js?v=2', '/scripts/chat.js'],
  ['http://localhost:8080/chat.js', 'localhost:8080'],
])(
  'for the address %s name and addresses default to %s, and options override both',
  (src, host) => {
    expect(script({ src })).toMatchObject({ name: host, addresses: [host], cookies: [] })
    const own = { name: 'Chat', addresses: ['*.chat.test'], cookies: ['chat_*'], storage: ['chat'] }
    expect(script({ src, ...own })).toMatchObject(own)
  },
)
